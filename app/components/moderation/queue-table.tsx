import { Link } from "@remix-run/react";
import { StatusBadge, Tag } from "~/components/kit/status";
import { Table, type Column } from "~/components/kit/table";
import type { QueueItem } from "~/domain/moderation/queue.server";
import { queueParams, type QueueFilter } from "~/domain/moderation/queue-filter";
import { formatDate } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { deskPaths, type DeskAudience } from "./desk-paths";

export type ParkNames = Record<string, { nameZh: string; nameEn: string }>;

type Props = {
  items: readonly QueueItem[];
  audience: DeskAudience;
  parks: ParkNames;
  /** Kept along in the links, so that next and previous stay within it. */
  filter?: QueueFilter;
  /** Each row can be ticked, for the form around the table. */
  selectable?: true;
};

/** What waits, oldest first; the province also sees whose it is. */
export function QueueTable({ items, audience, parks, filter, selectable }: Props) {
  const t = useTranslate();
  const ofPark = (item: QueueItem) => <ParkName slug={item.parkSlug} parks={parks} />;
  const columns: Column<QueueItem>[] = [
    {
      head: t("moderation:queue.what"),
      cell: (item) => (
        <div className="flex items-start gap-1">
          {selectable ? <Tick item={item} /> : null}
          <What item={item} audience={audience} filter={filter} />
        </div>
      ),
    },
    { head: t("moderation:queue.age"), cell: (item) => <Age item={item} /> },
    ...(audience === "province" ? [{ head: t("moderation:queue.park"), cell: ofPark }] : []),
  ];
  return (
    <Table caption={t("moderation:title")} rows={items} columns={columns} keyOf={({ kind, id }) => `${kind} ${id}`} />
  );
}

function Tick({ item }: { item: QueueItem }) {
  const t = useTranslate();
  return (
    <label className="-my-2.5 -ms-2.5 inline-flex size-11 shrink-0 cursor-pointer items-center justify-center">
      <input
        type="checkbox"
        name="items"
        value={item.seen}
        aria-label={t("moderation:queue.select_one", { title: item.title })}
        className="checkbox checkbox-primary"
      />
    </label>
  );
}

function What({ item, audience, filter }: { item: QueueItem; audience: DeskAudience; filter?: QueueFilter }) {
  const t = useTranslate();
  return (
    <div className="flex min-w-40 flex-col items-start gap-1">
      <Link
        to={deskPaths[audience][item.kind](item.id, filter ? queueParams(filter) : {})}
        className="link-plain font-semibold"
      >
        {item.title}
      </Link>
      <span className="flex flex-wrap gap-1.5">
        <Tag>{t(`moderation:queue.kind.${item.kind}`)}</Tag>
        {item.isUpdate ? <Tag>{t("moderation:queue.update")}</Tag> : null}
        {item.returned > 0 ? <Tag>{t("moderation:queue.returned", { count: item.returned })}</Tag> : null}
        {item.warnings > 0 ? (
          <StatusBadge tone="waiting">{t("moderation:queue.warnings", { count: item.warnings })}</StatusBadge>
        ) : null}
        {item.isForOthers ? <StatusBadge tone="quiet">{t("moderation:queue.for_others")}</StatusBadge> : null}
      </span>
      {item.kind === "solution" ? <span className="muted text-sm">{item.providerName}</span> : null}
    </div>
  );
}

export function ParkName({ slug, parks }: { slug: string | null; parks: ParkNames }) {
  const t = useTranslate();
  const named = useNamed();
  const park = slug === null ? undefined : parks[slug];
  return park ? named(park) : t("common:none");
}

function Age({ item: { ageDays, dueOn, lateDays } }: { item: QueueItem }) {
  const t = useTranslate();
  const locale = useLocale();
  const words = ageDays === 0 ? t("moderation:queue.today") : t("moderation:queue.age_days", { count: ageDays });
  return (
    <div className="flex min-w-28 flex-col items-start gap-1 [word-break:keep-all] sm:whitespace-nowrap">
      {words}
      {lateDays > 0 ? (
        <StatusBadge tone="late">{t("moderation:queue.late", { count: lateDays })}</StatusBadge>
      ) : (
        <span className="muted text-sm">{t("moderation:queue.due", { date: formatDate(locale, dueOn) })}</span>
      )}
    </div>
  );
}
