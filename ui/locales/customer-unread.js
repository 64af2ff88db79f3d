// More languages of customers, which are offered as they are: nobody who speaks them has read these sentences yet.
/** @import { CustomerWords } from "./catalogue.js" */

export const UNREAD = /** @type {const} @satisfies {Record<string, CustomerWords>} */ ({
  uk: {
    name: "Українська",
    now: {
      sms: "Зараз ви отримаєте SMS від Front Payment, нашого платіжного сервісу, з посиланням для оплати. Воно надійде на номер, що закінчується на {end}, зазвичай протягом кількох хвилин.",
      email: "Зараз ви отримаєте електронний лист від Front Payment, нашого платіжного сервісу, з посиланням для оплати. Він надійде на адресу {email}, зазвичай протягом кількох хвилин. Будь ласка, перевірте також папку «Спам».",
      both: "Зараз ви отримаєте SMS та електронний лист від Front Payment, нашого платіжного сервісу, з посиланням для оплати. SMS надійде на номер, що закінчується на {end}, а лист – на адресу {email}, зазвичай протягом кількох хвилин. Будь ласка, перевірте також папку «Спам».",
    },
    late: {
      sms: "Front Payment, наш платіжний сервіс, надіслав вам SMS із посиланням для оплати на номер, що закінчується на {end}. Будь ласка, перегляньте свої повідомлення.",
      email: "Front Payment, наш платіжний сервіс, надіслав вам електронний лист із посиланням для оплати на адресу {email}. Будь ласка, перевірте також папку «Спам».",
      both: "Front Payment, наш платіжний сервіс, надіслав вам посилання для оплати: SMS на номер, що закінчується на {end}, та електронний лист на адресу {email}. Будь ласка, перевірте також папку «Спам».",
    },
    hasItCome: {
      sms: "Чи отримали ви SMS від Front Payment із посиланням для оплати? Якщо так, воно надійшло на номер, що закінчується на {end}.",
      email: "Чи отримали ви електронний лист від Front Payment із посиланням для оплати? Якщо так, він надійшов на адресу {email}. Будь ласка, перевірте також папку «Спам».",
      both: "Чи отримали ви SMS або електронний лист від Front Payment із посиланням для оплати? Якщо так, SMS надійшло на номер, що закінчується на {end}, а лист – на адресу {email}. Будь ласка, перевірте також папку «Спам».",
    },
    notSent: "Зараз нам не вдалося надіслати посилання для оплати, тож повідомлення поки не надійде.",
    alreadyPaid: "Ваш платіж зареєстровано. За цим посиланням більше нічого не потрібно сплачувати.",
    alreadyCompleted: "За цим посиланням більше нічого не потрібно сплачувати.",
  },
  nl: {
    name: "Nederlands",
    now: {
      sms: "U krijgt nu een sms van Front Payment, onze betaaldienst, met een link om te betalen. De sms gaat naar het nummer dat eindigt op {end} en komt meestal binnen een paar minuten aan.",
      email: "U krijgt nu een e-mail van Front Payment, onze betaaldienst, met een link om te betalen. De e-mail gaat naar {email} en komt meestal binnen een paar minuten aan. Kijk ook even in uw spammap.",
      both: "U krijgt nu een sms en een e-mail van Front Payment, onze betaaldienst, met een link om te betalen. De sms gaat naar het nummer dat eindigt op {end}, de e-mail naar {email}. Ze komen meestal binnen een paar minuten aan. Kijk ook even in uw spammap.",
    },
    late: {
      sms: "Front Payment, onze betaaldienst, heeft u een sms gestuurd met een link om te betalen. De sms ging naar het nummer dat eindigt op {end}. Kijk uw berichten even na.",
      email: "Front Payment, onze betaaldienst, heeft u een e-mail gestuurd met een link om te betalen. De e-mail ging naar {email}. Kijk ook even in uw spammap.",
      both: "Front Payment, onze betaaldienst, heeft u een sms en een e-mail gestuurd met een link om te betalen. De sms ging naar het nummer dat eindigt op {end}, de e-mail naar {email}. Kijk ook even in uw spammap.",
    },
    hasItCome: {
      sms: "Hebt u een sms van Front Payment gekregen met een link om te betalen? Die is dan naar het nummer gegaan dat eindigt op {end}.",
      email: "Hebt u een e-mail van Front Payment gekregen met een link om te betalen? Die is dan naar {email} gegaan. Kijk ook even in uw spammap.",
      both: "Hebt u een sms of een e-mail van Front Payment gekregen met een link om te betalen? De sms is dan naar het nummer gegaan dat eindigt op {end}, de e-mail naar {email}. Kijk ook even in uw spammap.",
    },
    notSent: "We konden de betaallink zojuist niet versturen, dus u krijgt nog geen bericht.",
    alreadyPaid: "Uw betaling is geregistreerd. U hoeft met deze link niets meer te betalen.",
    alreadyCompleted: "U hoeft met deze link niets meer te betalen.",
  },
  fr: {
    name: "Français",
    now: {
      sms: "Vous allez recevoir un SMS de Front Payment, notre service de paiement, avec un lien de paiement. Il est envoyé au numéro qui se termine par {end} et arrive généralement en quelques minutes.",
      email: "Vous allez recevoir un e-mail de Front Payment, notre service de paiement, avec un lien de paiement. Il est envoyé à {email} et arrive généralement en quelques minutes. Pensez à vérifier aussi vos courriers indésirables.",
      both: "Vous allez recevoir un SMS et un e-mail de Front Payment, notre service de paiement, avec un lien de paiement. Le SMS est envoyé au numéro qui se termine par {end}, et l'e-mail à {email}. Ils arrivent généralement en quelques minutes. Pensez à vérifier aussi vos courriers indésirables.",
    },
    late: {
      sms: "Front Payment, notre service de paiement, vous a envoyé un SMS avec un lien de paiement, au numéro qui se termine par {end}. Pensez à vérifier vos messages.",
      email: "Front Payment, notre service de paiement, vous a envoyé un e-mail avec un lien de paiement, à {email}. Pensez à vérifier aussi vos courriers indésirables.",
      both: "Front Payment, notre service de paiement, vous a envoyé un SMS et un e-mail avec un lien de paiement : le SMS au numéro qui se termine par {end}, et l'e-mail à {email}. Pensez à vérifier aussi vos courriers indésirables.",
    },
    hasItCome: {
      sms: "Avez-vous reçu un SMS de Front Payment avec un lien de paiement ? Si oui, il a été envoyé au numéro qui se termine par {end}.",
      email: "Avez-vous reçu un e-mail de Front Payment avec un lien de paiement ? Si oui, il a été envoyé à {email}. Pensez à vérifier aussi vos courriers indésirables.",
      both: "Avez-vous reçu un SMS ou un e-mail de Front Payment avec un lien de paiement ? Si oui, le SMS a été envoyé au numéro qui se termine par {end}, et l'e-mail à {email}. Pensez à vérifier aussi vos courriers indésirables.",
    },
    notSent: "Nous n'avons pas pu envoyer le lien de paiement pour le moment. Vous ne recevrez donc pas encore de message.",
    alreadyPaid: "Votre paiement est enregistré. Il n'y a plus rien à payer avec ce lien.",
    alreadyCompleted: "Il n'y a plus rien à payer avec ce lien.",
  },
  es: {
    name: "Español",
    now: {
      sms: "Va a recibir un SMS de Front Payment, nuestro servicio de pago, con un enlace para pagar. Se envía al número que termina en {end} y suele llegar en unos minutos.",
      email: "Va a recibir un correo electrónico de Front Payment, nuestro servicio de pago, con un enlace para pagar. Se envía a {email} y suele llegar en unos minutos. Mire también en la carpeta de correo no deseado, por favor.",
      both: "Va a recibir un SMS y un correo electrónico de Front Payment, nuestro servicio de pago, con un enlace para pagar. El SMS se envía al número que termina en {end}, y el correo a {email}. Suelen llegar en unos minutos. Mire también en la carpeta de correo no deseado, por favor.",
    },
    late: {
      sms: "Front Payment, nuestro servicio de pago, le ha enviado un SMS con un enlace para pagar al número que termina en {end}. Revise sus mensajes, por favor.",
      email: "Front Payment, nuestro servicio de pago, le ha enviado un correo electrónico con un enlace para pagar a {email}. Mire también en la carpeta de correo no deseado, por favor.",
      both: "Front Payment, nuestro servicio de pago, le ha enviado un enlace para pagar en un SMS al número que termina en {end} y en un correo electrónico a {email}. Mire también en la carpeta de correo no deseado, por favor.",
    },
    hasItCome: {
      sms: "¿Ha recibido un SMS de Front Payment con un enlace para pagar? Si es así, se envió al número que termina en {end}.",
      email: "¿Ha recibido un correo electrónico de Front Payment con un enlace para pagar? Si es así, se envió a {email}. Mire también en la carpeta de correo no deseado, por favor.",
      both: "¿Ha recibido un SMS o un correo electrónico de Front Payment con un enlace para pagar? Si es así, el SMS se envió al número que termina en {end}, y el correo a {email}. Mire también en la carpeta de correo no deseado, por favor.",
    },
    notSent: "Ahora mismo no hemos podido enviar el enlace de pago, así que todavía no recibirá ningún mensaje.",
    alreadyPaid: "Su pago está registrado. Con este enlace ya no hay nada más que pagar.",
    alreadyCompleted: "Con este enlace ya no hay nada más que pagar.",
  },
  lt: {
    name: "Lietuvių",
    now: {
      sms: "Netrukus gausite SMS žinutę iš „Front Payment“, mūsų mokėjimo paslaugos, su mokėjimo nuoroda. Ji siunčiama numeriu, kuris baigiasi {end}, ir paprastai ateina per kelias minutes.",
      email: "Netrukus gausite el. laišką iš „Front Payment“, mūsų mokėjimo paslaugos, su mokėjimo nuoroda. Jis siunčiamas adresu {email} ir paprastai ateina per kelias minutes. Patikrinkite ir šlamšto aplanką.",
      both: "Netrukus gausite SMS žinutę ir el. laišką iš „Front Payment“, mūsų mokėjimo paslaugos, su mokėjimo nuoroda. Žinutė siunčiama numeriu, kuris baigiasi {end}, o laiškas – adresu {email}. Paprastai jie ateina per kelias minutes. Patikrinkite ir šlamšto aplanką.",
    },
    late: {
      sms: "„Front Payment“, mūsų mokėjimo paslauga, išsiuntė jums SMS žinutę su mokėjimo nuoroda numeriu, kuris baigiasi {end}. Peržiūrėkite savo žinutes.",
      email: "„Front Payment“, mūsų mokėjimo paslauga, išsiuntė jums el. laišką su mokėjimo nuoroda adresu {email}. Patikrinkite ir šlamšto aplanką.",
      both: "„Front Payment“, mūsų mokėjimo paslauga, išsiuntė jums mokėjimo nuorodą: SMS žinutę numeriu, kuris baigiasi {end}, ir el. laišką adresu {email}. Patikrinkite ir šlamšto aplanką.",
    },
    hasItCome: {
      sms: "Ar gavote SMS žinutę iš „Front Payment“ su mokėjimo nuoroda? Jei taip, ji buvo išsiųsta numeriu, kuris baigiasi {end}.",
      email: "Ar gavote el. laišką iš „Front Payment“ su mokėjimo nuoroda? Jei taip, jis buvo išsiųstas adresu {email}. Patikrinkite ir šlamšto aplanką.",
      both: "Ar gavote SMS žinutę arba el. laišką iš „Front Payment“ su mokėjimo nuoroda? Jei taip, žinutė buvo išsiųsta numeriu, kuris baigiasi {end}, o laiškas – adresu {email}. Patikrinkite ir šlamšto aplanką.",
    },
    notSent: "Šiuo metu mokėjimo nuorodos išsiųsti nepavyko, todėl žinutės kol kas negausite.",
    alreadyPaid: "Jūsų mokėjimas užregistruotas. Per šią nuorodą daugiau nieko mokėti nereikia.",
    alreadyCompleted: "Per šią nuorodą daugiau nieko mokėti nereikia.",
  },
  fi: {
    name: "Suomi",
    now: {
      sms: "Saat pian tekstiviestin maksupalvelultamme Front Paymentilta. Viestissä on maksulinkki. Se lähetetään numeroon, jonka viimeiset numerot ovat {end}, ja tulee yleensä muutamassa minuutissa.",
      email: "Saat pian sähköpostin maksupalvelultamme Front Paymentilta. Viestissä on maksulinkki. Se lähetetään osoitteeseen {email} ja tulee yleensä muutamassa minuutissa. Katsothan myös roskapostikansion.",
      both: "Saat pian tekstiviestin ja sähköpostin maksupalvelultamme Front Paymentilta. Viesteissä on maksulinkki. Tekstiviesti lähetetään numeroon, jonka viimeiset numerot ovat {end}, ja sähköposti osoitteeseen {email}. Ne tulevat yleensä muutamassa minuutissa. Katsothan myös roskapostikansion.",
    },
    late: {
      sms: "Maksupalvelumme Front Payment on lähettänyt sinulle tekstiviestin, jossa on maksulinkki. Se lähetettiin numeroon, jonka viimeiset numerot ovat {end}. Katsothan viestisi läpi.",
      email: "Maksupalvelumme Front Payment on lähettänyt sinulle sähköpostin, jossa on maksulinkki. Se lähetettiin osoitteeseen {email}. Katsothan myös roskapostikansion.",
      both: "Maksupalvelumme Front Payment on lähettänyt sinulle tekstiviestin ja sähköpostin, joissa on maksulinkki. Tekstiviesti lähetettiin numeroon, jonka viimeiset numerot ovat {end}, ja sähköposti osoitteeseen {email}. Katsothan myös roskapostikansion.",
    },
    hasItCome: {
      sms: "Oletko saanut Front Paymentilta tekstiviestin, jossa on maksulinkki? Se on silloin lähetetty numeroon, jonka viimeiset numerot ovat {end}.",
      email: "Oletko saanut Front Paymentilta sähköpostin, jossa on maksulinkki? Se on silloin lähetetty osoitteeseen {email}. Katsothan myös roskapostikansion.",
      both: "Oletko saanut Front Paymentilta tekstiviestin tai sähköpostin, jossa on maksulinkki? Tekstiviesti on silloin lähetetty numeroon, jonka viimeiset numerot ovat {end}, ja sähköposti osoitteeseen {email}. Katsothan myös roskapostikansion.",
    },
    notSent: "Emme saaneet maksulinkkiä lähetettyä juuri nyt, joten et saa vielä viestiä.",
    alreadyPaid: "Maksusi on rekisteröity. Tällä linkillä ei ole enää maksettavaa.",
    alreadyCompleted: "Tällä linkillä ei ole enää maksettavaa.",
  },
});
