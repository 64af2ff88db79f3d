// What has to be mended, what can go wrong and what a test of the connection finds. No code as a headline.

export const problems = /** @type {const} */ ({
  "reservation-missing": "Enter a reservation number or link",
  "reservation-no-id": "There is no reservation number in this text. A reservation number looks like RES3633019929.",
  "reservation-short-link": "This link does not show the reservation number. Find the number and paste it here.",
  "reservation-several": "There is more than one number here. Keep only the one you want to send.",
  "reservation-cut-off": "The number is cut off here. Paste or type the whole number.",
  "reservation-is-subscription":
    "This is a subscription number. Its links are sent from Front Payment's portal. Here, enter a number that begins with RES or ODR.",
  "reservation-is-customer":
    "This is a customer number. Find the customer's reservation in Front Payment's portal, and enter its number, which begins with RES or ODR.",
  "reservation-is-capture":
    "This is the number of a capture. Enter the number of the reservation that it belongs to, which begins with RES or ODR.",
  "reservation-is-charge":
    "This is the number of a charge. Enter the number of the reservation that it belongs to, which begins with RES or ODR.",
  "reservation-is-terminal": "This is the number of a terminal. Enter the reservation number, which begins with RES or ODR.",
  "reservation-is-organisation":
    "This is the number of an organisation. Enter the reservation number, which begins with RES or ODR.",
  "channel-missing": "Choose SMS, email or both",
  "phone-missing": "Enter a phone number",
  "phone-has-letters": "There are letters in the phone number. Check what was typed.",
  "phone-too-short": "The phone number is too short. Check that no digit is missing.",
  "phone-too-long": "The phone number is too long. Check that it is one number only.",
  "phone-several": "There is more than one number here. Keep only the phone number.",
  "phone-plus-missing": "This looks like a number from another country. Put a + before the country code.",
  "phone-no-such-country": "No country has this country code. Check the digits after the +.",
  "phone-no-such-number": "This does not look like a phone number. Check the digits and the country code.",
  "email-missing": "Enter an email address",
  "email-without-at": "The email address has no @. It should look like name@example.com.",
  "email-several": "There is more than one email address here. Keep only one.",
  "email-malformed": "Check the email address. It should look like name@example.com.",
  "email-domain": "Check what comes after the @. It should look like example.com.",
});

