import { Link } from "@remix-run/react";
import { Section } from "~/components/kit/page";
import { StatusBadge } from "~/components/kit/status";
import { Table } from "~/components/kit/table";
import type { AssessmentLine } from "~/domain/assessment/results.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { useWords } from "./use-words";

/** Every assessment an enterprise may see, newest first. */
export function AssessmentHistory({ lines }: { lines: AssessmentLine[] }) {
  const t = useTranslate();
  const locale = useLocale();
  const words = useWords();
  const dash = "–";
  return (
    <Section title={t("assessment:list.history")}>
      <Table
        caption={t("assessment:list.history")}
        rows={lines}
        keyOf={({ id }) => id}
        columns={[
          {
            head: t("assessment:list.source"),
            cell: ({ id, source }) => (
              <Link to={paths.enterprise.assessment(id)} className="link-plain">
                {t(`assessment:source.${source}`)}
              </Link>
            ),
          },
          {
            head: t("assessment:list.status"),
            cell: ({ status }) => (
              <StatusBadge tone={status === "finished" ? "done" : "waiting"}>
                {t(`assessment:status.${status}`)}
              </StatusBadge>
            ),
          },
          { head: t("assessment:list.started"), cell: ({ startedAt }) => formatDate(locale, startedAt) },
          {
            head: t("assessment:list.date"),
            cell: ({ finishedAt }) => (finishedAt ? formatDate(locale, finishedAt) : dash),
          },
          {
            head: t("assessment:result.total"),
            number: true,
            cell: ({ score }) => (score === null ? dash : words.number(score)),
          },
          {
            head: t("assessment:result.level"),
            number: true,
            cell: ({ level }) => (level === null ? dash : t("assessment:list.level_value", { level })),
          },
        ]}
      />
    </Section>
  );
}
