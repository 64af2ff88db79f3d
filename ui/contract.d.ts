// Made from src-tauri/contract.rs by its test. Do not edit.

/** What each command takes, and what it gives. */
export interface Commands {
  start: { args: Record<string, never>, answer: Startup };
  page_ready: { args: Record<string, never>, answer: null };
  listen_for_openings: { args: { channel: object }, answer: null };
  read_reservation: { args: { text: string }, answer: ReservationReading };
  read_phone_number: { args: { text: string }, answer: PhoneReading };
  read_email_address: { args: { text: string }, answer: EmailReading };
  look_up: { args: { environment: Environment, text: string }, answer: LookUp };
  resend_reservation: { args: { request: ResendRequest }, answer: ResendAnswer };
  find_out: { args: { environment: Environment, send: number }, answer: Resolution };
  read_waiting_list: { args: { environment: Environment, channel: object }, answer: WaitingUpdate | null };
  use_waiting_list: { args: { environment: Environment }, answer: boolean };
  find_waiting: { args: { environment: Environment, text: string }, answer: Array<FoundRow> | null };
  read_settled: { args: { environment: Environment, channel: object }, answer: SettledUpdate | null };
  stop_reading_settled: { args: Record<string, never>, answer: null };
  forget_waiting_list: { args: Record<string, never>, answer: null };
  watch_link: { args: { environment: Environment, reservation: string, since: Timestamp, send: number | null, unknown: boolean, channel: object }, answer: Timestamp | null };
  stop_watching: { args: Record<string, never>, answer: null };
  open_journal: { args: Record<string, never>, answer: null };
  search_history: { args: { environment: Environment, search: HistorySearch }, answer: HistoryPage };
  export_history: { args: { environment: Environment, search: HistorySearch, words: ExportWords }, answer: ExportedFile };
  delete_history: { args: { environment: Environment }, answer: null };
  save_settings: { args: { settings: Settings }, answer: Startup };
  token_state: { args: { environment: Environment }, answer: TokenState };
  save_token: { args: { environment: Environment, token: string, keep: Keep }, answer: TokenState };
  forget_token: { args: { environment: Environment }, answer: TokenState };
  test_connection: { args: { environment: Environment }, answer: ConnectionTest };
  check_up: { args: { environment: Environment }, answer: CheckUp };
  third_party_licences: { args: Record<string, never>, answer: string };
}

export type Startup = { version: string, settings: Settings, 
/**
 * The language was given with `--lang` or by the policy, or chosen before: the language step is skipped.
 */
language_given: boolean, 
/**
 * The environment likewise: nothing more is asked.
 */
environment_given: boolean, 
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
notice: Code | null, 
/**
 * What the administrator decided for good.
 */
fixed: Array<Setting>, allowed: Permissions, 
/**
 * Whom to ask, shown with every failure.
 */
support: string | null, 
/**
 * Why the administrator's policy cannot be obeyed. Until this is empty nothing is sent in Production.
 */
policy_faults: Array<PolicyFault>, };

export type Settings = { language: Language, environment: Environment, 
/**
 * ISO 3166-1 alpha-2, such as `NO`: the country of a number written without a country code.
 */
default_country: string, 
/**
 * For how long a second send of the same to the same is asked about; 0 for never.
 */
repeat_minutes: number, 
/**
 * How long a send can be stopped before it leaves.
 */
hold_seconds: number, 
/**
 * How long the history is kept.
 */
keep_days: number, 
/**
 * How far back the list of what is waiting for payment goes.
 */
waiting_days: number, };

export type Setting = "language" | "environment" | "default_country" | "repeat_minutes" | "hold_seconds" | "keep_days" | "waiting_days";

export type Permissions = { history: boolean, export: boolean, waiting_list: boolean, };

export type PolicyFault = { file: string, 
/**
 * Counted from one; none where it is the file as a whole.
 */
line: number | null, 
/**
 * Such as `fixed.environment`.
 */
key: string | null, reason: PolicyReason, };

