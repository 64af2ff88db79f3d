// The watch after a send: what has become of the link since.
/** @import { Texts } from "../catalogue.js" */

/** @type {Texts<typeof import("../en/watch.js").watch>} */
export const watch = {
  "watch.opened.ahead": "Ikke åpnet ennå",
  "watch.paid.ahead": "Ikke betalt ennå",
  "watch.opened.not-by": "Ikke åpnet innen {time}",
  "watch.paid.not-by": "Ikke betalt innen {time}",
  "watch.reserved": "Beløp reservert {when}",
  "watch.paid": "Betalt {when}",
  "watch.unseen": "Appen kan ikke se om lenken blir åpnet.",
  "watch.unknown": "Appen følger med og sier fra her hvis lenken er sendt.",
  "watch.unknown.not-by": "Ikke registrert som sendt innen {time}.",
  "watch.unknown.unseen": "Appen får ikke sjekket automatisk om den ble sendt.",
  "watch.heard.opened": "Kunden åpnet lenken {when}.",
  "watch.heard.reserved": "Beløpet ble reservert {when}.",
  "watch.heard.paid": "Betalingen kom {when}.",
  "watch.row.sent": "Sendt {when}",
  "result.back": "Tilbake til listen",
};
