/** The newest quote in figures, with what can be done about it. */
import type { ReactNode } from "react";
import type { EnquiryAnswer } from "~/domain/projects/enquiry-detail.server";
import { formatDate, formatMoneyExact } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

export function QuotePanel({ quote, children }: { quote: EnquiryAnswer; children?: ReactNode }) {
  const t = useTranslate();
  const locale = useLocale();
  const figures = [
    {
      label: t("projects:quote.price"),
      value: quote.priceFen === null ? "" : formatMoneyExact(locale, quote.priceFen),
    },
    {
      label: t("projects:quote.days.label"),
      value: quote.days === null ? t("common:unknown") : t("projects:quote.days", { count: quote.days }),
    },
    {
      label: t("projects:quote.until.label"),
      value: quote.validUntil === null ? t("projects:quote.until.default") : formatDate(locale, quote.validUntil),
    },
  ];
  return (
    <section aria-labelledby="quote-title" className="rounded-box border-2 border-primary p-4">
      <h2 id="quote-title" className="text-lg">
        {t("projects:quote.title")}
      </h2>
      <dl className="mt-2 grid grid-cols-2 gap-4 sm:grid-cols-3">
        {figures.map(({ label, value }) => (
          <div key={label}>
            <dt className="muted text-sm">{label}</dt>
            <dd className="text-lg font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      {children ? <div className="no-print mt-4">{children}</div> : null}
    </section>
  );
}