export type PolicyReason = { "kind": "missing" } | { "kind": "unreadable", } | { "kind": "not-a-file" } | { "kind": "too-long" } | { "kind": "writable-by-others" } | { "kind": "folder-writable-by-others", } | { "kind": "not-text" } | { "kind": "not-toml", } | { "kind": "repeated" } | { "kind": "unknown-name", meant: string | null, } | { "kind": "outside-table" } | { "kind": "only-fixed" } | { "kind": "fixed-and-default" } | { "kind": "wrong-type", wanted: PolicyValueType, } | { "kind": "out-of-range", least: number, most: number, } | { "kind": "unknown-environment", meant: string | null, } | { "kind": "unknown-language" } | { "kind": "unknown-country" } | { "kind": "not-a-line", most: number, };

export type PolicyValueType = "text" | "whole-number" | "true-or-false" | "table";

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
phone_number: string, email_address: string, scenario: Scenario, };

export type Scenario = "sent" | "order-sent" | "sent-slowly" | "already-cancelled" | "already-completed" | "already-paid" | "amount-reserved" | "not-found" | "refused" | "token-refused" | "rate-limited" | "redirected" | "service-failed" | "service-unavailable" | "connection-broken" | "unclear-answer";

export type Reservation = { id: string, 
/**
 * It is an order's id.
 */
order: boolean, };

export type ReservationReading = { "kind": "reservation", unfamiliar: boolean, 
/**
 * It may not be typed to its end.
 */
short: boolean, id: string, 
/**
 * It is an order's id.
 */
order: boolean, } | { "kind": "unreadable", code: ProblemCode, };

export type PhoneReading = { "kind": "number", 
/**
 * `+47 41 23 45 67`
 */
international: string, 
/**
 * ISO 3166-1 alpha-2, where the number belongs to one country.
 */
region: string | null, line: Line, } | { "kind": "unreadable", code: ProblemCode, };

export type Line = "mobile" | "land-line" | "mobile-or-land-line" | "other" | "unfamiliar";

export type EmailReading = { "kind": "address", address: string, 
/**
 * Some of its letters look like others: a question comes before the send.
 */
look_alike: boolean, } | { "kind": "unreadable", code: ProblemCode, };

export type ResendRequest = { 
/**
 * The one that the window showed when the person pressed Send.
 */
environment: Environment, reservation: string, sms: boolean, email: boolean, phone_number: string, email_address: string, 
/**
 * The id that the box named when the contact was typed or filled in.
 */
typed_for: string | null, 
/**
 * The warnings that the person has answered with "send anyway".
 */
answered: Array<WarningKind>, 
/**
 * The time in which it could be stopped has run out.
 */
held: boolean, };

export type WarningKind = "unfamiliar-prefix" | "other-environment" | "not-found" | "already-cancelled" | "already-completed" | "already-paid" | "already-reserved" | "already-invoiced" | "already-refunded" | "already-partly-refunded" | "expired" | "earlier-unknown" | "sent-recently" | "sent-elsewhere" | "sent-to-somebody" | "typed-for-another" | "almost-stored" | "land-line" | "company-number" | "unfamiliar-range" | "look-alike-domain" | "look-alike-letters";

export type Warning = { "kind": "unfamiliar-prefix" } | { "kind": "other-environment", environment: Environment, } | { "kind": "not-found" } | { "kind": "already-cancelled" } | { "kind": "already-completed" } | { "kind": "already-paid" } | { "kind": "already-reserved" } | { "kind": "already-invoiced" } | { "kind": "already-refunded" } | { "kind": "already-partly-refunded" } | { "kind": "expired" } | { "kind": "earlier-unknown" } | { "kind": "sent-recently", 
/**
 * Where it is certain.
 */
at: Timestamp | null, } | { "kind": "sent-elsewhere", at: Timestamp | null, } | { "kind": "sent-to-somebody", at: Timestamp | null, } | { "kind": "typed-for-another", id: string, } | { "kind": "almost-stored", typed: string, stored: string, } | { "kind": "land-line", number: string, } | { "kind": "company-number", number: string, } | { "kind": "unfamiliar-range", number: string, } | { "kind": "look-alike-domain", typed: string, likely: string, } | { "kind": "look-alike-letters", typed: string, };

