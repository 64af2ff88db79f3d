// The watch after a send: what has become of the link since.

export const watch = /** @type {const} */ ({
  "watch.opened.ahead": "Not opened yet",
  "watch.paid.ahead": "Not paid yet",
  // Once the app looks no more
  "watch.opened.not-by": "Not opened by {time}",
  "watch.paid.not-by": "Not paid by {time}",
  "watch.reserved": "Amount reserved {when}",
  "watch.paid": "Paid {when}",
  "watch.unseen": "The app can't see whether the link is opened.",
  "watch.unknown": "The app keeps looking, and says so here if it was sent.",
  "watch.unknown.not-by": "Not listed as sent by {time}.",
  "watch.unknown.unseen": "The app can't check automatically whether it was sent.",
  // For the ear; where the time is not known, it is left out with the space before it
  "watch.heard.opened": "The customer opened the link {when}.",
  "watch.heard.reserved": "The amount was reserved {when}.",
  "watch.heard.paid": "The payment came {when}.",
  // In the list of those who have still to pay
  "watch.row.sent": "Sent {when}",
  "result.back": "Back to the list",
});
