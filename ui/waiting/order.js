// The sort order of the list: by urgency in groups, or by one thing alone. It is kept while the window is open.
/** @import { WaitingRow } from "../contract.js" */
import { inAlphabet } from "../words/i18n.js";

/** @typedef {"urgency" | "amount" | "name" | "time"} Order */

/** What is not known comes last. @type {Record<Exclude<Order, "urgency">, (one: WaitingRow, other: WaitingRow) => number>} */
const BY = {
  amount: (one, other) => (other.amount ?? -1) - (one.amount ?? -1),
  name: (one, other) => Number(!one.customer) - Number(!other.customer) || inAlphabet(one.customer ?? one.id, other.customer ?? other.id),
  time: (one, other) => (other.last.when?.at ?? -Infinity) - (one.last.when?.at ?? -Infinity) || 0,
};

/** As it was read, the most urgent first, or sorted. @param {WaitingRow[]} rows @param {Order} order */
export const inOrder = (rows, order) => (order === "urgency" ? rows : [...rows].sort(BY[order]));
