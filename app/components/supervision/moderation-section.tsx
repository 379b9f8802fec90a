import { Link } from "@remix-run/react";
import type { QueueItem } from "~/domain/moderation/queue.server";
import { LinkButton } from "~/components/kit/button";
import { EmptyState, Section } from "~/components/kit/page";
import { deskPaths, type DeskAudience } from "~/components/moderation/desk-paths";
import { QueueTable, type ParkNames } from "~/components/moderation/queue-table";
import { useTranslate } from "~/i18n/use-translate";

type Props = {
  audience: DeskAudience;
  to: string;
  size: { providers: number; solutions: number };
  items: readonly QueueItem[];
  complaints: { open: number; late: number };
  parks: ParkNames;
};

/** The oldest few of the moderation queue on a desk's home page, and how many complaints wait for an answer. */
export function ModerationSection({ audience, to, size, items, complaints, parks }: Props) {
  const t = useTranslate();
  return (
    <Section
      id="moderation"
      title={t("supervision:park.moderation")}
      actions={<LinkButton to={to}>{t("supervision:park.moderation.all")}</LinkButton>}
    >
      <OpenComplaints audience={audience} {...complaints} />
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

function OpenComplaints({ audience, open, late }: { audience: DeskAudience; open: number; late: number }) {
  const t = useTranslate();
  if (open === 0) return null;
  return (
    <p className="mb-3">
      <Link
        to={deskPaths[audience].complaints()}
        className={late > 0 ? "late underline underline-offset-4" : "link-plain"}
      >
        {late > 0
          ? t("supervision:park.complaints.late", { count: open, late })
          : t("supervision:park.complaints", { count: open })}
      </Link>
    </p>
  );
}
