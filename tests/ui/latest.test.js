// Of several questions that are under way only the last one counts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createLatest } from "../../ui/page/latest.js";

test("the answer to any question but the last is dropped", () => {
  const latest = createLatest();
  const isFirst = latest.begin();
  assert.ok(isFirst() && latest.isUnderWay());
  const isSecond = latest.begin();
  assert.deepEqual([isFirst(), isSecond()], [false, true]);
});

test("a question that nobody waits for any more has no answer", () => {
  const latest = createLatest();
  const isLatest = latest.begin();
  latest.end();
  assert.deepEqual([isLatest(), latest.isUnderWay()], [false, false]);
});
