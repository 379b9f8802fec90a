/** The newest quote line by line, with what can be done about it. */
import type { ReactNode } from "react";
import { StatusBadge, type StatusTone } from "~/components/kit/status";
import { hasLapsed, type Quote } from "~/domain/projects/quote";
import type { QuoteStatus } from "#db/vocabulary/projects";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { QuoteLines } from "./quote-lines";
import { daysWords, warrantyWords } from "./quote-words";

type PanelProps = { quote: Quote; title?: string; now: number; children?: ReactNode };

export function QuotePanel({ quote, title, now, children }: PanelProps) {
  const t = useTranslate();
  const locale = useLocale();
  const figures = [
    { label: t("quotes:row.days"), value: daysWords(t, quote.days) },
    { label: t("quotes:row.warranty"), value: warrantyWords(t, quote.warrantyMonths) },
    { label: t("quotes:row.validity"), value: formatDate(locale, quote.validUntil) },
  ];
  return (
    <section aria-labelledby="quote-title" className="rounded-box border-2 border-primary p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id="quote-title" className="text-lg">
          {title ?? t("quotes:panel.title")}
        </h2>
        <QuoteStanding quote={quote} now={now} />
        <span className="muted text-sm">
          {t("quotes:panel.number", { number: quote.number, date: formatDate(locale, quote.at) })}
        </span>
      </div>
      <div className="mt-2">
        <QuoteLines quote={quote} />
      </div>
      <dl className="mt-3 grid grid-cols-2 gap-4 sm:grid-cols-3">
        {figures.map(({ label, value }) => (
          <div key={label}>
            <dt className="muted text-sm">{label}</dt>
            <dd className="font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      {quote.note ? <p className="measure mt-3 break-words whitespace-pre-line">{quote.note}</p> : null}
      <p className="muted mt-3 text-sm">{t("quotes:lines.eligible.note")}</p>
      {children ? <div className="no-print mt-4 flex flex-wrap gap-2">{children}</div> : null}
    </section>
  );
}

const tones: Record<QuoteStatus, StatusTone> = {
  ...{ sent: "active", superseded: "quiet", accepted: "done", declined: "quiet" },
};

export function QuoteStanding({ quote, now }: { quote: Quote; now: number }) {
  const t = useTranslate();
  if (hasLapsed(quote, now)) return <StatusBadge tone="quiet">{t("quotes:panel.lapsed")}</StatusBadge>;
  return <StatusBadge tone={tones[quote.status]}>{t(`quotes:panel.status.${quote.status}`)}</StatusBadge>;
}
