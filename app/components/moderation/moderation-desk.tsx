import type { ProviderStatus } from "#db/vocabulary/catalogue";
import { Button } from "~/components/kit/button";
import { EmptyState, PageHeader } from "~/components/kit/page";
import { Pager } from "~/components/kit/table";
import { REVIEW_DAYS } from "~/domain/moderation/promise-days";
import type { QueuePage } from "~/domain/moderation/queue.server";
import { queueParams, type QueueFilter } from "~/domain/moderation/queue-filter";
import type { moderatedProviders } from "~/domain/moderation/subjects.server";
import type { TabCounts } from "~/domain/moderation/desk-tabs.server";
import { useTranslate } from "~/i18n/use-translate";
import { deskPaths, type DeskAudience } from "./desk-paths";
import { DeskTabs } from "./desk-tabs";
import { ProviderDirectory } from "./provider-directory";
import { QueueFilters } from "./queue-filters";
import { QueueTable, type ParkNames } from "./queue-table";

type Props = {
  audience: DeskAudience;
  tabs: TabCounts;
  parks: ParkNames;
  filter: { q: string; status: ProviderStatus | null; after: string | null };
  queueFilter: QueueFilter;
  /** One of the two: the line of what waits, or the directory of providers. */
  queue: QueuePage | null;
  directory: Awaited<ReturnType<typeof moderatedProviders>> | null;
};

/** The moderators' page of park and province: what waits, oldest first, and all providers. */
export function ModerationDesk({ audience, tabs, parks, filter, queueFilter, queue, directory }: Props) {
  const t = useTranslate();
  return (
    <>
      <PageHeader title={t("moderation:title")} lead={t(`moderation:lead.${audience}`)} />
      <DeskTabs audience={audience} here={directory ? "providers" : "waiting"} tabs={tabs} />
      {queue ? (
        <Queue queue={queue} filter={queueFilter} after={filter.after} audience={audience} parks={parks} />
      ) : null}
      {directory ? <ProviderDirectory {...directory} filter={filter} audience={audience} parks={parks} /> : null}
    </>
  );
}

type QueueProps = {
  queue: QueuePage;
  filter: QueueFilter;
  after: string | null;
  audience: DeskAudience;
  parks: ParkNames;
};

function Queue({ queue: { items, next, counts }, filter, after, audience, parks }: QueueProps) {
  const t = useTranslate();
  const to = (from?: string) => deskPaths[audience].desk({ ...queueParams(filter), after: from });
  if (counts.all === 0)
    return <EmptyState title={t("moderation:queue.none")}>{t("moderation:queue.none.text")}</EmptyState>;
  return (
    <>
      <p className="measure muted mb-3">{t("moderation:queue.promise", { days: REVIEW_DAYS })}</p>
      <QueueFilters filter={filter} counts={counts} audience={audience} />
      {items.length === 0 ? (
        <EmptyState title={t("moderation:filter.none")} />
      ) : (
        <form method="get" action={deskPaths[audience].bulk()}>
          <QueueTable items={items} audience={audience} parks={parks} filter={filter} selectable />
          <div className="no-print mt-4 flex flex-wrap items-center gap-3">
            <Button tone="plain">{t("moderation:queue.bulk")}</Button>
            <span className="muted text-sm">{t("moderation:queue.bulk.hint")}</span>
          </div>
        </form>
      )}
      <Pager first={after ? to() : null} next={next ? to(next) : null} label={t("moderation:queue.pages")} />
    </>
  );
}
