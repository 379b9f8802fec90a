import type { VersionStatus } from "#db/vocabulary/catalogue";
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
        { head: t("catalogue:versions.status"), cell: ({ status }) => <VersionStatusBadge status={status} /> },
        { head: t("catalogue:versions.submitted"), cell: ({ submittedAt }) => day(submittedAt) },
        { head: t("catalogue:versions.decided"), cell: ({ decidedAt }) => day(decidedAt) },
      ]}
    />
  );
}
