import { Link } from "@remix-run/react";
import { EmptyState, Section } from "~/components/kit/page";
import type { QueuePage } from "~/domain/moderation/queue.server";
import { useTranslate } from "~/i18n/use-translate";
import { deskPaths, type DeskAudience } from "./desk-paths";
import { QueueTable, type ParkNames } from "./queue-table";

type Props = {
  audience: DeskAudience;
  queue: QueuePage;
  size: { providers: number; solutions: number };
  /** Names of the parks in the queue; the park's own desk needs none. */
  parks?: ParkNames;
};

/** The oldest of what waits for moderation, for the desks of park and province. */
export function ModerationSection({ audience, queue, size, parks = {} }: Props) {
  const t = useTranslate();
  const all = (
    <Link to={deskPaths[audience].desk()} className="link-plain py-1">
      {t("moderation:queue.more")}
    </Link>
  );
  return (
    <Section
      id="moderation"
      title={t("moderation:tab.waiting", { count: size.providers + size.solutions })}
      actions={all}
    >
      {queue.items.length === 0 ? (
        <EmptyState title={t("moderation:queue.none")} />
      ) : (
        <QueueTable items={queue.items} audience={audience} parks={parks} />
      )}
    </Section>
  );
}
