/** The case line: all steps of a case as one line, the present one named, who holds it, the promised date, late in words. */
import { Check, CircleX } from "lucide-react";
import type { LinePosition } from "~/domain/clinic/case-line";
import { caseLine } from "~/domain/clinic/diagnosis-status";
import type { Where } from "~/domain/clinic/promises";
import { useTranslate } from "~/i18n/use-translate";
import { CaseStanding, type Parties } from "./case-standing";

type CaseLineProps = { position: LinePosition; where: Where; parties: Parties };

export function CaseLine({ position, where, parties }: CaseLineProps) {
  const t = useTranslate();
  return (
    <div className="panel break-inside-avoid p-4 sm:p-5">
      <LineOfSteps position={position} />
      <p className="mt-4 text-lg font-semibold">{t(`clinic:status.${where.isObjected ? "objected" : where.step}`)}</p>
      <p className="measure mt-1">{t(`clinic:next.${where.isObjected ? "objected" : where.step}`)}</p>
      <CaseStanding where={where} parties={parties} />
    </div>
  );
}

/** The dots alone, for rows of a list. */
export function LineOfSteps({ position, isSmall = false }: { position: LinePosition; isSmall?: boolean }) {
  const t = useTranslate();
  return (
    <ol className="flex" aria-label={t("clinic:line")}>
      {caseLine.map((step, index) => (
        <Step
          key={step}
          name={t(`clinic:line.${step}`)}
          stands={standsAt(position, index)}
          isFirst={index === 0}
          isSmall={isSmall}
        />
      ))}
    </ol>
  );
}

type Stands = "done" | "here" | "stopped" | "ahead";

function standsAt({ at, endedAs }: LinePosition, index: number): Stands {
  if (index > at) return "ahead";
  if (index < at || at === caseLine.length - 1) return "done";
  return endedAs === null ? "here" : "stopped";
}

const dots: Record<Stands, string> = {
  done: "border-primary bg-primary text-primary-content",
  here: "border-primary bg-base-100 ring-4 ring-accent",
  stopped: "border-base-content bg-base-100",
  ahead: "border-base-300 bg-base-100",
};

type StepProps = { name: string; stands: Stands; isFirst: boolean; isSmall: boolean };

function Step({ name, stands, isFirst, isSmall }: StepProps) {
  const t = useTranslate();
  const isReached = stands !== "ahead";
  const size = isSmall ? "size-3.5" : "size-4 sm:size-6";
  return (
    <li
      aria-current={stands === "here" ? "step" : undefined}
      className="relative flex min-w-0 flex-1 flex-col items-center"
    >
      {isFirst ? null : (
        <span
          aria-hidden
          className={`absolute end-1/2 w-full ${isSmall ? "top-1.5 h-0.5" : "top-1.5 h-1 sm:top-2.5"} ${isReached ? "bg-primary" : "bg-base-300"}`}
        />
      )}
      <span
        aria-hidden
        className={`relative z-10 flex items-center justify-center rounded-full border-2 ${size} ${dots[stands]}`}
      >
        <Mark stands={stands} isSmall={isSmall} />
      </span>
      <span
        className={
          isSmall ? "sr-only" : `mt-1.5 px-0.5 text-center text-sm leading-snug max-sm:sr-only ${labelLook(stands)}`
        }
      >
        {name}
        <span className="sr-only">{t(`clinic:line.stands.${stands}`)}</span>
      </span>
    </li>
  );
}

function labelLook(stands: Stands): string {
  return stands === "here" || stands === "stopped" ? "font-semibold" : "muted";
}

function Mark({ stands, isSmall }: { stands: Stands; isSmall: boolean }) {
  if (stands === "here")
    return <span className={`rounded-full bg-primary ${isSmall ? "size-1.5" : "size-2 sm:size-2.5"}`} />;
  if (isSmall) return null;
  if (stands === "done") return <Check size={14} strokeWidth={3} className="max-sm:hidden" />;
  return stands === "stopped" ? <CircleX size={18} /> : null;
}
