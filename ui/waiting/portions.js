// Pagination of the rows: of each group a portion is drawn, and another one where somebody asks for more. A front desk has
// some forty. Five thousand, all drawn, take more memory than the whole window does without them.
/** @import { WaitingRow } from "../contract.js" */

/** As many as are drawn at a time. */
export const PORTION = 30;

export function createPortions() {
  /** How many are drawn, by group. @type {Map<string, number>} */
  let most = new Map();
  const of = (/** @type {string} */ group) => most.get(group) ?? PORTION;

  return {
    /** @param {string} group @param {WaitingRow[]} rows all of it */
    drawn: (group, rows) => rows.slice(0, of(group)),
    /** How many come with the next portion. @param {string} group @param {WaitingRow[]} rows all of it */
    next: (group, rows) => Math.min(PORTION, Math.max(0, rows.length - of(group))),
    /** @param {string} group */
    more: (group) => void most.set(group, of(group) + PORTION),
    /** As many portions as it takes to draw this one. @param {string} group @param {number} at its place among all of the group */
    reach: (group, at) => void most.set(group, Math.max(of(group), Math.ceil((at + 1) / PORTION) * PORTION)),
    beginAnew: () => (most = new Map()),
  };
}
