; Every word of the installer that is ours. NSIS has the rest in these languages.

!macro WORDS LANGUAGE OPEN STILL_OPEN CLOSING PAGE_TITLE PAGE_TEXT FORGET FETCHING NO_WEBVIEW2 NOT_FETCHED
  LangString Open ${LANG_${LANGUAGE}} "${OPEN}"
  LangString StillOpen ${LANG_${LANGUAGE}} "${STILL_OPEN}"
  LangString Closing ${LANG_${LANGUAGE}} "${CLOSING}"
  LangString PageTitle ${LANG_${LANGUAGE}} "${PAGE_TITLE}"
  LangString PageText ${LANG_${LANGUAGE}} "${PAGE_TEXT}"
  LangString Forget ${LANG_${LANGUAGE}} "${FORGET}"
  LangString Fetching ${LANG_${LANGUAGE}} "${FETCHING}"
  LangString NoWebView2 ${LANG_${LANGUAGE}} "${NO_WEBVIEW2}$\n$\nhttps://developer.microsoft.com/microsoft-edge/webview2/"
  LangString NotFetched ${LANG_${LANGUAGE}} "${NOT_FETCHED}$\n$\nhttps://developer.microsoft.com/microsoft-edge/webview2/"
!macroend

!insertmacro WORDS ENGLISH \
  "Resend Reservation is open. Choose OK to close it and continue.$\n$\nIf a payment link is being sent, the app stays open until you have had time to read the result." \
  "Resend Reservation is still open, and nothing has been changed.$\n$\nIf a payment link was being sent, read the result first. Then close the app, and choose Retry here." \
  "Waiting for Resend Reservation to close…" \
  "Remove ${NAME}" "What should happen to what you have saved?" \
  "Also remove the access tokens, the settings and the history of what was sent" \
  "Fetching WebView2 from Microsoft…" \
  "Resend Reservation is installed, but it cannot open its window yet: Microsoft's WebView2 is missing on this computer. Install it from here, or ask the person who looks after the computer:" \
  "Resend Reservation is installed, but it cannot open its window yet: Microsoft's WebView2 is missing on this computer, and it could not be fetched. Usually that means that there is no network, or that the network blocks Microsoft's downloads. Connect and run this installer again, or install WebView2 from here:"

!insertmacro WORDS NORWEGIAN \
  "Resend Reservation er åpen. Velg OK for å lukke den og fortsette.$\n$\nHvis en betalingslenke sendes akkurat nå, forblir appen åpen til du har rukket å lese resultatet." \
  "Resend Reservation er fortsatt åpen, og ingenting er endret.$\n$\nBle en betalingslenke sendt, les resultatet først. Lukk så appen, og fortsett her." \
  "Venter på at Resend Reservation skal lukkes …" \
  "Fjern ${NAME}" "Hva skal skje med det du har lagret?" \
  "Fjern også tilgangsnøklene, innstillingene og historikken over det som er sendt" \
  "Henter WebView2 fra Microsoft …" \
  "Resend Reservation er installert, men får ikke åpnet vinduet sitt ennå: Denne datamaskinen mangler Microsofts WebView2. Installer det herfra, eller spør den som har ansvar for datamaskinen:" \
  "Resend Reservation er installert, men får ikke åpnet vinduet sitt ennå: Denne datamaskinen mangler Microsofts WebView2, og det lot seg ikke hente. Som regel betyr det at datamaskinen er uten nettverk, eller at nettverket stenger for nedlasting fra Microsoft. Koble til og kjør installasjonen på nytt, eller installer WebView2 herfra:"

!insertmacro WORDS SWEDISH \
  "Resend Reservation är öppet. Välj OK för att stänga det och fortsätta.$\n$\nOm en betalningslänk håller på att skickas förblir programmet öppet tills du har hunnit läsa resultatet." \
  "Resend Reservation är fortfarande öppet, och ingenting har ändrats.$\n$\nOm en betalningslänk skickades, läs resultatet först. Stäng sedan programmet och välj Försök igen här." \
  "Väntar på att Resend Reservation ska stängas …" \
  "Ta bort ${NAME}" "Vad ska hända med det som du har sparat?" \
  "Ta även bort åtkomstnycklarna, inställningarna och historiken över det som har skickats" \
  "Hämtar WebView2 från Microsoft …" \
  "Resend Reservation är installerat, men kan inte öppna sitt fönster ännu: den här datorn saknar Microsofts WebView2. Installera det härifrån, eller fråga den som sköter datorn:" \
  "Resend Reservation är installerat, men kan inte öppna sitt fönster ännu: den här datorn saknar Microsofts WebView2, och det gick inte att hämta. Oftast beror det på att datorn saknar nätverk eller att nätverket spärrar hämtning från Microsoft. Anslut och kör installationen igen, eller installera WebView2 härifrån:"

!insertmacro WORDS DANISH \
  "Resend Reservation er åben. Vælg OK for at lukke den og fortsætte.$\n$\nHvis et betalingslink er ved at blive sendt, forbliver appen åben, til du har nået at læse resultatet." \
  "Resend Reservation er stadig åben, og intet er ændret.$\n$\nHvis et betalingslink blev sendt, så læs resultatet først. Luk derefter appen, og vælg Forsøg igen her." \
  "Venter på, at Resend Reservation lukkes …" \
  "Fjern ${NAME}" "Hvad skal der ske med det, du har gemt?" \
  "Fjern også adgangsnøglerne, indstillingerne og historikken over det, der er sendt" \
  "Henter WebView2 fra Microsoft …" \
  "Resend Reservation er installeret, men kan endnu ikke åbne sit vindue: Computeren mangler Microsofts WebView2. Installer det herfra, eller spørg den, der har ansvaret for computeren:" \
  "Resend Reservation er installeret, men kan endnu ikke åbne sit vindue: Computeren mangler Microsofts WebView2, og det kunne ikke hentes. Som regel betyder det, at computeren er uden netværk, eller at netværket spærrer for hentning fra Microsoft. Opret forbindelse, og kør installationen igen, eller installer WebView2 herfra:"

!insertmacro WORDS FINNISH \
  "Resend Reservation on auki. Sulje se ja jatka valitsemalla OK.$\n$\nJos maksulinkkiä lähetetään parhaillaan, ohjelma pysyy auki, kunnes olet ehtinyt lukea tuloksen." \
  "Resend Reservation on yhä auki, eikä mitään ole muutettu.$\n$\nJos maksulinkkiä lähetettiin, lue ensin tulos. Sulje sitten ohjelma ja valitse tässä Yritä uudelleen." \
  "Odotetaan, että Resend Reservation sulkeutuu…" \
  "Poista ${NAME}" "Mitä tallentamillesi tiedoille tehdään?" \
  "Poista myös pääsyavaimet, asetukset ja lähetyshistoria" \
  "Haetaan WebView2 Microsoftilta…" \
  "Resend Reservation on asennettu, mutta se ei voi vielä avata ikkunaansa: tästä tietokoneesta puuttuu Microsoftin WebView2. Asenna se täältä tai kysy tietokoneen ylläpidosta:" \
  "Resend Reservation on asennettu, mutta se ei voi vielä avata ikkunaansa: tästä tietokoneesta puuttuu Microsoftin WebView2, eikä sitä saatu haettua. Yleensä syynä on, ettei verkkoyhteyttä ole tai että verkko estää lataukset Microsoftilta. Yhdistä verkkoon ja aja asennus uudelleen, tai asenna WebView2 täältä:"
