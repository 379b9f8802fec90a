/** What it costs, with whom, by when, and what a programme might add. */
import { Facts, Section } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import { Table } from "~/components/kit/table";
import type { ShownAward } from "~/domain/clinic/frozen";
import type { ReportOnPage, ShownSolution } from "~/domain/clinic/report-page.server";
import { formatMoney, formatMoneyExact, formatShare } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { useBudget, useQuarter } from "./recommendation-facts";
import { SolutionLink, SolutionMarks } from "./solution-line";

export function ReportSolutions({ page: { budget, findings } }: { page: ReportOnPage }) {
  const t = useTranslate();
  const words = useBudget();
  const rows = namedIn(findings);
  const sum = budget.maxFen === 0 ? null : words({ budgetMinFen: budget.minFen, budgetMaxFen: budget.maxFen });
  const isPartly = sum !== null && budget.unpriced > 0;
  return (
    <Section id="solutions" title={t("reports:part.solutions")}>
      <Facts facts={[{ label: t("reports:budget_sum"), value: sum ?? t("reports:budget_none") }]} />
      {isPartly ? <p className="muted text-sm">{t("reports:budget_unpriced", { count: budget.unpriced })}</p> : null}
      {rows.length === 0 ? (
        <p className="muted mt-2">{t("reports:solutions_none")}</p>
      ) : (
        <div className="mt-3">
          <Table
            caption={t("reports:solution_table")}
            rows={rows}
            keyOf={({ solution }) => solution.solutionId}
            columns={[
              {
                head: t("reports:solution"),
                cell: ({ solution }) => (
                  <>
                    <SolutionLink solution={solution} />
                    <SolutionMarks solution={solution} />
                  </>
                ),
              },
              { head: t("reports:provider"), cell: ({ solution }) => solution.providerName },
              {
                head: t("reports:solution_version"),
                cell: ({ solution }) => t("reports:version", { number: solution.versionNumber }),
              },
              { head: t("reports:for_recommendations"), cell: ({ numbers }) => numbers.join(t("clinic:list_comma")) },
            ]}
          />
        </div>
      )}
    </Section>
  );
}

/** Every named solution once, with the numbers of the recommendations that name it. */
function namedIn(findings: ReportOnPage["findings"]): { solution: ShownSolution; numbers: number[] }[] {
  const rows = new Map<string, { solution: ShownSolution; numbers: number[] }>();
  for (const { no, solutions } of findings.flatMap(({ recommendations }) => recommendations))
    for (const solution of solutions) {
      const row = rows.get(solution.solutionId) ?? { solution, numbers: [] };
      rows.set(solution.solutionId, { ...row, numbers: [...row.numbers, no] });
    }
  return [...rows.values()];
}

export function ReportRoadmap({ page: { roadmap } }: { page: ReportOnPage }) {
  const t = useTranslate();
  const quarter = useQuarter();
  return (
    <Section id="roadmap" title={t("reports:part.roadmap")}>
      {roadmap.length === 0 ? <p className="muted">{t("reports:roadmap_none")}</p> : null}
      <ol className="flex flex-col border-s-2 border-base-300">
        {roadmap.map((stop) => (
          <li key={stop.quarter ?? ""} className="relative break-inside-avoid ps-5 pb-4 last:pb-0">
            <span
              aria-hidden
              className="absolute -start-[7px] top-2 size-3 rounded-full border-2 border-primary bg-base-100"
            />
            <h3 className="font-semibold">{quarter(stop.quarter)}</h3>
            <ul>
              {stop.items.map((item) => (
                <li key={item.id}>
                  <a href={`#${item.id}`} className="link-plain py-0.5">
                    {t("clinic:recommendation.title", { no: item.no, title: item.title })}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  );
}

export function ReportAwards({ page: { awards } }: { page: ReportOnPage }) {
  const t = useTranslate();
  return (
    <Section id="awards" title={t("reports:part.awards")}>
      {awards.length === 0 ? (
        <p className="muted">{t("reports:award_none")}</p>
      ) : (
        <>
          <Note>
            <p>{t("reports:award_lead")}</p>
            {awards.length > 1 ? <p>{t("reports:award_batches")}</p> : null}
          </Note>
          <div className="mt-3">
            <AwardTable awards={awards} />
          </div>
          {[...new Set(awards.map(({ source }) => source))].map((source) => (
            <p key={source} className="muted mt-2 text-sm break-all">
              {t("reports:award_source", { source })}
            </p>
          ))}
        </>
      )}
    </Section>
  );
}

function AwardTable({ awards }: { awards: ShownAward[] }) {
  const t = useTranslate();
  const named = useNamed();
  const locale = useLocale();
  const amount = ({ minFen, maxFen }: ShownAward) => {
    const [min, max] = [formatMoneyExact(locale, minFen), formatMoneyExact(locale, maxFen)];
    return min === max ? min : t("clinic:money.range", { min, max });
  };
  return (
    <Table
      caption={t("reports:award_table")}
      rows={awards}
      keyOf={({ ruleId }) => ruleId}
      columns={[
        {
          head: t("reports:award_place"),
          cell: ({ place, batch }) => t("reports:award_batch", { place: named(place), batch }),
        },
        {
          head: t("reports:award_rule"),
          cell: ({ ratioThousandths, capFen, requiredLevel }) =>
            t("reports:award_rule_is", {
              share: formatShare(locale, ratioThousandths / 1000),
              cap: formatMoney(locale, capFen),
              level: requiredLevel,
            }),
        },
        { head: t("reports:award_amount"), cell: amount, number: true },
      ]}
    />
  );
}
