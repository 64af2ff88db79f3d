// What staff read aloud or send to the customer: what comes, from whom, when, and where else to look; or why nothing comes.
// In the customer's language, whatever the window's is. {end}: the last digits of the number; {email}: the address.
// Of Swedish, Danish, German and Polish, nobody who grew up with them has read more than what is said right after a send.
/** @import { CustomerWords } from "./catalogue.js" */
import { UNREAD } from "./customer-unread.js";

const READ = /** @type {const} @satisfies {Record<string, CustomerWords>} */ ({
  nb: {
    name: "Norsk",
    now: {
      sms: "Du får nå en SMS fra Front Payment, som vi bruker til betaling, med en lenke du kan betale med. SMS-en går til nummeret som slutter på {end}, og kommer som regel i løpet av noen minutter.",
      email: "Du får nå en e-post fra Front Payment, som vi bruker til betaling, med en lenke du kan betale med. E-posten går til {email} og kommer som regel i løpet av noen minutter. Sjekk også søppelposten.",
      both: "Du får nå både en SMS og en e-post fra Front Payment, som vi bruker til betaling, med en lenke du kan betale med. SMS-en går til nummeret som slutter på {end}, og e-posten til {email}. Begge kommer som regel i løpet av noen minutter. Sjekk også søppelposten.",
    },
    late: {
      sms: "Front Payment, som vi bruker til betaling, har sendt deg en SMS med en lenke du kan betale med. Den gikk til nummeret som slutter på {end}. Se gjennom meldingene dine.",
      email: "Front Payment, som vi bruker til betaling, har sendt deg en e-post med en lenke du kan betale med. Den gikk til {email}. Sjekk også søppelposten.",
      both: "Front Payment, som vi bruker til betaling, har sendt deg både en SMS og en e-post med en lenke du kan betale med. SMS-en gikk til nummeret som slutter på {end}, og e-posten til {email}. Sjekk også søppelposten.",
    },
    hasItCome: {
      sms: "Har du fått en SMS fra Front Payment med en lenke du kan betale med? Den har i så fall gått til nummeret som slutter på {end}.",
      email: "Har du fått en e-post fra Front Payment med en lenke du kan betale med? Den har i så fall gått til {email}. Sjekk også søppelposten.",
      both: "Har du fått en SMS eller en e-post fra Front Payment med en lenke du kan betale med? SMS-en har i så fall gått til nummeret som slutter på {end}, og e-posten til {email}. Sjekk også søppelposten.",
    },
    notSent: "Vi fikk ikke sendt betalingslenken nå, så du får ingen melding ennå.",
    alreadyPaid: "Betalingen din er registrert. Det er ikke mer å betale med denne lenken.",
    alreadyCompleted: "Det er ikke mer å betale med denne lenken.",
  },
  en: {
    name: "English",
    now: {
      sms: "You will get a text message from Front Payment, our payment service, with a link to pay. It goes to the number ending in {end} and usually arrives within a few minutes.",
      email: "You will get an email from Front Payment, our payment service, with a link to pay. It goes to {email} and usually arrives within a few minutes. Please check your spam folder too.",
      both: "You will get a text message and an email from Front Payment, our payment service, with a link to pay. The text message goes to the number ending in {end}, and the email to {email}. Both usually arrive within a few minutes. Please check your spam folder too.",
    },
    late: {
      sms: "Front Payment, our payment service, has sent you a text message with a link to pay. It went to the number ending in {end}. Please look through your messages.",
      email: "Front Payment, our payment service, has sent you an email with a link to pay. It went to {email}. Please check your spam folder too.",
      both: "Front Payment, our payment service, has sent you a text message and an email with a link to pay. The text message went to the number ending in {end}, and the email to {email}. Please check your spam folder too.",
    },
    hasItCome: {
      sms: "Have you received a text message from Front Payment with a link to pay? If so, it went to the number ending in {end}.",
      email: "Have you received an email from Front Payment with a link to pay? If so, it went to {email}. Please check your spam folder too.",
      both: "Have you received a text message or an email from Front Payment with a link to pay? If so, the text message went to the number ending in {end}, and the email to {email}. Please check your spam folder too.",
    },
    notSent: "We could not send the payment link just now, so you will not get a message yet.",
    alreadyPaid: "Your payment is registered. There is nothing more to pay with this link.",
    alreadyCompleted: "There is nothing more to pay with this link.",
  },
  sv: {
    name: "Svenska",
    now: {
      sms: "Du får nu ett sms från Front Payment, som vi använder för betalning, med en länk som du kan betala med. Det skickas till numret som slutar på {end} och kommer oftast inom ett par minuter.",
      email: "Du får nu ett mejl från Front Payment, som vi använder för betalning, med en länk som du kan betala med. Det skickas till {email} och kommer oftast inom ett par minuter. Titta även i skräpposten.",
      both: "Du får nu både ett sms och ett mejl från Front Payment, som vi använder för betalning, med en länk som du kan betala med. Sms:et skickas till numret som slutar på {end} och mejlet till {email}. Båda kommer oftast inom ett par minuter. Titta även i skräpposten.",
    },
    late: {
      sms: "Front Payment, som vi använder för betalning, har skickat ett sms till dig med en länk som du kan betala med. Det skickades till numret som slutar på {end}. Titta igenom dina meddelanden.",
      email: "Front Payment, som vi använder för betalning, har skickat ett mejl till dig med en länk som du kan betala med. Det skickades till {email}. Titta även i skräpposten.",
      both: "Front Payment, som vi använder för betalning, har skickat både ett sms och ett mejl till dig med en länk som du kan betala med. Sms:et skickades till numret som slutar på {end} och mejlet till {email}. Titta även i skräpposten.",
    },
    hasItCome: {
      sms: "Har du fått ett sms från Front Payment med en länk som du kan betala med? I så fall har det kommit till numret som slutar på {end}.",
      email: "Har du fått ett mejl från Front Payment med en länk som du kan betala med? I så fall har det kommit till {email}. Titta även i skräpposten.",
      both: "Har du fått ett sms eller ett mejl från Front Payment med en länk som du kan betala med? I så fall har sms:et kommit till numret som slutar på {end} och mejlet till {email}. Titta även i skräpposten.",
    },
    notSent: "Vi kunde inte skicka betalningslänken just nu, så du får inget meddelande än.",
    alreadyPaid: "Din betalning är registrerad. Det finns inget mer att betala med den här länken.",
    alreadyCompleted: "Det finns inget mer att betala med den här länken.",
  },
  da: {
    name: "Dansk",
    now: {
      sms: "Du får nu en sms fra Front Payment, som vi bruger til betaling, med et link, du kan betale med. Den bliver sendt til nummeret, der ender på {end}, og kommer som regel inden for et par minutter.",
      email: "Du får nu en e-mail fra Front Payment, som vi bruger til betaling, med et link, du kan betale med. Den bliver sendt til {email} og kommer som regel inden for et par minutter. Kig også i spammappen.",
      both: "Du får nu både en sms og en e-mail fra Front Payment, som vi bruger til betaling, med et link, du kan betale med. Sms'en bliver sendt til nummeret, der ender på {end}, og e-mailen til {email}. Begge kommer som regel inden for et par minutter. Kig også i spammappen.",
    },
    late: {
      sms: "Front Payment, som vi bruger til betaling, har sendt dig en sms med et link, du kan betale med. Den blev sendt til nummeret, der ender på {end}. Kig dine beskeder igennem.",
      email: "Front Payment, som vi bruger til betaling, har sendt dig en e-mail med et link, du kan betale med. Den blev sendt til {email}. Kig også i spammappen.",
      both: "Front Payment, som vi bruger til betaling, har sendt dig både en sms og en e-mail med et link, du kan betale med. Sms'en blev sendt til nummeret, der ender på {end}, og e-mailen til {email}. Kig også i spammappen.",
    },
    hasItCome: {
      sms: "Har du fået en sms fra Front Payment med et link, du kan betale med? Den er i så fald sendt til nummeret, der ender på {end}.",
      email: "Har du fået en e-mail fra Front Payment med et link, du kan betale med? Den er i så fald sendt til {email}. Kig også i spammappen.",
      both: "Har du fået en sms eller en e-mail fra Front Payment med et link, du kan betale med? Sms'en er i så fald sendt til nummeret, der ender på {end}, og e-mailen til {email}. Kig også i spammappen.",
    },
    notSent: "Vi kunne ikke sende betalingslinket lige nu, så du får ikke nogen besked endnu.",
    alreadyPaid: "Din betaling er registreret. Der er ikke mere at betale med dette link.",
    alreadyCompleted: "Der er ikke mere at betale med dette link.",
  },
  de: {
    name: "Deutsch",
    now: {
      sms: "Sie bekommen jetzt eine SMS von Front Payment, unserem Zahlungsdienst, mit einem Link zum Bezahlen. Die SMS geht an die Nummer, die auf {end} endet, und kommt meist innerhalb weniger Minuten an.",
      email: "Sie bekommen jetzt eine E-Mail von Front Payment, unserem Zahlungsdienst, mit einem Link zum Bezahlen. Die E-Mail geht an {email} und kommt meist innerhalb weniger Minuten an. Bitte schauen Sie auch im Spam-Ordner nach.",
      both: "Sie bekommen jetzt eine SMS und eine E-Mail von Front Payment, unserem Zahlungsdienst, mit einem Link zum Bezahlen. Die SMS geht an die Nummer, die auf {end} endet, die E-Mail an {email}. Beides kommt meist innerhalb weniger Minuten an. Bitte schauen Sie auch im Spam-Ordner nach.",
    },
    late: {
      sms: "Front Payment, unser Zahlungsdienst, hat Ihnen eine SMS mit einem Link zum Bezahlen geschickt. Sie ging an die Nummer, die auf {end} endet. Bitte sehen Sie Ihre Nachrichten durch.",
      email: "Front Payment, unser Zahlungsdienst, hat Ihnen eine E-Mail mit einem Link zum Bezahlen geschickt. Sie ging an {email}. Bitte schauen Sie auch im Spam-Ordner nach.",
      both: "Front Payment, unser Zahlungsdienst, hat Ihnen eine SMS und eine E-Mail mit einem Link zum Bezahlen geschickt. Die SMS ging an die Nummer, die auf {end} endet, die E-Mail an {email}. Bitte schauen Sie auch im Spam-Ordner nach.",
    },
    hasItCome: {
      sms: "Haben Sie eine SMS von Front Payment mit einem Link zum Bezahlen bekommen? Wenn ja, ging sie an die Nummer, die auf {end} endet.",
      email: "Haben Sie eine E-Mail von Front Payment mit einem Link zum Bezahlen bekommen? Wenn ja, ging sie an {email}. Bitte schauen Sie auch im Spam-Ordner nach.",
      both: "Haben Sie eine SMS oder eine E-Mail von Front Payment mit einem Link zum Bezahlen bekommen? Wenn ja, ging die SMS an die Nummer, die auf {end} endet, und die E-Mail an {email}. Bitte schauen Sie auch im Spam-Ordner nach.",
    },
    notSent: "Wir konnten den Zahlungslink gerade nicht senden. Sie bekommen also noch keine Nachricht.",
    alreadyPaid: "Ihre Zahlung ist registriert. Mit diesem Link ist nichts mehr zu bezahlen.",
    alreadyCompleted: "Mit diesem Link ist nichts mehr zu bezahlen.",
  },
  pl: {
    name: "Polski",
    now: {
      sms: "Za chwilę przyjdzie SMS od Front Payment, naszego serwisu płatności, z linkiem do płatności. Zostanie wysłany na numer kończący się na {end} i powinien dotrzeć w ciągu kilku minut.",
      email: "Za chwilę przyjdzie e-mail od Front Payment, naszego serwisu płatności, z linkiem do płatności. Zostanie wysłany na adres {email} i powinien dotrzeć w ciągu kilku minut. Proszę sprawdzić też folder ze spamem.",
      both: "Za chwilę przyjdą SMS i e-mail od Front Payment, naszego serwisu płatności, z linkiem do płatności. Zostaną wysłane na numer kończący się na {end} i na adres {email}, i powinny dotrzeć w ciągu kilku minut. Proszę sprawdzić też folder ze spamem.",
    },
    late: {
      sms: "Front Payment, nasz serwis płatności, wysłał SMS z linkiem do płatności na numer kończący się na {end}. Proszę przejrzeć wiadomości.",
      email: "Front Payment, nasz serwis płatności, wysłał e-mail z linkiem do płatności na adres {email}. Proszę sprawdzić też folder ze spamem.",
      both: "Front Payment, nasz serwis płatności, wysłał z linkiem do płatności SMS na numer kończący się na {end} i e-mail na adres {email}. Proszę sprawdzić też folder ze spamem.",
    },
    hasItCome: {
      sms: "Czy przyszedł SMS od Front Payment z linkiem do płatności? Jeśli tak, został wysłany na numer kończący się na {end}.",
      email: "Czy przyszedł e-mail od Front Payment z linkiem do płatności? Jeśli tak, został wysłany na adres {email}. Proszę sprawdzić też folder ze spamem.",
      both: "Czy przyszedł SMS lub e-mail od Front Payment z linkiem do płatności? Jeśli tak, SMS został wysłany na numer kończący się na {end}, a e-mail na adres {email}. Proszę sprawdzić też folder ze spamem.",
    },
    notSent: "Nie udało się teraz wysłać linku do płatności, więc wiadomość na razie nie przyjdzie.",
    alreadyPaid: "Płatność została zarejestrowana. Przez ten link nie trzeba już nic płacić.",
    alreadyCompleted: "Przez ten link nie trzeba już nic płacić.",
  },
});

export const CUSTOMER = { ...READ, ...UNREAD };

/** @typedef {keyof typeof CUSTOMER} CustomerLanguage */
