use super::Expected;

pub(super) const OUTCOMES: &[Expected] = &[
    Expected {
        reservation: "RES3633019929",
        outcome: "sent",
        title: "Betalingslenken er sendt",
        says: &[
            "I Produksjon ville Front Payment nå ha sendt SMS til +47 41 23 45 67.",
            "Si til kunden at den som regel kommer i løpet av noen minutter.",
            "Dette er en øvelse. Slik ser det ut på ordentlig, men ingen har fått noen melding.",
        ],
    },
    Expected {
        reservation: "RES3633010202",
        outcome: "sent",
        title: "Betalingslenken er sendt",
        says: &["I Produksjon ville Front Payment nå ha sendt SMS til +47 41 23 45 68."],
    },
    Expected {
        reservation: "RES3633011400",
        outcome: "not-sent",
        title: "Ordren er allerede kansellert",
        says: &[
            "Ingenting ble sendt. Den har ikke lenger noen betalingslenke.",
            "Opprett en ny reservasjon hvis kunden fortsatt vil ha den.",
        ],
    },
    Expected {
        reservation: "RES3633012400",
        outcome: "not-sent",
        title: "Ordren er allerede fullført",
        says: &["Ingenting ble sendt.", "Si til kunden at det ikke er mer å betale med denne lenken."],
    },
    Expected {
        reservation: "RES3633013400",
        outcome: "not-sent",
        title: "Ordren er allerede betalt",
        says: &[
            "Ingenting ble sendt, og det er ingenting igjen å betale.",
            "Si til kunden at betalingen er registrert.",
        ],
    },
    Expected {
        reservation: "RES3633011202",
        outcome: "sent",
        title: "Betalingslenken er sendt",
        says: &["I Produksjon ville Front Payment nå ha sendt SMS til +47 41 23 45 82."],
    },
    Expected {
        reservation: "RES3633010404",
        outcome: "not-sent",
        title: "Fant ikke reservasjonen",
        says: &[
            "Øvelsestjenesten kjenner ikke RES3633010404. Ingenting ble sendt.",
            "Velg en fra listen med øvelsesreservasjoner.",
        ],
    },
    Expected {
        reservation: "RES3633010417",
        outcome: "not-sent",
        title: "Front Payment avviste opplysningene",
        says: &[
            "Ingenting ble sendt.",
            "Sjekk mottakeren, og send på nytt.",
            "Front Payments egne ord (på engelsk):",
            "The customer details.msisdn must be a valid phone number.",
        ],
    },
    Expected {
        reservation: "RES3633010401",
        outcome: "not-sent",
        title: "Tilgangsnøkkelen ble avvist",
        says: &["Ingenting ble sendt. Nøkkelen kan være feil eller byttet ut, eller den kan høre til et annet miljø."],
    },
    Expected {
        reservation: "RES3633010429",
        outcome: "not-sent",
        title: "For mange forsøk på kort tid",
        says: &["Ingenting ble sendt.", "Prøv igjen etter kl. "],
    },
    Expected {
        reservation: "RES3633010302",
        outcome: "not-sent",
        title: "Nettverket krever kanskje innlogging",
        says: &["Ingenting ble sendt. Nettverket sendte appen til en annen side"],
    },
    Expected {
        reservation: "RES3633010510",
        outcome: "unknown",
        title: "Lenken kan ha blitt sendt",
        says: &["Kunden kan ha fått en melding.", "Spør kunden før du sender på nytt."],
    },
    Expected {
        reservation: "RES3633010503",
        outcome: "unknown",
        title: "Lenken kan ha blitt sendt",
        says: &[
            "Kunden kan ha fått en melding.",
            "Spør kunden først. Hvis ingenting har kommet, kan du prøve igjen etter kl. ",
        ],
    },
    Expected {
        reservation: "RES3633010000",
        outcome: "unknown",
        title: "Lenken kan ha blitt sendt",
        says: &[
            "Forbindelsen ble brutt før svaret kom. Kunden kan ha fått en melding.",
            "Spør kunden før du sender på nytt.",
        ],
    },
    Expected {
        reservation: "RES3633010200",
        outcome: "unknown",
        title: "Lenken kan ha blitt sendt",
        says: &[
            "Svaret sier verken ja eller nei. Kunden kan ha fått en melding.",
            "Spør kunden før du sender på nytt.",
        ],
    },
    Expected {
        reservation: "ODR1649249709",
        outcome: "sent",
        title: "Betalingslenken er sendt",
        says: &["I Produksjon ville Front Payment nå ha sendt SMS til +47 41 23 45 81."],
    },
];
