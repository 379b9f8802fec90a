/** The conversation of an enquiry, oldest first; quotes stand out, endings name their reason. */
import type { EnquiryDetail } from "~/domain/projects/enquiry-detail.server";
import type { EnquirySide } from "~/domain/projects/enquiry-status";
import { formatDate, formatDateTime, formatMoneyExact } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

type Answer = EnquiryDetail["answers"][number];

export function EnquiryConversation({ enquiry, side }: { enquiry: EnquiryDetail; side: EnquirySide }) {
  const names = { enterprise: enquiry.enterprise?.name ?? "", provider: enquiry.provider?.name ?? "" };
  return (
    <ol className="flex flex-col gap-3">
      <Message by={names.enterprise} at={enquiry.createdAt} isOwn={side === "enterprise"} text={enquiry.message} />
      {enquiry.answers.map((answer) => (
        <Message
          key={answer.id}
          by={names[answer.bySide]}
          at={answer.at}
          isOwn={answer.bySide === side}
          text={answer.text}
          answer={answer}
          isNewestQuote={answer.id === enquiry.quote?.id}
        />
      ))}
    </ol>
  );
}

type MessageProps = { by: string; at: number; isOwn: boolean; text: string; answer?: Answer; isNewestQuote?: boolean };

function Message({ by, at, isOwn, text, answer, isNewestQuote }: MessageProps) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <li
      className={`max-w-2xl rounded-box border p-3 ${isOwn ? "border-accent bg-accent text-accent-content md:ms-auto" : "border-base-300"}`}
    >
      <p className="flex flex-wrap gap-x-3 text-sm">
        <span className="font-semibold">{by}</span>
        <time dateTime={new Date(at).toISOString()}>{formatDateTime(locale, at)}</time>
      </p>
      {answer?.reason ? (
        <p className="mt-1 font-semibold">
          {t("projects:enquiry.ended", { reason: t(`projects:reason.${answer.reason}`) })}
        </p>
      ) : null}
      <p className="mt-1 break-words whitespace-pre-line">{text}</p>
      {answer && answer.priceFen !== null ? <QuoteLine answer={answer} isNewest={isNewestQuote ?? false} /> : null}
    </li>
  );
}

function QuoteLine({ answer, isNewest }: { answer: Answer; isNewest: boolean }) {
  const t = useTranslate();
  const locale = useLocale();
  const words = [
    answer.priceFen === null ? null : formatMoneyExact(locale, answer.priceFen),
    answer.days === null ? null : t("projects:quote.days", { count: answer.days }),
    answer.validUntil === null ? null : t("projects:quote.until", { date: formatDate(locale, answer.validUntil) }),
  ].filter((word) => word !== null);
  return (
    <p className="mt-2 flex flex-wrap gap-x-4 border-t border-current/20 pt-2 font-semibold">
      <span>{t(isNewest ? "projects:quote.title" : "projects:quote.older")}</span>
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
    </p>
  );
}
