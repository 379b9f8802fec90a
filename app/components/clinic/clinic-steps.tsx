import { promises } from "~/domain/clinic/promise-days";
import { useTranslate } from "~/i18n/use-translate";

const STEPS = ["apply", "accept", "assign", "visit", "report", "confirm"] as const;

/** The course of a case in six steps, each with its promise in working days; the first is the enterprise's own. */
export function ClinicSteps() {
  const t = useTranslate();
  return (
    <ol className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {STEPS.map((step, index) => (
        <li key={step} className="flex gap-3">
          <span
            aria-hidden
            className="flex size-9 shrink-0 items-center justify-center rounded-full bg-accent font-semibold text-accent-content"
          >
            {index + 1}
          </span>
          <div>
            <h3 className="text-base">{t(`home:clinic.step.${step}`)}</h3>
            <p className="text-sm font-semibold text-primary">
              {step === "apply" ? t("home:clinic.days.yours") : t("home:clinic.days", { count: promises[step].days })}
            </p>
            <p className="mt-1">{t(`home:clinic.step.${step}.text`)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
