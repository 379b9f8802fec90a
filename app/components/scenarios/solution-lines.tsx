import { Link } from "@remix-run/react";
import { useLangOf } from "~/components/catalogue/own-words";
import type { SolutionCard } from "~/domain/catalogue/solution-card";
import { useNamed } from "~/i18n/use-translate";
import { paths } from "~/paths";

type SolutionLine = Pick<SolutionCard, "slug" | "title" | "summary" | "providerName" | "scenarios">;

/** Solutions in a narrow column: title, one sentence, whose it is and what for. Wide lists draw SolutionRow. */
export function SolutionLines({ solutions }: { solutions: readonly SolutionLine[] }) {
  const named = useNamed();
  const langOf = useLangOf();
  return (
    <ul className="divide-y divide-base-300 border-y border-base-300">
      {solutions.map((solution) => (
        <li key={solution.slug} className="py-3">
          <Link to={paths.solution(solution.slug)} lang={langOf(solution.title)} className="link-plain font-semibold">
            {solution.title}
          </Link>
          <p lang={langOf(solution.summary)} className="line-clamp-2">
            {solution.summary}
          </p>
          <p className="muted mt-1 text-sm">
            <span lang={langOf(solution.providerName)}>{solution.providerName}</span>
            {solution.scenarios.map((each) => ` · ${named(each)}`).join("")}
          </p>
        </li>
      ))}
    </ul>
  );
}
