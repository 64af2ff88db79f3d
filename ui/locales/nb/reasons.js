// What has to be mended, what can go wrong and what a test of the connection finds. No code as a headline.
/** @import { Catalogue } from "../catalogue.js" */

/** @type {Catalogue["problems"]} */
export const problems = {
  "reservation-missing": "Skriv inn et reservasjonsnummer eller en lenke",
  "reservation-no-id": "Fant ikke noe reservasjonsnummer i teksten. Et reservasjonsnummer ser slik ut: RES3633019929.",
  "reservation-short-link": "Denne lenken viser ikke reservasjonsnummeret. Finn nummeret, og lim det inn her.",
  "reservation-several": "Her står det flere numre. Behold bare det du vil sende.",
  "reservation-cut-off": "Nummeret er kuttet av her. Lim inn eller skriv hele nummeret.",
  "reservation-is-subscription":
    "Dette er et abonnementsnummer. Slike lenker sendes fra Front Payments portal. Her trenger du et nummer som begynner på RES eller ODR.",
  "reservation-is-customer":
    "Dette er et kundenummer. Finn reservasjonen i Front Payments portal, og skriv inn nummeret. Det begynner på RES eller ODR.",
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
  "phone-no-such-number": "Dette ser ikke ut som et telefonnummer. Sjekk sifrene og landkoden.",
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
    meaning: "Front Payment kjenner ikke {reservation} {where}. Ingenting ble sendt.",
    next: "Sjekk nummeret, og at reservasjonen er opprettet på deres egen avtale i Front Payment.",
  },
  refused: {
    title: "Front Payment avviste opplysningene",
    meaning: "Ingenting ble sendt.",
    next: "Sjekk mottakeren, og send på nytt.",
  },
  "token-refused": {
    title: "Tilgangsnøkkelen ble avvist",
    meaning: "Ingenting ble sendt. Nøkkelen kan være feil eller byttet ut, eller den kan høre til et annet miljø.",
    next: "Spør den som satte opp datamaskinen, eller åpne Innstillinger.",
  },
  "not-allowed": {
    title: "Nøkkelen mangler tillatelse",
    meaning: "Ingenting ble sendt. Front Payment kjenner tilgangsnøkkelen, men den har ikke rett til å sende lenker på nytt.",
    next: "Be den som har ansvar for avtalen med Front Payment, om å få det ordnet.",
  },
  "turned-away": {
    title: "Stoppet på veien til Front Payment",
    meaning: "Ingenting ble sendt. Noe på veien til Front Payment slapp ikke appen gjennom, for eksempel en brannmur.",
    next: "Prøv et annet nettverk. Skjer det igjen, kan du kopiere detaljene og sende dem til den som satte opp datamaskinen.",
  },
  "rate-limited": {
    title: "For mange forsøk på kort tid",
    meaning: "Ingenting ble sendt. Front Payment tar bare imot et visst antall om gangen.",
    next: "Vent ett minutt, og send på nytt.",
  },
  redirected: {
    title: "Nettverket krever kanskje innlogging",
    meaning: "Ingenting ble sendt. Nettverket sendte appen til en annen side, trolig sin egen innloggingsside.",
    next: "Åpne nettleseren, logg inn på nettverket, og send på nytt.",
  },
  "proxy-log-in": {
    title: "Nettverket krever innlogging",
    meaning: "Ingenting ble sendt. Proxyserveren i nettverket slapp ikke appen gjennom.",
    next: "Be den som drifter nettverket, om å slippe appen gjennom til Front Payment.",
  },
  "service-refused": {
    title: "Avvist uten begrunnelse",
    meaning: "Ingenting ble sendt. Svaret sier ikke hvorfor, og det er ikke sikkert at det kom fra Front Payment.",
    next: "Prøv en gang til. Skjer det igjen, kan du kopiere detaljene og sende dem til den som satte opp datamaskinen.",
  },
  "no-contact": {
    title: "Ingen kontakt med Front Payment",
    meaning: "Ingenting ble sendt.",
    next: "Sjekk nettforbindelsen, og send på nytt. Det du skrev, står her fortsatt.",
  },
  "not-secure": {
    title: "Forbindelsen er ikke sikker",
    meaning: "Ingenting ble sendt. Appen kan ikke være sikker på at det er Front Payment som svarer.",
    next: "Sjekk dato og klokkeslett på datamaskinen, og at du er logget inn på nettverket.",
  },
  "no-certificates": {
    title: "Ingen liste over klarerte sertifikater",
    meaning: "Ingenting ble sendt. Uten den listen kan ikke datamaskinen vite at det er Front Payment som svarer.",
    next: "Be den som satte opp datamaskinen, om å installere sertifikatene (på Linux: ca-certificates).",
  },
  "not-started": {
    title: "Appen fikk ikke koblet seg til",
    meaning: "Ingenting ble sendt. Noe som må til for en sikker forbindelse, mangler på datamaskinen.",
    next: "Kopier detaljene, og send dem til den som satte opp datamaskinen.",
  },
  "no-answer": {
    title: "Lenken kan ha blitt sendt",
    meaning: "Front Payment svarte ikke i tide. Kunden kan ha fått en melding.",
    next: "Spør kunden før du sender på nytt.",
  },
  "connection-broken": {
    title: "Lenken kan ha blitt sendt",
    meaning: "Forbindelsen ble brutt før svaret kom. Kunden kan ha fått en melding.",
    next: "Spør kunden før du sender på nytt.",
  },
  "service-failed": {
    title: "Lenken kan ha blitt sendt",
    meaning: "Noe gikk galt hos Front Payment. Kunden kan ha fått en melding.",
    next: "Spør kunden før du sender på nytt.",
  },
  "service-unavailable": {
    title: "Lenken kan ha blitt sendt",
    meaning: "Front Payment er midlertidig utilgjengelig og sier ikke om lenken ble sendt. Kunden kan ha fått en melding.",
    next: "Spør kunden før du sender på nytt.",
  },
  "unclear-answer": {
    title: "Lenken kan ha blitt sendt",
    meaning: "Svaret sier verken ja eller nei. Kunden kan ha fått en melding.",
    next: "Spør kunden før du sender på nytt.",
  },
  "answer-cut-short": {
    title: "Lenken kan ha blitt sendt",
    meaning: "Svaret ble brutt på veien. Kunden kan ha fått en melding.",
    next: "Spør kunden før du sender på nytt.",
  },
  "token-missing": {
    title: "Tilgangsnøkkelen mangler",
    meaning: "{environment} krever en nøkkel, så ingenting ble sendt.",
    next: "Spør den som satte opp datamaskinen, eller åpne Innstillinger og lagre nøkkelen.",
  },
  "token-empty": {
    title: "Skriv inn tilgangsnøkkelen",
    meaning: "Feltet er tomt.",
    next: "Lim inn nøkkelen slik du fikk den fra Front Payment.",
  },
  "token-malformed": {
    title: "Noe annet enn nøkkelen ble med",
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
    meaning: "Appen trenger den for å lagre tilgangsnøkkelen, så ingenting ble sendt.",
    next: "Start nøkkelringen (GNOME Keyring eller KWallet) og prøv igjen, eller behold nøkkelen bare til appen lukkes.",
  },
  "keychain-kwallet": {
    title: "KWallet svarer ikke",
    meaning: "Appen trenger KWallet for å lagre tilgangsnøkkelen, så ingenting ble sendt.",
    next: "Slå på KWallet og «Bruk KWallet for Secret Service-grensesnittet» i Systeminnstillinger, og prøv igjen.",
  },
  "keychain-locked": {
    title: "{Keychain} er låst",
    meaning: "Tilgangsnøkkelen ligger der, så ingenting ble sendt.",
    next: "Lås den opp og prøv igjen.",
  },
  "keychain-prompt-cancelled": {
    title: "{Keychain} ble ikke låst opp",
    meaning: "Vinduet ble lukket. Tilgangsnøkkelen ligger i {keychain}, så ingenting ble sendt.",
    next: "Prøv igjen, og lås opp når du blir spurt.",
  },
  "keychain-no-collection": {
    title: "Nøkkelringen er ikke satt opp",
    meaning: "Det er ikke noe sted å lagre tilgangsnøkkelen, så ingenting ble sendt.",
    next: "Åpne «Passord og nøkler», lag en nøkkelring, gjør den til standard, og prøv igjen.",
  },
  "keychain-no-answer": {
    title: "{Keychain} svarte ikke",
    meaning: "Tilgangsnøkkelen ligger der, så ingenting ble sendt.",
    next: "Kanskje et eget vindu har åpnet seg, eventuelt bak dette. Svar der, og prøv igjen.",
  },
  "keychain-several": {
    title: "Flere nøkler i {keychain}",
    meaning: "Flere oppføringer har samme navn, og det er uklart hvilken som er appens, så ingenting ble sendt.",
    next: "Lagre nøkkelen på nytt i Innstillinger, så slettes de andre.",
  },
  "keychain-failed": {
    title: "{Keychain} virket ikke",
    meaning: "Tilgangsnøkkelen ligger der, så ingenting ble sendt.",
    next: "Logg ut av datamaskinen og inn igjen, og prøv på nytt.",
  },
  "journal-newer": {
    title: "Historikken er fra en nyere versjon",
    meaning: "Denne versjonen av appen kan ikke skrive i historikken, så ingenting ble sendt.",
    next: "Installer den nyeste versjonen.",
  },
  "journal-not-written": {
    title: "Utsendingen kunne ikke registreres",
    meaning:
      "Appen registrerer hver utsending før lenken sendes, så ingen får den to ganger. Det gikk ikke, så ingenting ble sendt.",
    next: "Sjekk at disken ikke er full, og send på nytt.",
  },
  "journal-put-aside": {
    title: "Historikken var ødelagt",
    meaning:
      "Appen vet ikke lenger hva som er sendt herfra før. Den har tatt vare på den ødelagte filen og startet en ny historikk.",
    next: "Før du sender på nytt, spør kunden om det har kommet en lenke.",
  },
  "journal-damaged": {
    title: "Historikken var ødelagt",
    meaning:
      "Appen vet ikke lenger hva som er sendt herfra før, så ingenting ble sendt nå. Den har tatt vare på den ødelagte filen og startet en ny historikk.",
    next: "Spør kunden om det har kommet en lenke. Hvis ikke, send på nytt.",
  },
  "journal-removed": {
    title: "Historikken er borte",
    meaning:
      "Filen ble fjernet eller byttet ut mens appen var åpen. Appen vet ikke lenger hva som er sendt herfra før, så ingenting ble sendt nå. Den har startet en ny historikk.",
    next: "Spør kunden om det har kommet en lenke. Hvis ikke, send på nytt.",
  },
  "journal-no-locks": {
    title: "Historikken kan ikke låses",
    meaning: "Mappen til appen ligger et sted der filer ikke kan låses, som på enkelte nettverksstasjoner. Da kan to vinduer sende samme lenke, så ingenting ble sendt.",
    next: "Be den som satte opp datamaskinen, om å flytte mappen til datamaskinens egen disk.",
  },
  "journal-still-read": {
    title: "Slettet, men spor ligger igjen",
    meaning: "Historikken er tom. Men et annet vindu av appen, eller et annet program, leser filen, og det ligger fortsatt spor i den.",
    next: "Lukk det først, og så dette vinduet. Da forsvinner sporene også.",
  },
  "export-failed": {
    title: "Filen kunne ikke lagres",
    meaning: "Ingenting ble eksportert. Historikken er som før.",
    next: "Sjekk at disken ikke er full, og eksporter på nytt.",
  },
  "settings-damaged": {
    title: "Innstillingene kunne ikke leses",
    meaning: "Appen bruker standardinnstillingene. Tilgangsnøklene er beholdt.",
    next: "Se gjennom Innstillinger og velg på nytt.",
  },
  "settings-not-saved": {
    title: "Valget ble ikke lagret",
    meaning: "Alt er som før.",
    next: "Sjekk at disken ikke er full, og velg på nytt.",
  },
  "environment-changed": {
    title: "Appen har byttet miljø",
    meaning: "Appen gjorde ingenting, for vinduet viste ikke det nye miljøet ennå.",
    next: "Se hvilket miljø vinduet viser nå, og prøv igjen.",
  },
  "setting-fixed": {
    title: "Dette har administratoren bestemt",
    meaning: "Det kan ikke endres her, og alt er som før.",
    next: "Snakk med den som satte opp datamaskinen, hvis du trenger å endre det.",
  },
  "policy-wrong": {
    title: "Du kan ikke sende i Produksjon",
    meaning: "Ingenting ble sendt. Det er en feil i administratorens innstillinger, og appen gjetter ikke på hva som var ment.",
    next: "Si fra til den som satte opp datamaskinen. Øverst i vinduet står det hva som må rettes.",
  },
  "history-not-allowed": {
    title: "Historikken vises ikke her",
    meaning: "Administratoren har slått den av.",
    next: "Spør den som satte opp datamaskinen, hvis du trenger den.",
  },
  "export-not-allowed": {
    title: "Historikken kan ikke eksporteres herfra",
    meaning: "Administratoren har slått av eksport. Ingenting ble lagret.",
    next: "Spør den som satte opp datamaskinen, hvis du trenger den.",
  },
};

