/** One scenario: what it means, what each level takes, who offers it, who has done it, and how far to trust the row. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { FollowLink } from "~/components/alerts/follows";
import { LinkButton } from "~/components/kit/button";
import { PageHeader, Section } from "~/components/kit/page";
import { Tag } from "~/components/kit/status";
import { CaseRows } from "~/components/projects/case-rows";
import { ScenarioFacts } from "~/components/scenarios/scenario-facts";
import { ScenarioTargets } from "~/components/scenarios/scenario-targets";
import { SolutionHighlights } from "~/components/scenarios/solution-highlights";
import { solutionsForScenario } from "~/domain/catalogue/highlights.server";
import { caseLine } from "~/domain/projects/case-line";
import { publicCases } from "~/domain/projects/cases.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { chainsFor, examplesOf } from "~/domain/scenarios/scenario-groups";
import { found } from "~/http/guards.server";
import { localeOf } from "~/http/locale.server";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = store();
  const reference = await referenceOf(db);
  const scenario = found(reference.scenarios.get(params.key ?? ""));
  const core = reference.scenarios.get(scenario.example?.coreScenario ?? scenario.key) ?? scenario;
  const { cases } = await publicCases(db, { scenario: core.key }, { per: 4 });
  return {
    pageTitle: (await localeOf(request)) === "en" ? scenario.nameEn : scenario.nameZh,
    scenario,
    core,
    highlights: await solutionsForScenario(db, core.key, 4),
    examples: examplesOf(reference, scenario.key),
    chains: chainsFor(reference, core.key),
    cases: cases.map((shown) => caseLine(reference, shown)),
  };
}

export default function ScenarioPage() {
  const t = useTranslate();
  const named = useNamed();
  const locale = useLocale();
  const { pageTitle, scenario, core, highlights, examples, chains, cases } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        up={{ to: paths.scenarios(), label: t("scenarios:up") }}
        title={pageTitle}
        badge={scenario.trust === "official_name" ? null : <Tag>{t("common:provisional")}</Tag>}
        lead={locale === "en" ? scenario.descriptionEn : scenario.descriptionZh}
        actions={
          <>
            <LinkButton to={paths.match({ scenario: core.key })} tone="primary">
              {t("scenarios:scenario.match")}
            </LinkButton>
            {core.kind === "core" ? (
              <LinkButton to={paths.assessment()}>{t("scenarios:scenario.assess")}</LinkButton>
            ) : null}
            <FollowLink kind="scenario" thing={core.key} />
          </>
        }
      />
      <ScenarioFacts scenario={scenario} core={core} />
      <ScenarioTargets targets={scenario.targets} />
      <Section id="solutions" title={t("scenarios:scenario.solutions")}>
        <SolutionHighlights
          highlights={highlights}
          none={t("scenarios:scenario.solutions.none")}
          all={paths.solutions({ scenario: core.key })}
        />
      </Section>
      {cases.length === 0 ? null : (
        <Section id="cases" title={t("scenarios:scenario.cases")}>
          <CaseRows cases={cases} />
        </Section>
      )}
      {examples.length === 0 ? null : (
        <Section id="examples" title={t("scenarios:scenario.examples")} lead={t("scenarios:examples.note")}>
          <ul className="flex flex-wrap gap-x-6">
            {examples.map((example) => (
              <li key={example.key}>
                <Link to={paths.scenario(example.key)} className="link-plain inline-block py-2">
                  {named(example)}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {chains.length === 0 ? null : (
        <Section id="chains" title={t("scenarios:scenario.chains")}>
          <ul className="flex flex-wrap gap-2">
            {chains.map((chain) => (
              <li key={chain.slug}>
                <Tag>{chain.isProvisional ? `${named(chain)} · ${t("common:provisional")}` : named(chain)}</Tag>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
