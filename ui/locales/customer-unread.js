// More languages of customers, which are offered as they are: nobody who speaks them has read these sentences yet.
/** @import { CustomerWords } from "./catalogue.js" */

export const UNREAD = /** @type {const} @satisfies {Record<string, CustomerWords>} */ ({
  uk: {
    name: "Українська",
    from: { plain: "Front Payment", ours: "Front Payment, нашого платіжного сервісу,", named: "Front Payment, від імені компанії {merchant}," },
    by: { ours: "Front Payment, наш платіжний сервіс,", named: "Front Payment, від імені компанії {merchant}," },
    now: {
      sms: "Зараз ви отримаєте SMS від {from} з посиланням для оплати. Воно надійде на номер, що закінчується на {end}, зазвичай протягом кількох хвилин.",
      email: "Зараз ви отримаєте електронний лист від {from} з посиланням для оплати. Він надійде на адресу {email}, зазвичай протягом кількох хвилин. Будь ласка, перевірте також папку «Спам».",
      both: "Зараз ви отримаєте SMS та електронний лист від {from} з посиланням для оплати. SMS надійде на номер, що закінчується на {end}, а лист – на адресу {email}, зазвичай протягом кількох хвилин. Будь ласка, перевірте також папку «Спам».",
    },
    late: {
      sms: "{by} надіслав вам на номер, що закінчується на {end}, SMS із посиланням для оплати. Будь ласка, перегляньте свої повідомлення.",
      email: "{by} надіслав вам на адресу {email} електронний лист із посиланням для оплати. Будь ласка, перевірте також папку «Спам».",
      both: "{by} надіслав вам посилання для оплати: SMS на номер, що закінчується на {end}, та електронний лист на адресу {email}. Будь ласка, перевірте також папку «Спам».",
    },
    hasItCome: {
      sms: "Чи отримали ви SMS від {from} із посиланням для оплати? Якщо так, воно надійшло на номер, що закінчується на {end}.",
      email: "Чи отримали ви електронний лист від {from} із посиланням для оплати? Якщо так, він надійшов на адресу {email}. Будь ласка, перевірте також папку «Спам».",
      both: "Чи отримали ви SMS або електронний лист від {from} із посиланням для оплати? Якщо так, SMS надійшло на номер, що закінчується на {end}, а лист – на адресу {email}. Будь ласка, перевірте також папку «Спам».",
    },
    notSent: "Зараз нам не вдалося надіслати посилання для оплати, тож повідомлення поки не надійде.",
    alreadyPaid: "Ваш платіж зареєстровано. За цим посиланням більше нічого не потрібно сплачувати.",
    alreadyCompleted: "За цим посиланням більше нічого не потрібно сплачувати.",
    cannotPay: {
      card: "Ваш банк, імовірно, зупинив платіж, щоб захистити вас від шахрайства. Front Payment зареєстровано як фінансову компанію, тому банк не бачить, що ви платите нам. Будь ласка, зателефонуйте до банку й підтвердьте, що це ваш платіж, або скористайтеся іншою карткою.",
      used: "Оплату починали кілька разів, або вона тривала надто довго. Будь ласка, закрийте сторінку й зачекайте кілька хвилин. Потім відкрийте посилання в найновішому повідомленні від Front Payment.",
      bank: "Ваш банк не зміг підтвердити платіж. Будь ласка, перевірте, чи вистачає грошей на рахунку та чи сума не перевищує ліміт картки. Потім спробуйте ще раз і підтвердьте платіж у застосунку банку.",
    },
  },
  nl: {
    name: "Nederlands",
    from: { plain: "Front Payment", ours: "Front Payment, onze betaaldienst,", named: "Front Payment, namens {merchant}," },
    by: { ours: "Front Payment, onze betaaldienst,", named: "Front Payment, namens {merchant}," },
    now: {
      sms: "U krijgt nu een sms van {from} met een link om te betalen. De sms gaat naar het nummer dat eindigt op {end} en komt meestal binnen een paar minuten aan.",
      email: "U krijgt nu een e-mail van {from} met een link om te betalen. De e-mail gaat naar {email} en komt meestal binnen een paar minuten aan. Kijk ook even in uw spammap.",
      both: "U krijgt nu een sms en een e-mail van {from} met een link om te betalen. De sms gaat naar het nummer dat eindigt op {end}, de e-mail naar {email}. Ze komen meestal binnen een paar minuten aan. Kijk ook even in uw spammap.",
    },
    late: {
      sms: "{by} heeft u een sms gestuurd met een link om te betalen. De sms ging naar het nummer dat eindigt op {end}. Kijk uw berichten even na.",
      email: "{by} heeft u een e-mail gestuurd met een link om te betalen. De e-mail ging naar {email}. Kijk ook even in uw spammap.",
      both: "{by} heeft u een sms en een e-mail gestuurd met een link om te betalen. De sms ging naar het nummer dat eindigt op {end}, de e-mail naar {email}. Kijk ook even in uw spammap.",
    },
    hasItCome: {
      sms: "Hebt u een sms van {from} gekregen met een link om te betalen? Die is dan naar het nummer gegaan dat eindigt op {end}.",
      email: "Hebt u een e-mail van {from} gekregen met een link om te betalen? Die is dan naar {email} gegaan. Kijk ook even in uw spammap.",
      both: "Hebt u een sms of een e-mail van {from} gekregen met een link om te betalen? De sms is dan naar het nummer gegaan dat eindigt op {end}, de e-mail naar {email}. Kijk ook even in uw spammap.",
    },
    notSent: "We konden de betaallink zojuist niet versturen, dus u krijgt nog geen bericht.",
    alreadyPaid: "Uw betaling is geregistreerd. U hoeft met deze link niets meer te betalen.",
    alreadyCompleted: "U hoeft met deze link niets meer te betalen.",
    cannotPay: {
      card: "Uw bank heeft de betaling waarschijnlijk tegengehouden om u tegen fraude te beschermen. Front Payment staat geregistreerd als financieel bedrijf, dus de bank ziet niet dat u ons betaalt. Bel uw bank en zeg dat de betaling van u is, of gebruik een andere kaart.",
      used: "De betaling is meerdere keren gestart, of het duurde te lang. Sluit de pagina en wacht een paar minuten. Open daarna de link in het nieuwste bericht van Front Payment.",
      bank: "Uw bank kon de betaling niet bevestigen. Controleer of er genoeg geld op de rekening staat en of het bedrag niet boven de limiet van de kaart ligt. Probeer het daarna opnieuw en bevestig de betaling in de app van uw bank.",
    },
  },
  fr: {
    name: "Français",
    from: { plain: "Front Payment", ours: "Front Payment, notre service de paiement,", named: "Front Payment, au nom de l'établissement {merchant}," },
    by: { ours: "Front Payment, notre service de paiement,", named: "Front Payment, au nom de l'établissement {merchant}," },
    now: {
      sms: "Vous allez recevoir un SMS de {from} avec un lien de paiement. Il est envoyé au numéro qui se termine par {end} et arrive généralement en quelques minutes.",
      email: "Vous allez recevoir un e-mail de {from} avec un lien de paiement. Il est envoyé à {email} et arrive généralement en quelques minutes. Pensez à vérifier aussi vos courriers indésirables.",
      both: "Vous allez recevoir un SMS et un e-mail de {from} avec un lien de paiement. Le SMS est envoyé au numéro qui se termine par {end}, et l'e-mail à {email}. Ils arrivent généralement en quelques minutes. Pensez à vérifier aussi vos courriers indésirables.",
    },
    late: {
      sms: "{by} vous a envoyé un SMS avec un lien de paiement, au numéro qui se termine par {end}. Pensez à vérifier vos messages.",
      email: "{by} vous a envoyé un e-mail avec un lien de paiement, à {email}. Pensez à vérifier aussi vos courriers indésirables.",
      both: "{by} vous a envoyé un SMS et un e-mail avec un lien de paiement : le SMS au numéro qui se termine par {end}, et l'e-mail à {email}. Pensez à vérifier aussi vos courriers indésirables.",
    },
    hasItCome: {
      sms: "Avez-vous reçu un SMS de {from} avec un lien de paiement ? Si oui, il a été envoyé au numéro qui se termine par {end}.",
      email: "Avez-vous reçu un e-mail de {from} avec un lien de paiement ? Si oui, il a été envoyé à {email}. Pensez à vérifier aussi vos courriers indésirables.",
      both: "Avez-vous reçu un SMS ou un e-mail de {from} avec un lien de paiement ? Si oui, le SMS a été envoyé au numéro qui se termine par {end}, et l'e-mail à {email}. Pensez à vérifier aussi vos courriers indésirables.",
    },
    notSent: "Nous n'avons pas pu envoyer le lien de paiement pour le moment. Vous ne recevrez donc pas encore de message.",
    alreadyPaid: "Votre paiement est enregistré. Il n'y a plus rien à payer avec ce lien.",
    alreadyCompleted: "Il n'y a plus rien à payer avec ce lien.",
    cannotPay: {
      card: "Votre banque a probablement bloqué le paiement pour vous protéger contre la fraude. Front Payment est enregistré comme société financière, et la banque ne voit donc pas que vous nous payez. Appelez votre banque pour confirmer que le paiement vient de vous, ou utilisez une autre carte.",
      used: "Le paiement a été commencé plusieurs fois, ou il a pris trop de temps. Fermez la page et attendez quelques minutes. Ouvrez ensuite le lien du dernier message de Front Payment.",
      bank: "Votre banque n'a pas pu confirmer le paiement. Vérifiez qu'il y a assez d'argent sur le compte et que le montant ne dépasse pas le plafond de la carte. Réessayez ensuite, et confirmez le paiement dans l'application de votre banque.",
    },
  },
  es: {
    name: "Español",
    from: { plain: "Front Payment", ours: "Front Payment, nuestro servicio de pago,", named: "Front Payment, en nombre de {merchant}," },
    by: { ours: "Front Payment, nuestro servicio de pago,", named: "Front Payment, en nombre de {merchant}," },
    now: {
      sms: "Va a recibir un SMS de {from} con un enlace para pagar. Se envía al número que termina en {end} y suele llegar en unos minutos.",
      email: "Va a recibir un correo electrónico de {from} con un enlace para pagar. Se envía a {email} y suele llegar en unos minutos. Mire también en la carpeta de correo no deseado, por favor.",
      both: "Va a recibir un SMS y un correo electrónico de {from} con un enlace para pagar. El SMS se envía al número que termina en {end}, y el correo a {email}. Suelen llegar en unos minutos. Mire también en la carpeta de correo no deseado, por favor.",
    },
    late: {
      sms: "{by} le ha enviado un SMS al número que termina en {end} con un enlace para pagar. Revise sus mensajes, por favor.",
      email: "{by} le ha enviado un correo electrónico a {email} con un enlace para pagar. Mire también en la carpeta de correo no deseado, por favor.",
      both: "{by} le ha enviado un enlace para pagar: por SMS al número que termina en {end} y por correo electrónico a {email}. Mire también en la carpeta de correo no deseado, por favor.",
    },
    hasItCome: {
      sms: "¿Ha recibido un SMS de {from} con un enlace para pagar? Si es así, se envió al número que termina en {end}.",
      email: "¿Ha recibido un correo electrónico de {from} con un enlace para pagar? Si es así, se envió a {email}. Mire también en la carpeta de correo no deseado, por favor.",
      both: "¿Ha recibido un SMS o un correo electrónico de {from} con un enlace para pagar? Si es así, el SMS se envió al número que termina en {end}, y el correo a {email}. Mire también en la carpeta de correo no deseado, por favor.",
    },
    notSent: "Ahora mismo no hemos podido enviar el enlace de pago, así que todavía no recibirá ningún mensaje.",
    alreadyPaid: "Su pago está registrado. Con este enlace ya no hay nada más que pagar.",
    alreadyCompleted: "Con este enlace ya no hay nada más que pagar.",
    cannotPay: {
      card: "Probablemente su banco ha detenido el pago para protegerle de un fraude. Front Payment está registrado como empresa financiera, así que el banco no ve que nos paga a nosotros. Llame a su banco y diga que el pago es suyo, o use otra tarjeta, por favor.",
      used: "El pago se inició varias veces o tardó demasiado. Cierre la página y espere unos minutos, por favor. Después abra el enlace del mensaje más reciente de Front Payment.",
      bank: "Su banco no pudo confirmar el pago. Compruebe, por favor, que hay dinero suficiente en la cuenta y que el importe no supera el límite de la tarjeta. Después inténtelo de nuevo y confirme el pago en la aplicación de su banco.",
    },
  },
  lt: {
    name: "Lietuvių",
    from: { plain: "„Front Payment“", ours: "„Front Payment“, mūsų mokėjimo paslaugos,", named: "„Front Payment“, įmonės {merchant} vardu," },
    by: { ours: "„Front Payment“, mūsų mokėjimo paslauga,", named: "„Front Payment“, įmonės {merchant} vardu," },
    now: {
      sms: "Netrukus gausite SMS žinutę iš {from} su mokėjimo nuoroda. Ji siunčiama numeriu, kuris baigiasi {end}, ir paprastai ateina per kelias minutes.",
      email: "Netrukus gausite el. laišką iš {from} su mokėjimo nuoroda. Jis siunčiamas adresu {email} ir paprastai ateina per kelias minutes. Patikrinkite ir šlamšto aplanką.",
      both: "Netrukus gausite SMS žinutę ir el. laišką iš {from} su mokėjimo nuoroda. Žinutė siunčiama numeriu, kuris baigiasi {end}, o laiškas – adresu {email}. Paprastai jie ateina per kelias minutes. Patikrinkite ir šlamšto aplanką.",
    },
    late: {
      sms: "{by} išsiuntė jums SMS žinutę su mokėjimo nuoroda numeriu, kuris baigiasi {end}. Peržiūrėkite savo žinutes.",
      email: "{by} išsiuntė jums el. laišką su mokėjimo nuoroda adresu {email}. Patikrinkite ir šlamšto aplanką.",
      both: "{by} išsiuntė jums mokėjimo nuorodą: SMS žinutę numeriu, kuris baigiasi {end}, ir el. laišką adresu {email}. Patikrinkite ir šlamšto aplanką.",
    },
    hasItCome: {
      sms: "Ar gavote SMS žinutę iš {from} su mokėjimo nuoroda? Jei taip, ji buvo išsiųsta numeriu, kuris baigiasi {end}.",
      email: "Ar gavote el. laišką iš {from} su mokėjimo nuoroda? Jei taip, jis buvo išsiųstas adresu {email}. Patikrinkite ir šlamšto aplanką.",
      both: "Ar gavote SMS žinutę arba el. laišką iš {from} su mokėjimo nuoroda? Jei taip, žinutė buvo išsiųsta numeriu, kuris baigiasi {end}, o laiškas – adresu {email}. Patikrinkite ir šlamšto aplanką.",
    },
    notSent: "Šiuo metu mokėjimo nuorodos išsiųsti nepavyko, todėl žinutės kol kas negausite.",
    alreadyPaid: "Jūsų mokėjimas užregistruotas. Per šią nuorodą daugiau nieko mokėti nereikia.",
    alreadyCompleted: "Per šią nuorodą daugiau nieko mokėti nereikia.",
    cannotPay: {
      card: "Jūsų bankas tikriausiai sustabdė mokėjimą, kad apsaugotų jus nuo sukčiavimo. „Front Payment“ registruota kaip finansų įmonė, todėl bankas nemato, kad mokate mums. Paskambinkite į banką ir patvirtinkite, kad mokėjimas jūsų, arba naudokite kitą kortelę.",
      used: "Mokėjimas buvo pradėtas kelis kartus arba truko per ilgai. Uždarykite puslapį ir palaukite kelias minutes. Tada atidarykite nuorodą naujausioje „Front Payment“ žinutėje.",
      bank: "Jūsų bankas negalėjo patvirtinti mokėjimo. Patikrinkite, ar sąskaitoje pakanka pinigų ir ar suma neviršija kortelės limito. Tada bandykite dar kartą ir patvirtinkite banko programėlėje.",
    },
  },
  fi: {
    name: "Suomi",
    from: { plain: "Front Paymentilta", ours: "maksupalvelultamme Front Paymentilta", named: "Front Paymentilta yrityksen {merchant} puolesta" },
    by: { ours: "Maksupalvelumme Front Payment", named: "Front Payment yrityksen {merchant} puolesta" },
    now: {
      sms: "Saat pian tekstiviestin {from}. Viestissä on maksulinkki. Se lähetetään numeroon, jonka viimeiset numerot ovat {end}, ja tulee yleensä muutamassa minuutissa.",
      email: "Saat pian sähköpostin {from}. Viestissä on maksulinkki. Se lähetetään osoitteeseen {email} ja tulee yleensä muutamassa minuutissa. Katsothan myös roskapostikansion.",
      both: "Saat pian tekstiviestin ja sähköpostin {from}. Viesteissä on maksulinkki. Tekstiviesti lähetetään numeroon, jonka viimeiset numerot ovat {end}, ja sähköposti osoitteeseen {email}. Ne tulevat yleensä muutamassa minuutissa. Katsothan myös roskapostikansion.",
    },
    late: {
      sms: "{by} on lähettänyt sinulle tekstiviestin, jossa on maksulinkki. Se lähetettiin numeroon, jonka viimeiset numerot ovat {end}. Katsothan viestisi läpi.",
      email: "{by} on lähettänyt sinulle sähköpostin, jossa on maksulinkki. Se lähetettiin osoitteeseen {email}. Katsothan myös roskapostikansion.",
      both: "{by} on lähettänyt sinulle tekstiviestin ja sähköpostin, joissa on maksulinkki. Tekstiviesti lähetettiin numeroon, jonka viimeiset numerot ovat {end}, ja sähköposti osoitteeseen {email}. Katsothan myös roskapostikansion.",
    },
    hasItCome: {
      sms: "Oletko saanut {from} tekstiviestin, jossa on maksulinkki? Se on silloin lähetetty numeroon, jonka viimeiset numerot ovat {end}.",
      email: "Oletko saanut {from} sähköpostin, jossa on maksulinkki? Se on silloin lähetetty osoitteeseen {email}. Katsothan myös roskapostikansion.",
      both: "Oletko saanut {from} tekstiviestin tai sähköpostin, jossa on maksulinkki? Tekstiviesti on silloin lähetetty numeroon, jonka viimeiset numerot ovat {end}, ja sähköposti osoitteeseen {email}. Katsothan myös roskapostikansion.",
    },
    notSent: "Emme saaneet maksulinkkiä lähetettyä juuri nyt, joten et saa vielä viestiä.",
    alreadyPaid: "Maksusi on rekisteröity. Tällä linkillä ei ole enää maksettavaa.",
    alreadyCompleted: "Tällä linkillä ei ole enää maksettavaa.",
    cannotPay: {
      card: "Pankkisi on luultavasti pysäyttänyt maksun suojellakseen sinua petokselta. Front Payment on rekisteröity rahoitusalan yritykseksi, joten pankki ei näe, että maksat meille. Soita pankkiin ja kerro, että maksu on sinun, tai käytä toista korttia.",
      used: "Maksu aloitettiin useita kertoja, tai se kesti liian kauan. Sulje sivu ja odota muutama minuutti. Avaa sitten linkki uusimmasta Front Paymentin viestistä.",
      bank: "Pankkisi ei voinut vahvistaa maksua. Tarkista, että tilillä on tarpeeksi rahaa ja ettei summa ylitä kortin rajaa. Yritä sitten uudelleen ja vahvista maksu pankkisi sovelluksessa.",
    },
  },
});
