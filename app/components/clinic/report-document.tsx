/** A report as a document: what was found, why it matters, what to do, by when and for how much. Prints on A4. */
import { Link } from "@remix-run/react";
import { CircleAlert, Link2 } from "lucide-react";
import type { ReactNode } from "react";
import { Facts, Section, type Fact } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { CaseNames } from "~/domain/clinic/case-names.server";
import type {
  ReportOnPage,
  ShownFinding,
  ShownRecommendation,
  ShownSolution,
} from "~/domain/clinic/report-page.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { RecommendationFacts, Severity } from "./recommendation-facts";

type DocumentProps = {
  page: ReportOnPage;
  names: CaseNames;
  /** What this reader can do with one recommendation. */
  actionsOf?: (item: ShownRecommendation) => ReactNode;
};

export function ReportDocument({ page, names, actionsOf }: DocumentProps) {
  const t = useTranslate();
  const { report, findings } = page;
  return (
    <article>
      <ReportHead page={page} names={names} />
      {report.summary ? (
        <Section id="summary" title={t("clinic:report.summary")}>
          <p className="measure break-words whitespace-pre-line">{report.summary}</p>
        </Section>
      ) : null}
      {report.analysis ? (
        <Section id="analysis" title={t("clinic:report.analysis")}>
          <p className="measure break-words whitespace-pre-line">{report.analysis}</p>
        </Section>
      ) : null}
      <Section
        id="findings"
        title={t("clinic:report.findings")}
        lead={t("clinic:report.findings_lead", { count: findings.length })}
      >
        <ol className="flex flex-col gap-6">
          {findings.map((item) => (
            <FindingBlock key={item.id} item={item} names={names} actionsOf={actionsOf} />
          ))}
        </ol>
      </Section>
      {page.conflict.tied.length > 0 ? (
        <Section id="disclosure" title={t("clinic:report.disclosure")}>
          <Note>
            <p>{t("clinic:report.tied", { numbers: page.conflict.tied.join(t("clinic:list_comma")) })}</p>
            <p className="whitespace-pre-line">{report.disclosure || t("clinic:report.not_disclosed")}</p>
          </Note>
        </Section>
      ) : null}
    </article>
  );
}

function ReportHead({ page, names }: { page: ReportOnPage; names: CaseNames }) {
  const t = useTranslate();
  const locale = useLocale();
  const named = useNamed();
  const { report, expert, assessment, enterprise } = page;
  const park = names.parks[page.case.parkSlug];
  const industry = enterprise.industryCode === null ? undefined : names.industries[enterprise.industryCode];
  const facts: Fact[] = [{ label: t("clinic:enterprise.name"), value: enterprise.name }];
  if (industry) facts.push({ label: t("clinic:enterprise.industry"), value: named(industry) });
  if (park) facts.push({ label: t("clinic:report.issued_by"), value: named(park) });
  if (expert)
    facts.push({ label: t("clinic:report.written_by"), value: `${expert.name} · ${expert.organisationName}` });
  facts.push({
    label: t("clinic:report.issued_on"),
    value: report.issuedAt === null ? t("clinic:report.not_issued") : formatDate(locale, report.issuedAt),
  });
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <Facts facts={facts} />
      <LevelJump from={assessment?.level ?? null} to={report.targetLevel} />
    </div>
  );
}

/** From the level measured on site to the one aimed at. */
function LevelJump({ from, to }: { from: number | null; to: number | null }) {
  const t = useTranslate();
  if (from === null && to === null) return null;
  return (
    <dl className="panel grid grid-cols-2 self-start text-center">
      <LevelCell label={t("clinic:report.level_now")} level={from} />
      <LevelCell label={t("clinic:report.level_target")} level={to} isGoal />
    </dl>
  );
}

