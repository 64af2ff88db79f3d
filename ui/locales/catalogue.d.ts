import type { CheckFinding, Code, Language } from "../contract.js";
import type { en } from "./en.js";

/** Something typed that has to be mended: one line, the same beside its box and in the summary. */
export type ProblemCode = Extract<
  Code,
  `reservation-${string}` | `phone-${string}` | `email-${string}` | "channel-missing"
>;

/** Anything else that can go wrong: what happened, what it means, what to do. */
export type ReasonCode = Exclude<Code, ProblemCode>;
export type Explanation = { title: string; meaning: string; next: string };

/** What a connection test can find, in one line. */
export type CheckCode = Exclude<
  ReasonCode,
  | "already-cancelled"
  | "already-completed"
  | "already-paid"
  | "not-found"
  | "refused"
  | "token-empty"
  | "token-too-long"
  | "journal-put-aside"
  | "journal-damaged"
  | "journal-removed"
  | "journal-newer"
  | "journal-not-written"
  | "journal-no-locks"
  | "journal-still-read"
  | "settings-damaged"
  | "settings-not-saved"
  | "export-failed"
  | "environment-changed"
  | "setting-fixed"
  | "policy-wrong"
  | "history-not-allowed"
  | "export-not-allowed"
>;

/** English is the key type: a missing or misspelt key in another language fails the type-check. */
export type Words = typeof en.words;
export type Key = keyof Words;

/** One part of another language, held to the same part of English. */
export type Texts<Part> = Record<keyof Part, string>;

export type Catalogue = {
  words: Record<Key, string>;
  problems: Record<ProblemCode, string>;
  reasons: Record<ReasonCode, Explanation>;
  checks: Record<CheckCode, string>;
  findings: Record<CheckFinding, { found: string; next: string }>;
};

export type Catalogues = Record<Language, Catalogue>;

/** The names between braces in a text, so that a forgotten one fails the type-check too. */
type Placeholder<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never;

export type Parameters<K extends Key> = [Placeholder<Words[K]>] extends [never]
  ? []
  : [Record<Placeholder<Words[K]>, string>];
