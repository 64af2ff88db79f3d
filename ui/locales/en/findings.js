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
    next: "Save it in the keychain if it is to be there tomorrow.",
  },
  "token-missing": {
    found: "There is no token for {environment} yet.",
    next: "Save one above, under “Access token”.",
  },
  "keychain-answers": {
    found: "It can be reached. Practice needs no token.",
    next: "",
  },
  "keychain-not-needed": {
    found: "It could not be reached. Practice does without it; Demo and Production do not.",
    next: "Unlock it, or start it, before you connect to Front Payment.",
  },
  reached: {
    found: "The name of the service is found, and somebody answers there.",
    next: "",
  },
  "reached-inside": {
    found: "Practice asks nothing of the network: the service is inside the app, and it answers.",
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
    found: "The name of the service is not found.",
    next: "Check that this computer is on the network, and ask whoever runs it whether names resolve.",
  },
  "no-connection": {
    found: "Nobody answers.",
    next: "Check the network. Ask whoever runs it whether a firewall is in the way.",
  },
  trusted: {
    found: "The other end has proved that it is Front Payment.",
    next: "",
  },
  "stays-here": {
    found: "Nothing leaves this computer, so there is nothing to secure.",
    next: "",
  },
  "certificate-date": {
    found: "By this computer's clock, the other end's certificate is out of date.",
    next: "Check this computer's date and time.",
  },
  "certificate-issuer": {
    found: "Nobody that this computer trusts vouches for the other end.",
    next: "Ask whoever runs the network whether it inspects traffic: then its certificate must be installed on this computer.",
  },
  "not-trusted": {
    found: "The other end could not prove that it is Front Payment.",
    next: "Ask whoever runs the network what answers in its place.",
  },
  "clock-right": {
    found: "It agrees with the service's clock.",
    next: "",
  },
  "no-other-clock": {
    found: "Practice has no clock but this computer's, so there is nothing to compare.",
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
    found: "Practice needs none.",
    next: "",
  },
  "no-token-to-try": {
    found: "There is none to try: see the keychain.",
    next: "",
  },
  "journal-well": {
    found: "It can be written.",
    next: "",
  },
  "journal-put-aside": {
    found: "The old one was damaged. It is kept beside a new one, which can be written.",
    next: "Before sending a link again, ask the customer whether one has come.",
  },
  "journal-removed": {
    found: "The old one was removed or replaced while the app was open. A new one can be written.",
    next: "Before sending a link again, ask the customer whether one has come.",
  },
  "journal-newer": {
    found: "A newer version of the app made it, and this one cannot add to it. So nothing can be sent.",
    next: "Install the newest version.",
  },
  "journal-not-written": {
    found: "It cannot be written, so nothing can be sent.",
    next: "Check that the disk is not full.",
  },
  "journal-no-locks": {
    found: "Its folder lies where files cannot be locked, as on some network drives. So nothing can be sent.",
    next: "Keep that folder on this computer's own disk.",
  },
  "journal-not-needed": {
    found: "It cannot be written. Practice goes on without it; Demo and Production do not.",
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
    found: "What the administrator decided cannot be read, so nothing is sent in Production.",
    next: "Ask the administrator to mend the policy file, and open the app again.",
  },
  "no-network": {
    found: "It could not be checked, since there is no network.",
    next: "",
  },
  "not-secure": {
    found: "It could not be checked, since the connection is not secure.",
    next: "",
  },
  "not-started": {
    found: "It could not be checked, since this computer lacks something that a secure connection needs.",
    next: "",
  },
  "no-answer": {
    found: "It could not be checked, since no whole answer came.",
    next: "",
  },
});
