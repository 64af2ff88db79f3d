// Paste with no text box in focus, or over the whole number: it begins with the customer whom the text names, and sends nothing.
import assert from "node:assert/strict";
import { answerLookUp, calls, focused, hold, isHeld, journey, outcome, paste, phone, release, reservation, result, sends } from "./journeys.js";
import { done, lost } from "./outcomes.js";
import { ID, seen } from "./look-ups.js";

const OTHER = "RES1000000001";
const STORED = "+47 90 00 00 01";
const TYPED = "900 10 203";
const lina = { id: OTHER, customer: "Lina Berg", sms_to: { full: STORED, masked: "+47 90 •• •• 01" } };
const both = { lookUps: { [ID]: seen({}), [OTHER]: seen(lina) } };
const held = { kind: "hold", milliseconds: 60_000 };
const foundOut = { kind: "not-listed", status: "not-paid" };

const offer = (page) => page.getByRole("button", { name: `Use ${TYPED}, typed for ${ID}` });
const cardOf = (page, name) => page.locator("#card").getByText(name).waitFor();
const progress = (page, words) => page.locator("#progress").getByText(words).waitFor();
const values = (page) => page.evaluate(() => ["reservation", "phone-number", "email-address"].map((id) => document.getElementById(id).value));
const ticks = (page) => page.evaluate(() => [document.querySelector("#sms").checked, document.querySelector("#email").checked]);

/** As the keys do it, wherever the focus is: whether a box was left to take it, and what is said at once. */
const pasteAt = (page, text, where) =>
  page.evaluate(
    ([text, where]) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      const target = where ? document.querySelector(where) : (document.activeElement ?? document.body);
      const isLeft = target.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
      return { isLeft, said: document.querySelector("#progress").textContent };
    },
    [text, where],
  );
const pasteHere = async (page, text, where = null) => (await pasteAt(page, text, where)).isLeft;

/** As a browser tells of it, after the event that nobody prevented. */
async function pasteOver(page, text) {
  await reservation(page).focus();
  await page.keyboard.press("Control+a");
  assert.equal(await pasteHere(page, text), true, "left to the box");
  await page.keyboard.insertText(text);
}

async function typeIn(page) {
  await paste(reservation(page), ID);
  await phone(page).fill(TYPED);
}

async function send(page, kind) {
  await typeIn(page);
  await phone(page).press("Enter");
  await outcome(page, kind);
}

/** The next customer, and nothing of the one before. */
async function isLina(page) {
  await cardOf(page, "Lina Berg");
  assert.equal(await focused(page), "reservation");
  assert.deepEqual(await values(page), [OTHER, STORED, ""]);
  assert.deepEqual(await ticks(page), [true, false]);
  assert.equal((await result(page).textContent()).trim(), "");
  for (const gone of ["#finding:not(:empty)", "#phone-call:not([hidden])", "#problems:not([hidden])", "[aria-invalid]"]) {
    assert.equal(await page.locator(gone).count(), 0, gone);
  }
}

for (const [kind, answer] of /** @type {const} */ ([["sent", null], ["not-sent", done({})], ["not-sent", done({ reason: "already-cancelled" })], ["unknown", lost]])) {
  journey(`after ${kind}${answer?.report.reason ? `, ${answer.report.reason},` : ""} a paste begins with the next customer, and Enter sends to that one`, { ...both, answers: [answer, null] }, async (page) => {
    await send(page, kind);
    await pasteHere(page, OTHER);
    await isLina(page);
    assert.equal((await sends(page)).length, 1, "the paste sends nothing");
    await page.keyboard.press("Enter");
    await outcome(page, "sent");
    assert.deepEqual((await sends(page)).slice(1).map(({ reservation, phone_number, typed_for }) => [reservation, phone_number, typed_for]), [[OTHER, STORED, OTHER]]);
  });
}

journey("what was found out goes with its result", { ...both, answers: [lost], found: foundOut }, async (page) => {
  await send(page, "unknown");
  await page.locator("#result-actions .primary").click();
  await page.locator("#finding:not(:empty)").waitFor();
  await pasteHere(page, OTHER);
  await isLina(page);
});

