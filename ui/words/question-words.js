// The words of a question before something is taken away: what it would mean, and the two ways on.
import { t } from "./i18n.js";

/** @param {"delete-history" | "forget-token" | "keep-less"} name @param {string} text */
export const questionWords = (name, text) => ({ title: t(`question.${name}.title`), text, stay: t(`question.${name}.stay`), go: t(`question.${name}.go`) });
