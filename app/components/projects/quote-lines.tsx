/** The price lines of a quote with its sums; what may count for awards is said under each, so that a phone has room for both. */
import { Check, Minus } from "lucide-react";
import { ScrollingTable } from "~/components/kit/table";
import type { Quote } from "~/domain/projects/quote";
import { formatMoneyExact } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

export function QuoteLines({ quote }: { quote: Quote }) {
  const t = useTranslate();
  const locale = useLocale();
  const money = (fen: number) => formatMoneyExact(locale, fen);
  return (
    <ScrollingTable caption={t("quotes:lines.caption")} className="relative">
      <thead>
        <tr>
          <th scope="col">{t("quotes:lines.text")}</th>
          <th scope="col" className="number">
            {t("quotes:lines.price")}
          </th>
        </tr>
      </thead>
      <tbody>
        {quote.lines.map(({ text, priceFen, isEligible }, index) => (
          <tr key={index}>
            <td className="break-words">
              <span className="block">{text}</span>
              <EligibleMark isEligible={isEligible} />
            </td>
            <td className="number">{money(priceFen)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("quotes:lines.total")}</th>
          <td className="number font-semibold">{money(quote.totalFen)}</td>
        </tr>
        <tr>
          <th scope="row" className="font-normal">
            {t("quotes:lines.total.eligible")}
          </th>
          <td className="number">{money(quote.eligibleFen)}</td>
        </tr>
      </tfoot>
    </ScrollingTable>
  );
}

export function EligibleMark({ isEligible }: { isEligible: boolean }) {
  const t = useTranslate();
  const Icon = isEligible ? Check : Minus;
  return (
    <span
      className={`inline-flex items-center gap-1 text-sm whitespace-nowrap ${isEligible ? "text-primary" : "muted"}`}
    >
      <Icon aria-hidden size={15} />
      {t(isEligible ? "quotes:lines.eligible.yes" : "quotes:lines.eligible.no")}
    </span>
  );
}
