// What was found out about a send whose outcome was unknown.

export const resolution = /** @type {const} */ ({
  "resolution.looking": "Looking…",
  "resolution.status": "Front Payment says: {status}.",
  "resolution.sent.title": "It was sent",
  "resolution.sent.text": "Front Payment lists it as sent {when}.",
  "resolution.over.title": "Nothing more to send",
  "resolution.over.text": "Front Payment says: {status}. There is no reason to send the link again.",
  "resolution.half.title": "Only one of two is listed",
  "resolution.half.text.sms": "Front Payment lists the SMS as sent, but not the email. Ask the customer before you send again.",
  "resolution.half.text.email": "Front Payment lists the email as sent, but not the SMS. Ask the customer before you send again.",
  "resolution.nearby.title": "Still not known",
  "resolution.nearby.text":
    "A link was sent {when}, but the app can't see whether it was this one. Ask the customer before you send again.",
  "resolution.nearby.text.unseen":
    "A link was sent {when}, but the app can't see to whom. Ask the customer before you send again.",
  "resolution.nearby.about-then": "at about the same time",
  "resolution.another.title": "Still not known",
  "resolution.another.text": "Front Payment lists another message with this link at that time, but not this one. Ask the customer before you send again.",
  "resolution.not-listed.title": "Not registered as sent yet",
  "resolution.not-listed.text":
    "Front Payment does not list it as sent. It may still be on its way. Ask the customer before you send again.",
  "resolution.not-listed.text.late":
    "Front Payment does not list it as sent. It may have arrived all the same. Ask the customer before you send again.",
  "resolution.no-events.title": "Still not known",
  "resolution.no-events.text":
    "The app couldn't read what has happened to the reservation. Ask the customer before you send again.",
  "resolution.order.title": "Orders can't be checked this way",
  "resolution.order.text": "Front Payment has no list of what happened to an order. Ask the customer before you send again.",
  "resolution.not-found.title": "Not known to Front Payment now",
  "resolution.not-found.text": "The link may have been sent all the same. Check the number, and ask the customer.",
  "resolution.forgotten.title": "Still not known",
  "resolution.forgotten.text": "This message is no longer in the history. Ask the customer before you send again.",
  "resolution.unseen.title": "Still not known",
  "resolution.unseen.text": "The app couldn't look it up. {why}. Ask the customer before you send again.",
});
