// What "Is everything working?" finds, and what to do about it.

export const findings = /** @type {const} */ ({
  "token-in-keychain": {
    found: "A token for {environment} is in {keychain}.",
    next: "",
  },
  "token-one-of-several": {
    found: "A token for {environment} is in {keychain}. Another program has stored one there too, but the app uses its own.",
    next: "Save the token again. That removes the other one.",
  },
  "token-for-now": {
    found: "A token for {environment} is kept until the app closes.",
    next: "Save it in {keychain} if you want it there tomorrow.",
  },
  "token-missing": {
    found: "There is no token for {environment} yet.",
    next: "Save one above, under “Access token”.",
  },
  "keychain-answers": {
    found: "It can be reached. In Practice no token is needed.",
    next: "",
  },
  "keychain-not-needed": {
    found: "It could not be reached. Practice works without it, but Demo and Production do not.",
    next: "Unlock it, or start it, before you connect to Front Payment.",
  },
  reached: {
    found: "Front Payment can be reached.",
    next: "",
  },
  "reached-inside": {
    found: "Practice does not use the network. The service is inside the app, and it answers.",
    next: "",
  },
  "inside-is-silent": {
    found: "The practice service inside the app does not answer.",
    next: "Close the app, and open it again.",
  },
  "reached-here": {
    found: "The service on this computer answers.",
    next: "",
  },
  "no-name": {
    found: "The app can't find the address of Front Payment.",
    next: "Check that this computer is on the network, and ask the network administrator whether DNS works.",
  },
  "no-connection": {
    found: "No answer.",
    next: "Check the network connection. Ask the network administrator whether a firewall is in the way.",
  },
  trusted: {
    found: "It is Front Payment that answers.",
    next: "",
  },
  "stays-here": {
    found: "Nothing leaves this computer, so there is nothing to secure.",
    next: "",
  },
  "certificate-date": {
    found: "According to this computer's clock, the certificate is not valid now.",
    next: "Check this computer's date and time.",
  },
  "certificate-issuer": {
    found: "This computer does not trust the certificate that it got.",
    next:
      "Ask the network administrator whether the network inspects traffic. If so, its certificate must be installed on this computer.",
  },
  "not-trusted": {
    found: "The app can't be sure that it is Front Payment that answers.",
    next: "Ask the network administrator what answers instead.",
  },
  "clock-right": {
    found: "It agrees with Front Payment's clock.",
    next: "",
  },
  "no-other-clock": {
    found: "In Practice there is no other clock to compare with.",
    next: "",
  },
  "no-date": {
    found: "The service did not say what time it is.",
    next: "Compare this computer's clock with another one.",
  },
  "token-accepted": {
    found: "Front Payment accepts it.",
    next: "",
  },
  "no-token-needed": {
    found: "In Practice none is needed.",
    next: "",
  },
  "no-token-to-try": {
    found: "There is no token to try. See the line about {keychain}.",
    next: "",
  },
  "journal-well": {
    found: "The app can write to it.",
    next: "",
  },
  "journal-put-aside": {
    found: "The old one was damaged. It is kept beside a new one, which the app can write to.",
    next: "Before sending a link again, ask the customer whether one has come.",
  },
  "journal-removed": {
    found: "The old one was removed or replaced while the app was open. The app can write to a new one.",
    next: "Before sending a link again, ask the customer whether one has come.",
  },
  "journal-newer": {
    found: "It is from a newer version of the app, and this version can't add to it. So nothing can be sent.",
    next: "Install the newest version.",
  },
  "journal-not-written": {
    found: "The app can't write to it, so nothing can be sent.",
    next: "Check that the disk is not full.",
  },
  "journal-no-locks": {
    found: "Its folder is in a place where files can't be locked, as on some network drives. So nothing can be sent.",
    next: "Keep that folder on this computer's own disk.",
  },
  "journal-not-needed": {
    found: "The app can't write to it. Practice works without it, but Demo and Production do not.",
    next: "Check that the disk is not full.",
  },
  version: {
    found: "This is version {version}. The app does not look for newer ones by itself.",
    next: "",
  },
  "no-policy": {
    found: "Nobody manages the settings of this computer.",
    next: "",
  },
  "policy-in-force": {
    found: "An administrator manages some settings of this computer.",
    next: "",
  },
  "policy-wrong": {
    found: "The administrator's settings can't be read, so nothing is sent in Production.",
    next: "Ask the administrator to fix the policy file, and open the app again.",
  },
  "no-network": {
    found: "It could not be checked, because there is no contact with the service.",
    next: "Check it again when the network works.",
  },
  "not-secure": {
    found: "It could not be checked, because the connection is not secure.",
    next: "Check it again when the connection is secure.",
  },
  "not-started": {
    found: "It could not be checked, because something needed for a secure connection is missing on this computer.",
    next: "Tell the person who set up this computer.",
  },
  "no-answer": {
    found: "It could not be checked, because no complete answer came.",
    next: "Check it again in a while.",
  },
});
