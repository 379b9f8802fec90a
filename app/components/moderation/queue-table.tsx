import { Link } from "@remix-run/react";
import { StatusBadge, Tag } from "~/components/kit/status";
import { Table, type Column } from "~/components/kit/table";
import type { QueueItem } from "~/domain/moderation/queue.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { deskPaths, type DeskAudience } from "./desk-paths";

/** From this many working days on a wait is marked as long; a product default, not a rule. */
const LONG_WAIT_DAYS = 5;

export type ParkNames = Record<string, { nameZh: string; nameEn: string }>;

type Props = { items: readonly QueueItem[]; audience: DeskAudience; parks: ParkNames };

/** What waits, oldest first; the province also sees whose it is. */
export function QueueTable({ items, audience, parks }: Props) {
  const t = useTranslate();
  const ofPark = (item: QueueItem) => <ParkName slug={item.parkSlug} parks={parks} />;
  const columns: Column<QueueItem>[] = [
    { head: t("moderation:queue.what"), cell: (item) => <What item={item} audience={audience} /> },
    { head: t("moderation:queue.age"), cell: (item) => <Age item={item} /> },
    ...(audience === "province" ? [{ head: t("moderation:queue.park"), cell: ofPark }] : []),
  ];
  return (
    <Table caption={t("moderation:title")} rows={items} columns={columns} keyOf={({ kind, id }) => `${kind} ${id}`} />
  );
}

function What({ item, audience }: { item: QueueItem; audience: DeskAudience }) {
  const t = useTranslate();
  return (
    <div className="flex min-w-40 flex-col items-start gap-1">
      <Link to={deskPaths[audience][item.kind](item.id)} className="link-plain font-semibold">
        {item.title}
      </Link>
      <span className="flex flex-wrap gap-1.5">
        <Tag>{t(`moderation:queue.kind.${item.kind}`)}</Tag>
        {item.isUpdate ? <Tag>{t("moderation:queue.update")}</Tag> : null}
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

function Age({ item: { ageDays, submittedAt } }: { item: QueueItem }) {
  const t = useTranslate();
  const locale = useLocale();
  const words = ageDays === 0 ? t("moderation:queue.today") : t("moderation:queue.age_days", { count: ageDays });
  return (
    <div className="flex flex-col items-start gap-1 whitespace-nowrap">
      {ageDays > LONG_WAIT_DAYS ? <StatusBadge tone="late">{words}</StatusBadge> : words}
      <span className="muted text-sm">{formatDate(locale, submittedAt)}</span>
    </div>
  );
}