const mend = [{ kind: "mend", problems: [{ field: "phone-number", code: "phone-too-short" }, { field: "channels", code: "channel-missing" }] }];
for (const [how, act] of Object.entries({ "outside a box": pasteHere, "over the number": pasteOver })) {
  journey(`a paste ${how} takes the problems of the one before away`, { ...both, answers: mend }, async (page) => {
    await typeIn(page);
    await phone(page).press("Enter");
    await page.locator("#problems:focus").waitFor();
    await act(page, OTHER);
    await isLina(page);
    await offer(page).waitFor();
  });

  journey(`what was typed and not sent is offered after a paste ${how}`, both, async (page) => {
    await typeIn(page);
    await page.locator("#email").check();
    await page.locator("#send").focus();
    await act(page, OTHER);
    await isLina(page);
    await offer(page).waitFor();
    assert.deepEqual(await sends(page), []);
  });
}

for (const where of ["#send", "#sms", "#open-settings", "body", "#examples summary"]) {
  journey(`a paste reaches the box from ${where}`, { ...both, settings: { environment: "practice" } }, async (page) => {
    await paste(reservation(page), ID);
    await cardOf(page, "Kari Nordmann");
    await page.evaluate((place) => (place === "body" ? document.activeElement.blur() : document.querySelector(place).focus()), where);
    await pasteHere(page, `Ref. ${OTHER}\nBerg`);
    await cardOf(page, "Lina Berg");
    assert.equal(await reservation(page).inputValue(), `Ref. ${OTHER}↵Berg`);
    assert.equal(await focused(page), "reservation");
  });
}

journey("Enter right after it waits for the look-up, and presses nothing else", { answers: [lost], lookUps: { [ID]: seen({}), [OTHER]: seen(lina, "held") } }, async (page) => {
  await send(page, "unknown");
  await page.locator("#result-actions .primary").focus();
  await hold(page, "read_reservation");
  await pasteHere(page, OTHER);
  await page.keyboard.press("Enter");
  await release(page, "read_reservation");
  await progress(page, "Looking it up…");
  await answerLookUp(page);
  await progress(page, "Check the recipient, then press Enter.");
  assert.deepEqual([await calls(page, "find_out"), (await sends(page)).length], [[], 1]);
  assert.deepEqual(await values(page), [OTHER, STORED, ""]);
});

journey("an Enter that is still held down from before is nobody's", both, async (page) => {
  await phone(page).fill(TYPED);
  await page.evaluate(() => document.activeElement.blur());
  await hold(page, "read_reservation");
  await pasteHere(page, OTHER);
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", repeat: true, bubbles: true, cancelable: true })));
  await release(page, "read_reservation");
  await cardOf(page, "Lina Berg");
  assert.deepEqual([await values(page), await sends(page)], [[OTHER, TYPED, ""], []]);
});

journey("the second of two pastes counts", both, async (page) => {
  await page.evaluate(() => document.activeElement.blur());
  await hold(page, "read_reservation");
  await pasteHere(page, ID);
  await pasteHere(page, OTHER);
  await isHeld(page, "read_reservation", 2);
  await release(page, "read_reservation");
  await isLina(page);
});

journey("what it put there the next paste takes over whole, and so does a key", both, async (page) => {
  await page.evaluate(() => document.activeElement.blur());
  await pasteHere(page, ID);
  await cardOf(page, "Kari Nordmann");
  await page.keyboard.insertText(OTHER);
  await isLina(page);
  await page.locator("#send").focus();
  await pasteHere(page, ID);
  await cardOf(page, "Kari Nordmann");
  await page.keyboard.type("R");
  assert.equal(await reservation(page).inputValue(), "R");
});

journey("an unknown send is asked about as ever when its number comes back", { ...both, answers: [lost, { kind: "ask", about: { kind: "earlier-unknown" } }] }, async (page) => {
  await send(page, "unknown");
  await pasteHere(page, OTHER);
  await isLina(page);
  await page.locator("#send").focus();
  await pasteHere(page, ID);
  await cardOf(page, "Kari Nordmann");
  await page.keyboard.press("Enter");
  await page.getByRole("alertdialog", { name: "The last one may have arrived" }).waitFor();
});

