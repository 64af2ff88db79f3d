// The documents as a person reads them: what they quote, what they point at, their chapters, and their plain text.
// In all of them *italics* are the window's own words, and nothing else is; "…" stands for what it fills in.
import { readFileSync } from "node:fs";
import { texts } from "./catalogue-texts.js";
import { sentences } from "./lix.js";

const root = new URL("../../", import.meta.url);

/** @param {string} path from the project's root */
export const read = (path) => readFileSync(new URL(path, root), "utf8");

/** Without what is a program's: blocks and spans of code, comments. */
const prose = (text) => text.replace(/^```[^]*?^```/gm, "").replace(/`[^`\n]*`/g, "").replace(/<!--[^]*?-->/g, "");

const oneLine = (text) => text.replace(/\s+/g, " ").trim();

/** @param {string} text */
export function quotes(text) {
  const found = [...prose(text).matchAll(/<i>([^<]+)<\/i>|(?<![*\w])\*([^*\s](?:[^*]*[^*\s])?)\*(?![*\w])/g)];
  return found.map(([, html, markdown]) => oneLine(html ?? markdown));
}

/** Texts, and the whole sentences of them, with what is filled in left out, and the keychain as each system calls it. @param {any} catalogue */
export function sayings(catalogue) {
  const { words } = catalogue;
  const own = ["linux", "macos", "windows"].map((system) => ({ keychain: words[`keychain.${system}`], Keychain: words[`keychain.${system}.first`] }));
  const said = own.flatMap((names) => texts(catalogue).map((text) => text.replace(/\{(\w+)\}/g, (_, name) => names[name] ?? "…")));
  const all = new Set([...said, ...said.flatMap(sentences)].flatMap((text) => [text, text.replace(/\.$/, "")]));
  return { has: (quote) => [...quote].length > 1 && (all.has(quote) || all.has(capital(quote))) };
}

/** The case of the first letter is the sentence's that it stands in. */
const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Whatever is linked to or shown. @param {string} text */
export const targets = (text) => [...prose(text).matchAll(/\]\(([^)\s]+)\)|\b(?:src|href)="([^"]+)"/g)].map(([, link, source]) => link ?? source);

/** @param {string} text */
export const pictures = (text) => [...text.matchAll(/<img src="([^"]+)"[^>]*? alt="([^"]+)"/g)].map(([, path, words]) => ({ path, words }));

/** @param {string} text */
export const headings = (text) => [...prose(text).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading);

/** As GitHub makes the place in a page out of its heading. @param {string} text */
export const places = (text) => {
  const seen = {};
  return headings(text).map((heading) => {
    const place = heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, "").replace(/ /g, "-");
    const times = (seen[place] = (seen[place] ?? -1) + 1);
    return times === 0 ? place : `${place}-${times}`;
  });
};

/** What is read, sentence by sentence: a heading, a cell, an item of a list and a picture each end one. @param {string} text */
export function said(text) {
  const plain = prose(text)
    .replace(/<img [^>]*? alt="([^"]*)"[^>]*>/g, "\f$1\f")
    .replace(/<\/?(?:i|b|kbd|span)\b[^>]*>/g, "")
    .replace(/<[^>]+>/g, "\f")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^(?:#+|\d+\.|-) |^\|[-|]+\|$|\||\n\s*\n/gm, "\f")
    .replace(/\*/g, "");
  return plain.split("\f").flatMap((part) => sentences(oneLine(part)));
}
