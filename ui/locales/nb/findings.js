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
    next: "Lagre den i nøkkelringen hvis den skal være der i morgen.",
  },
  "token-missing": {
    found: "Ingen nøkkel er lagret for {environment} ennå.",
    next: "Lagre en under «Tilgangsnøkkel» lenger opp.",
  },
  "keychain-answers": {
    found: "Den svarer. I øvelsesmodus trenger du ingen nøkkel.",
    next: "",
  },
  "keychain-not-needed": {
    found: "Den svarer ikke. Øvelse klarer seg uten, men det gjør ikke Demo og Produksjon.",
    next: "Lås den opp eller start den før du kobler til Front Payment.",
  },
  reached: {
    found: "Appen finner adressen til tjenesten, og noen svarer der.",
    next: "",
  },
  "reached-inside": {
    found: "Øvelse bruker ikke nettet: Tjenesten ligger i selve appen, og den svarer.",
    next: "",
  },
  "inside-is-silent": {
    found: "Øvelsestjenesten i appen svarer ikke.",
    next: "Lukk appen og åpne den igjen.",
  },
  "reached-here": {
    found: "Tjenesten på denne maskinen svarer.",
    next: "",
  },
  "no-name": {
    found: "Appen finner ikke adressen til tjenesten.",
    next: "Sjekk at maskinen er på nett, og spør den som drifter nettverket, om navneoppslag virker.",
  },
  "no-connection": {
    found: "Ingen svarer.",
    next: "Sjekk nettforbindelsen. Spør den som drifter nettverket, om en brannmur står i veien.",
  },
  trusted: {
    found: "Den andre enden har bevist at den er Front Payment.",
    next: "",
  },
  "stays-here": {
    found: "Ingenting forlater maskinen, så det er ingenting å sikre.",
    next: "",
  },
  "certificate-date": {
    found: "Etter klokka på maskinen er sertifikatet til den andre enden ikke gyldig nå.",
    next: "Sjekk dato og klokkeslett på maskinen.",
  },
  "certificate-issuer": {
    found: "Ingen som maskinen stoler på, går god for den andre enden.",
    next: "Spør den som drifter nettverket, om det kontrollerer trafikken. Da må sertifikatet deres installeres på maskinen.",
  },
  "not-trusted": {
    found: "Den andre enden kunne ikke bevise at den er Front Payment.",
    next: "Spør den som drifter nettverket, hva som svarer i stedet.",
  },
  "clock-right": {
    found: "Den går likt med klokka til tjenesten.",
    next: "",
  },
  "no-other-clock": {
    found: "Øvelse har ingen annen klokke enn maskinens egen, så det er ingenting å sammenligne med.",
    next: "",
  },
  "no-date": {
    found: "Tjenesten sa ikke hva klokka er.",
    next: "Sammenlign klokka på maskinen med en annen.",
  },
  "token-accepted": {
    found: "Front Payment godtar den.",
    next: "",
  },
  "no-token-needed": {
    found: "Øvelse trenger ingen.",
    next: "",
  },
  "no-token-to-try": {
    found: "Det er ingen å prøve. Se under nøkkelringen.",
    next: "",
  },
  "journal-well": {
    found: "Appen kan skrive i den.",
    next: "",
  },
  "journal-put-aside": {
    found: "Den gamle var ødelagt. Den ligger ved siden av en ny, som appen kan skrive i.",
    next: "Spør kunden om det har kommet en lenke før du sender på nytt.",
  },
  "journal-removed": {
    found: "Den gamle ble fjernet eller byttet ut mens appen var åpen. Appen kan skrive i en ny.",
    next: "Spør kunden om det har kommet en lenke før du sender på nytt.",
  },
  "journal-newer": {
    found: "En nyere versjon av appen har laget den, og denne kan ikke skrive i den. Derfor kan ingenting sendes.",
    next: "Installer den nyeste versjonen.",
  },
  "journal-not-written": {
    found: "Appen kan ikke skrive i den, så ingenting kan sendes.",
    next: "Sjekk at disken ikke er full.",
  },
  "journal-no-locks": {
    found: "Mappen ligger et sted der filer ikke kan låses, som på enkelte nettverksstasjoner. Derfor kan ingenting sendes.",
    next: "Legg mappen på maskinens egen disk.",
  },
  "journal-not-needed": {
    found: "Appen kan ikke skrive i den. Øvelse klarer seg uten, men det gjør ikke Demo og Produksjon.",
    next: "Sjekk at disken ikke er full.",
  },
  version: {
    found: "Dette er versjon {version}. Appen leter ikke selv etter nyere.",
    next: "",
  },
  "no-policy": {
    found: "Ingen styrer innstillingene på denne maskinen.",
    next: "",
  },
  "policy-in-force": {
    found: "En administrator styrer noen av innstillingene på denne maskinen.",
    next: "",
  },
  "policy-wrong": {
    found: "Det administratoren har bestemt, kan ikke leses, så ingenting sendes i Produksjon.",
    next: "Be administratoren rette reglene, og åpne appen på nytt.",
  },
  "no-network": {
    found: "Kunne ikke sjekkes, siden det ikke er kontakt med tjenesten.",
    next: "",
  },
  "not-secure": {
    found: "Kunne ikke sjekkes, siden forbindelsen ikke er sikker.",
    next: "",
  },
  "not-started": {
    found: "Kunne ikke sjekkes, siden maskinen mangler noe som en sikker forbindelse trenger.",
    next: "",
  },
  "no-answer": {
    found: "Kunne ikke sjekkes, siden det ikke kom noe helt svar.",
    next: "",
  },
};
