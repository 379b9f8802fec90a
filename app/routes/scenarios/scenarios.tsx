/** The shared vocabulary of needs and solutions: 16 core scenarios, 7 foundation categories, examples by industry. */
import { useLoaderData } from "@remix-run/react";
import { PageHeader, Section } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { ExampleGroups } from "~/components/scenarios/example-groups";
import { ScenarioTiles } from "~/components/scenarios/scenario-tiles";
import { solutionCountByScenario } from "~/domain/catalogue/highlights.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { coreByStage, scenarioTile, scenariosOfKind } from "~/domain/scenarios/scenario-groups";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "scenarios:title" };

export async function loader() {
  const { db } = store();
  const reference = await referenceOf(db);
  const counts = await solutionCountByScenario(db);
  return {
    stages: coreByStage(reference).map(({ scenarios, ...stage }) => ({
      ...stage,
      scenarios: scenarios.map((scenario) => scenarioTile(scenario, counts)),
    })),
    foundation: scenariosOfKind(reference, "foundation").map((scenario) => scenarioTile(scenario, counts)),
    examples: scenariosOfKind(reference, "example"),
  };
}

export default function Scenarios() {
  const t = useTranslate();
  const locale = useLocale();
  const { stages, foundation, examples } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("scenarios:title")} lead={t("scenarios:lead")} />
      <Section id="core" title={t("scenarios:core")} lead={t("scenarios:core.note")}>
        {stages.map((stage) => (
          <div key={stage.key} className="mb-6">
            <h3 className="mb-2 text-lg">{locale === "en" ? stage.nameEn : stage.nameZh}</h3>
            <ScenarioTiles scenarios={stage.scenarios} />
          </div>
        ))}
      </Section>
      <Section id="foundation" title={t("scenarios:foundation")} lead={t("scenarios:foundation.note")}>
        <ScenarioTiles scenarios={foundation} />
      </Section>
      <Section id="examples" title={t("scenarios:examples")} lead={t("scenarios:examples.note")}>
        <ExampleGroups examples={examples} />
      </Section>
    </>
  );
}
