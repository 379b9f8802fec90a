import { Link } from "@remix-run/react";
import { CircleAlert, Link2 } from "lucide-react";
import type { ReactNode } from "react";
import type { ShownSolution } from "~/domain/clinic/report-page.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

/** A named solution; `children` is what can be done with it. */
export function SolutionLine({ solution, children }: { solution: ShownSolution; children?: ReactNode }) {
  return (
    <li className="break-words">
      <SolutionLink solution={solution} /> <span className="muted text-sm">{solution.providerName}</span>
      <SolutionMarks solution={solution} />
      {children}
    </li>
  );
}

/** A link while readers can open it. */
export function SolutionLink({ solution }: { solution: ShownSolution }) {
  if (!solution.isPublished) return solution.title;
  return (
    <Link to={paths.solution(solution.slug)} className="link-plain">
      {solution.title}
    </Link>
  );
}

/** Tied to the expert, or hidden since it was named. */
export function SolutionMarks({ solution }: { solution: ShownSolution }) {
  const t = useTranslate();
  return (
    <>
      {solution.isTied ? (
        <span className="ms-2 inline-flex items-center gap-1 text-sm">
          <Link2 aria-hidden size={15} />
          {t("clinic:recommendation.tied")}
        </span>
      ) : null}
      {solution.isPublished ? null : (
        <span className="ms-2 inline-flex items-center gap-1 text-sm">
          <CircleAlert aria-hidden size={15} />
          {t("clinic:recommendation.hidden")}
        </span>
      )}
    </>
  );
}
