// What has to be mended, what can go wrong and what a test of the connection finds. No code as a headline.
/** @import { Catalogue } from "../catalogue.js" */

/** @type {Catalogue["problems"]} */
export const problems = {
  "reservation-missing": "Skriv inn et reservasjonsnummer eller en lenke",
  "reservation-no-id": "Fant ikke noe reservasjonsnummer i teksten. Det ser slik ut: RES3633019929.",
  "reservation-short-link": "Denne lenken viser ikke reservasjonsnummeret. Finn nummeret og lim det inn her.",
  "reservation-several": "Her står det flere numre. Behold bare det du vil sende.",
  "reservation-cut-off": "Nummeret er kuttet av her. Lim inn eller skriv hele nummeret.",
  "reservation-is-subscription":
    "Dette er et abonnementsnummer. Slike lenker sendes fra Front Payments portal. Her trenger du et nummer som begynner på RES eller ODR.",
  "reservation-is-customer":
    "Dette er et kundenummer. Finn kundens reservasjon i Front Payments portal, og skriv inn nummeret, som begynner på RES eller ODR.",
  "reservation-is-capture":
    "Dette er nummeret på et trekk. Skriv inn nummeret på reservasjonen det hører til. Det begynner på RES eller ODR.",
  "reservation-is-charge":
    "Dette er nummeret på en belastning. Skriv inn nummeret på reservasjonen den hører til. Det begynner på RES eller ODR.",
  "reservation-is-terminal": "Dette er et terminalnummer. Skriv inn reservasjonsnummeret, som begynner på RES eller ODR.",
  "reservation-is-organisation":
    "Dette er nummeret på en virksomhet. Skriv inn reservasjonsnummeret, som begynner på RES eller ODR.",
  "channel-missing": "Velg SMS, e-post eller begge deler",
  "phone-missing": "Skriv inn et mobilnummer",
  "phone-has-letters": "Det er bokstaver i mobilnummeret. Sjekk det du har skrevet.",
  "phone-too-short": "Mobilnummeret er for kort. Sjekk at ingen sifre mangler.",
  "phone-too-long": "Mobilnummeret er for langt. Sjekk at det bare er ett nummer.",
  "phone-several": "Her står det mer enn ett nummer. Behold bare mobilnummeret.",
  "phone-plus-missing": "Dette ser ut som et utenlandsk nummer. Skriv + foran landkoden.",
  "phone-no-such-country": "Ingen land har denne landkoden. Sjekk sifrene etter +.",
  "phone-no-such-number": "Det finnes ikke slike telefonnumre. Sjekk sifrene og landkoden.",
  "email-missing": "Skriv inn en e-postadresse",
  "email-without-at": "E-postadressen mangler @. Den skal se ut som navn@example.com.",
  "email-several": "Her står det flere e-postadresser. Behold bare én.",
  "email-malformed": "Sjekk e-postadressen. Den skal se ut som navn@example.com.",
  "email-domain": "Sjekk det som står etter @. Det skal se ut som example.com.",
};

