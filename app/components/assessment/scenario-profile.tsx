import { Link } from "@remix-run/react";
import { Table } from "~/components/kit/table";
import type { PlacedScenario } from "~/domain/assessment/result";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { ScenarioRadar } from "./scenario-radar";

/** The scenario levels as a chart and, beside it, as a table with the way on. */
export function ScenarioProfile({ scenarios, nextLevel }: { scenarios: PlacedScenario[]; nextLevel: number | null }) {
  const t = useTranslate();
  const named = useNamed();
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <figure className="lg:sticky lg:top-4">
        <ScenarioRadar scenarios={scenarios} nextLevel={nextLevel} />
        {nextLevel === null ? null : (
          <figcaption className="muted text-center text-sm">
            {t("assessment:result.scenes.ring", { level: nextLevel })}
          </figcaption>
        )}
      </figure>
      <Table
        caption={t("assessment:result.scenes.table")}
        rows={scenarios}
        keyOf={({ key }) => key}
        columns={[
          {
            head: t("assessment:result.scenes.scenario"),
            cell: (scenario) => (
              <>
                <Link to={paths.scenario(scenario.key)} className="link-plain">
                  {named(scenario)}
                </Link>
                {scenario.isConstrained ? <ConstrainedMark /> : null}
                <span className="muted block text-sm">{named(scenario.stage)}</span>
              </>
            ),
          },
          { head: t("assessment:result.scenes.level"), cell: ({ level }) => <LevelMark level={level} /> },
        ]}
      />
    </div>
  );
}

function ConstrainedMark() {
  const t = useTranslate();
  return (
    <>
      <span aria-hidden className="ms-2 inline-block size-2 rounded-full bg-primary align-middle" />
      <span className="sr-only">{t("assessment:question.constrained")}</span>
    </>
  );
}

const heights = ["h-1.5", "h-2.5", "h-3.5", "h-4.5"];

/** Four steps, filled up to the level, and the level in words. */
function LevelMark({ level }: { level: number }) {
  const t = useTranslate();
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span aria-hidden className="inline-flex items-end gap-0.5">
        {heights.map((height, below) => (
          <span key={height} className={`w-2 rounded-xs ${height} ${below < level ? "bg-primary" : "bg-base-300"}`} />
        ))}
      </span>
      {t("assessment:result.scenes.level_value", { level })}
    </span>
  );
}
