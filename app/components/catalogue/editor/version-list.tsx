import type { VersionStatus } from "#db/vocabulary/catalogue";
import { StatusBadge } from "~/components/kit/status";
import { Table } from "~/components/kit/table";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { VersionStatusBadge } from "../status-badges";

type Version = {
  id: string;
  number: number;
  status: VersionStatus;
  submittedAt: number | null;
  decidedAt: number | null;
};

/** The version's status; a draft put away has none of a version's own. */
export function VersionStanding({ version: { status, submittedAt } }: { version: Version }) {
  const t = useTranslate();
  if (status === "superseded" && submittedAt === null)
    return <StatusBadge tone="quiet">{t("versions:put_away.status")}</StatusBadge>;
  return <VersionStatusBadge status={status} />;
}

/** All versions, newest first. */
export function VersionList({ versions }: { versions: readonly Version[] }) {
  const t = useTranslate();
  const locale = useLocale();
  const day = (at: number | null) => (at === null ? "—" : formatDate(locale, at));
  return (
    <Table
      caption={t("catalogue:versions")}
      rows={versions}
      keyOf={({ id }) => id}
      columns={[
        { head: t("catalogue:versions.number"), cell: ({ number }) => t("catalogue:version", { number }) },
        { head: t("catalogue:versions.status"), cell: (version) => <VersionStanding version={version} /> },
        { head: t("catalogue:versions.submitted"), cell: ({ submittedAt }) => day(submittedAt) },
        { head: t("catalogue:versions.decided"), cell: ({ decidedAt }) => day(decidedAt) },
      ]}
    />
  );
}
