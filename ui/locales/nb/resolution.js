// What was found out about a send whose outcome was unknown.
/** @import { Texts } from "../catalogue.js" */

/** @type {Texts<typeof import("../en/resolution.js").resolution>} */
export const resolution = {
  "resolution.looking": "Sjekker …",
  "resolution.status": "Status hos Front Payment: {status}.",
  "resolution.sent.title": "Den ble sendt",
  "resolution.sent.text": "Front Payment har registrert den som sendt {when}.",
  "resolution.over.title": "Ikke mer å sende",
  "resolution.over.text": "Status hos Front Payment: {status}. Det er ingen grunn til å sende lenken på nytt.",
  "resolution.half.title": "Bare én av to er registrert",
  "resolution.half.text.sms": "Front Payment har registrert SMS-en som sendt, men ikke e-posten. Spør kunden før du sender på nytt.",
  "resolution.half.text.email": "Front Payment har registrert e-posten som sendt, men ikke SMS-en. Spør kunden før du sender på nytt.",
  "resolution.nearby.title": "Fortsatt uklart",
  "resolution.nearby.text":
    "En lenke ble sendt {when}, men appen kan ikke se om det var denne. Spør kunden før du sender på nytt.",
  "resolution.nearby.text.unseen":
    "En lenke ble sendt {when}, men appen kan ikke se til hvem. Spør kunden før du sender på nytt.",
  "resolution.nearby.about-then": "omtrent samtidig",
  "resolution.another.title": "Fortsatt uklart",
  "resolution.another.text": "Front Payment har registrert en annen utsending av denne lenken på den tiden, men ikke denne. Spør kunden før du sender på nytt.",
  "resolution.not-listed.title": "Ikke registrert som sendt ennå",
  "resolution.not-listed.text":
    "Front Payment har ikke registrert den som sendt. Den kan likevel være på vei. Spør kunden før du sender på nytt.",
  "resolution.not-listed.text.late":
    "Front Payment har ikke registrert den som sendt. Den kan likevel ha kommet fram. Spør kunden før du sender på nytt.",
  "resolution.no-events.title": "Fortsatt uklart",
  "resolution.no-events.text": "Appen fikk ikke lest hva som har skjedd med reservasjonen. Spør kunden før du sender på nytt.",
  "resolution.order.title": "Kan ikke sjekkes for ordrer",
  "resolution.order.text": "Front Payment har ingen liste over hva som har skjedd med en ordre. Spør kunden før du sender på nytt.",
  "resolution.not-found.title": "Front Payment kjenner ikke nummeret nå",
  "resolution.not-found.text": "Lenken kan likevel ha blitt sendt. Sjekk nummeret, og spør kunden.",
  "resolution.forgotten.title": "Fortsatt uklart",
  "resolution.forgotten.text": "Denne utsendingen står ikke lenger i historikken. Spør kunden før du sender på nytt.",
  "resolution.unseen.title": "Fortsatt uklart",
  "resolution.unseen.text": "Appen fikk ikke slått den opp. {why}. Spør kunden før du sender på nytt.",
};
