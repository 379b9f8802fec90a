import { Link } from "@remix-run/react";
import { CircleCheck, CircleDashed, CircleDot } from "lucide-react";
import type { SectionStep } from "~/domain/assessment/section-page";
import { useTranslate } from "~/i18n/use-translate";
import { useWords } from "./use-words";

type SectionListProps = { steps: SectionStep[]; hrefOf: (slug: string) => string; here?: string };

/** The parts of a questionnaire and how far each one is. */
export function SectionList({ steps, hrefOf, here }: SectionListProps) {
  const t = useTranslate();
  return (
    <nav aria-label={t("assessment:sections.label")}>
      <ol className="flex flex-col">
        {steps.map((step, at) => (
          <li key={step.slug} className="border-b border-base-300 last:border-0">
            <SectionLink step={step} no={at + 1} to={hrefOf(step.slug)} isHere={step.slug === here} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function SectionLink({ step, no, to, isHere }: { step: SectionStep; no: number; to: string; isHere: boolean }) {
  const t = useTranslate();
  const words = useWords();
  const { answered, total } = step;
  const isDone = answered === total;
  const Icon = isDone ? CircleCheck : answered > 0 ? CircleDot : CircleDashed;
  return (
    <Link
      to={to}
      aria-current={isHere ? "step" : undefined}
      className={`flex min-h-11 items-center gap-2 rounded-field px-2 py-1.5 hover:bg-base-200 ${isHere ? "bg-accent font-semibold text-accent-content" : ""}`}
    >
      <Icon aria-hidden size={18} className={`shrink-0 ${isDone ? "text-primary" : ""}`} />
      <span className="grow">
        {no}. {words.pick(step.nameZh, step.nameEn)}
      </span>
      <span className={`text-sm whitespace-nowrap ${isHere ? "" : "muted"}`}>
        {isDone ? t("assessment:sections.done") : t("assessment:sections.progress", { answered, total })}
      </span>
    </Link>
  );
}