export const reasons = /** @type {const} */ ({
  "already-cancelled": {
    title: "Order already cancelled",
    meaning: "Nothing was sent. It has no payment link any more.",
    next: "Make a new reservation if the customer still wants it.",
  },
  "already-completed": {
    title: "Order already completed",
    meaning: "Nothing was sent.",
    next: "Tell the customer that there is nothing more to pay with this link. If they disagree, look in Front Payment's portal.",
  },
  "already-paid": {
    title: "Order already paid",
    meaning: "Nothing was sent, and nothing is left to pay.",
    next: "Tell the customer that the payment is registered.",
  },
  "not-found": {
    title: "No such reservation",
    meaning: "Front Payment does not know {reservation} {where}. Nothing was sent.",
    next: "Check the number, and that the reservation was made under your own agreement with Front Payment.",
  },
  refused: {
    title: "Front Payment refused the details",
    meaning: "Nothing was sent.",
    next: "Check who it goes to, then send again.",
  },
  "token-refused": {
    title: "The access token was refused",
    meaning: "Nothing was sent. The token may be mistyped, replaced, or for another environment.",
    next: "Ask the person who set up this computer, or open Settings.",
  },
  "not-allowed": {
    title: "The token has no permission",
    meaning: "Nothing was sent. Front Payment knows the access token, but it is not allowed to send links again.",
    next: "Ask the person who manages the agreement with Front Payment to add this permission.",
  },
  "turned-away": {
    title: "Stopped before it reached Front Payment",
    meaning: "Nothing was sent. Something between this computer and Front Payment did not let it through, such as a firewall.",
    next: "Try another network. If it happens again, copy the details and send them to the person who set up this computer.",
  },
  "rate-limited": {
    title: "Too many attempts right now",
    meaning: "Nothing was sent. Front Payment accepts only so many at a time.",
    next: "Wait one minute, then send again.",
  },
  redirected: {
    title: "The network may need a log-in",
    meaning: "Nothing was sent. The network sent the app to a different page, probably its own log-in page.",
    next: "Open a web browser, log in to the network, then send again.",
  },
  "proxy-log-in": {
    title: "The network requires a log-in",
    meaning: "Nothing was sent. The proxy server of this network did not let the app through.",
    next: "Ask the person who runs the network to let this app reach Front Payment.",
  },
  "service-refused": {
    title: "Refused without a reason",
    meaning: "Nothing was sent. The answer does not say why, and may not have come from Front Payment at all.",
    next: "Try once more. If it happens again, copy the details and send them to the person who set up this computer.",
  },
  "no-contact": {
    title: "No contact with Front Payment",
    meaning: "Nothing was sent.",
    next: "Check the network connection, then send again. What you typed is kept.",
  },
  "not-secure": {
    title: "The connection is not secure",
    meaning: "Nothing was sent. The app can't be sure that it is Front Payment that answers.",
    next: "Check the date and time of this computer, and that you are logged in to the network.",
  },
  "no-certificates": {
    title: "No list of trusted certificates",
    meaning: "Nothing was sent. Without that list, this computer cannot know that it is Front Payment that answers.",
    next: "Ask the person who set up this computer to install trusted certificates (on Linux: ca-certificates).",
  },
  "not-started": {
    title: "The app could not connect",
    meaning: "Nothing was sent. Something needed for a secure connection is missing on this computer.",
    next: "Copy the details and send them to the person who set up this computer.",
  },
  "no-answer": {
    title: "It may have been sent",
    meaning: "Front Payment did not answer in time. The customer may have got a message.",
    next: "Ask the customer before you send again.",
  },
  "connection-broken": {
    title: "It may have been sent",
    meaning: "The connection broke before the answer came. The customer may have got a message.",
    next: "Ask the customer before you send again.",
  },
  "service-failed": {
    title: "It may have been sent",
    meaning: "Something went wrong at Front Payment. The customer may have got a message.",
    next: "Ask the customer before you send again.",
  },
  "service-unavailable": {
    title: "It may have been sent",
    meaning:
      "Front Payment is temporarily unavailable, and does not say whether the link was sent. The customer may have got a message.",
    next: "Ask the customer before you send again.",
  },
  "unclear-answer": {
    title: "It may have been sent",
    meaning: "The answer says neither yes nor no. The customer may have got a message.",
    next: "Ask the customer before you send again.",
  },
  "answer-cut-short": {
    title: "It may have been sent",
    meaning: "The answer was cut off before it was complete. The customer may have got a message.",
    next: "Ask the customer before you send again.",
  },
  "token-missing": {
    title: "There is no access token yet",
    meaning: "{environment} needs one, so nothing was sent.",
    next: "Ask the person who set up this computer, or open Settings and save the token.",
  },
  "token-empty": {
    title: "Enter the access token",
    meaning: "The box is empty.",
    next: "Paste the token as Front Payment gave it.",
  },
  "token-malformed": {
    title: "More than the token was copied",
    meaning: "It has characters that a token can't have, such as a line break.",
    next: "Copy only the token, and paste it again.",
  },
  "token-too-long": {
    title: "The token is too long",
    meaning: "Something else seems to have been copied too.",
    next: "Copy only the token, and paste it again.",
  },
  "keychain-absent": {
    title: "There is no keychain here",
    meaning: "The app needs it to keep the access token, so nothing was sent.",
    next: "Start the keychain (GNOME Keyring or KWallet) and try again, or keep the token only until the app closes.",
  },
  "keychain-kwallet": {
    title: "KWallet does not answer",
    meaning: "The app needs it to keep the access token, so nothing was sent.",
    next: "Turn on KWallet and “Use KWallet for the Secret Service interface” in System Settings, then try again.",
  },
  "keychain-locked": {
    title: "{Keychain} is locked",
    meaning: "The access token is in it, so nothing was sent.",
    next: "Unlock it and try again.",
  },
  "keychain-prompt-cancelled": {
    title: "{Keychain} was not unlocked",
    meaning: "Its window was closed. The access token is in {keychain}, so nothing was sent.",
    next: "Try again, and unlock it when it asks.",
  },
  "keychain-no-collection": {
    title: "The keychain is not set up",
    meaning: "It has no place to keep the access token, so nothing was sent.",
    next: "Open “Passwords and Keys”, create a keyring, make it the default, and try again.",
  },
  "keychain-no-answer": {
    title: "{Keychain} did not answer",
    meaning: "The access token is in it, so nothing was sent.",
    next: "It may have opened a window of its own, perhaps behind this one. Answer there, and try again.",
  },
  "keychain-several": {
    title: "Several tokens in {keychain}",
    meaning: "Several entries have the name of this token, and none is clearly this app's, so nothing was sent.",
    next: "Save the token again in Settings. That removes the others.",
  },
  "keychain-failed": {
    title: "{Keychain} did not work",
    meaning: "The access token is in it, so nothing was sent.",
    next: "Log out of this computer and in again, then try once more.",
  },
  "journal-newer": {
    title: "History from a newer version",
    meaning: "This version of the app can't add to the history, so nothing was sent.",
    next: "Install the newest version.",
  },
  "journal-not-written": {
    title: "The attempt could not be recorded",
    meaning:
      "The app records each message before it sends it, so that nobody gets it twice. That did not work, so nothing was sent.",
    next: "Check that the disk is not full, and send again.",
  },
  "journal-put-aside": {
    title: "The history was damaged",
    meaning: "The app no longer knows what was sent from here before. It has kept the damaged file and started a new history.",
    next: "Before sending a link again, ask the customer whether one has come.",
  },
  "journal-damaged": {
    title: "The history was damaged",
    meaning:
      "The app no longer knows what was sent from here before, so nothing was sent now. It has kept the damaged file and started a new history.",
    next: "Ask the customer whether a link has come. If not, send again.",
  },
  "journal-removed": {
    title: "The history is missing",
    meaning:
      "Its file was removed or replaced while the app was open. The app no longer knows what was sent from here before, so nothing was sent now. It has started a new history.",
    next: "Ask the customer whether a link has come. If not, send again.",
  },
  "journal-no-locks": {
    title: "The history can't be locked",
    meaning:
      "The app's folder is in a place where files can't be locked, as on some network drives. Two windows could then send the same link, so nothing was sent.",
    next: "Ask the person who set up this computer to move that folder to its own disk.",
  },
  "journal-still-read": {
    title: "Deleted, but traces remain",
    meaning:
      "The history is empty. But another window of the app, or another program, is reading its file, and traces are left in it.",
    next: "Close that first, and then this window. The traces are then removed too.",
  },
  "export-failed": {
    title: "The file could not be written",
    meaning: "Nothing was exported. The history is as before.",
    next: "Check that the disk is not full, and export again.",
  },
  "settings-damaged": {
    title: "Your settings could not be read",
    meaning: "The app is using the default settings. Access tokens are kept.",
    next: "Look through Settings, and choose again.",
  },
  "settings-not-saved": {
    title: "The choice could not be saved",
    meaning: "Everything is as it was before.",
    next: "Check that the disk is not full, then choose again.",
  },
  "environment-changed": {
    title: "The environment has changed",
    meaning: "Nothing was done, because the window still showed the one before.",
    next: "Check which environment the window shows now, then try again.",
  },
  "setting-fixed": {
    title: "Your administrator has set this",
    meaning: "It can't be changed here, and everything is as before.",
    next: "Talk to the person who set up this computer if you need it changed.",
  },
  "policy-wrong": {
    title: "Sending in Production is stopped",
    meaning:
      "Nothing was sent. There is a mistake in your administrator's settings, and the app does not guess what they should say.",
    next: "Tell the person who set up this computer. The top of this window shows what to fix.",
  },
  "history-not-allowed": {
    title: "The history is not shown here",
    meaning: "Your administrator has turned it off.",
    next: "Ask the person who set up this computer if you need it.",
  },
  "export-not-allowed": {
    title: "The history can't be exported here",
    meaning: "Your administrator has turned off export. Nothing was written.",
    next: "Ask the person who set up this computer if you need it.",
  },
});

