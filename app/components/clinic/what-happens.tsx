/** What an enterprise may count on, step by step, in working days. */
import { promises } from "~/domain/clinic/promise-days";
import { useTranslate } from "~/i18n/use-translate";

const steps = ["accept", "assign", "visit", "report", "confirm"] as const;

export function WhatHappens() {
  const t = useTranslate();
  return (
    <aside aria-labelledby="what-happens" className="panel self-start">
      <h2 id="what-happens" className="text-lg">
        {t("clinic:promises.title")}
      </h2>
      <ol className="mt-3 flex flex-col gap-3">
        {steps.map((step, index) => (
          <li key={step} className="flex gap-3">
            <span
              aria-hidden
              className="flex size-7 shrink-0 items-center justify-center rounded-full bg-accent text-sm font-semibold text-accent-content"
            >
              {index + 1}
            </span>
            <span>{t(`clinic:promises.${step}`, { days: promises[step].days })}</span>
          </li>
        ))}
      </ol>
      <p className="muted mt-3 text-sm">{t("clinic:promises.note")}</p>
    </aside>
  );
}