export type ResendAnswer = { "kind": "done", report: Report, } | { "kind": "mend", problems: Array<Problem>, } | { "kind": "ask", about: Warning, } | { "kind": "hold", milliseconds: number, } | { "kind": "too-late" } | { "kind": "environment-changed" } | { "kind": "busy" };

export type Problem = { field: Field, code: ProblemCode, };

export type Field = "reservation" | "channels" | "phone-number" | "email-address";

export type Report = { 
/**
 * New for every send.
 */
attempt: number, 
/**
 * Its name in the history; absent where it could not be written down.
 */
id: number | null, outcome: OutcomeKind, 
/**
 * Why; absent when sent.
 */
reason: SendReason | null, environment: Environment, reservation: Reservation, 
/**
 * The name of the one that is paid, as looked up before the send.
 */
merchant: string | null, 
/**
 * Who it was for, readable and masked; absent for a channel that was not chosen.
 */
sms_to: Contact | null, email_to: Contact | null, 
/**
 * When it was begun, and when the outcome was known.
 */
begun: Timestamp, at: Timestamp, 
/**
 * The service's own sentences, shown beneath our words.
 */
sentences: Array<string>, http_status: number | null, retry_after_seconds: number | null, };

export type LookUp = { "kind": "seen", card: Card, } | { "kind": "not-found", id: string, } | { "kind": "unseen", id: string, code: Code, } | { "kind": "no-id" };

export type Card = { customer: string | null, 
/**
 * In kroner.
 */
amount: number | null, status: Status | null, due: Moment | null, sms_to: Contact | null, email_to: Contact | null, 
/**
 * How the link was sent at first: what the form begins with.
 */
by_sms: boolean, by_email: boolean, money: Money, 
/**
 * The name of the one that is paid.
 */
merchant: string | null, 
/**
 * Newest first.
 */
events: Array<Event>, id: string, 
/**
 * It is an order's id.
 */
order: boolean, };

export type Status = "not-paid" | "reserved" | "paid" | "completed" | "expired" | "cancelled" | "invoiced" | "refunded" | "partly-refunded" | { "other": string };

export type Moment = { at: Timestamp | null, 
/**
 * As it was written.
 */
text: string, 
/**
 * Its zone is known: from the text itself, or from the service's filter. Otherwise `at` is what a clock in Norway
 * would have shown, and a guess: nothing may be decided by it.
 */
certain: boolean, };

export type Money = { 
/**
 * Held on the customer's card, which is not paid.
 */
reserved: number | null, reserved_at: Moment | null, 
/**
 * Taken out of what was reserved.
 */
captured: number | null, 
/**
 * Taken from the card at once.
 */
charged: number | null, 
/**
 * Given back, of either.
 */
refunded: number | null, };

export type Timestamp = number;

export type Event = { kind: EventKind, when: Moment | null, 
/**
 * It crosses masked.
 */
to: string | null, 
/**
 * It was sent from this computer.
 */
from_here: boolean, };

export type EventKind = "sent" | "resent" | "opened" | "expired" | "cancelled" | "completed" | "amount-reserved" | "unknown" | { "other": string };

export type Resolution = { "kind": "sent", at: Moment, } | { "kind": "over", status: Status, } | { "kind": "half", by: Channel, status: Status | null, } | { "kind": "nearby", at: Moment | null, 
/**
 * It can be seen to whom.
 */
to_whom: boolean, status: Status | null, } | { "kind": "another", status: Status | null, } | { "kind": "not-listed", status: Status | null, } | { "kind": "no-events", status: Status | null, } | { "kind": "order", status: Status | null, } | { "kind": "not-found" } | { "kind": "unseen", code: Code, } | { "kind": "forgotten" };

