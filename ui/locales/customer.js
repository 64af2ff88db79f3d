// What staff read aloud or send to the customer: what comes, from whom, when, and where else to look; or why nothing comes.
// In the customer's language, whatever the window's is. {end}: the last digits of the number; {email}: the address; {from} and {by}: who
// sends it, as the one it comes from and as the one that has sent it, introduced by whom the customer pays where that is known.
// Of Swedish, Danish, German and Polish, nobody who grew up with them has read more than what is said right after a send.
/** @import { CustomerWords } from "./catalogue.js" */
import { UNREAD } from "./customer-unread.js";

const READ = /** @type {const} @satisfies {Record<string, CustomerWords>} */ ({
  nb: {
    name: "Norsk",
    from: { plain: "Front Payment", ours: "Front Payment, som vi bruker til betaling,", named: "Front Payment, på vegne av {merchant}," },
    by: { ours: "Front Payment, som vi bruker til betaling,", named: "Front Payment, på vegne av {merchant}," },
    now: {
      sms: "Du får nå en SMS fra {from} med en lenke du kan betale med. SMS-en går til nummeret som slutter på {end}, og kommer som regel i løpet av noen minutter.",
      email: "Du får nå en e-post fra {from} med en lenke du kan betale med. E-posten går til {email} og kommer som regel i løpet av noen minutter. Sjekk også søppelposten.",
      both: "Du får nå både en SMS og en e-post fra {from} med en lenke du kan betale med. SMS-en går til nummeret som slutter på {end}, og e-posten til {email}. Begge kommer som regel i løpet av noen minutter. Sjekk også søppelposten.",
    },
    late: {
      sms: "{by} har sendt deg en SMS med en lenke du kan betale med. Den gikk til nummeret som slutter på {end}. Se gjennom meldingene dine.",
      email: "{by} har sendt deg en e-post med en lenke du kan betale med. Den gikk til {email}. Sjekk også søppelposten.",
      both: "{by} har sendt deg både en SMS og en e-post med en lenke du kan betale med. SMS-en gikk til nummeret som slutter på {end}, og e-posten til {email}. Sjekk også søppelposten.",
    },
    hasItCome: {
      sms: "Har du fått en SMS fra {from} med en lenke du kan betale med? Den har i så fall gått til nummeret som slutter på {end}.",
      email: "Har du fått en e-post fra {from} med en lenke du kan betale med? Den har i så fall gått til {email}. Sjekk også søppelposten.",
      both: "Har du fått en SMS eller en e-post fra {from} med en lenke du kan betale med? SMS-en har i så fall gått til nummeret som slutter på {end}, og e-posten til {email}. Sjekk også søppelposten.",
    },
    notSent: "Vi fikk ikke sendt betalingslenken nå, så du får ingen melding ennå.",
    alreadyPaid: "Betalingen din er registrert. Det er ikke mer å betale med denne lenken.",
    alreadyCompleted: "Det er ikke mer å betale med denne lenken.",
    cannotPay: {
      card: "Banken din har trolig stoppet betalingen for å beskytte deg mot svindel. Front Payment er registrert som et finansforetak, så banken ser ikke at du betaler oss. Ring banken og si at betalingen er fra deg, eller bruk et annet kort.",
      used: "Betalingen ble startet flere ganger, eller den tok for lang tid. Lukk siden og vent noen minutter. Åpne så lenken i den nyeste meldingen fra Front Payment.",
      bank: "Banken din fikk ikke bekreftet betalingen. Sjekk at det er nok penger på kontoen, og at beløpet ikke er over grensen for kortet. Prøv på nytt, og bekreft med BankID eller i bankens app.",
    },
  },
  en: {
    name: "English",
    from: { plain: "Front Payment", ours: "Front Payment, our payment service,", named: "Front Payment, on behalf of {merchant}," },
    by: { ours: "Front Payment, our payment service,", named: "Front Payment, on behalf of {merchant}," },
    now: {
      sms: "You will get a text message from {from} with a link to pay. It goes to the number ending in {end} and usually arrives within a few minutes.",
      email: "You will get an email from {from} with a link to pay. It goes to {email} and usually arrives within a few minutes. Please check your spam folder too.",
      both: "You will get a text message and an email from {from} with a link to pay. The text message goes to the number ending in {end}, and the email to {email}. Both usually arrive within a few minutes. Please check your spam folder too.",
    },
    late: {
      sms: "{by} has sent you a text message with a link to pay. It went to the number ending in {end}. Please look through your messages.",
      email: "{by} has sent you an email with a link to pay. It went to {email}. Please check your spam folder too.",
      both: "{by} has sent you a text message and an email with a link to pay. The text message went to the number ending in {end}, and the email to {email}. Please check your spam folder too.",
    },
    hasItCome: {
      sms: "Have you received a text message from {from} with a link to pay? If so, it went to the number ending in {end}.",
      email: "Have you received an email from {from} with a link to pay? If so, it went to {email}. Please check your spam folder too.",
      both: "Have you received a text message or an email from {from} with a link to pay? If so, the text message went to the number ending in {end}, and the email to {email}. Please check your spam folder too.",
    },
    notSent: "We could not send the payment link just now, so you will not get a message yet.",
    alreadyPaid: "Your payment is registered. There is nothing more to pay with this link.",
    alreadyCompleted: "There is nothing more to pay with this link.",
    cannotPay: {
      card: "Your bank has probably stopped the payment to protect you from fraud. Front Payment is registered as a financial company, so the bank can't see that you are paying us. Please call your bank and tell them that the payment is yours, or use another card.",
      used: "The payment was started several times, or it took too long. Please close the page and wait a few minutes. Then open the link in the newest message from Front Payment.",
      bank: "Your bank could not confirm the payment. Please check that there is enough money in the account, and that the amount is within the limit of the card. Then try again, and confirm the payment in your bank's app or with the code from your bank.",
    },
  },
  sv: {
    name: "Svenska",
    from: { plain: "Front Payment", ours: "Front Payment, som vi använder för betalning,", named: "Front Payment, på uppdrag av {merchant}," },
    by: { ours: "Front Payment, som vi använder för betalning,", named: "Front Payment, på uppdrag av {merchant}," },
    now: {
      sms: "Du får nu ett sms från {from} med en länk som du kan betala med. Det skickas till numret som slutar på {end} och kommer oftast inom ett par minuter.",
      email: "Du får nu ett mejl från {from} med en länk som du kan betala med. Det skickas till {email} och kommer oftast inom ett par minuter. Titta även i skräpposten.",
      both: "Du får nu både ett sms och ett mejl från {from} med en länk som du kan betala med. Sms:et skickas till numret som slutar på {end} och mejlet till {email}. Båda kommer oftast inom ett par minuter. Titta även i skräpposten.",
    },
    late: {
      sms: "{by} har skickat ett sms till dig med en länk som du kan betala med. Det skickades till numret som slutar på {end}. Titta igenom dina meddelanden.",
      email: "{by} har skickat ett mejl till dig med en länk som du kan betala med. Det skickades till {email}. Titta även i skräpposten.",
      both: "{by} har skickat både ett sms och ett mejl till dig med en länk som du kan betala med. Sms:et skickades till numret som slutar på {end} och mejlet till {email}. Titta även i skräpposten.",
    },
    hasItCome: {
      sms: "Har du fått ett sms från {from} med en länk som du kan betala med? I så fall har det kommit till numret som slutar på {end}.",
      email: "Har du fått ett mejl från {from} med en länk som du kan betala med? I så fall har det kommit till {email}. Titta även i skräpposten.",
      both: "Har du fått ett sms eller ett mejl från {from} med en länk som du kan betala med? I så fall har sms:et kommit till numret som slutar på {end} och mejlet till {email}. Titta även i skräpposten.",
    },
    notSent: "Vi kunde inte skicka betalningslänken just nu, så du får inget meddelande än.",
    alreadyPaid: "Din betalning är registrerad. Det finns inget mer att betala med den här länken.",
    alreadyCompleted: "Det finns inget mer att betala med den här länken.",
    cannotPay: {
      card: "Din bank har troligen stoppat betalningen för att skydda dig mot bedrägeri. Front Payment är registrerat som ett finansföretag, så banken ser inte att du betalar oss. Ring banken och säg att betalningen är din, eller använd ett annat kort.",
      used: "Betalningen startades flera gånger, eller så tog den för lång tid. Stäng sidan och vänta några minuter. Öppna sedan länken i det senaste meddelandet från Front Payment.",
      bank: "Din bank kunde inte bekräfta betalningen. Kontrollera att det finns tillräckligt med pengar på kontot och att beloppet inte är över kortets gräns. Försök igen och bekräfta med BankID eller i bankens app.",
    },
  },
  da: {
    name: "Dansk",
    from: { plain: "Front Payment", ours: "Front Payment, som vi bruger til betaling,", named: "Front Payment, på vegne af {merchant}," },
    by: { ours: "Front Payment, som vi bruger til betaling,", named: "Front Payment, på vegne af {merchant}," },
    now: {
      sms: "Du får nu en sms fra {from} med et link, du kan betale med. Den bliver sendt til nummeret, der ender på {end}, og kommer som regel inden for et par minutter.",
      email: "Du får nu en e-mail fra {from} med et link, du kan betale med. Den bliver sendt til {email} og kommer som regel inden for et par minutter. Kig også i spammappen.",
      both: "Du får nu både en sms og en e-mail fra {from} med et link, du kan betale med. Sms'en bliver sendt til nummeret, der ender på {end}, og e-mailen til {email}. Begge kommer som regel inden for et par minutter. Kig også i spammappen.",
    },
    late: {
      sms: "{by} har sendt dig en sms med et link, du kan betale med. Den blev sendt til nummeret, der ender på {end}. Kig dine beskeder igennem.",
      email: "{by} har sendt dig en e-mail med et link, du kan betale med. Den blev sendt til {email}. Kig også i spammappen.",
      both: "{by} har sendt dig både en sms og en e-mail med et link, du kan betale med. Sms'en blev sendt til nummeret, der ender på {end}, og e-mailen til {email}. Kig også i spammappen.",
    },
    hasItCome: {
      sms: "Har du fået en sms fra {from} med et link, du kan betale med? Den er i så fald sendt til nummeret, der ender på {end}.",
      email: "Har du fået en e-mail fra {from} med et link, du kan betale med? Den er i så fald sendt til {email}. Kig også i spammappen.",
      both: "Har du fået en sms eller en e-mail fra {from} med et link, du kan betale med? Sms'en er i så fald sendt til nummeret, der ender på {end}, og e-mailen til {email}. Kig også i spammappen.",
    },
    notSent: "Vi kunne ikke sende betalingslinket lige nu, så du får ikke nogen besked endnu.",
    alreadyPaid: "Din betaling er registreret. Der er ikke mere at betale med dette link.",
    alreadyCompleted: "Der er ikke mere at betale med dette link.",
    cannotPay: {
      card: "Din bank har sandsynligvis stoppet betalingen for at beskytte dig mod svindel. Front Payment er registreret som en finansiel virksomhed, så banken kan ikke se, at du betaler os. Ring til banken, og sig, at betalingen er din, eller brug et andet kort.",
      used: "Betalingen blev startet flere gange, eller den tog for lang tid. Luk siden, og vent nogle minutter. Åbn så linket i den nyeste besked fra Front Payment.",
      bank: "Din bank kunne ikke bekræfte betalingen. Tjek, at der er penge nok på kontoen, og at beløbet ikke er over kortets grænse. Prøv igen, og bekræft med MitID eller i bankens app.",
    },
  },
  de: {
    name: "Deutsch",
    from: { plain: "Front Payment", ours: "Front Payment, unserem Zahlungsdienst,", named: "Front Payment, im Auftrag von {merchant}," },
    by: { ours: "Front Payment, unser Zahlungsdienst,", named: "Front Payment, im Auftrag von {merchant}," },
    now: {
      sms: "Sie bekommen jetzt eine SMS von {from} mit einem Link zum Bezahlen. Die SMS geht an die Nummer, die auf {end} endet, und kommt meist innerhalb weniger Minuten an.",
      email: "Sie bekommen jetzt eine E-Mail von {from} mit einem Link zum Bezahlen. Die E-Mail geht an {email} und kommt meist innerhalb weniger Minuten an. Bitte schauen Sie auch im Spam-Ordner nach.",
      both: "Sie bekommen jetzt eine SMS und eine E-Mail von {from} mit einem Link zum Bezahlen. Die SMS geht an die Nummer, die auf {end} endet, die E-Mail an {email}. Beides kommt meist innerhalb weniger Minuten an. Bitte schauen Sie auch im Spam-Ordner nach.",
    },
    late: {
      sms: "{by} hat Ihnen eine SMS mit einem Link zum Bezahlen geschickt. Sie ging an die Nummer, die auf {end} endet. Bitte sehen Sie Ihre Nachrichten durch.",
      email: "{by} hat Ihnen eine E-Mail mit einem Link zum Bezahlen geschickt. Sie ging an {email}. Bitte schauen Sie auch im Spam-Ordner nach.",
      both: "{by} hat Ihnen eine SMS und eine E-Mail mit einem Link zum Bezahlen geschickt. Die SMS ging an die Nummer, die auf {end} endet, die E-Mail an {email}. Bitte schauen Sie auch im Spam-Ordner nach.",
    },
    hasItCome: {
      sms: "Haben Sie eine SMS von {from} mit einem Link zum Bezahlen bekommen? Wenn ja, ging sie an die Nummer, die auf {end} endet.",
      email: "Haben Sie eine E-Mail von {from} mit einem Link zum Bezahlen bekommen? Wenn ja, ging sie an {email}. Bitte schauen Sie auch im Spam-Ordner nach.",
      both: "Haben Sie eine SMS oder eine E-Mail von {from} mit einem Link zum Bezahlen bekommen? Wenn ja, ging die SMS an die Nummer, die auf {end} endet, und die E-Mail an {email}. Bitte schauen Sie auch im Spam-Ordner nach.",
    },
    notSent: "Wir konnten den Zahlungslink gerade nicht senden. Sie bekommen also noch keine Nachricht.",
    alreadyPaid: "Ihre Zahlung ist registriert. Mit diesem Link ist nichts mehr zu bezahlen.",
    alreadyCompleted: "Mit diesem Link ist nichts mehr zu bezahlen.",
    cannotPay: {
      card: "Ihre Bank hat die Zahlung vermutlich gestoppt, um Sie vor Betrug zu schützen. Front Payment ist als Finanzunternehmen registriert, und die Bank sieht deshalb nicht, dass Sie uns bezahlen. Bitte rufen Sie Ihre Bank an und bestätigen Sie, dass die Zahlung von Ihnen stammt, oder verwenden Sie eine andere Karte.",
      used: "Die Zahlung wurde mehrmals begonnen, oder sie hat zu lange gedauert. Bitte schließen Sie die Seite und warten Sie einige Minuten. Öffnen Sie dann den Link in der neuesten Nachricht von Front Payment.",
      bank: "Ihre Bank konnte die Zahlung nicht bestätigen. Bitte prüfen Sie, ob genug Geld auf dem Konto ist und ob der Betrag das Limit der Karte nicht übersteigt. Versuchen Sie es dann noch einmal, und bestätigen Sie die Zahlung in der App Ihrer Bank.",
    },
  },
  pl: {
    name: "Polski",
    from: { plain: "Front Payment", ours: "Front Payment, naszego serwisu płatności,", named: "Front Payment, w imieniu firmy {merchant}," },
    by: { ours: "Front Payment, nasz serwis płatności,", named: "Front Payment, w imieniu firmy {merchant}," },
    now: {
      sms: "Za chwilę przyjdzie SMS od {from} z linkiem do płatności. Zostanie wysłany na numer kończący się na {end} i powinien dotrzeć w ciągu kilku minut.",
      email: "Za chwilę przyjdzie e-mail od {from} z linkiem do płatności. Zostanie wysłany na adres {email} i powinien dotrzeć w ciągu kilku minut. Proszę sprawdzić też folder ze spamem.",
      both: "Za chwilę przyjdą SMS i e-mail od {from} z linkiem do płatności. Zostaną wysłane na numer kończący się na {end} i na adres {email}, i powinny dotrzeć w ciągu kilku minut. Proszę sprawdzić też folder ze spamem.",
    },
    late: {
      sms: "{by} wysłał na numer kończący się na {end} SMS z linkiem do płatności. Proszę przejrzeć wiadomości.",
      email: "{by} wysłał na adres {email} e-mail z linkiem do płatności. Proszę sprawdzić też folder ze spamem.",
      both: "{by} wysłał link do płatności: SMS-em na numer kończący się na {end} i e-mailem na adres {email}. Proszę sprawdzić też folder ze spamem.",
    },
    hasItCome: {
      sms: "Czy przyszedł SMS od {from} z linkiem do płatności? Jeśli tak, został wysłany na numer kończący się na {end}.",
      email: "Czy przyszedł e-mail od {from} z linkiem do płatności? Jeśli tak, został wysłany na adres {email}. Proszę sprawdzić też folder ze spamem.",
      both: "Czy przyszedł SMS lub e-mail od {from} z linkiem do płatności? Jeśli tak, SMS został wysłany na numer kończący się na {end}, a e-mail na adres {email}. Proszę sprawdzić też folder ze spamem.",
    },
    notSent: "Nie udało się teraz wysłać linku do płatności, więc wiadomość na razie nie przyjdzie.",
    alreadyPaid: "Płatność została zarejestrowana. Przez ten link nie trzeba już nic płacić.",
    alreadyCompleted: "Przez ten link nie trzeba już nic płacić.",
    cannotPay: {
      card: "Bank prawdopodobnie zatrzymał płatność, aby chronić przed oszustwem. Front Payment jest zarejestrowany jako firma finansowa, więc bank nie widzi, że płatność jest dla nas. Proszę zadzwonić do banku i potwierdzić tę płatność albo użyć innej karty.",
      used: "Płatność rozpoczęto kilka razy albo trwała zbyt długo. Proszę zamknąć stronę i poczekać kilka minut. Potem proszę otworzyć link z najnowszej wiadomości od Front Payment.",
      bank: "Bank nie mógł potwierdzić płatności. Proszę sprawdzić, czy na koncie jest dość pieniędzy i czy kwota nie przekracza limitu karty. Potem proszę spróbować ponownie i potwierdzić płatność w aplikacji banku.",
    },
  },
});

export const CUSTOMER = { ...READ, ...UNREAD };

/** @typedef {keyof typeof CUSTOMER} CustomerLanguage */
