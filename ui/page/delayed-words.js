// Messages while somebody waits: none for a wait that nobody notices, then one, then more.

/**
 * Says each text once its time has come, until stopped.
 * @param {(text: string) => void} say
 * @param {[milliseconds: number, text: string][]} steps
 * @returns {() => void} stop
 */
export function delayedWords(say, steps) {
  const timers = steps.map(([after, text]) => setTimeout(() => say(text), after));
  return () => timers.forEach(clearTimeout);
}