/** @type {Catalogue["checks"]} */
export const checks = {
  "token-refused": "Nøkkelen ble avvist. Sjekk at den hører til {environment}, og at det er den nyeste.",
  "token-missing": "Ingen nøkkel er lagret for {environment} ennå. Lagre en under «Tilgangsnøkkel».",
  "token-malformed": "Det som ligger i {keychain}, er ikke en gyldig nøkkel. Lagre nøkkelen på nytt.",
  "not-allowed":
    "Front Payment kjenner nøkkelen, men den har ikke rett til dette. Spør den som har ansvar for avtalen med Front Payment.",
  "turned-away":
    "Noe på veien til Front Payment slapp ikke testen gjennom, for eksempel en brannmur. Spør den som drifter nettverket.",
  "rate-limited": "For mange forsøk på kort tid. Vent ett minutt, og test på nytt.",
  redirected: "Nettverket sendte appen til en annen side. Logg inn på nettverket i nettleseren, og test på nytt.",
  "proxy-log-in": "Proxyserveren i nettverket krever innlogging. Spør den som drifter nettverket.",
  "service-refused":
    "Testen ble avvist uten begrunnelse. Test på nytt. Skjer det igjen, si fra til den som satte opp datamaskinen.",
  "no-contact": "Ingen kontakt med Front Payment. Sjekk nettforbindelsen, og test på nytt.",
  "not-secure": "Appen kan ikke være sikker på at det er Front Payment som svarer. Sjekk dato og klokkeslett på datamaskinen.",
  "no-certificates":
    "Datamaskinen har ingen liste over klarerte sertifikater. Be den som satte den opp, om å installere dem (på Linux: ca-certificates).",
  "not-started": "Noe som må til for en sikker forbindelse, mangler på datamaskinen. Si fra til den som satte opp datamaskinen.",
  "no-answer": "Svaret kom ikke i tide. Test på nytt om litt.",
  "connection-broken": "Forbindelsen ble brutt. Test på nytt om litt.",
  "service-failed": "Noe gikk galt hos Front Payment. Test på nytt om litt.",
  "service-unavailable": "Front Payment er midlertidig utilgjengelig. Test på nytt senere.",
  "unclear-answer": "Appen forsto ikke svaret, og det er ikke sikkert at det kom fra Front Payment. Test på nytt om litt.",
  "answer-cut-short": "Svaret ble brutt på veien. Test på nytt om litt.",
  "keychain-absent": "Fant ingen nøkkelring, så nøkkelen kunne ikke leses. Start GNOME Keyring eller KWallet, og test på nytt.",
  "keychain-kwallet":
    "KWallet svarer ikke, så nøkkelen kunne ikke leses. Slå på KWallet i Systeminnstillinger, og test på nytt.",
  "keychain-locked": "{Keychain} er låst. Lås opp, og test på nytt.",
  "keychain-prompt-cancelled": "{Keychain} ble ikke låst opp. Test på nytt, og lås opp når du blir spurt.",
  "keychain-no-collection": "Nøkkelringen er ikke satt opp. Lag en nøkkelring i «Passord og nøkler», og test på nytt.",
  "keychain-no-answer":
    "{Keychain} svarte ikke. Kanskje et eget vindu har åpnet seg, eventuelt bak dette. Svar der, og test på nytt.",
  "keychain-several": "Flere oppføringer i {keychain} har samme navn som nøkkelen. Lagre nøkkelen på nytt.",
  "keychain-failed":
    "{Keychain} virket ikke, så nøkkelen kunne ikke leses. Logg ut av datamaskinen og inn igjen, og test på nytt.",
};
