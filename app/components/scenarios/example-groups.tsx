import { Link } from "@remix-run/react";
import type { Scenario } from "~/domain/scenarios/reference";
import { useLocale, useNamed } from "~/i18n/use-translate";
import { paths } from "~/paths";

/** Examples under the industries they come from. */
export function ExampleGroups({ examples }: { examples: readonly Scenario[] }) {
  const named = useNamed();
  const locale = useLocale();
  const industries = [...new Set(examples.map((scenario) => scenario.example?.industryZh))];
  return (
    <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-4">
      {industries.map((industry) => {
        const own = examples.filter((scenario) => scenario.example?.industryZh === industry);
        return (
          <div key={industry}>
            <h3 className="mb-1">{locale === "en" ? own[0]?.example?.industryEn : industry}</h3>
            <ul>
              {own.map((scenario) => (
                <li key={scenario.key}>
                  <Link to={paths.scenario(scenario.key)} className="link-plain inline-block py-1.5">
                    {named(scenario)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}