/** @type {Catalogue["reasons"]} */
export const reasons = {
  "already-cancelled": {
    title: "Ordren er allerede kansellert",
    meaning: "Ingenting ble sendt. Den har ikke lenger noen betalingslenke.",
    next: "Opprett en ny reservasjon hvis kunden fortsatt vil ha den.",
  },
  "already-completed": {
    title: "Ordren er allerede fullført",
    meaning: "Ingenting ble sendt.",
    next: "Si til kunden at det ikke er mer å betale med denne lenken. Er kunden uenig, se i Front Payments portal.",
  },
  "already-paid": {
    title: "Ordren er allerede betalt",
    meaning: "Ingenting ble sendt, og det er ingenting igjen å betale.",
    next: "Si til kunden at betalingen er registrert.",
  },
  "not-found": {
    title: "Fant ikke reservasjonen",
    meaning: "Front Payment kjenner ikke {reservation} i {environment}. Ingenting ble sendt.",
    next: "Sjekk nummeret, og at reservasjonen er opprettet på deres egen avtale i Front Payment.",
  },
  refused: {
    title: "Front Payment godtok det ikke",
    meaning: "Ingenting ble sendt.",
    next: "Sjekk hvem den skal til, og send på nytt.",
  },
  "token-refused": {
    title: "Tilgangsnøkkelen ble avvist",
    meaning: "Ingenting ble sendt. Nøkkelen kan være feil eller byttet ut, eller den kan høre til et annet miljø.",
    next: "Spør den som satte opp maskinen, eller åpne Innstillinger.",
  },
  "not-allowed": {
    title: "Nøkkelen mangler tillatelse",
    meaning: "Ingenting ble sendt. Front Payment kjenner tilgangsnøkkelen, men den har ikke rett til å sende lenker på nytt.",
    next: "Be den som har ansvar for avtalen med Front Payment, om å få det ordnet.",
  },
  "turned-away": {
    title: "Stoppet på veien til Front Payment",
    meaning: "Ingenting ble sendt. Noe mellom datamaskinen og Front Payment slapp ikke appen gjennom, for eksempel en brannmur.",
    next: "Prøv et annet nettverk. Skjer det igjen, kan du kopiere detaljene og sende dem til den som satte opp datamaskinen.",
  },
  "rate-limited": {
    title: "For mange forespørsler nå",
    meaning: "Ingenting ble sendt. Front Payment tar bare imot et visst antall om gangen.",
    next: "Vent et minutt og send på nytt.",
  },
  redirected: {
    title: "Noe står i veien",
    meaning: "Ingenting ble sendt. Nettverket førte oss et annet sted enn til Front Payment, ofte til en innloggingsside.",
    next: "Åpne nettleseren, logg inn på nettverket og send på nytt.",
  },
  "proxy-log-in": {
    title: "Nettverket krever innlogging",
    meaning: "Ingenting ble sendt. Proxyserveren i nettverket slapp oss ikke gjennom.",
    next: "Be den som drifter nettverket, om å slippe appen gjennom til Front Payment.",
  },
  "service-refused": {
    title: "Forespørselen ble avvist",
    meaning: "Ingenting ble sendt. Svaret sier ikke hvorfor, og det er ikke sikkert at det kom fra Front Payment.",
    next: "Prøv en gang til. Skjer det igjen, kan du kopiere detaljene til den som satte opp maskinen.",
  },
  "no-contact": {
    title: "Ingen kontakt med Front Payment",
    meaning: "Ingenting ble sendt.",
    next: "Sjekk nettforbindelsen, og send på nytt. Det du skrev, står her fortsatt.",
  },
  "not-secure": {
    title: "Forbindelsen er ikke trygg",
    meaning: "Ingenting ble sendt. Den andre enden kunne ikke bevise at den er Front Payment.",
    next: "Sjekk dato og klokkeslett på maskinen, og at du er logget inn på nettverket.",
  },
  "no-certificates": {
    title: "Ingen liste over klarerte sertifikater",
    meaning: "Ingenting ble sendt. Uten den listen kan ikke datamaskinen vite at det er Front Payment som svarer.",
    next: "Be den som satte opp datamaskinen, om å installere klarerte sertifikater (på Linux: ca-certificates).",
  },
  "not-started": {
    title: "Appen fikk ikke koblet seg til",
    meaning: "Ingenting ble sendt. Maskinen mangler noe som trengs for en trygg forbindelse.",
    next: "Kopier detaljene til den som satte opp maskinen.",
  },
  "no-answer": {
    title: "Vi vet ikke om lenken ble sendt",
    meaning: "Forespørselen gikk av gårde, men svaret kom ikke i tide. Kunden kan ha fått en melding.",
    next: "Spør kunden før du sender på nytt.",
  },
  "connection-broken": {
    title: "Vi vet ikke om lenken ble sendt",
    meaning: "Forbindelsen ble brutt etter at forespørselen var av gårde. Kunden kan ha fått en melding.",
    next: "Spør kunden før du sender på nytt.",
  },
  "service-failed": {
    title: "Vi vet ikke om lenken ble sendt",
    meaning: "Noe sviktet hos Front Payment etter at forespørselen kom fram. Kunden kan ha fått en melding.",
    next: "Spør kunden før du sender på nytt.",
  },
  "service-unavailable": {
    title: "Vi vet ikke om lenken ble sendt",
    meaning: "Front Payment er stengt en stund, og sier ikke hva som skjedde med forespørselen. Kunden kan ha fått en melding.",
    next: "Spør kunden før du sender på nytt.",
  },
  "unclear-answer": {
    title: "Vi vet ikke om lenken ble sendt",
    meaning: "Svaret sier verken ja eller nei. Kunden kan ha fått en melding.",
    next: "Spør kunden før du sender på nytt.",
  },
  "answer-cut-short": {
    title: "Vi vet ikke om lenken ble sendt",
    meaning: "Svaret stoppet før det var helt framme. Kunden kan ha fått en melding.",
    next: "Spør kunden før du sender på nytt.",
  },
  "token-missing": {
    title: "Tilgangsnøkkelen mangler",
    meaning: "{environment} krever en nøkkel, så ingenting ble sendt.",
    next: "Spør den som satte opp maskinen, eller åpne Innstillinger og lagre nøkkelen.",
  },
  "token-empty": {
    title: "Skriv inn tilgangsnøkkelen",
    meaning: "Feltet er tomt.",
    next: "Lim inn nøkkelen slik dere fikk den fra Front Payment.",
  },
  "token-malformed": {
    title: "Noe fulgte med nøkkelen",
    meaning: "Den har tegn som en nøkkel ikke kan ha, for eksempel et linjeskift.",
    next: "Kopier bare selve nøkkelen, og lim den inn på nytt.",
  },
  "token-too-long": {
    title: "Nøkkelen er for lang",
    meaning: "Det ser ut til at noe mer enn nøkkelen ble med.",
    next: "Kopier bare selve nøkkelen, og lim den inn på nytt.",
  },
  "keychain-absent": {
    title: "Fant ingen nøkkelring",
    meaning: "Tilgangsnøkkelen hører hjemme der, så ingenting ble sendt.",
    next: "Start nøkkelringen (GNOME Keyring eller KWallet) og prøv igjen, eller behold nøkkelen bare til appen lukkes.",
  },
  "keychain-kwallet": {
    title: "KWallet svarer ikke",
    meaning: "Tilgangsnøkkelen hører hjemme i lommeboken, så ingenting ble sendt.",
    next: "Slå på KWallet og «Bruk KWallet for Secret Service-grensesnittet» i Systeminnstillinger, og prøv igjen.",
  },
  "keychain-locked": {
    title: "Nøkkelringen er låst",
    meaning: "Tilgangsnøkkelen ligger der, så ingenting ble sendt.",
    next: "Lås den opp og prøv igjen.",
  },
  "keychain-prompt-cancelled": {
    title: "Nøkkelringen ble ikke låst opp",
    meaning: "Vinduet ble lukket. Tilgangsnøkkelen ligger i nøkkelringen, så ingenting ble sendt.",
    next: "Prøv igjen, og lås opp når den spør.",
  },
  "keychain-no-collection": {
    title: "Nøkkelringen er ikke satt opp",
    meaning: "Den har ikke noe sted å oppbevare tilgangsnøkkelen, så ingenting ble sendt.",
    next: "Åpne «Passord og nøkler», lag en nøkkelring, gjør den til standard, og prøv igjen.",
  },
  "keychain-no-answer": {
    title: "Nøkkelringen svarte ikke",
    meaning: "Tilgangsnøkkelen ligger der, så ingenting ble sendt.",
    next: "Se etter vinduet dens, kanskje bak dette, og prøv igjen.",
  },
  "keychain-several": {
    title: "Flere nøkler i nøkkelringen",
    meaning: "Flere oppføringer har samme navn, og det er uklart hvilken som er appens, så ingenting ble sendt.",
    next: "Lagre nøkkelen på nytt i Innstillinger, så slettes de andre.",
  },
  "keychain-failed": {
    title: "Nøkkelringen virket ikke",
    meaning: "Tilgangsnøkkelen ligger der, så ingenting ble sendt.",
    next: "Logg ut av maskinen og inn igjen, og prøv på nytt.",
  },
  "journal-newer": {
    title: "Loggen er fra en nyere versjon",
    meaning: "En nyere versjon av appen har skrevet ned hva som er sendt. Denne kan ikke føye til mer, så ingenting ble sendt.",
    next: "Installer den nyeste versjonen.",
  },
  "journal-not-written": {
    title: "Sendingen kunne ikke loggføres",
    meaning: "Appen skriver ned hver sending først, slik at ingen får to. Det gikk ikke, så ingenting ble sendt.",
    next: "Sjekk at disken ikke er full, og send på nytt.",
  },
  "journal-put-aside": {
    title: "Loggen var ødelagt",
    meaning: "Hva som er sendt herfra tidligere, er ikke lenger kjent. Den ødelagte filen ligger ved siden av den nye, og en ny logg er påbegynt.",
    next: "Spør kunden om det har kommet en lenke før du sender på nytt.",
  },
  "journal-damaged": {
    title: "Loggen var ødelagt",
    meaning: "Hva som er sendt herfra tidligere, er ikke lenger kjent, så ingenting ble sendt nå. Den ødelagte filen er tatt vare på, og en ny logg er påbegynt.",
    next: "Spør kunden om det har kommet en lenke. Hvis ikke, send på nytt.",
  },
  "journal-removed": {
    title: "Loggen er borte",
    meaning: "Loggfilen ble fjernet eller byttet ut mens appen var åpen. Hva som er sendt herfra tidligere, er ikke lenger kjent, så ingenting ble sendt nå. En ny logg er påbegynt.",
    next: "Spør kunden om det har kommet en lenke. Hvis ikke, send på nytt.",
  },
  "journal-no-locks": {
    title: "Loggen kan ikke låses",
    meaning: "Mappen til appen ligger et sted der filer ikke kan låses, som på enkelte nettverksstasjoner. Da kan to vinduer sende samme lenke, så ingenting ble sendt.",
    next: "Be den som satte opp maskinen, om å legge mappen på maskinens egen disk.",
  },
  "journal-still-read": {
    title: "Slettet, men ikke uten spor",
    meaning: "Historikken er tom. Men et annet vindu av appen, eller et annet program, leser filen, og det ligger fortsatt spor i den.",
    next: "Lukk det, og så dette vinduet. Sporene forsvinner med det siste.",
  },
  "export-failed": {
    title: "Filen kunne ikke lagres",
    meaning: "Ingenting ble eksportert. Historikken er som før.",
    next: "Sjekk at disken ikke er full, og eksporter på nytt.",
  },
  "settings-damaged": {
    title: "Innstillingene kunne ikke leses",
    meaning: "Appen har begynt med nye. Tilgangsnøklene er ikke rørt.",
    next: "Se gjennom Innstillinger og velg på nytt.",
  },
  "settings-not-saved": {
    title: "Valget ble ikke lagret",
    meaning: "Alt er som før.",
    next: "Sjekk at disken ikke er full, og velg på nytt.",
  },
  "environment-changed": {
    title: "Appen har byttet miljø",
    meaning: "Ingenting ble gjort, fordi vinduet fortsatt viste det forrige.",
    next: "Se hvilket miljø vinduet viser nå, og prøv igjen.",
  },
  "setting-fixed": {
    title: "Dette har administratoren bestemt",
    meaning: "Alt er som før.",
    next: "Spør den som satte opp maskinen, hvis det burde være annerledes.",
  },
  "policy-wrong": {
    title: "Sending i Produksjon er stanset",
    meaning: "Ingenting ble sendt. Det er en feil i administratorens innstillinger, og appen gjetter ikke på hva som var ment.",
    next: "Si fra til den som satte opp maskinen. Øverst i vinduet står det hva som må rettes.",
  },
  "history-not-allowed": {
    title: "Historikken vises ikke her",
    meaning: "Det har administratoren bestemt.",
    next: "Spør den som satte opp maskinen, hvis du trenger den.",
  },
  "export-not-allowed": {
    title: "Historikken kan ikke eksporteres herfra",
    meaning: "Det har administratoren bestemt. Ingenting ble lagret.",
    next: "Spør den som satte opp maskinen, hvis du trenger den.",
  },
};

