// The reservation in the box: read, looked up, shown on the card, and its contact filled in.
/**
 * @import { Card, Environment, Startup } from "../contract.js"
 * @import { Finder } from "./finder.js"
 * @import { Form } from "./form.js"
 * @import { LookUpResult } from "./look-up.js"
 * @import { Named } from "./named-reservation.js"
 */
import { announce } from "../page/announcer.js";
import { t } from "../words/i18n.js";
import { foundWords, notFoundWords, unseenWords } from "./card-words.js";
import { createCard } from "./card.js";
import { createLookUp } from "./look-up.js";
import { createNamedReservation } from "./named-reservation.js";
import { createTypedOffer } from "./typed-offer.js";

/** @typedef {ReturnType<typeof createReservation>} Reservation */

/**
 * @param {object} of
 * @param {Form} of.form
 * @param {{ compareWith(card: Card | null): void }} of.readings
 * @param {Finder} of.finder
 * @param {(id: string | null) => void} of.onNamed
 */
export function createReservation({ form, readings, finder, onNamed }) {
  /** @type {Environment} */
  let environment = "production";
  const card = createCard();
  const typedOffer = createTypedOffer({ onUse: form.use });
  const lookUp = createLookUp({ onLooking: card.looking, onResult: show, onGone: takeBack });
  const named = createNamedReservation({ onText: glance, onRead: follow });

  /** @param {LookUpResult} result */
  function show(result) {
    if (result.kind === "seen") return showCard(result);
    card.show(result);
    if (result.kind === "not-found") announce(notFoundWords(result.id, environment));
    else if (result.kind === "unseen") announce(unseenWords(result));
  }

  /** @param {Extract<LookUpResult, { kind: "seen" }>} result */
  function showCard(result) {
    const filledIn = form.fillFrom(result.card);
    // What is in the form is not said twice.
    const contacts = [result.card.sms_to, result.card.email_to].flatMap((contact) => contact ?? []);
    card.show(result, contacts.filter(({ full }) => full && !form.holds(full)));
    readings.compareWith(result.card);
    announce(foundWords(result.card, filledIn));
  }

  function takeBack() {
    readings.compareWith(null);
    card.clear();
    form.revert();
  }

  /** @param {string} text */
  function glance(text) {
    finder.glance();
    lookUp.glance(text);
  }

  /** @param {Named} read */
  function follow(read) {
    form.follow(read.id === null ? null : { id: read.id, environment }, read);
    onNamed(read.id);
    lookUp.follow(read);
    finder.follow(read);
    showOffer();
  }

  function showOffer() {
    const offered = form.offer();
    if (typedOffer.show(offered) && offered) announce(offered.whose ? t("typed.taken-back", { id: offered.whose.id }) : t("typed.taken-back.earlier"));
  }

  return {
    /** @param {string} text what the box holds @param {{ atOnce: boolean }} how `atOnce`: nothing more is being typed */
    typed(text, how) {
      named.update(text, how);
      showOffer();
    },
    /** Nothing more is typed into the box. Ready once it is read and looked up. */
    async hurry() {
      await named.hurry();
      await lookUp.hurry();
    },
    isPending: () => !named.isRead() || lookUp.isPending(),
    /** The next text is read and looked up whatever it is. */
    forget() {
      named.forget();
      lookUp.forget();
    },
    retry: lookUp.retry,
    /** Which one the box names, as last read. */
    id: named.id,
    /** What is known of it; null where nothing is. */
    card() {
      const result = lookUp.result();
      return result?.kind === "seen" ? result.card : null;
    },
    /** Which one Front Payment does not know; null for any other. */
    idNotFound() {
      const result = lookUp.result();
      return result?.kind === "not-found" ? result.id : null;
    },
    /** @param {Startup} startup */
    update(startup) {
      environment = startup.settings.environment;
      card.update(startup);
      typedOffer.update(startup);
    },
  };
}