export const checks = /** @type {const} */ ({
  "token-refused": "The token was refused. Check that it is for {environment}, and that it is the newest.",
  "token-missing": "There is no token for {environment} yet. Save one under “Access token”.",
  "token-malformed": "What is saved in {keychain} is not a token. Save the token again.",
  "not-allowed":
    "Front Payment knows the token, but it is not allowed to do this. Ask the person who manages the agreement with Front Payment to add this permission.",
  "turned-away":
    "Something between this computer and Front Payment did not let the test through, such as a firewall. Ask the person who runs the network.",
  "rate-limited": "Too many attempts right now. Wait one minute, and test again.",
  redirected: "The network sent the app to a different page. Log in to the network in a web browser, and test again.",
  "proxy-log-in": "The proxy server of this network requires a log-in. Ask the person who runs the network.",
  "service-refused":
    "The test was refused without a reason. Test again. If it happens again, tell the person who set up this computer.",
  "no-contact": "No contact with Front Payment. Check the network, and test again.",
  "not-secure": "The app can't be sure that it is Front Payment that answers. Check this computer's date and time.",
  "no-certificates":
    "This computer has no list of certificates to trust. Ask the person who set it up to install them (on Linux: ca-certificates).",
  "not-started":
    "Something needed for a secure connection is missing on this computer. Tell the person who set up this computer.",
  "no-answer": "No answer came in time. Test again in a while.",
  "connection-broken": "The connection broke. Test again in a while.",
  "service-failed": "Something went wrong at Front Payment. Test again in a while.",
  "service-unavailable": "Front Payment is temporarily unavailable. Test again later.",
  "unclear-answer": "The answer could not be read, and may not have come from Front Payment. Test again in a while.",
  "answer-cut-short": "The answer was cut off. Test again in a while.",
  "keychain-absent":
    "There is no keychain here, so the token could not be read. Start GNOME Keyring or KWallet, and test again.",
  "keychain-kwallet": "KWallet does not answer, so the token could not be read. Turn it on in System Settings, and test again.",
  "keychain-locked": "{Keychain} is locked. Unlock it, and test again.",
  "keychain-prompt-cancelled": "{Keychain} was not unlocked. Test again, and unlock it when it asks.",
  "keychain-no-collection": "The keychain is not set up. Make a keyring in “Passwords and Keys”, and test again.",
  "keychain-no-answer":
    "{Keychain} did not answer. It may have opened a window of its own, perhaps behind this one. Answer there, and test again.",
  "keychain-several": "Several entries in {keychain} have the name of this token. Save the token again.",
  "keychain-failed":
    "{Keychain} did not work, so the token could not be read. Log out of this computer and in again, and test once more.",
});
