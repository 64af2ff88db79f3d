// One send, from the button to the result: one at a time, questions first, and never a guess about what became of it.
/**
 * @import { Environment, Problem, Report, ResendAnswer, ResendRequest, Warning } from "../contract.js"
 * @import { Form } from "./form.js"
 */
import * as backend from "../backend.js";
import { pressEnd } from "../page/press.js";
import { inEnvironment } from "../words/environment-name.js";
import { t } from "../words/i18n.js";

/**
 * @typedef {object} Desk What the send needs of the views.
 * @property {Form} form
 * @property {{ hurry(): Promise<unknown> }} readings what is about to be sent is shown as it was read
 * @property {{ start(): void, stop(): void, say(words: string): void }} progress
 * @property {() => string | null} named the reservation in the box, as last read
 * @property {() => Environment} environment the one that the window shows
 * @property {() => Promise<void>} refresh the app uses another one
 * @property {(odd: Warning, stands: () => boolean) => Promise<boolean>} ask `stands`: it is not asked any more where that says no
 * @property {(milliseconds: number) => Promise<"over" | "stopped" | "late">} undoWindow
 * @property {() => void} clear takes the last result and problems away
 * @property {(report: Report) => void} showReport
 * @property {(problems: Problem[]) => void} showProblems
 */

/** Asked for in time there is next to nothing left of a hold: a page's clock is that good. */
const NEXT_TO_NOTHING = 1000;

/** @param {Desk} desk */
export function createSend(desk) {
  let underWay = false;

  return async function send() {
    if (underWay) return desk.progress.say(t("progress.busy"));
    underWay = true;
    desk.form.setBusy(true);
    desk.clear();
    const request = { ...desk.form.request(), environment: desk.environment() };
    const named = desk.named();
    const begun = Date.now();
    const draft = () => JSON.stringify({ ...desk.form.request(), environment: desk.environment() });
    const pressed = draft();
    /** Whether what is sent is still what stands there, whoever may have changed it. */
    const stands = () => draft() === pressed;
    try {
      await desk.readings.hurry();
      const answer = await askUntilDecided(request, stands);
      await pressEnd();
      await settle(answer ?? (desk.environment() === request.environment ? null : { kind: "environment-changed" }));
    } catch {
      desk.showReport(lostReport(named, request.environment, begun));
    } finally {
      underWay = false;
      desk.form.setBusy(false);
      // After a question nothing has it, where what came of it takes none.
      if (document.activeElement === document.body && desk.form.isShown()) desk.form.focusSend();
    }
  };

  /**
   * Null when the person has decided not to send, or has gone on to something else before it could be sent.
   * @param {ResendRequest} request
   * @param {() => boolean} stands
   * @returns {Promise<ResendAnswer | null>}
   */
  async function askUntilDecided(request, stands) {
    for (;;) {
      const answer = await call(request);
      if (answer.kind === "ask") {
        // Something else may be pressed by now.
        await pressEnd();
        if (!(await desk.ask(answer.about, stands))) return null;
        request.answered.push(answer.about.kind);
        // Decided only now: it can be stopped for as long as any other.
        request.held = false;
      } else if (answer.kind === "hold") {
        // It began anew, and nobody may be there to see it.
        if (request.held && answer.milliseconds > NEXT_TO_NOTHING) return { kind: "too-late" };
        const end = stands() ? await desk.undoWindow(answer.milliseconds) : "stopped";
        if (end === "late") return { kind: "too-late" };
        if (end === "stopped" || !stands()) return null;
        request.held = true;
      } else return answer;
    }
  }

  /** @param {ResendRequest} request */
  async function call(request) {
    desk.progress.start();
    try {
      return await backend.resendReservation(request);
    } finally {
      desk.progress.stop();
    }
  }

  /** @param {ResendAnswer | null} answer */
  async function settle(answer) {
    if (answer === null) {
      desk.progress.say(t("progress.not-sent"));
      // Whoever has gone on stays where they are.
      if (desk.form.isAsSent()) desk.form.focusSend();
    } else if (answer.kind === "done") desk.showReport(answer.report);
    else if (answer.kind === "mend") desk.showProblems(answer.problems);
    else if (answer.kind === "busy") desk.progress.say(t("progress.busy"));
    else if (answer.kind === "too-late") {
      desk.progress.say(t("progress.too-late"));
      desk.form.focusSend();
    } else if (answer.kind === "environment-changed") {
      await desk.refresh();
      desk.progress.say(t("progress.environment-changed", { environment: inEnvironment(desk.environment()) }));
      desk.form.focusSend();
    }
  }
}

/**
 * The call itself failed, which no outcome explains: say that we don't know.
 * @param {string | null} named
 * @param {Environment} environment
 * @param {number} begun
 * @returns {Report}
 */
function lostReport(named, environment, begun) {
  const at = Date.now();
  return {
    attempt: at,
    id: null,
    outcome: "unknown",
    reason: null,
    environment,
    reservation: { id: named ?? "", order: false },
    merchant: null,
    sms_to: null,
    email_to: null,
    begun,
    at,
    sentences: [],
    http_status: null,
    retry_after_seconds: null,
  };
}
