// What is asked before a send, and before something is taken away: the safe answer is the first of the two.
/** @import { Texts } from "../catalogue.js" */

/** @type {Texts<typeof import("../en/questions.js").questions>} */
export const questions = {
  "question.earlier-unknown.title": "Den forrige kan ha kommet fram",
  "question.earlier-unknown.text":
    "Det er fortsatt uklart om lenken ble sendt forrige gang. Hvis den ble det, får kunden nå en til. Spør kunden først.",
  "question.earlier-unknown.stay": "Ikke send",
  "question.earlier-unknown.go": "Send på nytt likevel",
  "question.unfamiliar-prefix.title": "Er dette et reservasjonsnummer?",
  "question.unfamiliar-prefix.text":
    "Reservasjonsnumre begynner som regel på RES, men det gjør ikke dette. Front Payment sier fra hvis det er ukjent.",
  "question.unfamiliar-prefix.stay": "Ikke send",
  "question.unfamiliar-prefix.go": "Send likevel",
  "question.not-found.title": "Stemmer nummeret?",
  "question.not-found.text":
    "Front Payment kjenner ikke {id} {where}. Lenken blir sannsynligvis avvist.",
  "question.not-found.text.practice": "Øvelsestjenesten kjenner ikke {id}. Lenken blir sannsynligvis avvist.",
  "question.not-found.stay": "Ikke send",
  "question.not-found.go": "Send likevel",
  "question.other-environment.title": "Denne lenken hører til {there}",
  "question.other-environment.text":
    "Du er i {here}, men lenken som ble limt inn, er fra {there}. Her kan det samme nummeret tilhøre noen andre. Bytt miljø i Innstillinger hvis du mente {there}.",
  "question.other-environment.stay": "Ikke send",
  "question.other-environment.go": "Send i {here}",
  "question.already-cancelled.title": "Den er allerede kansellert",
  "question.already-cancelled.text":
    "Den har ikke lenger noen betalingslenke. Opprett en ny reservasjon hvis kunden fortsatt vil ha den.",
  "question.already-cancelled.stay": "Ikke send",
  "question.already-cancelled.go": "Send likevel",
  "question.already-completed.title": "Den er allerede fullført",
  "question.already-completed.text":
    "Si til kunden at det ikke er mer å betale med denne lenken. Er kunden uenig, se i Front Payments portal.",
  "question.already-completed.stay": "Ikke send",
  "question.already-completed.go": "Send likevel",
  "question.already-paid.title": "Den er allerede betalt",
  "question.already-paid.text": "Kunden har betalt. Si at betalingen er registrert.",
  "question.already-paid.stay": "Ikke send",
  "question.already-paid.go": "Send likevel",
  "question.already-reserved.title": "Beløpet er allerede reservert",
  "question.already-reserved.text":
    "Hos Front Payment er beløpet reservert, men ikke betalt. Kunden har trolig vært gjennom betalingen allerede. Spør kunden før du sender lenken på nytt.",
  "question.already-reserved.stay": "Ikke send",
  "question.already-reserved.go": "Send likevel",
  "question.already-invoiced.title": "Den er allerede fakturert",
  "question.already-invoiced.text":
    "Ifølge Front Payment er beløpet fakturert. Betaler kunden med lenken også, kan det bli betalt to ganger. Spør kunden før du sender lenken på nytt.",
  "question.already-invoiced.stay": "Ikke send",
  "question.already-invoiced.go": "Send likevel",
  "question.already-refunded.title": "Den er allerede refundert",
  "question.already-refunded.text":
    "Ifølge Front Payment har kunden fått beløpet tilbake. Med lenken kan kunden bli bedt om å betale igjen. Spør kunden før du sender den.",
  "question.already-refunded.stay": "Ikke send",
  "question.already-refunded.go": "Send likevel",
  "question.already-partly-refunded.title": "Den er allerede delvis refundert",
  "question.already-partly-refunded.text":
    "Ifølge Front Payment har kunden fått tilbake en del av beløpet. Med lenken kan kunden bli bedt om å betale igjen. Spør kunden før du sender den.",
  "question.already-partly-refunded.stay": "Ikke send",
  "question.already-partly-refunded.go": "Send likevel",
  "question.expired.title": "Lenken er utløpt",
  "question.expired.text":
    "Front Payment sender den kanskje likevel, men kan også avvise det. Opprett en ny reservasjon hvis kunden ikke klarer å betale med lenken.",
  "question.expired.stay": "Ikke send",
  "question.expired.go": "Prøv å sende",
  "question.sent-recently.title": "Lenken er sendt før",
  "question.sent-recently.text":
    "Denne lenken gikk til samme mottaker fra denne datamaskinen: {when}. Det kan ta noen minutter før den kommer fram. Be kunden se gjennom meldingene sine først.",
  "question.sent-recently.text.uncertain":
    "Denne lenken er sendt til samme mottaker fra denne datamaskinen. Det er usikkert når, fordi klokka gikk feil. Be kunden se gjennom meldingene sine først.",
  "question.sent-recently.stay": "Ikke send",
  "question.sent-recently.go": "Send en gang til",
  "question.sent-elsewhere.title": "Lenken er sendt før",
  "question.sent-elsewhere.text":
    "Det ser ut til at en kollega har sendt denne lenken til samme mottaker: {when}. Be kunden se gjennom meldingene sine først.",
  "question.sent-elsewhere.text.uncertain":
    "Det ser ut til at en kollega sendte denne lenken til samme mottaker for kort tid siden. Be kunden se gjennom meldingene sine først.",
  "question.sent-elsewhere.stay": "Ikke send",
  "question.sent-elsewhere.go": "Send en gang til",
  "question.sent-to-somebody.title": "Lenken ble nylig sendt",
  "question.sent-to-somebody.text":
    "Denne lenken ble sendt {when}, men appen kan ikke se til hvem. Det kan ha vært samme mottaker. Be kunden se gjennom meldingene sine først.",
  "question.sent-to-somebody.text.uncertain":
    "Denne lenken ble sendt for kort tid siden, men appen kan ikke se til hvem. Det kan ha vært samme mottaker. Be kunden se gjennom meldingene sine først.",
  "question.sent-to-somebody.stay": "Ikke send",
  "question.sent-to-somebody.go": "Send en gang til",
  "question.typed-for-another.title": "Er dette riktig mottaker?",
  "question.typed-for-another.text":
    "Nummeret eller adressen i skjemaet ble fylt inn for {other}, men du er i ferd med å sende {id}. Spør kunden om riktig nummer eller adresse, og sammenlign.",
  "question.typed-for-another.stay": "Sjekk mottakeren",
  "question.typed-for-another.go": "Send likevel",
  "question.almost-stored.title": "Stemmer mobilnummeret?",
  "question.almost-stored.text":
    "Du skrev {typed}. Hos Front Payment står {stored}. Be kunden si mobilnummeret sitt, og sammenlign.",
  "question.almost-stored.stay": "Sjekk nummeret",
  "question.almost-stored.go": "Send til {typed}",
  "question.land-line.title": "Dette er en fasttelefon",
  "question.land-line.text":
    "{number} er en fasttelefon. Fasttelefoner kan som regel ikke ta imot SMS. Be kunden om et mobilnummer, eller send på e-post.",
  "question.land-line.stay": "Endre nummeret",
  "question.land-line.go": "Send likevel",
  "question.company-number.title": "Dette er ikke et mobilnummer",
  "question.company-number.text":
    "{number} er et bedrifts- eller servicenummer. Slike numre kan som regel ikke ta imot SMS. Be kunden om et mobilnummer, eller send på e-post.",
  "question.company-number.stay": "Endre nummeret",
  "question.company-number.go": "Send likevel",
  "question.unfamiliar-range.title": "Ukjent nummerserie",
  "question.unfamiliar-range.text":
    "{number} har riktig lengde, men appen kjenner ingen telefonnumre som begynner slik. Det kan være nytt, eller feil skrevet. Be kunden si det en gang til.",
  "question.unfamiliar-range.stay": "Endre nummeret",
  "question.unfamiliar-range.go": "Send likevel",
  "question.look-alike-letters.title": "Bokstaver fra et annet alfabet",
  "question.look-alike-letters.text":
    "I {typed} er det bokstaver som ligner på andre, men ikke er de samme. Er adressen feil, kan en fremmed få lenken. Slett adressen, og skriv den inn for hånd.",
  "question.look-alike-letters.stay": "Endre adressen",
  "question.look-alike-letters.go": "Send likevel",
  "question.look-alike-domain.title": "Mente du {likely}?",
  "question.look-alike-domain.text":
    "Adressen slutter på {typed}, som ligner på {likely}. Er adressen feil, kan en fremmed få lenken.",
  "question.look-alike-domain.stay": "Endre adressen",
  "question.look-alike-domain.go": "Send til {typed}",
  "question.keep-less.title": "Vil du slette den eldste historikken?",
  "question.keep-less.text": "Historikk fra denne datamaskinen som er eldre enn {time}, blir slettet nå.",
  "question.keep-less.stay": "Behold den",
  "question.keep-less.go": "Slett den",
  "question.delete-history.title": "Vil du slette hele historikken?",
  "question.delete-history.text":
    "Hele historikken fra denne datamaskinen {where} blir slettet, ikke bare det som vises nå. Etterpå kan ikke appen si fra om at en lenke er sendt før.",
  "question.delete-history.stay": "Behold den",
  "question.delete-history.go": "Slett alt sammen",
  "question.forget-token.title": "Vil du slette tilgangsnøkkelen?",
  "question.forget-token.text":
    "Da kan ingenting sendes {where} før en nøkkel er lagret igjen. Nøkkelen slutter ikke å virke hos Front Payment.",
  "question.forget-token.stay": "Behold den",
  "question.forget-token.go": "Slett den",
};
