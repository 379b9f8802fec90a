import type { QueueItem } from "~/domain/moderation/queue.server";
import { LinkButton } from "~/components/kit/button";
import { EmptyState, Section } from "~/components/kit/page";
import type { DeskAudience } from "~/components/moderation/desk-paths";
import { QueueTable, type ParkNames } from "~/components/moderation/queue-table";
import { useTranslate } from "~/i18n/use-translate";

type Props = {
  audience: DeskAudience;
  to: string;
  size: { providers: number; solutions: number };
  items: readonly QueueItem[];
  parks: ParkNames;
};

/** The oldest few of the moderation queue on a desk's home page. */
export function ModerationSection({ audience, to, size, items, parks }: Props) {
  const t = useTranslate();
  return (
    <Section
      id="moderation"
      title={t("supervision:park.moderation")}
      actions={<LinkButton to={to}>{t("supervision:park.moderation.all")}</LinkButton>}
    >
      {items.length === 0 ? (
        <EmptyState title={t("supervision:park.moderation.none")} />
      ) : (
        <>
          <p className="mb-3">{t("supervision:park.moderation.count", size)}</p>
          <QueueTable items={items} audience={audience} parks={parks} />
        </>
      )}
    </Section>
  );
}
