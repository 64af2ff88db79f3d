// What was found out about a send whose outcome was unknown.
/** @import { Texts } from "../catalogue.js" */

/** @type {Texts<typeof import("../en/finding-out.js").findingOut>} */
export const findingOut = {
  "finding.looking": "Sjekker …",
  "finding.status": "Status hos Front Payment: {status}.",
  "finding.sent.title": "Den ble sendt",
  "finding.sent.at": "Front Payment har registrert den som sendt {when}.",
  "finding.over.title": "Ikke mer å sende",
  "finding.over.text": "Status hos Front Payment: {status}. Det er ingen grunn til å sende lenken på nytt.",
  "finding.half.title": "Bare én av to er registrert",
  "finding.half.text.sms": "Front Payment har registrert SMS-en som sendt, men ikke e-posten. Spør kunden før du sender på nytt.",
  "finding.half.text.email": "Front Payment har registrert e-posten som sendt, men ikke SMS-en. Spør kunden før du sender på nytt.",
  "finding.nearby.title": "Vi vet det fortsatt ikke",
  "finding.nearby.text": "En lenke ble sendt {when}, og det går ikke an å se om det var denne. Spør kunden før du sender på nytt.",
  "finding.nearby.text.unseen": "En lenke ble sendt {when}, og det går ikke an å se til hvem. Spør kunden før du sender på nytt.",
  "finding.nearby.about-then": "omtrent samtidig",
  "finding.another.title": "Vi vet det fortsatt ikke",
  "finding.another.text": "Front Payment har registrert en annen utsending av denne lenken på den tiden, men ikke denne. Spør kunden før du sender på nytt.",
  "finding.not-listed.title": "Ikke registrert så langt",
  "finding.not-listed.text": "Front Payment har ikke registrert den som sendt. Den kan likevel være på vei: Spør kunden før du sender på nytt.",
  "finding.not-listed.text.late": "Front Payment har ikke registrert den som sendt. Den kan likevel ha kommet fram: Spør kunden før du sender på nytt.",
  "finding.no-events.title": "Vi vet det fortsatt ikke",
  "finding.no-events.text": "Vi fikk ikke lest hva som har skjedd med reservasjonen. Spør kunden før du sender på nytt.",
  "finding.order.title": "Ordrer kan ikke slås opp slik",
  "finding.order.text": "Front Payment har ingen liste over hva som har skjedd med en ordre. Spør kunden før du sender på nytt.",
  "finding.not-found.title": "Front Payment kjenner ikke nummeret nå",
  "finding.not-found.text": "Front Payment kjenner ikke dette nummeret nå. Lenken kan likevel ha blitt sendt. Sjekk nummeret, og spør kunden.",
  "finding.forgotten.title": "Vi vet det fortsatt ikke",
  "finding.forgotten.text": "Denne utsendingen står ikke lenger i historikken. Spør kunden før du sender på nytt.",
  "finding.unseen.title": "Vi vet det fortsatt ikke",
  "finding.unseen.text": "Appen fikk ikke slått den opp. {why}. Spør kunden før du sender på nytt.",
};
