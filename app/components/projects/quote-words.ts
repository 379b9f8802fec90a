/** Figures of a quote in words. */
import type { Translate } from "~/i18n/messages";
import { saidHours } from "~/domain/projects/quote-comparison";
import { HOURS_A_DAY } from "~/domain/projects/working-hours-a-day";

/** 0 where an old quote did not say. */
export function daysWords(t: Translate, days: number): string {
  return days === 0 ? t("quotes:unsaid") : t("quotes:days", { count: days });
}

export function warrantyWords(t: Translate, months: number): string {
  return months === 0 ? t("quotes:warranty.none") : t("quotes:warranty", { count: months });
}

/** Hours within a working day, working days from there on, with halves. */
export function responseWords(t: Translate, hours: number): string {
  if (hours <= 1) return t("quotes:response.within_hour");
  if (hours < HOURS_A_DAY) return t("quotes:response.hours", { count: saidHours(hours) });
  return t("quotes:response.days", { count: saidHours(hours) / HOURS_A_DAY });
}
