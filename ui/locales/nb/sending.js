// Around a send: whose contact it is, what is said while it is under way, and the time to stop it.
/** @import { Texts } from "../catalogue.js" */

/** @type {Texts<typeof import("../en/sending.js").sending>} */
export const sending = {
  "typed.use": "Bruk {contact}, skrevet inn for {whose}",
  "typed.use-both": "Bruk {phone} og {address}, skrevet inn for {whose}",
  "typed.use.earlier": "Bruk {contact}, skrevet inn tidligere",
  "typed.use-both.earlier": "Bruk {phone} og {address}, skrevet inn tidligere",
  "typed.taken-back.earlier": "Det du skrev inn tidligere, står ikke lenger i skjemaet.",
  "typed.taken-back": "Det du skrev inn for {id}, står ikke lenger i skjemaet.",
  "paste.same": "{id} står i feltet allerede.",
  "progress.looking": "Slår opp …",
  "progress.check-recipient": "Sjekk mottakeren, og trykk Enter.",
  "progress.another": "Ingenting ble sendt. Det står et annet nummer i feltet nå.",
  "progress.sending": "Sender …",
  "progress.slow": "Det tar lengre tid enn vanlig. Ikke send på nytt.",
  "progress.busy": "Denne sendes allerede. Vent på resultatet.",
  "progress.wait": "Ikke ennå. Vent på resultatet.",
  "progress.not-sent": "Ingenting ble sendt.",
  "progress.too-late": "Ingenting ble sendt. Datamaskinen var i dvale eller opptatt da tiden gikk ut. Trykk «Send betalingslenke» én gang til.",
  "progress.environment-changed": "Ingenting ble sendt. Appen er nå {environment}. Se over skjemaet, og trykk «Send betalingslenke» én gang til.",
  "hold.left": "Sender om {time}",
  "hold.announce": "Sender om {time}. Trykk Escape for å stoppe.",
  "hold.stop": "Stopp (Esc)",
};
