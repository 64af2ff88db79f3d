// Venter på betaling: hvem som fortsatt skal betale, og hvor langt det er lest.
/** @import { Texts } from "../catalogue.js" */

/** @type {Texts<typeof import("../en/waiting.js").waiting>} */
export const waiting = {
  "waiting.title": "Venter på betaling",
  "waiting.search": "Søk",
  "waiting.again": "Les på nytt",
  "waiting.more": { one: "Vis {count} til", other: "Vis {count} til" },
  "waiting.reading": "Leser …",
  "waiting.so-far": { one: "{count} venter så langt", other: "{count} venter så langt" },
  "waiting.count": { one: "{count} venter · {sum}", other: "{count} venter · {sum} til sammen" },
  "waiting.perhaps-more": { one: "{count} venter, kanskje flere", other: "{count} venter, kanskje flere" },
  "waiting.nobody": "Ingen venter på å betale",
  "waiting.nobody.text": "Alle lenker fra disse dagene er betalt, reservert eller kansellert.",
  "waiting.none": "Ingen på listen passer til dette.",
  "waiting.missing": "Ikke lest: {days}. {why} Lenker derfra kan mangle.",
  "waiting.unread": { one: "{count} reservasjon kunne ikke slås opp. {why}", other: "{count} reservasjoner kunne ikke slås opp. {why}" },
  "waiting.read": { one: "Lest {when} · siste dag", other: "Lest {when} · de siste {count} dagene" },
  "waiting.days-read": { one: "{done} av {count} dag lest", other: "{done} av {count} dager lest" },
  "waiting.looked-at": { one: "{done} av {count} slått opp", other: "{done} av {count} slått opp" },
  "waiting.trouble": "Listen kunne ikke leses. {why}.",
  "waiting.put-away": "Listen ble ryddet bort etter 15 minutter",
  "waiting.about": "Reservasjoner der lenken er sendt eller åpnet i disse dagene, og som verken er betalt, reservert eller kansellert. Eldre vises ikke.",
  "waiting.group.expired": "Lenken er utløpt",
  "waiting.group.due": "Frist i dag",
  "waiting.group.failed": "Betalingen mislyktes",
  "waiting.group.opened": "Åpnet, ikke betalt",
  "waiting.group.unopened": "Ikke åpnet",
  "waiting.last.failed": "Betalingen mislyktes {when}",
  "waiting.last.sent.both": "Sendt {when} på SMS og e-post",
  "waiting.due": "frist {date}",

  // Found by name, phone, email, amount or reference
  "find.list": "Reservasjoner som passer",
  "find.count": { one: "{count} som ikke er betalt, {range}", other: "{count} som ikke er betalt, {range}" },
  "find.none": "Ingen ubetalte reservasjoner passer, {range}",
  // Within a sentence
  "find.range": { one: "siste dag", other: "de siste {count} dagene" },
  "find.most": { one: "Bare {count} vises", other: "Bare de {count} første vises" },
  "find.partial": "En del av listen kunne ikke leses, så noen kan mangle",
  "find.reading.begun": "Leser hvem som ikke har betalt …",
  "find.reading": "Leser hvem som ikke har betalt … {far}",
  "find.not-read": "Listen over ubetalte er ikke lest.",
  "find.read": "Les listen",
  "find.choose": "Ingenting ble sendt. Velg en reservasjon med piltastene eller musen.",
  "find.wait": "Ingenting ble sendt. Listen blir fortsatt lest.",
  "find.heard": { one: "{count} reservasjon. Velg den med piltastene.", other: "{count} reservasjoner. Velg en med piltastene." },
};
