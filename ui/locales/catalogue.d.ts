import type { CheckCode, CheckFinding, Code, ProblemCode } from "../contract.js";
import type { en } from "./en.js";

/** Of something that went wrong: what happened, what it means, what to do. */
export type Explanation = { title: string; meaning: string; next: string };

/** English is the key type: a missing or misspelt key in another language fails the type-check. */
export type Words = typeof en.words;
export type Key = keyof Words;

/** A text in each plural form that its language has, chosen by its {count}. */
export type Plural = { [Form in Intl.LDMLPluralRule]?: string } & { other: string };

/** One part of another language, held to the same part of English. */
export type Texts<Part> = { [K in keyof Part]: Part[K] extends string ? string : Plural };

export type Catalogue = {
  words: Texts<Words>;
  /** One line, the same beside its box and in the summary. */
  problems: Record<ProblemCode, string>;
  reasons: Record<Code, Explanation>;
  /** What a connection test can find, in one line. */
  checks: Record<CheckCode, string>;
  findings: Record<CheckFinding, { found: string; next: string }>;
  unseen: Texts<typeof en.unseen>;
};

/** For a number, an address, or both. */
export type ByWay = { sms: string; email: string; both: string };

/** What is said to a customer: right after a send, a while later, where nobody knows, and where nothing was sent. */
export type CustomerWords = {
  name: string;
  /** Who sends it: as it is, as our payment service, and on behalf of the one that the customer pays. */
  from: { plain: string; ours: string; named: string };
  by: { ours: string; named: string };
  now: ByWay;
  late: ByWay;
  hasItCome: ByWay;
  notSent: string;
  alreadyPaid: string;
  alreadyCompleted: string;
  /** The customer has the link and cannot pay: the bank stopped the card, the payment was begun before, the bank did not confirm. */
  cannotPay: { card: string; used: string; bank: string };
};

/** The names between braces in a text, so that a forgotten one fails the type-check too. */
type Placeholder<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never;

type Forms<Text> = Text extends string ? Text : Text[keyof Text];

/** What stands in the place of the {names} of a text. */
export type Facts = { [name: string]: string | number };

export type Parameters<K extends Key> = [Placeholder<Forms<Words[K]>>] extends [never]
  ? []
  : [{ [Name in Placeholder<Forms<Words[K]>>]: Name extends "count" ? number : string | number }];
