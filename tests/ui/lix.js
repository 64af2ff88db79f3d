// LIX: how hard a Norwegian text is to read, by the mean length of a sentence and the share of words of more than six letters.
// Children's books lie near 25, newspapers near 45, laws near 60.

/** Whatever they are called, nobody finds them hard. */
const NAMES = /^(Payments?|KWallet|Keyring|Reservation)$/;

const isLong = (word) => word.length > 6 && !word.startsWith("{") && !NAMES.test(word);

/** @param {string} text */
export const words = (text) => text.match(/\{\w+\}|[\p{L}\p{N}@+-]+/gu) ?? [];

/** @param {string} text */
export const sentences = (text) => text.split(/(?<=[.!?:])\s+|\n+/).filter((sentence) => words(sentence).length > 0);

/** @param {string[]} all the sentences */
export function lix(all) {
  const said = all.flatMap(words);
  return said.length / all.length + (100 * said.filter(isLong).length) / said.length;
}

/** @param {string[]} all those of eight words or more that are as hard as a law */
export const hardOnes = (all) => all.filter((sentence) => words(sentence).length >= 8 && lix([sentence]) > 40);
