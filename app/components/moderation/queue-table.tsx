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
  const locale = useLocale();
  const columns: Column<QueueItem>[] = [
    { head: t("moderation:queue.what"), cell: (item) => <What item={item} audience={audience} /> },
    { head: t("moderation:queue.provider"), cell: ({ providerName }) => providerName },
    ...(audience === "province"
      ? [
          {
            head: t("moderation:queue.park"),
            cell: (item: QueueItem) => <ParkName slug={item.parkSlug} parks={parks} />,
          },
        ]
      : []),
    { head: t("moderation:queue.submitted"), cell: ({ submittedAt }) => formatDate(locale, submittedAt), number: true },
    { head: t("moderation:queue.age"), cell: ({ ageDays }) => <Age days={ageDays} />, number: true },
  ];
  return (
    <Table caption={t("moderation:title")} rows={items} columns={columns} keyOf={({ kind, id }) => `${kind} ${id}`} />
  );
}

function What({ item, audience }: { item: QueueItem; audience: DeskAudience }) {
  const t = useTranslate();
  return (
    <div className="flex min-w-52 flex-col items-start gap-1">
      <Link to={deskPaths[audience][item.kind](item.id)} className="link-plain font-semibold">
        {item.title}
      </Link>
      <span className="flex flex-wrap gap-1.5">
        <Tag>{t(`moderation:queue.kind.${item.kind}`)}</Tag>
        {item.isUpdate ? <Tag>{t("moderation:queue.update")}</Tag> : null}
      </span>
    </div>
  );
}

export function ParkName({ slug, parks }: { slug: string | null; parks: ParkNames }) {
  const t = useTranslate();
  const named = useNamed();
  const park = slug === null ? undefined : parks[slug];
  return park ? named(park) : t("common:none");
}

function Age({ days }: { days: number }) {
  const t = useTranslate();
  if (days === 0) return t("moderation:queue.today");
  const words = t("moderation:queue.age_days", { count: days });
  if (days <= LONG_WAIT_DAYS) return words;
  return (
    <span title={t("moderation:queue.long", { count: days })}>
      <StatusBadge tone="late">{words}</StatusBadge>
    </span>
  );
}
