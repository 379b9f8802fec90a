/** Published models: accepted projects that raised the level, latest first. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState, PageHeader } from "~/components/kit/page";
import { Pager } from "~/components/kit/table";
import type { PageHandle } from "~/components/layout/page-handle";
import { CaseRows } from "~/components/projects/case-rows";
import { FilterSelect, ListFilter } from "~/components/scenarios/list-filter";
import { caseLine } from "~/domain/projects/case-line";
import { publicCases } from "~/domain/projects/cases.server";
import { divisionsOf } from "~/domain/scenarios/industries";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { scenariosOfKind } from "~/domain/scenarios/scenario-groups";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "scenarios:cases.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const { db } = store();
  const reference = await referenceOf(db);
  const core = [...scenariosOfKind(reference, "core"), ...scenariosOfKind(reference, "foundation")];
  const divisions = divisionsOf(reference);
  const scenario = core.find(({ key }) => key === asked.get("scenario"))?.key;
  const industry = divisions.find(({ code }) => code === asked.get("industry"))?.code;
  const park = reference.parks.get(asked.get("park") ?? "")?.slug;
  const after = asked.get("after");
  const { cases, next } = await publicCases(db, { scenario, industry, parkSlug: park }, { after });
  const chosen = { scenario, industry, park };
  return {
    chosen: { scenario: scenario ?? "", industry: industry ?? "", park: park ?? "" },
    scenarios: core.map(({ key, nameZh, nameEn }) => ({ key, nameZh, nameEn })),
    divisions,
    parks: [...reference.parks.values()].map(({ slug, shortNameZh, nameEn }) => ({ slug, shortNameZh, nameEn })),
    cases: cases.map((shown) => caseLine(reference, shown)),
    first: after ? paths.cases(chosen) : null,
    next: next ? paths.cases({ ...chosen, after: next }) : null,
  };
}

export default function Cases() {
  const t = useTranslate();
  const { cases, first, next } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("scenarios:cases.title")} lead={t("scenarios:cases.lead")} />
      <CaseFilter />
      {cases.length === 0 ? (
        <EmptyState title={t("scenarios:cases.none")}>
          <p>{t("scenarios:cases.none.text")}</p>
        </EmptyState>
      ) : (
        <CaseRows cases={cases} />
      )}
      <Pager first={first} next={next} label={t("scenarios:cases.pages")} />
    </>
  );
}

function CaseFilter() {
  const t = useTranslate();
  const named = useNamed();
  const locale = useLocale();
  const { chosen, scenarios, divisions, parks } = useLoaderData<typeof loader>();
  const all = t("common:all");
  return (
    <ListFilter submit={t("scenarios:cases.filter")}>
      <FilterSelect
        name="scenario"
        label={t("scenarios:cases.scenario")}
        all={all}
        chosen={chosen.scenario}
        options={scenarios.map((scenario) => ({ value: scenario.key, label: named(scenario) }))}
      />
      <FilterSelect
        name="industry"
        label={t("scenarios:cases.industry")}
        all={all}
        chosen={chosen.industry}
        options={divisions.map((division) => ({ value: division.code, label: named(division) }))}
      />
      <FilterSelect
        name="park"
        label={t("scenarios:cases.park")}
        all={all}
        chosen={chosen.park}
        options={parks.map((park) => ({ value: park.slug, label: locale === "en" ? park.nameEn : park.shortNameZh }))}
      />
    </ListFilter>
  );
}
