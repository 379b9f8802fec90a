/** An enterprise's own results over time, each with its source and scheme version. */
import { Link } from "@remix-run/react";
import { Section } from "~/components/kit/page";
import { Table } from "~/components/kit/table";
import type { OwnResult } from "~/domain/assessment/standing.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { useWords } from "./use-words";

export function StandingHistory({ history }: { history: OwnResult[] }) {
  const t = useTranslate();
  const locale = useLocale();
  const words = useWords();
  if (history.length === 0) return null;
  const amount = (part: "foundation" | "management" | "effect" | "scenarios") => ({
    head: t(`effects:part.${part}`),
    number: true as const,
    cell: (one: OwnResult) => words.number(one[part]),
  });
  return (
    <Section id="history" title={t("effects:history")} lead={t("effects:history.lead")}>
      <Table
        caption={t("effects:history")}
        rows={history}
        keyOf={({ id }) => id}
        columns={[
          {
            head: t("assessment:list.date"),
            cell: ({ id, finishedAt }) => (
              <Link to={paths.enterprise.assessment(id)} className="link-plain">
                {formatDate(locale, finishedAt)}
              </Link>
            ),
          },
          { head: t("assessment:list.source"), cell: ({ source }) => t(`assessment:source.${source}`) },
          { head: t("effects:part.total"), cell: ({ total }) => <Bar value={total} text={words.number(total)} /> },
          amount("foundation"),
          amount("management"),
          amount("effect"),
          amount("scenarios"),
          {
            head: t("effects:part.level"),
            number: true,
            cell: ({ level }) => t("assessment:list.level_value", { level }),
          },
          {
            head: t("schemes:version"),
            number: true,
            cell: ({ schemeVersion }) => t("schemes:version.number", { version: schemeVersion }),
          },
        ]}
      />
    </Section>
  );
}

function Bar({ value, text }: { value: number; text: string }) {
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden className="h-2 w-24 shrink-0 rounded-field bg-base-300">
        <span className="block h-2 rounded-field bg-primary" style={{ width: `${value}%` }} />
      </span>
      {text}
    </span>
  );
}
