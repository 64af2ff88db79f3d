// What the page is told when a command comes to nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as backend from "../../ui/backend.js";

const LOST = [new Error("the bridge is gone"), "Command start not found", "missing required key environment", "", null, undefined, 5];

/** @param {unknown} thrown */
const throwing = (thrown) => void (globalThis.window = { __TAURI__: { core: { invoke: () => Promise.reject(thrown) } } });

test("whatever the bridge throws becomes a code", async () => {
  for (const thrown of LOST) {
    throwing(thrown);
    for (const [call, code] of [
      [backend.start, "no-answer"],
      [backend.openJournal, "journal-not-written"],
      [() => backend.saveSettings({}), "settings-not-saved"],
      [backend.tokenState, "keychain-failed"],
      [backend.testConnection, "keychain-failed"],
    ]) {
      assert.equal(await call().catch((code) => code), code);
    }
  }
});

test("a code of Rust's is that code", async () => {
  for (const code of ["journal-no-locks", "token-refused"]) {
    throwing(code);
    assert.equal(await backend.tokenState().catch((code) => code), code);
  }
});

test("a send that could not be asked about stays unknown, and says why", async () => {
  for (const [thrown, code] of [[LOST[0], "no-answer"], ["environment-changed", "environment-changed"]]) {
    throwing(thrown);
    assert.deepEqual(await backend.findOut(7), { kind: "unseen", code });
  }
});