export type Channel = "sms" | "email";

export type SendState = "under-way" | "sent" | "not-sent" | "unknown";

export type HistorySearch = { 
/**
 * A part of a reservation's id or of a masked contact: three letters at least.
 */
text: string | null, outcome: SendState | null, 
/**
 * From this time on, and before the other.
 */
from: Timestamp | null, until: Timestamp | null, 
/**
 * Only what is older than this entry: the next page.
 */
older_than: number | null, };

export type HistoryPage = { entries: Array<HistoryEntry>, 
/**
 * There is more after these.
 */
more: boolean, };

export type HistoryEntry = { id: number, reservation: string, sms_to: string | null, email_to: string | null, at: Timestamp, outcome: SendState, http_status: number | null, 
/**
 * How far the customer has come with the link, as far as it was seen.
 */
progress: ProgressRecord | null, };

export type ExportWords = { time: string, reservation: string, sms: string, email: string, outcome: string, answer: string, sent: string, not_sent: string, unknown: string, under_way: string, };

export type ExportedFile = { path: string, entries: number, };

export type OutcomeKind = "sent" | "not-sent" | "unknown";

export type Contact = { full: string, masked: string, };

export type TokenState = "absent" | "in-keychain" | "one-of-several" | "until-the-app-closes";

export type Keep = "in-keychain" | "until-the-app-closes";

export type ConnectionTest = { "kind": "works" } | { "kind": "fails", code: CheckCode, };

export type CheckUp = { 
/**
 * Nothing is wrong, nothing is worth a look, and everything could be looked at or need not be.
 */
all_well: boolean, lines: Array<CheckLine>, version: string, 
/**
 * Such as `linux x86_64, Debian GNU/Linux 12 (bookworm)`.
 */
system: string, environment: Environment, 
/**
 * When it was looked at.
 */
at: Timestamp, 
/**
 * The newest lines of the log.
 */
log: Array<string>, };

export type CheckLine = { subject: CheckSubject, state: CheckState, found: CheckFound, milliseconds: number, };

export type CheckSubject = "keychain" | "network" | "secure" | "clock" | "token" | "journal" | "version" | "policy";

export type CheckState = "well" | "worth-knowing" | "wrong" | "not-known";

export type CheckFound = { "kind": "finding", finding: CheckFinding, } | { "kind": "clock-ahead", seconds: number, } | { "kind": "clock-behind", seconds: number, } | { "kind": "wrong", code: CheckCode, } | { "kind": "odd", code: CheckCode, };

export type CheckFinding = "token-in-keychain" | "token-one-of-several" | "token-for-now" | "token-missing" | "keychain-answers" | "keychain-not-needed" | "reached" | "reached-inside" | "inside-is-silent" | "reached-here" | "no-name" | "no-connection" | "trusted" | "stays-here" | "certificate-date" | "certificate-issuer" | "not-trusted" | "clock-right" | "no-other-clock" | "no-date" | "token-accepted" | "no-token-needed" | "no-token-to-try" | "journal-well" | "journal-put-aside" | "journal-removed" | "journal-newer" | "journal-not-written" | "journal-no-locks" | "journal-not-needed" | "version" | "no-policy" | "policy-in-force" | "policy-wrong" | "no-network" | "not-secure" | "not-started" | "no-answer";

export type ProblemCode = "reservation-missing" | "reservation-no-id" | "reservation-short-link" | "reservation-several" | "reservation-cut-off" | "reservation-is-subscription" | "reservation-is-customer" | "reservation-is-capture" | "reservation-is-charge" | "reservation-is-terminal" | "reservation-is-organisation" | "channel-missing" | "phone-missing" | "phone-has-letters" | "phone-too-short" | "phone-too-long" | "phone-several" | "phone-plus-missing" | "phone-no-such-country" | "phone-no-such-number" | "email-missing" | "email-without-at" | "email-several" | "email-malformed" | "email-domain";

