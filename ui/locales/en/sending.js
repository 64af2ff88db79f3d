// Around a send: whose contact it is, what is said while it is under way, and the time to stop it.

export const sending = /** @type {const} */ ({
  "typed.use": "Use {contact}, typed for {whose}",
  "typed.use-both": "Use {phone} and {address}, typed for {whose}",
  // Before anybody was named
  "typed.use.earlier": "Use {contact}, typed earlier",
  "typed.use-both.earlier": "Use {phone} and {address}, typed earlier",
  "typed.taken-back.earlier": "What you typed earlier is no longer in the form.",
  "typed.taken-back": "What you typed for {id} is no longer in the form.",
  "paste.same": "{id} is already in the box.",
  "progress.looking": "Looking it up…",
  "progress.check-recipient": "Check the recipient, then press Enter.",
  "progress.another": "Nothing was sent. There is another number in the box now.",
  "progress.sending": "Sending…",
  "progress.slow": "Taking longer than usual. Don't send again.",
  "progress.busy": "This one is already being sent. Wait for the result.",
  "progress.wait": "Not yet. Wait for the result.",
  "progress.not-sent": "Nothing was sent.",
  "progress.too-late": "Nothing was sent. The computer was asleep or busy when the time ran out. Press “Send payment link” once more.",
  "progress.environment-changed": "Nothing was sent. The app is {environment} now. Check the form, then press “Send payment link” once more.",
  "hold.left": "Sending in {time}",
  "hold.announce": "Sending in {time}. Press Escape to stop.",
  "hold.stop": "Stop (Esc)",
});
