// What a check-up says to the person at the desk, and to whoever they ask for help.
/** @import { CheckLine, CheckUp } from "../contract.js" */
import { environmentName } from "../words/environment-name.js";
import { dateAndTime, duration, t } from "../words/i18n.js";
import { keychainTitle } from "../words/keychain-words.js";
import { check, finding } from "../words/reason-words.js";

/** @param {CheckUp} all */
export function summary({ all_well, lines }) {
  if (all_well) return t("checkup.all-well");
  return lines.some(({ state }) => state === "wrong") ? t("checkup.something-wrong") : t("checkup.nothing-wrong");
}

/** @param {CheckLine} line @param {CheckUp} all */
export function checkWords(line, all) {
  return { title: line.subject === "keychain" ? keychainTitle() : t(`checkup.subject.${line.subject}`), state: t(`checkup.state.${line.state}`), ...foundWords(line, all) };
}

/** @param {CheckLine} line @param {CheckUp} all @returns {{ found: string, next: string }} */
function foundWords({ found }, { environment, version }) {
  const about = { environment, version };
  switch (found.kind) {
    case "finding":
      return finding(found.finding, about);
    case "clock-ahead":
      return { found: t("checkup.clock-ahead", { time: duration(found.seconds) }), next: t("checkup.clock.next") };
    case "clock-behind":
      return { found: t("checkup.clock-behind", { time: duration(found.seconds) }), next: t("checkup.clock.next") };
    case "wrong":
    case "odd":
      return { found: check(found.code, about), next: "" };
  }
}

/**
 * For "Copy technical report". In the language of the person, with the codes beside the words for whoever reads another.
 * @param {CheckUp} all
 */
export function diagnosis(all) {
  const lines = all.lines.map((line) => {
    const { title, state, found, next } = checkWords(line, all);
    return t("checkup.line", { title, state, text: `${found} ${next}`.trim(), code: `${codeOf(line)}, ${line.milliseconds} ms` });
  });
  return [
    `${t("app.name")} ${all.version} – ${t("checkup.title")}`,
    `${t("details.time")}: ${dateAndTime(all.at)} (${new Date(all.at).toISOString()})`,
    `${t("details.system")}: ${all.system}`,
    `${t("details.environment")}: ${environmentName(all.environment)}`,
    "",
    ...lines,
    "",
    t("checkup.log"),
    ...all.log,
  ].join("\n");
}

/** @param {CheckLine} line */
function codeOf({ subject, found }) {
  const code = found.kind === "finding" ? found.finding : "code" in found ? found.code : `${found.kind} ${found.seconds} s`;
  return `${subject}: ${code}`;
}
