// Deep links, and what another start asks to open: each fills the form and never sends; and where somebody is in the
// middle of something, it waits for their word.
import * as backend from "../backend.js";
import { pressEnd } from "../page/press.js";
import { idIn } from "./named-reservation.js";

/**
 * @param {object} desk
 * @param {() => string} desk.held what the form holds already
 * @param {() => boolean} desk.isFree nothing is typed, asked or under way
 * @param {(text: string) => void} desk.use
 * @param {(link: { name: string, use: () => void }) => void} desk.offer
 */
export function createDeepLinks({ held, isFree, use, offer }) {
  const LONGEST_NAME = 60;
  let isOpen = false;
  /** @type {string | null} */
  let waiting = null;

  /** @param {string} text */
  async function take(text) {
    if (!isOpen) return (waiting = text);
    waiting = null;
    if (text.trim() === "") return;
    await pressEnd();
    if (isFree()) return use(text);
    const [id, there] = await Promise.all([text, held()].map(idIn));
    if (id && id === there) return;
    offer({ name: id ?? shortened(text), use: () => use(text) });
  }

  /** @param {string} text */
  const shortened = (text) => (text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text);

  backend.listenForOpenings(take).catch(() => {});

  return {
    /** The form can be seen. */
    start() {
      isOpen = true;
      if (waiting !== null) take(waiting);
    },
  };
}