journey("in a text box it is the box's", both, async (page) => {
  await typeIn(page);
  await page.locator("#email").check();
  for (const box of ["#reservation", "#phone-number", "#email-address"]) {
    assert.equal(await pasteHere(page, OTHER, box), true, box);
  }
  await page.waitForTimeout(300);
  assert.deepEqual(await values(page), [ID, TYPED, ""]);
});

journey("a paste into the middle of the number is an edit", both, async (page) => {
  await send(page, "sent");
  await page.keyboard.press("Control+n");
  await paste(reservation(page), "RES363301992");
  await reservation(page).press("End");
  await page.keyboard.insertText("9");
  await cardOf(page, "Kari Nordmann");
});

for (const [what, answer, kind] of /** @type {const} */ ([["after sent", null, "sent"], ["after unknown", lost, "unknown"]])) {
  journey(`the same number is no other customer: ${what}`, { ...both, answers: [answer] }, async (page) => {
    await send(page, kind);
    const before = [await values(page), await focused(page), await result(page).textContent()];
    await pasteHere(page, " res 3633019929 ");
    await page.getByText(`${ID} is already in the box.`).first().waitFor();
    assert.deepEqual([await values(page), await focused(page), await result(page).textContent()], before);
  });

  for (const [name, text, words] of /** @type {const} */ ([
    ["nobody's number", "Your link is on its way.", "There is no reservation number in this text."],
    ["another thing's number", "SUB1649249709", "This is a subscription"],
    ["two numbers", `${OTHER}, RES1000000002`, "There is more than one number here."],
  ])) {
    journey(`a text with ${name} takes nothing away: ${what}`, { ...both, answers: [answer] }, async (page) => {
      await send(page, kind);
      const before = [await values(page), await focused(page), await result(page).textContent()];
      await pasteHere(page, text);
      await page.getByText(words).first().waitFor();
      assert.deepEqual([await values(page), await focused(page), await result(page).textContent()], before);
      await pasteHere(page, OTHER);
      await isLina(page);
      await page.getByText(words).filter({ visible: true }).waitFor({ state: "hidden" });
    });
  }
}

journey("into an empty box goes whatever it is", both, async (page) => {
  await page.evaluate(() => document.activeElement.blur());
  await pasteHere(page, "Kari Nordmann\n2 nights");
  await page.waitForFunction(() => document.querySelector("#reservation").value !== "");
  assert.deepEqual([await reservation(page).inputValue(), await focused(page)], ["Kari Nordmann↵2 nights", "reservation"]);
  await page.keyboard.press("Control+n");
  await page.evaluate(() => document.activeElement.blur());
  await pasteHere(page, `${ID}, ${OTHER}`);
  await page.locator("#reservation-reading").getByText("There is more than one number here.").waitFor();
  assert.equal(await reservation(page).inputValue(), `${ID}, ${OTHER}`);
});

journey("nothing comes of a paste without a text", both, async (page) => {
  await typeIn(page);
  await page.locator("#send").focus();
  for (const text of ["", " \n\t "]) await pasteHere(page, text);
  await page.waitForTimeout(300);
  assert.deepEqual([await values(page), await page.locator("#progress").textContent()], [[ID, TYPED, ""], ""]);
});

for (const [what, scenario, begun] of /** @type {const} */ ([
  ["while it is sent", { sendTakes: "held" }, (page) => page.locator("#send[aria-disabled=true]")],
  ["in the time to stop it", { answers: [held] }, (page) => page.getByRole("button", { name: "Stop (Esc)" })],
])) {
  journey(`${what} a paste changes nothing, and says so`, { ...both, ...scenario }, async (page) => {
    await typeIn(page);
    await page.locator("#send").click();
    await begun(page).waitFor();
    assert.equal((await pasteAt(page, OTHER, null)).said, "Not yet. Wait for the result.");
    assert.deepEqual(await values(page), [ID, TYPED, ""]);
    if (scenario.sendTakes) {
      await release(page, "resend_reservation");
      await outcome(page, "sent");
    } else assert.equal(await begun(page).count(), 1);
    assert.deepEqual((await sends(page)).map(({ reservation }) => reservation), [ID]);
  });
}

