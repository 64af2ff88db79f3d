// Every text of a catalogue, one after the other: each plural form counts as a text.

/** @param {object} branch @returns {string[]} */
export const texts = (branch) => Object.values(branch).flatMap((text) => (typeof text === "string" ? [text] : texts(text)));
