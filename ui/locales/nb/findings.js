// What "Is everything working?" finds, and what to do about it.
/** @import { Catalogue } from "../catalogue.js" */

/** @type {Catalogue["findings"]} */
export const findings = {
  "token-in-keychain": {
    found: "Nøkkelen for {environment} ligger i {keychain}.",
    next: "",
  },
  "token-one-of-several": {
    found: "Nøkkelen for {environment} ligger i {keychain}. Et annet program har også lagret en der, men appen bruker sin egen.",
    next: "Lagre nøkkelen på nytt, så slettes den andre.",
  },
  "token-for-now": {
    found: "Nøkkelen for {environment} beholdes bare til appen lukkes.",
    next: "Lagre den i {keychain} hvis den skal være der i morgen.",
  },
  "token-missing": {
    found: "Ingen nøkkel er lagret for {environment} ennå.",
    next: "Lagre en under «Tilgangsnøkkel» lenger oppe.",
  },
  "keychain-answers": {
    found: "Den svarer. I øvelsesmodus trenger du ingen nøkkel.",
    next: "",
  },
  "keychain-not-needed": {
    found: "Den svarer ikke. Øvelsesmodus virker uten, men det gjør ikke Demo og Produksjon.",
    next: "Lås den opp eller start den før du kobler til Front Payment.",
  },
  reached: {
    found: "Appen får kontakt med Front Payment.",
    next: "",
  },
  "reached-inside": {
    found: "Øvelsesmodus bruker ikke nettverket. Tjenesten ligger i selve appen, og den svarer.",
    next: "",
  },
  "inside-is-silent": {
    found: "Øvelsestjenesten i appen svarer ikke.",
    next: "Lukk appen, og åpne den igjen.",
  },
  "reached-here": {
    found: "Tjenesten på denne datamaskinen svarer.",
    next: "",
  },
  "no-name": {
    found: "Appen finner ikke adressen til Front Payment.",
    next: "Sjekk at datamaskinen er på nett, og spør den som drifter nettverket, om DNS virker.",
  },
  "no-connection": {
    found: "Ingen svarer.",
    next: "Sjekk nettforbindelsen. Spør den som drifter nettverket, om en brannmur står i veien.",
  },
  trusted: {
    found: "Det er Front Payment som svarer.",
    next: "",
  },
  "stays-here": {
    found: "Alt blir på datamaskinen, så det er ikke noe å sikre.",
    next: "",
  },
  "certificate-date": {
    found: "Ifølge klokka på datamaskinen er sertifikatet ikke gyldig nå.",
    next: "Sjekk dato og klokkeslett på datamaskinen.",
  },
  "certificate-issuer": {
    found: "Datamaskinen stoler ikke på sertifikatet den fikk.",
    next:
      "Spør den som drifter nettverket, om det leser trafikken som går ut. I så fall må sertifikatet til nettverket legges inn på datamaskinen.",
  },
  "not-trusted": {
    found: "Appen kan ikke være sikker på at det er Front Payment som svarer.",
    next: "Spør den som drifter nettverket, hva som svarer i stedet.",
  },
  "clock-right": {
    found: "Den går likt med klokka til Front Payment.",
    next: "",
  },
  "no-other-clock": {
    found: "I øvelsesmodus er det ingen annen klokke å sammenligne med.",
    next: "",
  },
  "no-date": {
    found: "Tjenesten sa ikke hva klokka er.",
    next: "Sammenlign klokka på datamaskinen med en annen.",
  },
  "token-accepted": {
    found: "Front Payment godtar den.",
    next: "",
  },
  "no-token-needed": {
    found: "I øvelsesmodus trengs ingen nøkkel.",
    next: "",
  },
  "no-token-to-try": {
    found: "Det er ingen nøkkel å prøve. Se linjen om {keychain}.",
    next: "",
  },
  "journal-well": {
    found: "Appen kan skrive i den.",
    next: "",
  },
  "journal-put-aside": {
    found: "Den gamle var ødelagt. Den ligger ved siden av en ny, som appen kan skrive i.",
    next: "Før du sender på nytt, spør kunden om det har kommet en lenke.",
  },
  "journal-removed": {
    found: "Den gamle ble fjernet eller byttet ut mens appen var åpen. Appen kan skrive i en ny.",
    next: "Før du sender på nytt, spør kunden om det har kommet en lenke.",
  },
  "journal-newer": {
    found: "Den er fra en nyere versjon av appen, og denne versjonen kan ikke skrive i den. Derfor kan ingenting sendes.",
    next: "Installer den nyeste versjonen.",
  },
  "journal-not-written": {
    found: "Appen kan ikke skrive i den, så ingenting kan sendes.",
    next: "Sjekk at disken ikke er full.",
  },
  "journal-no-locks": {
    found: "Mappen ligger et sted der filer ikke kan låses, som på enkelte nettverksstasjoner. Derfor kan ingenting sendes.",
    next: "Legg mappen på datamaskinens egen disk.",
  },
  "journal-not-needed": {
    found: "Appen kan ikke skrive i den. Øvelsesmodus virker uten, men det gjør ikke Demo og Produksjon.",
    next: "Sjekk at disken ikke er full.",
  },
  version: {
    found: "Dette er versjon {version}. Appen leter ikke selv etter nyere.",
    next: "",
  },
  "no-policy": {
    found: "Ingen styrer innstillingene på denne datamaskinen.",
    next: "",
  },
  "policy-in-force": {
    found: "En administrator styrer noe av det du kan velge her.",
    next: "",
  },
  "policy-wrong": {
    found: "Appen kan ikke lese det administratoren har bestemt, så den sender ikke noe i Produksjon.",
    next: "Be administratoren rette feilen i innstillingsfilen, og åpne appen på nytt.",
  },
  "no-network": {
    found: "Kunne ikke sjekkes fordi det ikke er kontakt med tjenesten.",
    next: "Sjekk på nytt når nettverket virker.",
  },
  "not-secure": {
    found: "Kunne ikke sjekkes fordi forbindelsen ikke er sikker.",
    next: "Sjekk på nytt når forbindelsen er sikker.",
  },
  "not-started": {
    found: "Kunne ikke sjekkes, for noe som må til for en sikker forbindelse, mangler.",
    next: "Si fra til den som satte opp datamaskinen.",
  },
  "no-answer": {
    found: "Kunne ikke sjekkes fordi svaret ikke kom helt fram.",
    next: "Sjekk på nytt om litt.",
  },
};
