/** The parts of a report that were shared, in the report's own order; what was not shared does not appear at all. */
import { Link } from "@remix-run/react";
import { Facts, Section, type Fact } from "~/components/kit/page";
import type { SharedFinding, SharedRecommendation, SharedReport } from "~/domain/clinic/shared-report";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { RecommendationFacts, Severity, useGain, useQuarter } from "./recommendation-facts";
import { ReportLevels } from "./report-levels";
import { Words } from "./report-words";

type DocumentProps = { shared: SharedReport; photoAt: (fileId: string) => string };

export function SharedDocument({ shared, photoAt }: DocumentProps) {
  const t = useTranslate();
  const { summary, analysis, levels, findings, recommendations, roadmap } = shared;
  return (
    <article>
      {summary === null ? null : (
        <Section id="summary" title={t("reports:part.summary")}>
          <Words text={summary} />
        </Section>
      )}
      {levels ? (
        <>
          <ReportLevels page={{ levels: levels.measured }} />
          {levels.targetLevel === null ? null : (
            <p className="mt-3">{t("consent:shared.target", { level: levels.targetLevel })}</p>
          )}
        </>
      ) : null}
      {analysis ? (
        <Section id="analysis" title={t("reports:part.analysis")}>
          {analysis.overview ? <Words text={analysis.overview} /> : null}
          <Words text={analysis.analysis} />
        </Section>
      ) : null}
      {findings ? (
        <Section id="findings" title={t("reports:part.findings")}>
          <ol className="flex flex-col gap-6">
            {findings.map((item) => (
              <Finding key={item.id} item={item} shared={shared} photoAt={photoAt} />
            ))}
          </ol>
        </Section>
      ) : null}
      {recommendations ? (
        <Section
          id="recommendations"
          title={t("consent:section.recommendations")}
          lead={t("consent:shared.own_solutions")}
        >
          <ol className="flex flex-col gap-4">
            {recommendations.map((item) => (
              <Advice key={item.id} item={item} shared={shared} />
            ))}
          </ol>
        </Section>
      ) : null}
      {roadmap ? <Roadmap stops={roadmap} /> : null}
    </article>
  );
}

function Finding({ item, shared, photoAt }: DocumentProps & { item: SharedFinding }) {
  const t = useTranslate();
  const named = useNamed();
  const gain = useGain()(item);
  const scenario = shared.scenarios[item.scenarioKey];
  const photos = shared.photos.filter(({ findingId }) => findingId === item.id);
  const facts: Fact[] = [];
  if (item.evidence) facts.push({ label: t("clinic:finding.evidence"), value: item.evidence });
  if (item.expectedGain) facts.push({ label: t("clinic:finding.expected_gain"), value: item.expectedGain });
  if (gain) facts.push({ label: t("reports:gain"), value: gain });
  return (
    <li className="panel p-5">
      <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-lg">
        <span className="text-primary">{t("clinic:finding.no", { no: item.no })}</span>
        <span className="min-w-0 break-words">{item.title}</span>
      </h3>
      <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <Severity severity={item.severity} />
        <span>{t(`reports:area.${item.area}`)}</span>
        <span>{scenario ? named(scenario) : item.scenarioKey}</span>
      </p>
      {item.description ? <p className="measure mt-2 break-words whitespace-pre-line">{item.description}</p> : null}
      {facts.length > 0 ? <Facts facts={facts} /> : null}
      {photos.length > 0 ? (
        <ul
          aria-label={t("field:photo.of_finding", { no: item.no })}
          className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-3"
        >
          {photos.map(({ id }, at) => (
            <li key={id}>
              <a href={photoAt(id)}>
                <img
                  src={photoAt(id)}
                  alt={t("field:photo.alt_of_finding", { no: item.no, photo: at + 1 })}
                  loading="lazy"
                  className="aspect-4/3 w-full rounded-field border border-base-300 object-cover"
                />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function Advice({ item, shared }: { item: SharedRecommendation; shared: SharedReport }) {
  const t = useTranslate();
  return (
    <li id={item.id} className="break-inside-avoid border-s-4 border-primary ps-4">
      <h3 className="font-semibold break-words">
        {t("clinic:recommendation.title", { no: item.no, title: item.title })}
      </h3>
      {item.findingNo === null ? null : (
        <p className="muted text-sm">{t("consent:shared.for_finding", { no: item.findingNo })}</p>
      )}
      {item.description ? <p className="measure mt-1 break-words whitespace-pre-line">{item.description}</p> : null}
      <RecommendationFacts item={item} names={shared} />
      {item.ownSolutions.map(({ solutionId, slug, title, isPublished }) => (
        <p key={solutionId} className="mt-1 text-sm">
          {t("consent:shared.your_solution")}{" "}
          {isPublished ? (
            <Link to={paths.solution(slug)} className="link-plain">
              {title}
            </Link>
          ) : (
            title
          )}
        </p>
      ))}
    </li>
  );
}

function Roadmap({ stops }: { stops: NonNullable<SharedReport["roadmap"]> }) {
  const t = useTranslate();
  const quarter = useQuarter();
  return (
    <Section id="roadmap" title={t("reports:part.roadmap")}>
      {stops.length === 0 ? <p className="muted">{t("reports:roadmap_none")}</p> : null}
      <ol className="flex flex-col gap-3">
        {stops.map((stop) => (
          <li key={stop.quarter ?? ""}>
            <h3 className="font-semibold">{quarter(stop.quarter)}</h3>
            <ul>
              {stop.items.map(({ id, no, title }) => (
                <li key={id}>{t("clinic:recommendation.title", { no, title })}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  );
}