journey("a paste behind an Enter that waits changes nothing, and says so", { lookUps: { [ID]: seen({}, "held") } }, async (page) => {
  await typeIn(page);
  await page.locator("#send").click();
  await progress(page, "Looking it up…");
  await pasteHere(page, OTHER);
  await progress(page, "Not yet");
  assert.deepEqual(await values(page), [ID, TYPED, ""]);
});

journey("a send that begins while the text is read is not taken away", { ...both, sendTakes: "held" }, async (page) => {
  await typeIn(page);
  await cardOf(page, "Kari Nordmann");
  await page.locator("#send").focus();
  await hold(page, "read_reservation");
  await pasteHere(page, OTHER);
  await isHeld(page, "read_reservation");
  await page.locator("#send").click();
  await release(page, "read_reservation");
  await release(page, "resend_reservation");
  await outcome(page, "sent");
  assert.deepEqual([(await sends(page)).map(({ reservation }) => reservation), (await values(page))[0]], [[ID], ID]);
});

journey("the middle button pastes nothing outside a box", both, async (page) => {
  await page.evaluate((text) => {
    document.activeElement.blur();
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.body.dispatchEvent(new MouseEvent("mouseup", { button: 1, bubbles: true }));
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, ID);
  await page.waitForTimeout(300);
  assert.deepEqual([await calls(page, "read_reservation"), (await values(page))[0]], [[], ""]);
  await pasteHere(page, OTHER);
  await isLina(page);
});

journey("outside a box there is something to paste into, and in a box its own", both, async (page) => {
  const isPrevented = (where) => page.evaluate((place) => !document.querySelector(place).dispatchEvent(new Event("beforepaste", { bubbles: true, cancelable: true })), where);
  assert.deepEqual(await Promise.all(["body", "#send", "#phone-number"].map(isPrevented)), [true, true, false]);
});

journey("a question is answered first", { ...both, answers: [{ kind: "ask", about: { kind: "earlier-unknown" } }] }, async (page) => {
  await typeIn(page);
  await phone(page).press("Enter");
  await page.locator("#question[open]").waitFor();
  await pasteHere(page, OTHER);
  await page.waitForTimeout(300);
  assert.equal(await page.locator("#question[open]").count(), 1);
  assert.deepEqual(await values(page), [ID, TYPED, ""]);
});

journey("from the history it leads to the desk, but for a text that names nobody", both, async (page) => {
  await page.getByRole("button", { name: "History", exact: true }).click();
  await pasteHere(page, "Kari Nordmann");
  await page.getByText("There is no reservation number in this text.").first().waitFor();
  assert.deepEqual([await reservation(page).count(), (await values(page))[0]], [0, ""]);
  assert.equal(await pasteHere(page, OTHER, "#history-text"), true, "a text box");
  await pasteHere(page, OTHER);
  await isLina(page);
});

journey("in the settings, where a token is pasted, nothing is taken up", { ...both, settings: { environment: "demo" } }, async (page) => {
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  for (const text of ["secret-token", OTHER]) await pasteHere(page, text);
  await page.waitForTimeout(300);
  assert.deepEqual([await calls(page, "read_reservation"), (await values(page))[0]], [[], ""]);
  assert.equal(await page.locator("#settings").isVisible(), true);
});

journey("before there is a form, it goes nowhere", { startup: { first_start: true } }, async (page) => {
  await pasteHere(page, OTHER);
  await page.waitForTimeout(300);
  assert.deepEqual([await calls(page, "read_reservation"), (await values(page))[0]], [[], ""]);
});

journey("the clipboard is read by nothing but a paste", both, async (page) => {
  await page.evaluate(() => {
    for (const way of ["read", "readText"]) navigator.clipboard[way] = () => (window.__READ__ = true);
    document.execCommand = (name) => (window.__READ__ = name === "paste");
  });
  await send(page, "sent");
  await page.keyboard.press("Control+n");
  await page.evaluate(() => document.activeElement.blur());
  await pasteHere(page, OTHER);
  await cardOf(page, "Lina Berg");
  assert.equal(await page.evaluate(() => window.__READ__), undefined);
});