function LevelCell({ label, level, isGoal }: { label: string; level: number | null; isGoal?: true }) {
  const t = useTranslate();
  return (
    <div
      className={`relative flex flex-col-reverse ${isGoal ? "before:absolute before:start-0 before:top-0 before:-translate-x-1/2 before:text-2xl before:content-['→']" : ""}`}
    >
      <dt className="muted text-sm">{label}</dt>
      <dd className={`text-2xl font-semibold ${isGoal ? "text-primary" : ""}`}>
        {level === null ? t("clinic:unknown") : t("clinic:level", { level })}
      </dd>
    </div>
  );
}

type FindingProps = { item: ShownFinding; names: CaseNames; actionsOf?: DocumentProps["actionsOf"] };

function FindingBlock({ item, names, actionsOf }: FindingProps) {
  const t = useTranslate();
  const named = useNamed();
  const scenario = names.scenarios[item.scenarioKey];
  const facts: Fact[] = [];
  if (item.evidence) facts.push({ label: t("clinic:finding.evidence"), value: item.evidence });
  if (item.expectedGain) facts.push({ label: t("clinic:finding.expected_gain"), value: item.expectedGain });
  return (
    <li id={item.id} className="panel p-5">
      <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-lg">
        <span className="text-primary">{t("clinic:finding.no", { no: item.no })}</span>
        <span className="min-w-0 break-words">{item.title}</span>
      </h3>
      <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <Severity severity={item.severity} />
        <Link to={paths.scenario(item.scenarioKey)} className="link-plain py-1">
          {scenario ? named(scenario) : item.scenarioKey}
        </Link>
      </p>
      {item.description ? <p className="measure mt-2 break-words whitespace-pre-line">{item.description}</p> : null}
      {facts.length > 0 ? <Facts facts={facts} /> : null}
      {item.recommendations.map((one) => (
        <RecommendationBlock key={one.id} item={one} names={names} actions={actionsOf?.(one)} />
      ))}
    </li>
  );
}

type RecommendationProps = { item: ShownRecommendation; names: CaseNames; actions: ReactNode };

function RecommendationBlock({ item, names, actions }: RecommendationProps) {
  const t = useTranslate();
  return (
    <div id={item.id} className="mt-4 break-inside-avoid border-s-4 border-primary ps-4">
      <h4 className="font-semibold break-words">
        {t("clinic:recommendation.title", { no: item.no, title: item.title })}
      </h4>
      {item.description ? <p className="measure mt-1 break-words whitespace-pre-line">{item.description}</p> : null}
      <RecommendationFacts item={item} names={names} />
      {item.solutions.length > 0 ? (
        <>
          <p className="mt-2 text-sm font-semibold">{t("clinic:recommendation.solutions")}</p>
          <ol className="mt-1 flex list-decimal flex-col gap-1 ps-5">
            {item.solutions.map((solution) => (
              <SolutionLine key={solution.solutionId} solution={solution} />
            ))}
          </ol>
        </>
      ) : null}
      {actions ? <div className="no-print mt-3 flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}

/** A named solution; `children` is what can be done with it. */
export function SolutionLine({ solution, children }: { solution: ShownSolution; children?: ReactNode }) {
  const t = useTranslate();
  return (
    <li className="break-words">
      {solution.isPublished ? (
        <Link to={paths.solution(solution.slug)} className="link-plain">
          {solution.title}
        </Link>
      ) : (
        solution.title
      )}{" "}
      <span className="muted text-sm">{solution.providerName}</span>
      {solution.isTied ? (
        <span className="ms-2 inline-flex items-center gap-1 text-sm">
          <Link2 aria-hidden size={15} />
          {t("clinic:recommendation.tied")}
        </span>
      ) : null}
      {solution.isPublished ? null : (
        <span className="ms-2 inline-flex items-center gap-1 text-sm">
          <CircleAlert aria-hidden size={15} />
          {t("clinic:recommendation.hidden")}
        </span>
      )}
      {children}
    </li>
  );
}
