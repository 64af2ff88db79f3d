// A time that Front Payment tells, of which the zone may not be known.
/** @import { Moment } from "../contract.js" */
import { dayAndTime, t, writtenDayAndTime } from "./i18n.js";

const LAST_MOMENT = 8.64e15;

/** As long as nobody knows in which zone the service writes, its time is told as it wrote it. @param {Moment | null} moment */
export function momentWords(moment) {
  if (!isKnown(moment)) return moment?.text ?? "";
  if (moment?.certain) return t("card.when", dayAndTime(Number(moment.at)));
  return t("card.when.uncertain", { when: t("card.when", writtenDayAndTime(Number(moment?.at))) });
}

/** @param {Moment | null} moment */
export function isKnown(moment) {
  return typeof moment?.at === "number" && Math.abs(moment.at) <= LAST_MOMENT;
}
