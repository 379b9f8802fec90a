/** What this is, one field for a need in plain words, three doors, live figures, what is new. */
import { Link, useLoaderData } from "@remix-run/react";
import { EventRows } from "~/components/events/event-rows";
import { Doors } from "~/components/home/doors";
import { Latest } from "~/components/home/latest";
import { NeedSearch } from "~/components/home/need-search";
import { FigureGrid } from "~/components/insight/figure-grid";
import { OliveChange, OliveShapes } from "~/components/insight/olive";
import { Section } from "~/components/kit/page";
import { CaseRows } from "~/components/projects/case-rows";
import { SolutionLines } from "~/components/scenarios/solution-lines";
import { newestSolutions } from "~/domain/catalogue/highlights.server";
import { upcomingEvents } from "~/domain/events/events.server";
import type { FigureKey, Figures } from "~/domain/insight/figures";
import { publicFigures } from "~/domain/insight/figures.server";
import { levelsByYear } from "~/domain/insight/level-years.server";
import { caseLine } from "~/domain/projects/case-line";
import { publicCases } from "~/domain/projects/cases.server";
import { provinceOf } from "~/domain/scenarios/places";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

const SHOWN: readonly FigureKey[] = ["enterprises_diagnosed", "enterprises_retrofitted", "providers", "solutions"];

export async function loader() {
  const { db } = store();
  const reference = await referenceOf(db);
  const { cases } = await publicCases(db, {}, { per: 4 });
  return {
    province: provinceOf(reference),
    figures: await publicFigures(db),
    years: await levelsByYear(db),
    solutions: await newestSolutions(db, 4),
    events: await upcomingEvents(db, Date.now(), {}, 4),
    cases: cases.map((shown) => caseLine(reference, shown)),
  };
}

export default function Home() {
  const t = useTranslate();
  const named = useNamed();
  const { province, figures, years, solutions, events, cases } = useLoaderData<typeof loader>();
  return (
    <>
      <div className="grid gap-x-12 gap-y-8 py-4 lg:grid-cols-[1fr_23rem] lg:py-8">
        <section>
          <h1 className="break-keep text-2xl sm:text-3xl">{t("home:lead")}</h1>
          <p className="measure muted mt-3 text-lg">
            {t("home:lead.sub", { province: province ? named(province) : "" })}
          </p>
          <NeedSearch />
        </section>
        <ProgrammeFigures figures={figures} />
      </div>
      <Doors />
      {years.length > 0 ? (
        <Section id="shape" title={t("home:shape")} lead={t("home:shape.text")}>
          <div className="panel">
            <OliveChange years={years} />
            <div className="mt-4">
              <OliveShapes years={years} />
            </div>
          </div>
        </Section>
      ) : null}
      <h2 className="mt-8 mb-3 text-xl">{t("home:new")}</h2>
      <div className="grid gap-8 lg:grid-cols-3">
        <Latest area="solutions" all={paths.solutions({ sort: "newest" })} isEmpty={solutions.length === 0}>
          <SolutionLines solutions={solutions} />
        </Latest>
        <Latest area="cases" all={paths.cases()} isEmpty={cases.length === 0}>
          <CaseRows cases={cases} />
        </Latest>
        <Latest area="events" all={paths.events()} isEmpty={events.length === 0}>
          <EventRows events={events} />
        </Latest>
      </div>
    </>
  );
}

function ProgrammeFigures({ figures }: { figures: Figures }) {
  const t = useTranslate();
  return (
    <section aria-labelledby="figures" className="self-center rounded-box bg-base-200 p-5">
      <h2 id="figures" className="mb-4 text-lg">
        {t("home:figures")}
      </h2>
      <FigureGrid values={figures} keys={SHOWN} narrow />
      <p className="muted mt-4 text-sm">
        {t("home:figures.note")}{" "}
        <Link to={paths.insight()} className="link-plain inline-block py-1">
          {t("home:figures.more")}
        </Link>
      </p>
    </section>
  );
}