/** @type {Catalogue["checks"]} */
export const checks = {
  "token-refused": "Nøkkelen ble avvist. Sjekk at den hører til {environment}, og at det er den nyeste.",
  "token-missing": "Ingen nøkkel er lagret for {environment} ennå.",
  "token-malformed": "Det som ligger i nøkkelringen, er ikke en gyldig nøkkel. Lagre nøkkelen på nytt.",
  "not-allowed": "Front Payment kjenner nøkkelen, men den har ikke rett til dette.",
  "turned-away":
    "Noe mellom datamaskinen og Front Payment slapp ikke testen gjennom, for eksempel en brannmur. Spør den som drifter nettverket.",
  "rate-limited": "For mange forespørsler nå. Vent et minutt og test på nytt.",
  redirected: "Nettverket førte oss et annet sted. Logg inn på nettverket i nettleseren og test på nytt.",
  "proxy-log-in": "Proxyserveren i nettverket krever innlogging. Spør den som drifter nettverket.",
  "service-refused": "Testen ble avvist uten noen begrunnelse.",
  "no-contact": "Ingen kontakt med Front Payment. Sjekk nettforbindelsen, og test på nytt.",
  "not-secure": "Den andre enden kunne ikke bevise at den er Front Payment. Sjekk dato og klokkeslett på maskinen.",
  "no-certificates":
    "Datamaskinen har ingen liste over klarerte sertifikater. Be den som satte den opp, om å installere dem (på Linux: ca-certificates).",
  "not-started": "Maskinen mangler noe som trengs for en trygg forbindelse.",
  "no-answer": "Svaret kom ikke i tide. Test på nytt om litt.",
  "connection-broken": "Forbindelsen ble brutt. Test på nytt om litt.",
  "service-failed": "Noe sviktet hos Front Payment. Test på nytt om litt.",
  "service-unavailable": "Front Payment er stengt en stund. Test på nytt senere.",
  "unclear-answer": "Svaret var ikke til å forstå. Det er ikke sikkert at det kom fra Front Payment.",
  "answer-cut-short": "Svaret stoppet underveis. Test på nytt om litt.",
  "keychain-absent": "Fant ingen nøkkelring, så nøkkelen kunne ikke leses.",
  "keychain-kwallet": "KWallet svarer ikke, så nøkkelen kunne ikke leses.",
  "keychain-locked": "Nøkkelringen er låst. Lås den opp og test på nytt.",
  "keychain-prompt-cancelled": "Nøkkelringen ble ikke låst opp. Test på nytt, og lås opp når den spør.",
  "keychain-no-collection": "Nøkkelringen er ikke satt opp, så nøkkelen kunne ikke leses.",
  "keychain-no-answer": "Nøkkelringen svarte ikke. Se etter vinduet dens og test på nytt.",
  "keychain-several": "Flere oppføringer i nøkkelringen har samme navn som nøkkelen. Lagre nøkkelen på nytt.",
  "keychain-failed": "Nøkkelringen virket ikke, så nøkkelen kunne ikke leses.",
};
