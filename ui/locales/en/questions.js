// What is asked before a send, and before something is taken away: the safe answer is the first of the two.

export const questions = /** @type {const} */ ({
  "question.earlier-unknown.title": "The last one may have arrived",
  "question.earlier-unknown.text":
    "It is still not known whether the link was sent last time. If it was, the customer now gets a second one. Ask the customer first.",
  "question.earlier-unknown.stay": "Don't send",
  "question.earlier-unknown.go": "Send again anyway",
  "question.unfamiliar-prefix.title": "Is this a reservation number?",
  "question.unfamiliar-prefix.text":
    "Reservation numbers usually begin with RES, and this one does not. Front Payment will say if it does not know it.",
  "question.unfamiliar-prefix.stay": "Don't send",
  "question.unfamiliar-prefix.go": "Send it anyway",
  "question.not-found.title": "Is the number right?",
  "question.not-found.text": "Front Payment does not know {id} {where}. The link will probably be refused.",
  "question.not-found.text.practice": "The practice service does not know {id}. The link will probably be refused.",
  "question.not-found.stay": "Don't send",
  "question.not-found.go": "Send it anyway",
  "question.other-environment.title": "This link belongs to {there}",
  "question.other-environment.text":
    "You are in {here}, and the link that was pasted is from {there}. The same number may belong to somebody else here. Change the environment in Settings if you meant {there}.",
  "question.other-environment.stay": "Don't send",
  "question.other-environment.go": "Send in {here}",
  "question.already-cancelled.title": "It is already cancelled",
  "question.already-cancelled.text":
    "It has no payment link any more. Make a new reservation if the customer still wants it.",
  "question.already-cancelled.stay": "Don't send",
  "question.already-cancelled.go": "Send it anyway",
  "question.already-completed.title": "It is already completed",
  "question.already-completed.text": "Tell the customer that there is nothing more to pay with this link. If they disagree, look in Front Payment's portal.",
  "question.already-completed.stay": "Don't send",
  "question.already-completed.go": "Send it anyway",
  "question.already-paid.title": "It is already paid",
  "question.already-paid.text": "The customer has paid. Tell them that the payment is registered.",
  "question.already-paid.stay": "Don't send",
  "question.already-paid.go": "Send it anyway",
  "question.already-reserved.title": "The amount is reserved already",
  "question.already-reserved.text":
    "Front Payment has the amount as reserved, not as paid. The customer has probably been through the payment already. Ask the customer before you send the link again.",
  "question.already-reserved.stay": "Don't send",
  "question.already-reserved.go": "Send it anyway",
  "question.already-invoiced.title": "It is already invoiced",
  "question.already-invoiced.text":
    "According to Front Payment, the amount is invoiced. If the customer pays with the link too, it may be paid twice. Ask the customer before you send the link again.",
  "question.already-invoiced.stay": "Don't send",
  "question.already-invoiced.go": "Send it anyway",
  "question.already-refunded.title": "It is already refunded",
  "question.already-refunded.text":
    "According to Front Payment, the customer has got the amount back. The link may ask them to pay again. Ask the customer before you send it.",
  "question.already-refunded.stay": "Don't send",
  "question.already-refunded.go": "Send it anyway",
  "question.already-partly-refunded.title": "It is already partly refunded",
  "question.already-partly-refunded.text":
    "According to Front Payment, the customer has got a part of the amount back. The link may ask them to pay again. Ask the customer before you send it.",
  "question.already-partly-refunded.stay": "Don't send",
  "question.already-partly-refunded.go": "Send it anyway",
  "question.expired.title": "The link has expired",
  "question.expired.text":
    "Front Payment may still send it, or may refuse. If the customer can't pay with the link, make a new reservation.",
  "question.expired.stay": "Don't send",
  "question.expired.go": "Try to send it",
  "question.sent-recently.title": "The link was sent before",
  "question.sent-recently.text":
    "This link went to the same recipient from this computer: {when}. It can take a few minutes to arrive. Ask the customer to look through their messages first.",
  "question.sent-recently.text.uncertain":
    "This link went to the same recipient from this computer. It is not certain when, because the clock was wrong. Ask the customer to look through their messages first.",
  "question.sent-recently.stay": "Don't send",
  "question.sent-recently.go": "Send it once more",
  "question.sent-elsewhere.title": "The link was sent before",
  "question.sent-elsewhere.text":
    "It seems that a colleague sent this link to the same recipient: {when}. Ask the customer to look through their messages first.",
  "question.sent-elsewhere.text.uncertain":
    "It seems that a colleague sent this link to the same recipient a short time ago. Ask the customer to look through their messages first.",
  "question.sent-elsewhere.stay": "Don't send",
  "question.sent-elsewhere.go": "Send it once more",
  "question.sent-to-somebody.title": "The link was sent recently",
  "question.sent-to-somebody.text":
    "This link was sent {when}, but the app can't see to whom. It may have been the same recipient. Ask the customer to look through their messages first.",
  "question.sent-to-somebody.text.uncertain":
    "This link was sent a short time ago, but the app can't see to whom. It may have been the same recipient. Ask the customer to look through their messages first.",
  "question.sent-to-somebody.stay": "Don't send",
  "question.sent-to-somebody.go": "Send it once more",
  "question.typed-for-another.title": "Is this the right recipient?",
  "question.typed-for-another.text":
    "The number or address in the form was entered for {other}, and you are sending {id}. Ask the customer for theirs, and compare.",
  "question.typed-for-another.stay": "Check the recipient",
  "question.typed-for-another.go": "Send it anyway",
  "question.almost-stored.title": "Is the phone number right?",
  "question.almost-stored.text":
    "You typed {typed}. Front Payment has {stored}. Ask the customer to say their number, and compare.",
  "question.almost-stored.stay": "Check the number",
  "question.almost-stored.go": "Send to {typed}",
  "question.land-line.title": "This is a landline",
  "question.land-line.text":
    "{number} is a landline. Landlines usually can't receive SMS. Ask the customer for a mobile number, or send by email.",
  "question.land-line.stay": "Change the number",
  "question.land-line.go": "Send it anyway",
  "question.company-number.title": "This is not a mobile number",
  "question.company-number.text":
    "{number} is a company or service number. These usually can't receive SMS. Ask the customer for a mobile number, or send by email.",
  "question.company-number.stay": "Change the number",
  "question.company-number.go": "Send it anyway",
  "question.unfamiliar-range.title": "An unknown number range",
  "question.unfamiliar-range.text":
    "{number} has the right length, but the app knows no phone numbers that begin like this. It may be new, or mistyped. Ask the customer to say it once more.",
  "question.unfamiliar-range.stay": "Change the number",
  "question.unfamiliar-range.go": "Send it anyway",
  "question.look-alike-letters.title": "Letters from another alphabet",
  "question.look-alike-letters.text":
    "In {typed}, some letters look like others but are not the same. At a wrong address, somebody else may get the link. Delete the address and type it by hand.",
  "question.look-alike-letters.stay": "Change the address",
  "question.look-alike-letters.go": "Send it anyway",
  "question.look-alike-domain.title": "Did you mean {likely}?",
  "question.look-alike-domain.text":
    "The address ends in {typed}, which looks like {likely}. At a wrong address, somebody else may get the link.",
  "question.look-alike-domain.stay": "Change the address",
  "question.look-alike-domain.go": "Send to {typed}",
  "question.keep-less.title": "Delete the older history?",
  "question.keep-less.text": "History from this computer that is older than {time} will be deleted now.",
  "question.keep-less.stay": "Keep it",
  "question.keep-less.go": "Delete it",
  "question.delete-history.title": "Delete the whole history?",
  "question.delete-history.text":
    "Everything in the history from this computer {where} will be deleted, not only what is shown now. After that, the app cannot warn you that a link was sent before.",
  "question.delete-history.stay": "Keep it",
  "question.delete-history.go": "Delete it all",
  "question.forget-token.title": "Remove the access token?",
  "question.forget-token.text":
    "Nothing can be sent {where} until a token is saved again. This does not cancel the token at Front Payment.",
  "question.forget-token.stay": "Keep it",
  "question.forget-token.go": "Remove token",
});
