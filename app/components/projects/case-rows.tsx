import { Link } from "@remix-run/react";
import { MoveRight } from "lucide-react";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

type Named = { nameZh: string; nameEn: string };

export type CaseRow = {
  slug: string;
  enterpriseName: string;
  solutionTitle: string;
  levelBefore: number;
  levelAfter: number;
  /** Calendar days from start to completion; null when not recorded. */
  days: number | null;
  industry: Named | null;
  scenarios: Named[];
};

/** Cases as lines: who, from which level to which, with what, in how long. */
export function CaseRows({ cases }: { cases: readonly CaseRow[] }) {
  const t = useTranslate();
  const named = useNamed();
  return (
    <ul className="divide-y divide-base-300 border-y border-base-300">
      {cases.map((shown) => (
        <li key={shown.slug} className="flex items-start gap-4 py-3">
          <LevelRise before={shown.levelBefore} after={shown.levelAfter} />
          <div className="min-w-0">
            <Link to={paths.case(shown.slug)} className="link-plain font-semibold">
              {t("scenarios:case.title", { enterprise: shown.enterpriseName, solution: shown.solutionTitle })}
            </Link>
            <p className="muted text-sm">
              {[
                ...(shown.industry ? [named(shown.industry)] : []),
                ...shown.scenarios.map(named),
                ...(shown.days === null ? [] : [t("scenarios:case.days", { count: shown.days })]),
              ].join(" · ")}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Level before and after as two steps; read out as a sentence. */
export function LevelRise({ before, after, large }: { before: number; after: number; large?: true }) {
  const t = useTranslate();
  const step = large ? "size-14 text-2xl" : "size-8";
  return (
    <p className="flex shrink-0 items-end gap-1">
      <span className="sr-only">{t("scenarios:case.rise", { before, after })}</span>
      <span aria-hidden className={`flex items-center justify-center rounded-field border border-base-300 ${step}`}>
        {before}
      </span>
      <MoveRight aria-hidden size={large ? 24 : 16} className="muted self-center" />
      <span
        aria-hidden
        className={`flex items-center justify-center rounded-field bg-primary font-semibold text-primary-content ${step}`}
      >
        {after}
      </span>
    </p>
  );
}
