// One send, from the button to the result: one at a time, questions first, and never a guess about what became of it.
/** @import { Environment, Odd, Problem, Report, ResendAnswer, ResendRequest } from "./contract.js" */
import * as backend from "./backend.js";
import { t } from "./i18n.js";

/**
 * @typedef {object} Desk What the send needs of the views.
 * @property {() => ResendRequest} request
 * @property {(busy: boolean) => void} setBusy
 * @property {() => Environment} environment
 * @property {(odd: Odd) => Promise<boolean>} ask
 * @property {(milliseconds: number) => Promise<boolean>} hold whether nobody stopped it in that time
 * @property {{ start(): void, stop(): void, say(words: string): void }} progress
 * @property {() => void} clear takes the last result and problems away
 * @property {(report: Report) => void} showReport
 * @property {(problems: Problem[]) => void} showProblems
 * @property {() => void} backToForm
 */

/** @param {Desk} desk */
export function createSend(desk) {
  let underWay = false;

  return async function send() {
    if (underWay) return desk.progress.say(t("progress.busy"));
    underWay = true;
    desk.setBusy(true);
    desk.clear();
    const request = desk.request();
    try {
      settle(await askUntilDecided(request));
    } catch {
      desk.showReport(lostReport(request, desk.environment()));
    } finally {
      underWay = false;
      desk.setBusy(false);
    }
  };

  /** Null when the person has decided not to send. @param {ResendRequest} request @returns {Promise<ResendAnswer | null>} */
  async function askUntilDecided(request) {
    for (;;) {
      const answer = await call(request);
      if (answer.kind === "ask") {
        if (!(await desk.ask(answer.about))) return null;
        request.answered.push(answer.about.kind);
      } else if (answer.kind === "hold") {
        if (!(await desk.hold(answer.milliseconds))) return null;
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
  function settle(answer) {
    if (answer === null) {
      desk.progress.say(t("progress.not-sent"));
      desk.backToForm();
    } else if (answer.kind === "done") desk.showReport(answer.report);
    else if (answer.kind === "mend") desk.showProblems(answer.problems);
    else if (answer.kind === "busy") desk.progress.say(t("progress.busy"));
  }
}

/**
 * The call itself failed, which no outcome explains: say that we don't know.
 * @param {ResendRequest} request
 * @param {Environment} environment
 * @returns {Report}
 */
function lostReport({ reservation }, environment) {
  const at = Date.now();
  return {
    attempt: at,
    outcome: "unknown",
    reason: null,
    environment,
    reservation: /^\s*[a-z]{2,6}\d+\s*$/i.test(reservation) ? reservation.trim().toUpperCase() : "",
    sms_to: null,
    email_to: null,
    at,
    sentences: [],
    http_status: null,
    retry_after_seconds: null,
  };
}
