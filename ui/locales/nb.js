// Norsk bokmål. Skrevet på norsk, ikke oversatt ord for ord: si hva som skjedde, hva det betyr, hva man gjør nå.
/** @import { Catalogue } from "./catalogue.js" */
import { card, unseen } from "./nb/card.js";
import { findings } from "./nb/findings.js";
import { questions } from "./nb/questions.js";
import { checks, problems, reasons } from "./nb/reasons.js";
import { resolution } from "./nb/resolution.js";
import { sending } from "./nb/sending.js";
import { waiting } from "./nb/waiting.js";
import { watch } from "./nb/watch.js";
import { words } from "./nb/words.js";

/** @type {Catalogue} */
export const nb = { words: { ...words, ...card, ...questions, ...sending, ...resolution, ...waiting, ...watch }, problems, reasons, checks, findings, unseen };
