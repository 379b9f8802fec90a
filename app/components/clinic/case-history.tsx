/** Everything that was done with a case, the latest on top. */
import type { DiagnosisStatus } from "#db/vocabulary/clinic";
import type { ShownStep } from "~/domain/clinic/case-page.server";
import type { ShownReminder } from "~/domain/clinic/reminders.server";
import { formatDateTime } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

type HistoryProps = { steps: readonly ShownStep[]; reminders: readonly ShownReminder[] };

export function CaseHistory({ steps, reminders }: HistoryProps) {
  const locale = useLocale();
  return (
    <ol className="flex flex-col border-s-2 border-base-300">
      {[...worded(steps), ...reminders].sort(latestFirst).map((entry) => (
        <li key={entry.id} className="relative ps-5 pb-4 last:pb-0">
          <span
            aria-hidden
            className="absolute -start-[7px] top-2 size-3 rounded-full border-2 border-primary bg-base-100"
          />
          <EntryWords entry={entry} />
          <p className="muted text-sm">
            <time dateTime={new Date(entry.at).toISOString()}>{formatDateTime(locale, entry.at)}</time> · {entry.byName}
          </p>
          {entry.text ? (
            <p className="measure mt-1 border-s-4 border-accent ps-3 break-words whitespace-pre-line">{entry.text}</p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

type WordedStep = ShownStep & { words: Words };
type Entry = WordedStep | ShownReminder;

function latestFirst(a: Entry, b: Entry): number {
  return b.at - a.at || (a.id < b.id ? 1 : -1);
}

function worded(steps: readonly ShownStep[]): WordedStep[] {
  let objections = 0;
  return steps.map((step) => {
    const isReply = step.fromStatus === "reported" && step.toStatus === "reported";
    if (isReply) objections += 1;
    return { ...step, words: wordsFor(step, isReply && objections % 2 === 1) };
  });
}

function EntryWords({ entry }: { entry: Entry }) {
  const t = useTranslate();
  if (!("words" in entry)) return <p className="font-semibold">{t("desk:step.reminded")}</p>;
  return (
    <p className="font-semibold">
      {t(`clinic:step.${entry.words}`)}
      {entry.reason ? <span className="font-normal"> · {t(`clinic:reason.${entry.reason}`)}</span> : null}
    </p>
  );
}

type Words =
  DiagnosisStatus | "answered" | "returned" | "visit_changed" | "reassigned" | "objected" | "objection_answered";

/** A step that stays in its status, comes back or goes on again has words of its own. */
function wordsFor({ fromStatus, toStatus }: ShownStep, isObjection: boolean): Words {
  if (fromStatus === "changes_requested" && toStatus === "submitted") return "answered";
  if (fromStatus === "report_review" && toStatus === "report_draft") return "returned";
  if (fromStatus === "scheduled" && toStatus === "assigned") return "reassigned";
  if (fromStatus !== toStatus) return toStatus;
  if (toStatus === "scheduled") return "visit_changed";
  if (toStatus === "assigned" || toStatus === "on_site" || toStatus === "report_draft") return "reassigned";
  if (toStatus === "reported") return isObjection ? "objected" : "objection_answered";
  return toStatus;
}
