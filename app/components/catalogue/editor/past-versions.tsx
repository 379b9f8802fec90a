import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { VersionStatus } from "#db/vocabulary/catalogue";
import type { SolutionField } from "~/domain/catalogue/solution-sections";
import { formatDateTime, formatList } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { RestoreForm } from "./restore-form";
import { VersionStanding } from "./version-list";

type Version = {
  id: string;
  number: number;
  status: VersionStatus;
  createdAt: number;
  submittedAt: number | null;
  decidedAt: number | null;
  by: string | null;
  changed: SolutionField[] | null;
};

type Props = {
  id: string;
  versions: readonly Version[];
  liveId: string | null;
  shownId: string | null;
  canRestore: boolean;
};

/** Every version with what it changed; any can be looked at, and taken up again when there is no draft. */
export function PastVersions({ id, versions, liveId, shownId, canRestore }: Props) {
  const t = useTranslate();
  return (
    <ol className="divide-y divide-base-300 rounded-box border border-base-300">
      {versions.map((version) => (
        <li key={version.id} className="grid gap-1 px-4 py-3">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-semibold">{t("catalogue:version", { number: version.number })}</span>
            <VersionStanding version={version} />
            <When version={version} />
          </p>
          <Changed fields={version.changed} />
          <div className="flex flex-wrap items-center gap-x-4">
            <Link
              to={paths.providerDesk.solutionVersions(id, { version: version.id })}
              aria-current={version.id === shownId ? "true" : undefined}
              className="link-plain inline-flex min-h-11 items-center"
            >
              {liveId === null || version.id === liveId
                ? t("versions:look", { number: version.number })
                : t("versions:compare", { number: version.number })}
            </Link>
            {canRestore ? <RestoreForm versionId={version.id} number={version.number} small /> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Changed({ fields }: { fields: SolutionField[] | null }) {
  const t = useTranslate();
  const locale = useLocale();
  if (fields === null) return <p>{t("versions:changed.first")}</p>;
  if (fields.length === 0) return <p>{t("versions:changed.nothing")}</p>;
  const names = formatList(
    locale,
    fields.map((field) => t(`catalogue:field.${field}`)),
  );
  return <p>{t("versions:changed", { fields: names })}</p>;
}

function When({ version: { createdAt, submittedAt, decidedAt, by } }: { version: Version }) {
  const t = useTranslate();
  const locale = useLocale();
  if (submittedAt === null)
    return <Small>{t("versions:when.begun", { date: formatDateTime(locale, createdAt) })}</Small>;
  const date = formatDateTime(locale, submittedAt);
  return (
    <Small>
      {by ? t("versions:when.submitted", { date, name: by }) : t("versions:when.imported", { date })}
      {by && decidedAt !== null
        ? ` · ${t("versions:when.decided", { date: formatDateTime(locale, decidedAt) })}`
        : null}
    </Small>
  );
}

function Small({ children }: { children: ReactNode }) {
  return <span className="muted text-sm">{children}</span>;
}