export type CheckCode = "token-refused" | "not-allowed" | "turned-away" | "rate-limited" | "redirected" | "proxy-log-in" | "service-refused" | "no-contact" | "not-secure" | "no-certificates" | "not-started" | "no-answer" | "connection-broken" | "service-failed" | "service-unavailable" | "unclear-answer" | "answer-cut-short" | "token-missing" | "token-malformed" | "keychain-absent" | "keychain-kwallet" | "keychain-locked" | "keychain-prompt-cancelled" | "keychain-no-collection" | "keychain-no-answer" | "keychain-several" | "keychain-failed";

export type SendReason = "already-cancelled" | "already-completed" | "already-paid" | "not-found" | "refused" | "journal-damaged" | "journal-removed" | "journal-newer" | "journal-not-written" | "journal-no-locks" | "journal-still-read" | "policy-wrong" | CheckCode;

export type Code = "token-empty" | "token-too-long" | "journal-put-aside" | "settings-damaged" | "settings-not-saved" | "environment-changed" | "setting-fixed" | "history-not-allowed" | "export-not-allowed" | "export-failed" | SendReason;

export type WaitingUpdate = { rows: Array<WaitingRow>, 
/**
 * Why something could not be read.
 */
failure: Code | null, state: WaitingState, 
/**
 * How far back it goes, and how much of that is done.
 */
days: number, days_done: number, 
/**
 * The reservations whose links seem open by their events, and of how many the details are known.
 */
found: number, looked_at: number, 
/**
 * The reservations of these days that nobody has to pay any more.
 */
settled: number, 
/**
 * The times whose events could not be read, the newest first.
 */
missing: Array<Span>, 
/**
 * The reservations whose details could not be read.
 */
unread: number, 
/**
 * When it was begun, by this computer's clock.
 */
at: Timestamp, };

export type WaitingState = "reading" | "read" | "partial";

export type Span = { from: Timestamp, until: Timestamp, };

export type WaitingRow = { group: WaitingGroup, customer: string | null, 
/**
 * In kroner.
 */
amount: number | null, status: Status | null, due: Moment | null, last: WaitingLast, sms_to: string | null, email_to: string | null, 
/**
 * What a caller may quote.
 */
references: Array<string>, id: string, 
/**
 * It is an order's id.
 */
order: boolean, };

export type FoundRow = { 
/**
 * The parts of the customer's name that were meant: from, and up to, in UTF-16 code units.
 */
marks: Array<[number, number]>, group: WaitingGroup, customer: string | null, 
/**
 * In kroner.
 */
amount: number | null, status: Status | null, due: Moment | null, last: WaitingLast, sms_to: string | null, email_to: string | null, 
/**
 * What a caller may quote.
 */
references: Array<string>, id: string, 
/**
 * It is an order's id.
 */
order: boolean, };

export type WaitingGroup = "expired" | "due" | "failed" | "opened" | "unopened" | "settled";

export type WaitingLast = { kind: WaitingLastKind, when: Moment | null, 
/**
 * The ways that the link was sent.
 */
by_sms: boolean, by_email: boolean, };

export type WaitingLastKind = "sent" | "resent" | "opened" | "failed" | "expired" | "settled";

export type SettledUpdate = { 
/**
 * Why something could not be read.
 */
failure: Code | null, 
/**
 * Partial where there are more that can be looked up.
 */
state: WaitingState, 
/**
 * How many there are, and of how many the details are known.
 */
found: number, looked_at: number, };

export type Sighting = { seen: Seen, when: Moment | null, };

export type Seen = "sent" | "opened" | "reserved" | "paid";

export type LinkProgress = "opened" | "reserved" | "paid";

export type ProgressRecord = { progress: LinkProgress, 
/**
 * None where the service does not tell it for sure.
 */
at: Timestamp | null, };
