// A time that Front Payment tells, of which the zone may not be known.
/** @import { Moment } from "../contract.js" */
import { dayAndTime, isSameDay, t, writtenDayAndTime } from "./i18n.js";

const LAST_MOMENT = 8.64e15;

/** As long as nobody knows in which zone the service writes, its time is told as it wrote it. @param {Moment | null} moment */
export function momentWords(moment) {
  if (!isKnown(moment)) return moment?.text ?? "";
  if (moment?.certain) return t("card.when", dayAndTime(Number(moment.at)));
  return t("card.when.uncertain", { when: writtenWords(moment) });
}

/** As it was written, and nothing of whose clock that is. @param {Moment | null} moment */
export const writtenWords = (moment) => (isKnown(moment) ? t("card.when", writtenDayAndTime(Number(moment?.at))) : (moment?.text ?? ""));

/** Beside another time, and so without the day where both have it. @param {Moment | null} moment @param {Moment | null} other */
export function onThatDay(moment, other) {
  const isOfOneDay = isKnown(moment) && isKnown(other) && moment?.certain && isSameDay(Number(moment.at), Number(other?.at));
  return isOfOneDay ? t("card.when.today", { time: dayAndTime(Number(moment?.at)).time }) : momentWords(moment);
}

/** @param {Moment | null} moment */
export function isKnown(moment) {
  return typeof moment?.at === "number" && Math.abs(moment.at) <= LAST_MOMENT;
}
