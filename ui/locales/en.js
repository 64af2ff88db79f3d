// English: the words, and the list of keys that every other language is held to.
// Voice: what happened, what it means, what to do. No "please", no apology, no code as a headline.
// A text with a {count} may have plural forms, such as { one: "{count} link", other: "{count} links" }.
import { card, unseen } from "./en/card.js";
import { findings } from "./en/findings.js";
import { questions } from "./en/questions.js";
import { checks, problems, reasons } from "./en/reasons.js";
import { resolution } from "./en/resolution.js";
import { sending } from "./en/sending.js";
import { waiting } from "./en/waiting.js";
import { watch } from "./en/watch.js";
import { words } from "./en/words.js";

export const en = { words: { ...words, ...card, ...questions, ...sending, ...resolution, ...waiting, ...watch }, problems, reasons, checks, findings, unseen };
