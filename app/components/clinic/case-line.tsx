/** The case line: all steps of a case as one line, the present one named, who holds it, the promised date, late in words. */
import { Check, CircleX } from "lucide-react";
import type { LinePosition } from "~/domain/clinic/case-line";
import type { Contacts } from "~/domain/clinic/case-page.server";
import { caseLine } from "~/domain/clinic/diagnosis-status";
import type { Where } from "~/domain/clinic/promises";
import { useTranslate } from "~/i18n/use-translate";
import { CaseStanding, type Parties } from "./case-standing";
import { CaseWay, sideOf, type Side } from "./case-way";

type CaseLineProps = { position: LinePosition; where: Where; parties: Parties; contacts?: Contacts };

export function CaseLine({ position, where, parties, contacts }: CaseLineProps) {
  const t = useTranslate();
  const side = sideOf(parties.viewer);
  return (
    <div className="panel break-inside-avoid p-4 sm:p-5">
      <LineOfSteps position={position} />
      <p className="mt-4 text-lg font-semibold">{t(`clinic:status.${where.isObjected ? "objected" : where.step}`)}</p>
      <NextStep where={where} side={side} />
      <CaseStanding where={where} parties={parties} />
      <CaseWay where={where} side={side} contacts={contacts ?? null} />
    </div>
  );
}

function NextStep({ where, side }: { where: Where; side: Side }) {
  const t = useTranslate();
  const { step, isObjected } = where;
  const words = step === "draft" ? t("desk:next.draft") : t(`desk:next.${side}.${isObjected ? "objected" : step}`);
  return <p className="measure mt-1">{words}</p>;
}

function LineOfSteps({ position }: { position: LinePosition }) {
  const t = useTranslate();
  return (
    <ol className="flex" aria-label={t("clinic:line")}>
      {caseLine.map((step, index) => (
        <Step key={step} name={t(`clinic:line.${step}`)} stands={standsAt(position, index)} isFirst={index === 0} />
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

type StepProps = { name: string; stands: Stands; isFirst: boolean };

function Step({ name, stands, isFirst }: StepProps) {
  const t = useTranslate();
  const isReached = stands !== "ahead";
  return (
    <li
      aria-current={stands === "here" ? "step" : undefined}
      className="relative flex min-w-0 flex-1 flex-col items-center"
    >
      {isFirst ? null : (
        <span
          aria-hidden
          className={`absolute end-1/2 top-1.5 h-1 w-full sm:top-2.5 ${isReached ? "bg-primary" : "bg-base-300"}`}
        />
      )}
      <span
        aria-hidden
        className={`relative z-10 flex size-4 items-center justify-center rounded-full border-2 sm:size-6 ${dots[stands]}`}
      >
        <Mark stands={stands} />
      </span>
      <span className={`mt-1.5 px-0.5 text-center text-sm leading-snug max-sm:sr-only ${labelLook(stands)}`}>
        {name}
        <span className="sr-only">{t(`clinic:line.stands.${stands}`)}</span>
      </span>
    </li>
  );
}

function labelLook(stands: Stands): string {
  return stands === "here" || stands === "stopped" ? "font-semibold" : "muted";
}

function Mark({ stands }: { stands: Stands }) {
  if (stands === "here") return <span className="size-2 rounded-full bg-primary sm:size-2.5" />;
  if (stands === "done") return <Check size={14} strokeWidth={3} className="max-sm:hidden" />;
  return stands === "stopped" ? <CircleX size={18} /> : null;
}
