/** The versions of the scheme: which is in force, which comes, who made it and why. */
import { Link } from "@remix-run/react";
import { PageHeader } from "~/components/kit/page";
import { Note, StatusBadge } from "~/components/kit/status";
import { Table } from "~/components/kit/table";
import type { SchemeLine } from "~/domain/assessment/scheme-versions.server";
import { formatDate, formatNumber } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

export const standingTones = { in_force: "done", coming: "waiting", past: "quiet" } as const;

export function SchemeList({ lines, at }: { lines: SchemeLine[]; at: (version: number) => string }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <>
      <PageHeader title={t("schemes:title")} lead={t("schemes:lead")} />
      <div className="mb-4">
        <Note>
          <strong className="font-semibold">{t("common:provisional")}</strong> · {t("assessment:provisional.gates")}
        </Note>
      </div>
      <Table
        caption={t("schemes:title")}
        rows={lines}
        keyOf={({ version }) => String(version)}
        columns={[
          {
            head: t("schemes:version"),
            cell: ({ version }) => (
              <Link to={at(version)} className="link-plain">
                {t("schemes:version.number", { version })}
              </Link>
            ),
          },
          {
            head: t("schemes:standing"),
            cell: ({ standing }) => (
              <StatusBadge tone={standingTones[standing]}>{t(`schemes:standing.${standing}`)}</StatusBadge>
            ),
          },
          { head: t("schemes:effective_on"), cell: ({ effectiveOn }) => formatDate(locale, effectiveOn) },
          { head: t("schemes:note"), cell: ({ note }) => note || t("schemes:note.reference") },
          { head: t("schemes:by"), cell: ({ byName }) => byName ?? "–" },
          {
            head: t("schemes:assessments"),
            number: true,
            cell: ({ assessments }) => formatNumber(locale, assessments),
          },
        ]}
      />
    </>
  );
}
