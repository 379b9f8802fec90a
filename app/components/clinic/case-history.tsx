/** Everything that was done with a case, the latest on top. */
import type { DiagnosisStatus } from "#db/vocabulary/clinic";
import type { ShownStep } from "~/domain/clinic/case-page.server";
import { formatDateTime } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

export function CaseHistory({ steps }: { steps: readonly ShownStep[] }) {
  const locale = useLocale();
  return (
    <ol className="flex flex-col border-s-2 border-base-300">
      {worded(steps).map(({ step, words }) => (
        <li key={step.id} className="relative ps-5 pb-4 last:pb-0">
          <span
            aria-hidden
            className="absolute -start-[7px] top-2 size-3 rounded-full border-2 border-primary bg-base-100"
          />
          <StepWords step={step} words={words} />
          <p className="muted text-sm">
            <time dateTime={new Date(step.at).toISOString()}>{formatDateTime(locale, step.at)}</time> · {step.byName}
          </p>
          {step.text ? (
            <p className="measure mt-1 border-s-4 border-accent ps-3 break-words whitespace-pre-line">{step.text}</p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** The latest on top, each with its words. */
function worded(steps: readonly ShownStep[]): { step: ShownStep; words: Words }[] {
  let objections = 0;
  return steps
    .map((step) => {
      const isReply = step.fromStatus === "reported" && step.toStatus === "reported";
      if (isReply) objections += 1;
      return { step, words: wordsFor(step, isReply && objections % 2 === 1) };
    })
    .reverse();
}

function StepWords({ step, words }: { step: ShownStep; words: Words }) {
  const t = useTranslate();
  return (
    <p className="font-semibold">
      {t(`clinic:step.${words}`)}
      {step.reason ? <span className="font-normal"> · {t(`clinic:reason.${step.reason}`)}</span> : null}
    </p>
  );
}

type Words =
  DiagnosisStatus | "answered" | "returned" | "visit_changed" | "reassigned" | "objected" | "objection_answered";

/** A step that stays in its status, comes back or goes on again has words of its own. */
function wordsFor({ fromStatus, toStatus }: ShownStep, isObjection: boolean): Words {
  if (fromStatus === "changes_requested" && toStatus === "submitted") return "answered";
  if (fromStatus === "report_review" && toStatus === "report_draft") return "returned";
  if (fromStatus !== toStatus) return toStatus;
  if (toStatus === "scheduled") return "visit_changed";
  if (toStatus === "assigned") return "reassigned";
  if (toStatus === "reported") return isObjection ? "objected" : "objection_answered";
  return toStatus;
}
