/** Somebody saved the section while it was typed: yours, theirs, and which of them counts, field by field. */
import { DifferenceView } from "~/components/catalogue/difference-view";
import { useFieldValues } from "~/components/catalogue/field-values";
import type { NamedCodes } from "~/domain/catalogue/named-codes";
import type { FieldConflict } from "~/domain/catalogue/section-conflict";
import type { SolutionContent, SolutionField } from "~/domain/catalogue/solution-sections";
import type { FieldDifference } from "~/domain/catalogue/version-difference";
import { formatDateTime, formatList } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

export type Conflict = {
  conflicts: FieldConflict[];
  mine: SolutionContent;
  mineNames: NamedCodes;
  theirs: SolutionContent;
  theirsNames: NamedCodes;
  differences: FieldDifference[];
  last: { by: string | null; at: number } | null;
};

export function SectionConflict({ conflict, formId }: { conflict: Conflict; formId: string }) {
  const t = useTranslate();
  const locale = useLocale();
  const { conflicts, last } = conflict;
  const both = conflicts.filter(({ changedBy }) => changedBy === "both");
  const onlyIn = (by: FieldConflict["changedBy"]) =>
    formatList(
      locale,
      conflicts.flatMap(({ field, changedBy }) => (changedBy === by ? [t(`catalogue:field.${field}`)] : [])),
    );
  const who = { name: last?.by ?? t("versions:conflict.somebody"), date: last ? formatDateTime(locale, last.at) : "" };
  const frame = "mb-6 rounded-box border-2 border-error p-4";
  return (
    // Focus moves to what has to be decided, as it does to errors.
    // oxlint-disable-next-line jsx-a11y/no-autofocus
    <section aria-labelledby="conflict-title" tabIndex={-1} autoFocus className={frame}>
      <h2 id="conflict-title" className="text-lg">
        {t("versions:conflict.title", who)}
      </h2>
      <p>{both.length > 0 ? t("versions:conflict.lead") : t("versions:conflict.lead_apart")}</p>
      {onlyIn("theirs") ? <p>{t("versions:conflict.theirs_only", { fields: onlyIn("theirs") })}</p> : null}
      {onlyIn("mine") ? <p>{t("versions:conflict.mine_only", { fields: onlyIn("mine") })}</p> : null}
      {both.map(({ field }) => (
        <ConflictField key={field} field={field} conflict={conflict} formId={formId} />
      ))}
    </section>
  );
}

function ConflictField({ field, conflict, formId }: { field: SolutionField; conflict: Conflict; formId: string }) {
  const t = useTranslate();
  const valueOf = useFieldValues();
  const mine = { content: conflict.mine, names: conflict.mineNames };
  const theirs = { content: conflict.theirs, names: conflict.theirsNames };
  const difference = conflict.differences.find((each) => each.field === field);
  const label = t(`catalogue:field.${field}`);
  return (
    <fieldset className="mt-4 border-t border-base-300 pt-3">
      <legend className="float-start w-full font-semibold">{label}</legend>
      <div className="clear-both grid gap-3 sm:grid-cols-2">
        {(["mine", "theirs"] as const).map((whose) => (
          <div key={whose} className="min-w-0 rounded-box bg-base-200 p-3">
            <p className="muted text-sm">{t(`versions:conflict.${whose}`)}</p>
            <div className="break-words whitespace-pre-line">{valueOf(field, whose === "mine" ? mine : theirs)}</div>
          </div>
        ))}
      </div>
      {difference?.kind === "text" ? (
        <details className="mt-2">
          <summary className="link-plain inline-block py-2 text-sm">{t("versions:conflict.difference")}</summary>
          <DifferenceView difference={difference} before={theirs} after={mine} />
        </details>
      ) : null}
      <div className="mt-1 grid sm:grid-cols-2">
        <Choice field={field} whose="mine" formId={formId} isChosen />
        <Choice field={field} whose="theirs" formId={formId} />
      </div>
    </fieldset>
  );
}

type ChoiceProps = { field: SolutionField; whose: "mine" | "theirs"; formId: string; isChosen?: true };

function Choice({ field, whose, formId, isChosen }: ChoiceProps) {
  const t = useTranslate();
  const id = `take-${field}-${whose}`;
  return (
    <label htmlFor={id} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
      <input
        id={id}
        type="radio"
        name={`take.${field}`}
        value={whose}
        form={formId}
        defaultChecked={isChosen}
        className="radio radio-primary mt-0.5 shrink-0"
      />
      {t(`versions:conflict.take.${whose}`)}
    </label>
  );
}
