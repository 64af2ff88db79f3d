// Made from src-tauri/contract.rs by its test. Do not edit.

export type Startup = { version: string, settings: Settings, 
/**
 * The language was given with `--lang`: the language step is skipped.
 */
language_given: boolean, 
/**
 * Nobody has chosen anything yet: begin with the first-start steps.
 */
first_start: boolean, 
/**
 * The environments that can be chosen here; one only under `--local-api`.
 */
environments: Array<Environment>, countries: Array<Country>, 
/**
 * Reservations that the practice service knows; empty elsewhere.
 */
examples: Array<Example>, 
/**
 * Something about the start that the user should know, such as damaged settings.
 */
notice: Code | null, };

export type Settings = { language: Language, environment: Environment, 
/**
 * ISO 3166-1 alpha-2, such as `NO`: the country of a number written without a country code.
 */
default_country: string, };

export type Language = "en" | "nb";

export type Environment = "practice" | "demo" | "production" | "local";

export type Country = { 
/**
 * ISO 3166-1 alpha-2; the page names it with `Intl.DisplayNames`.
 */
region: string, 
/**
 * Such as `+47`.
 */
calling_code: string, };

export type Example = { id: string, customer: string, 
/**
 * In kroner.
 */
amount: number, 
/**
 * A contact that belongs to this example.
 */
phone_number: string, email_address: string, lesson: Lesson, };

export type Lesson = "sent" | "sent-slowly" | "already-cancelled" | "already-completed" | "already-paid" | "not-found" | "refused" | "token-refused" | "rate-limited" | "redirected" | "service-failed" | "service-unavailable" | "connection-broken" | "unclear-answer";

export type ReservationReading = { "kind": "reservation", id: string, unfamiliar: boolean, } | { "kind": "unreadable", code: Code, };

export type PhoneReading = { "kind": "number", 
/**
 * `+47 41 23 45 67`
 */
international: string, 
/**
 * ISO 3166-1 alpha-2, where the number belongs to one country.
 */
region: string | null, line: LineKind, } | { "kind": "unreadable", code: Code, };

export type LineKind = "mobile" | "land-line" | "mobile-or-land-line" | "other";

export type ResendRequest = { reservation: string, sms: boolean, email: boolean, phone_number: string, email_address: string, 
/**
 * The questions that the person has answered with "send anyway".
 */
answered: Array<Question>, };

export type Question = "earlier-unknown" | "unfamiliar-prefix";

export type ResendAnswer = { "kind": "done", report: Report, } | { "kind": "mend", problems: Array<Problem>, } | { "kind": "ask", question: Question, } | { "kind": "busy" };

export type Problem = { field: Field, code: Code, };

export type Field = "reservation" | "channels" | "phone-number" | "email-address";

export type Report = { 
/**
 * New for every send.
 */
attempt: number, outcome: OutcomeKind, 
/**
 * Why; absent when sent.
 */
reason: Code | null, environment: Environment, reservation: string, 
/**
 * Who it was for, readable and masked; absent for a channel that was not chosen.
 */
sms_to: Contact | null, email_to: Contact | null, 
/**
 * When the outcome was known, in milliseconds since 1970.
 */
at: number, 
/**
 * The service's own sentences, shown beneath our words.
 */
sentences: Array<string>, http_status: number | null, retry_after_seconds: number | null, };

export type LookUp = { "kind": "seen", card: Card, } | { "kind": "not-found", id: string, } | { "kind": "unseen", id: string, code: Code, } | { "kind": "no-id" };

export type Card = { id: string, customer: string | null, 
/**
 * In kroner.
 */
amount: number | null, status: Status | null, 
/**
 * The service's own word, where it is none that we know.
 */
status_text: string | null, due: Moment | null, sms_to: Contact | null, email_to: Contact | null, 
/**
 * How the link was sent at first: what the form begins with.
 */
by_sms: boolean, by_email: boolean, 
/**
 * Newest first.
 */
events: Array<Event>, };

export type Status = "not-paid" | "paid" | "completed" | "expired" | "cancelled";

export type Moment = { at: number | null, 
/**
 * As it was written.
 */
text: string, };

export type Event = { kind: EventKind, 
/**
 * The service's own slug, where it is none that we know.
 */
slug: string, when: Moment | null, 
/**
 * Masked.
 */
to: string | null, 
/**
 * It was sent from this computer.
 */
from_here: boolean, };

export type EventKind = "sent" | "resent" | "opened" | "expired" | "cancelled" | "completed" | "amount-reserved" | "unknown" | "other";

export type OutcomeKind = "sent" | "not-sent" | "unknown";

export type Contact = { full: string, masked: string, };

export type TokenState = "absent" | "in-keychain" | "until-the-app-closes";

export type Keep = "in-keychain" | "until-the-app-closes";

export type ConnectionTest = { "kind": "works" } | { "kind": "fails", code: Code, };

export type Code = "reservation-missing" | "reservation-no-id" | "reservation-short-link" | "reservation-several" | "reservation-is-order" | "reservation-is-subscription" | "reservation-is-customer" | "reservation-is-capture" | "reservation-is-charge" | "reservation-is-terminal" | "reservation-is-organisation" | "channel-missing" | "phone-missing" | "phone-has-letters" | "phone-too-short" | "phone-too-long" | "phone-no-such-country" | "phone-no-such-number" | "email-missing" | "email-without-at" | "email-several" | "email-malformed" | "email-domain" | "already-cancelled" | "already-completed" | "already-paid" | "not-found" | "refused" | "token-refused" | "not-allowed" | "rate-limited" | "redirected" | "proxy-log-in" | "service-refused" | "no-contact" | "not-secure" | "not-started" | "no-answer" | "connection-broken" | "service-failed" | "service-unavailable" | "unclear-answer" | "answer-cut-short" | "token-missing" | "token-empty" | "token-malformed" | "token-too-long" | "keychain-absent" | "keychain-kwallet" | "keychain-locked" | "keychain-prompt-cancelled" | "keychain-no-collection" | "keychain-no-answer" | "keychain-failed" | "journal-newer" | "journal-not-written" | "settings-damaged" | "settings-not-saved";
