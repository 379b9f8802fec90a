import type { Locale } from "#db/vocabulary/identity";

/** 820 KB, 3.4 MB. */
export function formatBytes(locale: Locale, bytes: number): string {
  const isLarge = bytes >= 1_000_000;
  const value = isLarge ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1000));
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  return `${number} ${isLarge ? "MB" : "KB"}`;
}
