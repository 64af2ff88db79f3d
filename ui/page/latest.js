// The last one wins: of several questions that are under way, only the answer to the last one counts.

export function createLatest() {
  /** Each question is an object of its own. @type {object | null} */
  let underWay = null;

  return {
    /** @returns {() => boolean} whether this is still the last one */
    begin() {
      const mine = (underWay = {});
      return () => underWay === mine;
    },
    /** It is answered, or no answer is wanted any more. */
    end() {
      underWay = null;
    },
    isUnderWay: () => underWay !== null,
  };
}
