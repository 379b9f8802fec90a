import { Link } from "@remix-run/react";
import type { ProviderStatus } from "#db/vocabulary/catalogue";
import { EmptyState, PageHeader } from "~/components/kit/page";
import { Pager } from "~/components/kit/table";
import type { QueuePage } from "~/domain/moderation/queue.server";
import type { moderatedProviders } from "~/domain/moderation/subjects.server";
import { useTranslate } from "~/i18n/use-translate";
import { deskPaths, type DeskAudience } from "./desk-paths";
import { ProviderDirectory } from "./provider-directory";
import { QueueTable, type ParkNames } from "./queue-table";

type Props = {
  audience: DeskAudience;
  size: { providers: number; solutions: number };
  parks: ParkNames;
  filter: { q: string; status: ProviderStatus | null; after: string | null };
  /** One of the two: the line of what waits, or the directory of providers. */
  queue: QueuePage | null;
  directory: Awaited<ReturnType<typeof moderatedProviders>> | null;
};

/** The moderators' page of park and province: what waits, oldest first, and all providers. */
export function ModerationDesk({ audience, size, parks, filter, queue, directory }: Props) {
  const t = useTranslate();
  const to = deskPaths[audience].desk;
  return (
    <>
      <PageHeader title={t("moderation:title")} lead={t(`moderation:lead.${audience}`)} />
      <nav aria-label={t("moderation:tab.label")} className="mb-5 flex flex-wrap gap-x-6 border-b border-base-300">
        <Tab
          to={to()}
          isHere={queue !== null}
          label={t("moderation:tab.waiting", { count: size.providers + size.solutions })}
        />
        <Tab to={to({ show: "providers" })} isHere={directory !== null} label={t("moderation:tab.providers")} />
      </nav>
      {queue?.items.length === 0 ? (
        <EmptyState title={t("moderation:queue.none")}>{t("moderation:queue.none.text")}</EmptyState>
      ) : null}
      {queue && queue.items.length > 0 ? <QueueTable items={queue.items} audience={audience} parks={parks} /> : null}
      {queue ? (
        <Pager
          first={filter.after ? to() : null}
          next={queue.next ? to({ after: queue.next }) : null}
          label={t("moderation:queue.pages")}
        />
      ) : null}
      {directory ? <ProviderDirectory {...directory} filter={filter} audience={audience} parks={parks} /> : null}
    </>
  );
}

function Tab({ to, isHere, label }: { to: string; isHere: boolean; label: string }) {
  return (
    <Link
      to={to}
      aria-current={isHere ? "page" : undefined}
      className="-mb-px border-b-2 border-transparent px-1 py-2.5 aria-[current=page]:border-primary aria-[current=page]:font-semibold aria-[current=page]:text-primary"
    >
      {label}
    </Link>
  );
}
