import { Link } from "@remix-run/react";
import type { ScenarioTile } from "~/domain/scenarios/scenario-groups";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { Tag } from "../kit/status";

/** Scenarios side by side: name, what it means in one line, how many solutions there are. */
export function ScenarioTiles({ scenarios }: { scenarios: readonly ScenarioTile[] }) {
  const t = useTranslate();
  const named = useNamed();
  const locale = useLocale();
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
      {scenarios.map((scenario) => (
        <li key={scenario.key} className="panel flex flex-col gap-1">
          <p className="flex items-start justify-between gap-2">
            <Link to={paths.scenario(scenario.key)} className="link-plain font-semibold">
              {named(scenario)}
            </Link>
            {scenario.constrained ? <Tag>{t("scenarios:constrained")}</Tag> : null}
          </p>
          <p className="flex-1 text-sm">{locale === "en" ? scenario.descriptionEn : scenario.descriptionZh}</p>
          <p className="muted text-sm">{t("scenarios:solutions_count", { count: scenario.solutions })}</p>
        </li>
      ))}
    </ul>
  );
}
