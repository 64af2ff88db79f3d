// Text with several lines or cells, pasted or dropped into the boxes of one line: nothing is glued together.
import assert from "node:assert/strict";
import { journey, phone, reservation } from "./journeys.js";

const email = (page) => page.getByRole("textbox", { name: "Email address" });
const boxes = { reservation, phone, email };

/** As a browser tells of it, by hand or by another program. @param {import("playwright-core").Locator} box @param {"paste" | "drop" | "beforeinput"} how */
const bring = (box, how, text) =>
  box.evaluate(
    (input, { how, text }) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      const common = { bubbles: true, cancelable: true };
      const event = {
        paste: () => new ClipboardEvent("paste", { clipboardData: data, ...common }),
        drop: () => new DragEvent("drop", { dataTransfer: data, ...common }),
        beforeinput: () => new InputEvent("beforeinput", { data: text, inputType: "insertFromPaste", ...common }),
      }[how]();
      return input.dispatchEvent(event);
    },
    { how, text },
  );

const LINES = ["\n", "\r", "\r\n", "\v", "\f", "\u0085", "\u2028", "\u2029"];

for (const [name, box] of Object.entries(boxes)) {
  for (const how of ["paste", "drop", "beforeinput"]) {
    journey(`the lines of a ${how} into the box of the ${name} stay apart`, {}, async (page) => {
      await page.getByRole("checkbox", { name: "Email" }).check();
      for (const end of LINES) {
        await box(page).fill("");
        await bring(box(page), how, `\n12345${end}2\n`);
        assert.equal(await box(page).inputValue(), "12345↵2", JSON.stringify(end));
      }
      await box(page).fill("");
      await bring(box(page), how, "12345\t2\r\n");
      assert.equal(await box(page).inputValue(), "12345\t2");
    });
  }
}

journey("a line is left to the browser, with its undoing", {}, async (page) => {
  assert.equal(await bring(reservation(page), "paste", "RES3633019929\t2"), true, "nobody prevented it");
});

journey("what is pasted takes the place of what was marked, and what is dropped of all", {}, async (page) => {
  await reservation(page).fill("Ref 12345 end");
  await reservation(page).evaluate((box) => box.setSelectionRange(4, 9));
  await bring(reservation(page), "paste", "6\n7");
  assert.equal(await reservation(page).inputValue(), "Ref 6↵7 end");
  await bring(reservation(page), "drop", "8\n9");
  assert.equal(await reservation(page).inputValue(), "8↵9");
});

journey("what is read is shown before it is sent, but where the box holds just that", {}, async (page) => {
  const reading = page.locator("#reservation-reading");
  for (const [typed, shown] of [
    ["res3633019929", "Reservation RES3633019929"],
    ["RES 3633019929", "Reservation RES3633019929"],
    ["RES3633019929 2", "Reservation RES3633019929"],
    ["RES3633019929", ""],
  ]) {
    await reservation(page).fill(typed);
    await page.waitForFunction((text) => document.querySelector("#reservation-reading").textContent === text, shown);
    assert.equal(await reading.textContent(), shown, typed);
  }
});

journey("what is read is shown before the request leaves, however quickly Enter comes", { sendTakes: "held" }, async (page) => {
  await page.getByRole("checkbox", { name: "Email" }).check();
  await phone(page).fill("41234567");
  await email(page).fill("kari@ｅｘａｍｐｌｅ.com");
  await reservation(page).fill("res3633019929 2");
  const shown = await page.evaluate(async () => {
    document.querySelector("#reservation").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
    while (!window.__CALLS__.some(({ command }) => command === "resend_reservation")) await new Promise((done) => setTimeout(done));
    return ["reservation", "phone-number", "email-address"].map((box) => document.querySelector(`#${box}-reading`).textContent);
  });
  assert.deepEqual(shown, ["Reservation RES3633019929", "+47 41 23 45 67 · Norway · mobile", "kari@example.com"]);
});

journey("an address is shown as it will be sent, where that is not what was typed", {}, async (page) => {
  await page.getByRole("checkbox", { name: "SMS" }).uncheck();
  await page.getByRole("checkbox", { name: "Email" }).check();
  await email(page).fill("kari@ｅｘａｍｐｌｅ.com");
  await page.getByText("kari@example.com", { exact: true }).first().waitFor();
  await page.getByRole("button", { name: "Send payment link to kari@example.com" }).waitFor();
  const described = await email(page).evaluate((box) => box.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id).textContent).join(" "));
  assert.match(described, /kari@example\.com/);
  await email(page).fill("kari@exаmple.com");
  await page.getByText("Some letters are from another alphabet").waitFor();
  await email(page).fill("kari@example.com");
  await page.waitForFunction(() => document.querySelector("#email-address-reading").textContent === "");
  await page.getByRole("button", { name: "Send payment link to kari@example.com" }).waitFor();
});
