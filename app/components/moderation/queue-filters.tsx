import { Link } from "@remix-run/react";
import type { QueueCounts } from "~/domain/moderation/queue.server";
import { NO_FILTER, queueParams, type QueueFilter } from "~/domain/moderation/queue-filter";
import { useTranslate } from "~/i18n/use-translate";
import { deskPaths, type DeskAudience } from "./desk-paths";

type Props = { filter: QueueFilter; counts: QueueCounts; audience: DeskAudience };
type Choice = { label: string; is: boolean; next: QueueFilter };

/** What of the queue to look at, each choice a link with its count. */
export function QueueFilters({ filter, counts, audience }: Props) {
  const t = useTranslate();
  const kinds: Choice[] = ([null, "provider", "solution"] as const).map((kind) => ({
    label: t(`moderation:filter.${kind ?? "all"}`, { count: counts[kind ?? "all"] }),
    is: filter.kind === kind,
    next: { ...filter, kind },
  }));
  const rounds: Choice[] = ([null, "new", "again"] as const).map((round) => ({
    label: round ? t(`moderation:filter.${round}`, { count: counts[round] }) : t("moderation:filter.any"),
    is: filter.round === round,
    next: { ...filter, round },
  }));
  const only: Choice[] = [
    {
      label: t("moderation:filter.late", { count: counts.late }),
      is: filter.late,
      next: { ...filter, late: !filter.late },
    },
    { label: t("moderation:filter.warned"), is: filter.warned, next: { ...filter, warned: !filter.warned } },
  ];
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(NO_FILTER);
  return (
    <nav
      aria-label={t("moderation:filter.label")}
      className="no-print mb-4 flex flex-wrap items-center gap-x-6 gap-y-2"
    >
      <Group title={t("moderation:filter.kind")} choices={kinds} audience={audience} />
      <Group title={t("moderation:filter.round")} choices={rounds} audience={audience} />
      <Group title={t("moderation:filter.only")} choices={only} audience={audience} />
      {isFiltered ? (
        <Link to={deskPaths[audience].desk()} className="link-plain inline-flex min-h-9 items-center text-sm">
          {t("moderation:filter.clear")}
        </Link>
      ) : null}
    </nav>
  );
}

function Group({ title, choices, audience }: { title: string; choices: Choice[]; audience: DeskAudience }) {
  return (
    <div role="group" aria-label={title} className="flex flex-wrap items-center gap-1.5">
      <span aria-hidden className="muted text-sm">
        {title}
      </span>
      {choices.map(({ label, is, next }) => (
        <Link
          key={label}
          to={deskPaths[audience].desk(queueParams(next))}
          aria-current={is ? "true" : undefined}
          className="inline-flex min-h-9 items-center rounded-field border border-base-300 px-2.5 text-sm aria-[current]:border-primary aria-[current]:font-semibold aria-[current]:text-primary"
        >
          {label}
        </Link>
      ))}
    </div>
  );
}
