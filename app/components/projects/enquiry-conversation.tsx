/** The conversation of an enquiry, oldest first; quotes stand in it by their time, endings name their reason. */
import type { EnquiryDetail } from "~/domain/projects/enquiry-detail.server";
import type { EnquirySide } from "~/domain/projects/enquiry-status";
import type { Quote } from "~/domain/projects/quote";
import { formatDate, formatDateTime, formatMoneyExact } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { QuoteStanding } from "./quote-panel";
import { daysWords } from "./quote-words";

type Answer = EnquiryDetail["answers"][number];
type ConversationProps = { enquiry: EnquiryDetail; side: EnquirySide; now: number };

export function EnquiryConversation({ enquiry, side, now }: ConversationProps) {
  const names = { enterprise: enquiry.enterprise?.name ?? "", provider: enquiry.provider?.name ?? "" };
  const said = [
    ...enquiry.answers.map((answer) => ({ at: answer.at, id: answer.id, answer, quote: null })),
    ...enquiry.quotes.map((quote) => ({ at: quote.at, id: quote.id, answer: null, quote })),
  ].sort((a, b) => a.at - b.at || a.id.localeCompare(b.id));
  return (
    <ol className="flex flex-col gap-3">
      <Message by={names.enterprise} at={enquiry.createdAt} isOwn={side === "enterprise"} text={enquiry.message} />
      {said.map(({ id, answer, quote }) =>
        quote ? (
          <Offer key={id} by={names.provider} isOwn={side === "provider"} quote={quote} now={now} />
        ) : (
          <Message
            key={id}
            by={names[answer.bySide]}
            at={answer.at}
            isOwn={answer.bySide === side}
            text={answer.text}
            reason={answer.reason}
          />
        ),
      )}
    </ol>
  );
}

type MessageProps = { by: string; at: number; isOwn: boolean; text: string; reason?: Answer["reason"] };

function Message({ by, at, isOwn, text, reason }: MessageProps) {
  const t = useTranslate();
  return (
    <li className={bubble(isOwn)}>
      <Head by={by} at={at} />
      {reason ? (
        <p className="mt-1 font-semibold">{t("projects:enquiry.ended", { reason: t(`projects:reason.${reason}`) })}</p>
      ) : null}
      <p className="mt-1 break-words whitespace-pre-line">{text}</p>
    </li>
  );
}

function Offer({ by, isOwn, quote, now }: { by: string; isOwn: boolean; quote: Quote; now: number }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <li className={bubble(isOwn)}>
      <Head by={by} at={quote.at} />
      <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 font-semibold">
        <QuoteStanding quote={quote} now={now} />
        <span>{t("quotes:panel.title")}</span>
        <span>{formatMoneyExact(locale, quote.totalFen)}</span>
        <span>{daysWords(t, quote.days)}</span>
        <span>{t("projects:quote.until", { date: formatDate(locale, quote.validUntil) })}</span>
      </p>
      {quote.note ? <p className="mt-1 break-words whitespace-pre-line">{quote.note}</p> : null}
    </li>
  );
}

function Head({ by, at }: { by: string; at: number }) {
  const locale = useLocale();
  return (
    <p className="flex flex-wrap gap-x-3 text-sm">
      <span className="font-semibold">{by}</span>
      <time dateTime={new Date(at).toISOString()}>{formatDateTime(locale, at)}</time>
    </p>
  );
}

function bubble(isOwn: boolean): string {
  const look = isOwn ? "border-accent bg-accent text-accent-content md:ms-auto" : "border-base-300";
  return `max-w-2xl rounded-box border p-3 ${look}`;
}
