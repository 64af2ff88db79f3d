// The words of each warning before a send: what is odd, what it would mean, and the two ways on.
/**
 * @import { Environment, Warning } from "../contract.js"
 * @import { QuestionWords } from "../page/question.js"
 */
import { environmentName, inEnvironment } from "../words/environment-name.js";
import { dayAndTime, t } from "../words/i18n.js";

/** @param {Warning} odd @param {{ id: string, environment: Environment }} about @returns {QuestionWords} */
export function warningWords(odd, { id, environment }) {
  const here = environmentName(environment);
  const stay = t(`question.${odd.kind}.stay`);
  switch (odd.kind) {
    case "other-environment": {
      const there = environmentName(odd.environment);
      const text = t("question.other-environment.text", { here, there });
      return { title: t("question.other-environment.title", { there }), text, stay, go: t("question.other-environment.go", { here }) };
    }
    case "almost-stored":
      return { title: t("question.almost-stored.title"), text: t("question.almost-stored.text", odd), stay, go: t("question.almost-stored.go", odd) };
    case "look-alike-domain":
      return { title: t("question.look-alike-domain.title", odd), text: t("question.look-alike-domain.text", odd), stay, go: t("question.look-alike-domain.go", odd) };
    default:
      return { title: t(`question.${odd.kind}.title`), text: meaning(odd, id, environment), stay, go: t(`question.${odd.kind}.go`) };
  }
}

/** @param {Exclude<Warning, { kind: "other-environment" | "almost-stored" | "look-alike-domain" }>} odd @param {string} id @param {Environment} environment */
function meaning(odd, id, environment) {
  switch (odd.kind) {
    case "not-found":
      if (environment === "practice") return t("question.not-found.text.practice", { id });
      return t("question.not-found.text", { id, where: inEnvironment(environment) });
    case "sent-recently":
    case "sent-elsewhere":
    case "sent-to-somebody":
      if (odd.at === null) return t(`question.${odd.kind}.text.uncertain`);
      return t(`question.${odd.kind}.text`, { when: t("card.when", dayAndTime(odd.at)) });
    case "typed-for-another":
      return t("question.typed-for-another.text", { id, other: odd.id });
    case "land-line":
    case "company-number":
    case "unfamiliar-range":
      return t(`question.${odd.kind}.text`, odd);
    case "look-alike-letters":
      return t("question.look-alike-letters.text", odd);
    default:
      return t(`question.${odd.kind}.text`);
  }
}
