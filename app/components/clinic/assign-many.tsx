/** The ticked cases, and the experts one of whom goes to all of them. */
import { Button } from "~/components/kit/button";
import { FieldError, TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import type { ListedCase } from "~/domain/clinic/case-lists.server";
import type { CaseNames } from "~/domain/clinic/case-names.server";
import type { SendableExpert } from "~/domain/clinic/experts.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { CaseRows } from "./case-rows";
import { ExpertList } from "./expert-choice";

type ManyProps = {
  cases: readonly ListedCase[];
  /** What each row sends, by its id: the case as it was on the list. */
  seen: Record<string, string>;
  experts: readonly SendableExpert[];
  names: CaseNames;
  answer: unknown;
};

type Shape = { cases: string[]; expertUserId: string; text: string };

export function AssignMany({ cases, seen, experts, names, answer }: ManyProps) {
  const t = useTranslate();
  const [form, fields] = useFormOf<Shape>({ id: "assign", answer });
  const labels = {
    cases: t("desk:assign.cases"),
    expertUserId: t("desk:assign.expert"),
    text: t("clinic:assign.text"),
  };
  const valueOf = ({ id }: ListedCase) => seen[id] ?? null;
  const kept = answer ? [fields.cases.initialValue].flat() : null;
  const isTicked = (value: string) => kept === null || kept.includes(value);
  const ticking = { name: fields.cases.name, valueOf, isTicked };
  return (
    <PostForm form={form} className="flex flex-col gap-6">
      <ErrorSummary form={form} labels={labels} />
      <fieldset id={fields.cases.id} tabIndex={-1} className="flex min-w-0 flex-col gap-1">
        <legend className="mb-1 font-semibold">{labels.cases}</legend>
        <FieldError field={fields.cases} />
        <CaseRows cases={cases} names={names} viewer="park" pathOf={paths.parkDesk.diagnosis} ticking={ticking} />
      </fieldset>
      <ExpertList field={fields.expertUserId} label={labels.expertUserId} experts={experts} cases={cases.length} />
      <TextField field={fields.text} label={labels.text} optional maxLength={500} />
      <div>
        <Button>{t("desk:assign.submit")}</Button>
      </div>
    </PostForm>
  );
}
