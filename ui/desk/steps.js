// What has become of a link since it was sent: one line of the result, whose room is kept, so that nothing moves. What is
// done has its time; what is not says so, and until when it was looked for.
/** @import { Report, Sighting } from "../contract.js" */
import { element, find } from "../page/element.js";
import { icon } from "../page/icon.js";
import { clock, t } from "../words/i18n.js";
import { momentWords } from "../words/moment-words.js";
import { seenWords } from "../words/seen-words.js";

/**
 * @typedef {object} Watched
 * @property {Report} report
 * @property {Sighting[]} seen what its customer did, in this order
 * @property {{ at: number | null } | null} end when it was last seen how things stood, once nobody looks any more; null where that was never seen
 */

/** @param {Watched | null} watched */
export function showSteps(watched) {
  const place = find("#result-steps", HTMLElement);
  const last = watched?.seen.at(-1)?.seen;
  place.hidden = watched === null;
  const region = find("#result", HTMLElement);
  if (last) region.dataset["seen"] = last;
  else delete region.dataset["seen"];
  place.replaceChildren(...(watched === null ? [] : [watched.report.outcome === "sent" ? line(watched) : sentence(unknownWords(watched))]));
}

/** For the ear, by itself. @param {Sighting} sighting */
export function heardOf({ seen, when }) {
  return seen === "sent" ? "" : t(`watch.heard.${seen}`, { when: momentWords(when) });
}

/** @param {Watched} watched */
function line({ report, seen, end }) {
  const opened = seen.find((sighting) => sighting.seen === "opened");
  const money = seen.findLast(({ seen }) => seen === "reserved" || seen === "paid");
  const done = [opened, money].filter((sighting) => sighting !== undefined);
  // A time of which nobody knows the zone says so at length: one fact fills the line.
  const isLong = done.some(({ when }) => when !== null && !when.certain);
  const steps = (isLong ? done.slice(-1) : done).map((sighting) => step(isLong ? "long" : "done", seenWords(sighting, report.at)));
  if (!isLong && !opened && !money) steps.push(...ahead("opened", end));
  if (!isLong && !money) steps.push(...ahead("paid", end));
  return steps.length > 0 ? element("ul", { class: "link-steps" }, ...steps) : sentence(t("watch.unseen"));
}

/** What has not happened, as far as anybody looked. @param {"opened" | "paid"} what @param {Watched["end"]} end */
function ahead(what, end) {
  if (end === null) return [step("ahead", t(`watch.${what}.ahead`))];
  return end.at === null ? [] : [step("ahead", t(`watch.${what}.not-by`, { time: clock(end.at) }))];
}

/** @param {"done" | "long" | "ahead"} kind @param {string} words */
const step = (kind, words) => element("li", { class: "link-step", "data-step": kind }, icon(kind === "ahead" ? "not-paid" : "paid"), element("span", {}, words));

/** @param {string} words */
const sentence = (words) => element("p", { class: "watching" }, words);

/** @param {Watched} watched */
function unknownWords({ end }) {
  if (end === null) return t("watch.unknown");
  return end.at === null ? t("watch.unknown.unseen") : t("watch.unknown.not-by", { time: clock(end.at) });
}
