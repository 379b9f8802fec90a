/** A finding of the report with its recommendations. */
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Facts, type Fact } from "~/components/kit/page";
import type { CaseNames } from "~/domain/clinic/case-names.server";
import type { ReportOnPage, ShownFinding, ShownRecommendation } from "~/domain/clinic/report-page.server";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { FindingPhotos } from "./finding-photos";
import { RecommendationFacts, Severity, useGain } from "./recommendation-facts";
import type { DocumentProps } from "./report-document";
import { SolutionLine } from "./solution-line";

type FindingProps = {
  item: ShownFinding;
  names: CaseNames;
  /** Those of the whole report. */
  photos: ReportOnPage["photos"];
  actionsOf?: DocumentProps["actionsOf"];
  /** What was said about it. */
  children?: ReactNode;
};

export function FindingBlock({ item, names, photos, actionsOf, children }: FindingProps) {
  const t = useTranslate();
  const named = useNamed();
  const gain = useGain()(item);
  const scenario = names.scenarios[item.scenarioKey];
  const facts: Fact[] = [];
  if (item.evidence) facts.push({ label: t("clinic:finding.evidence"), value: item.evidence });
  if (item.expectedGain) facts.push({ label: t("clinic:finding.expected_gain"), value: item.expectedGain });
  if (gain) facts.push({ label: t("reports:gain"), value: gain });
  return (
    <li id={item.id} className="panel p-5">
      <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-lg">
        <span className="text-primary">{t("clinic:finding.no", { no: item.no })}</span>
        <span className="min-w-0 break-words">{item.title}</span>
      </h3>
      <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <Severity severity={item.severity} />
        <span>{t(`reports:area.${item.area}`)}</span>
        <Link to={paths.scenario(item.scenarioKey)} className="link-plain py-1">
          {scenario ? named(scenario) : item.scenarioKey}
        </Link>
      </p>
      {item.description ? <p className="measure mt-2 break-words whitespace-pre-line">{item.description}</p> : null}
      {facts.length > 0 ? <Facts facts={facts} /> : null}
      <FindingPhotos photos={photos} findingId={item.id} no={item.no} />
      {item.recommendations.map((one) => (
        <RecommendationBlock key={one.id} item={one} names={names} actions={actionsOf?.(one)} />
      ))}
      {children}
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
