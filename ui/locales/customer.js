// What staff read aloud or send to the customer: what comes, from whom, when, and where else to look. In the customer's
// language, whatever the window's is. {end}: the last digits of the number; {email}: the address.

/** @typedef {{ sms: string, email: string, both: string }} Sentences */
/** `late` is for what was sent a while ago. @typedef {Sentences & { name: string, late: Sentences }} CustomerWords */

export const CUSTOMER = /** @type {const} @satisfies {Record<string, CustomerWords>} */ ({
  nb: {
    name: "Norsk",
    sms: "Du får nå en SMS fra Front Payment med en lenke du kan betale med. Den går til nummeret som slutter på {end}, og kommer som regel i løpet av et par minutter.",
    email:
      "Du får nå en e-post fra Front Payment med en lenke du kan betale med. Den går til {email} og kommer som regel i løpet av et par minutter. Se også i søppelposten.",
    both: "Du får nå både en SMS og en e-post fra Front Payment med en lenke du kan betale med. De går til nummeret som slutter på {end}, og til {email}, og kommer som regel i løpet av et par minutter. Se også i søppelposten.",
    late: {
      sms: "Front Payment har sendt deg en SMS med en lenke du kan betale med. Den gikk til nummeret som slutter på {end}. Se gjennom meldingene dine.",
      email: "Front Payment har sendt deg en e-post med en lenke du kan betale med. Den gikk til {email}. Se også i søppelposten.",
      both: "Front Payment har sendt deg både en SMS og en e-post med en lenke du kan betale med. De gikk til nummeret som slutter på {end}, og til {email}. Se også i søppelposten.",
    },
  },
  en: {
    name: "English",
    sms: "You will get a text message from Front Payment with a link to pay. It goes to the number ending in {end}, and usually comes within a few minutes.",
    email:
      "You will get an email from Front Payment with a link to pay. It goes to {email}, and usually comes within a few minutes. Look in the spam folder too.",
    both: "You will get a text message and an email from Front Payment with a link to pay. They go to the number ending in {end} and to {email}, and usually come within a few minutes. Look in the spam folder too.",
    late: {
      sms: "Front Payment has sent you a text message with a link to pay. It went to the number ending in {end}. Look through your messages.",
      email: "Front Payment has sent you an email with a link to pay. It went to {email}. Look in the spam folder too.",
      both: "Front Payment has sent you a text message and an email with a link to pay. They went to the number ending in {end} and to {email}. Look in the spam folder too.",
    },
  },
  sv: {
    name: "Svenska",
    sms: "Du får nu ett sms från Front Payment med en länk som du kan betala med. Det skickas till numret som slutar på {end} och kommer oftast inom ett par minuter.",
    email:
      "Du får nu ett mejl från Front Payment med en länk som du kan betala med. Det skickas till {email} och kommer oftast inom ett par minuter. Titta även i skräpposten.",
    both: "Du får nu både ett sms och ett mejl från Front Payment med en länk som du kan betala med. De skickas till numret som slutar på {end} och till {email}, och kommer oftast inom ett par minuter. Titta även i skräpposten.",
    late: {
      sms: "Front Payment har skickat ett sms till dig med en länk som du kan betala med. Det skickades till numret som slutar på {end}. Titta igenom dina meddelanden.",
      email: "Front Payment har skickat ett mejl till dig med en länk som du kan betala med. Det skickades till {email}. Titta även i skräpposten.",
      both: "Front Payment har skickat både ett sms och ett mejl till dig med en länk som du kan betala med. De skickades till numret som slutar på {end} och till {email}. Titta även i skräpposten.",
    },
  },
  da: {
    name: "Dansk",
    sms: "Du får nu en sms fra Front Payment med et link, du kan betale med. Den bliver sendt til nummeret, der ender på {end}, og kommer som regel inden for et par minutter.",
    email:
      "Du får nu en e-mail fra Front Payment med et link, du kan betale med. Den bliver sendt til {email} og kommer som regel inden for et par minutter. Kig også i spammappen.",
    both: "Du får nu både en sms og en e-mail fra Front Payment med et link, du kan betale med. De bliver sendt til nummeret, der ender på {end}, og til {email}, og kommer som regel inden for et par minutter. Kig også i spammappen.",
    late: {
      sms: "Front Payment har sendt dig en sms med et link, du kan betale med. Den blev sendt til nummeret, der ender på {end}. Kig dine beskeder igennem.",
      email: "Front Payment har sendt dig en e-mail med et link, du kan betale med. Den blev sendt til {email}. Kig også i spammappen.",
      both: "Front Payment har sendt dig både en sms og en e-mail med et link, du kan betale med. De blev sendt til nummeret, der ender på {end}, og til {email}. Kig også i spammappen.",
    },
  },
  de: {
    name: "Deutsch",
    sms: "Sie bekommen jetzt eine SMS von Front Payment mit einem Link zum Bezahlen. Sie geht an die Nummer, die auf {end} endet, und kommt meist innerhalb weniger Minuten.",
    email:
      "Sie bekommen jetzt eine E-Mail von Front Payment mit einem Link zum Bezahlen. Sie geht an {email} und kommt meist innerhalb weniger Minuten. Schauen Sie auch im Spam-Ordner nach.",
    both: "Sie bekommen jetzt eine SMS und eine E-Mail von Front Payment mit einem Link zum Bezahlen. Sie gehen an die Nummer, die auf {end} endet, und an {email}, und kommen meist innerhalb weniger Minuten. Schauen Sie auch im Spam-Ordner nach.",
    late: {
      sms: "Front Payment hat Ihnen eine SMS mit einem Link zum Bezahlen geschickt. Sie ging an die Nummer, die auf {end} endet. Schauen Sie Ihre Nachrichten durch.",
      email: "Front Payment hat Ihnen eine E-Mail mit einem Link zum Bezahlen geschickt. Sie ging an {email}. Schauen Sie auch im Spam-Ordner nach.",
      both: "Front Payment hat Ihnen eine SMS und eine E-Mail mit einem Link zum Bezahlen geschickt. Sie gingen an die Nummer, die auf {end} endet, und an {email}. Schauen Sie auch im Spam-Ordner nach.",
    },
  },
  pl: {
    name: "Polski",
    sms: "Za chwilę przyjdzie SMS od Front Payment z linkiem do płatności. Zostanie wysłany na numer kończący się na {end} i zwykle dociera w ciągu kilku minut.",
    email:
      "Za chwilę przyjdzie e-mail od Front Payment z linkiem do płatności. Zostanie wysłany na adres {email} i zwykle dociera w ciągu kilku minut. Warto sprawdzić też folder ze spamem.",
    both: "Za chwilę przyjdą SMS i e-mail od Front Payment z linkiem do płatności. Zostaną wysłane na numer kończący się na {end} i na adres {email}, i zwykle docierają w ciągu kilku minut. Warto sprawdzić też folder ze spamem.",
    late: {
      sms: "Front Payment wysłał SMS z linkiem do płatności. Został wysłany na numer kończący się na {end}. Warto przejrzeć wiadomości.",
      email: "Front Payment wysłał e-mail z linkiem do płatności. Został wysłany na adres {email}. Warto sprawdzić też folder ze spamem.",
      both: "Front Payment wysłał SMS i e-mail z linkiem do płatności. Zostały wysłane na numer kończący się na {end} i na adres {email}. Warto sprawdzić też folder ze spamem.",
    },
  },
});

/** @typedef {keyof typeof CUSTOMER} CustomerLanguage */
