/** Enquiries of one side as rows: about what, with whom, where it stands, whose turn it is and until when. */
import { Link } from "@remix-run/react";
import type { EnquiryLine } from "~/domain/projects/enquiries.server";
import type { EnquirySide } from "~/domain/projects/enquiry-status";
import { formatDate, formatMoney } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { EnquiryStanding } from "./enquiry-standing";

export function EnquiryRows({ lines, side }: { lines: readonly EnquiryLine[]; side: EnquirySide }) {
  return (
    <ul className="rounded-box border border-base-300">
      {lines.map((line) => (
        <Row key={line.id} line={line} side={side} />
      ))}
    </ul>
  );
}

function Row({ line, side }: { line: EnquiryLine; side: EnquirySide }) {
  const t = useTranslate();
  const locale = useLocale();
  const to = side === "enterprise" ? paths.enterprise.enquiry(line.id) : paths.providerDesk.enquiry(line.id);
  return (
    <li className="grid items-center gap-x-6 gap-y-1 border-b border-base-300 px-4 py-3 last:border-b-0 md:grid-cols-[minmax(0,1fr)_13rem_8rem]">
      <div className="min-w-0">
        <Link to={to} className="inline-block py-1 font-semibold text-primary underline-offset-4 hover:underline">
          {line.solution.title}
        </Link>
        <p className="muted text-sm">
          {t(side === "enterprise" ? "projects:enquiry.with.provider" : "projects:enquiry.with.enterprise", {
            name: side === "enterprise" ? line.providerName : line.enterpriseName,
            date: formatDate(locale, line.createdAt),
          })}
        </p>
        {line.bundleId ? (
          <p className="text-sm">
            <Link to={paths.enterprise.quotes(line.bundleId)} className="link-plain inline-block py-1">
              {t("projects:enquiry.bundle")}
            </Link>
          </p>
        ) : null}
      </div>
      <div>
        <EnquiryStanding state={line.state} side={side} />
        {line.holder ? (
          <p className="muted mt-0.5 text-sm">
            {t(`projects:enquiry.until.${line.holder}`, { date: formatDate(locale, line.expiresAt) })}
          </p>
        ) : null}
      </div>
      <p className="md:text-end">
        {line.priceFen === null ? null : (
          <>
            <span className="muted text-sm">{t("projects:quote.price")} </span>
            <span className="font-semibold">{formatMoney(locale, line.priceFen)}</span>
          </>
        )}
      </p>
    </li>
  );
}
