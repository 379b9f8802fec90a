import { Link } from "@remix-run/react";
import { ArrowRight } from "lucide-react";
import { EmptyState, Section } from "~/components/kit/page";
import { StatusBadge } from "~/components/kit/status";
import { useTranslate } from "~/i18n/use-translate";

export type Waiting = {
  key: string;
  /** The whole sentence of what is to be done. */
  text: string;
  to: string;
  /** It is late or somebody else stands still because of it. */
  isUrgent?: boolean;
};

/** What waits for the reader, urgent first; each line leads to where it is done. */
export function WaitingList({ items, emptyText }: { items: readonly Waiting[]; emptyText: string }) {
  const t = useTranslate();
  const sorted = [...items].sort((a, b) => Number(b.isUrgent ?? false) - Number(a.isUrgent ?? false));
  return (
    <Section id="waiting-for-me" title={t("supervision:waiting.title")}>
      {sorted.length === 0 ? <EmptyState title={t("supervision:waiting.none")}>{emptyText}</EmptyState> : null}
      <ul className="flex flex-col">
        {sorted.map(({ key, text, to, isUrgent }) => (
          <li key={key} className="border-b border-base-300 first:border-t">
            <Link to={to} className="flex min-h-12 items-center gap-3 py-2 hover:bg-base-200">
              <span className="flex min-w-0 grow flex-col items-start gap-x-3 gap-y-1 sm:flex-row sm:items-center">
                {isUrgent ? <StatusBadge tone="late">{t("supervision:waiting.urgent")}</StatusBadge> : null}
                <span className="min-w-0 font-semibold text-primary underline underline-offset-4">{text}</span>
              </span>
              <ArrowRight aria-hidden size={18} className="shrink-0 text-primary" />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
