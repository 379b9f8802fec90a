/** Choose the expert to send: who knows the industry, who is near, who has time, who is tied to whom. */
import { Check, CircleAlert, Link2 } from "lucide-react";
import { Button } from "~/components/kit/button";
import { FieldError, TextField, type AnyField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import type { SendableExpert } from "~/domain/clinic/experts.server";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { Hidden } from "./act-form";
import { answerFor } from "./answer-for";

type ChoiceProps = { edit: number; experts: readonly SendableExpert[]; sentId: string | null; answer: unknown };
type Shape = { expertUserId: string; text: string };

export function ExpertChoice({ edit, experts, sentId, answer }: ChoiceProps) {
  const t = useTranslate();
  const [form, fields] = useFormOf<Shape>({
    id: "assign",
    answer: answerFor(answer, "assign"),
    defaults: { expertUserId: sentId ?? "" },
  });
  const labels = { expertUserId: t("clinic:assign.expert"), text: t("clinic:assign.text") };
  return (
    <PostForm form={form}>
      <ErrorSummary form={form} labels={labels} />
      <Hidden intent="assign" edit={edit} />
      <ExpertList field={fields.expertUserId} label={labels.expertUserId} experts={experts} cases={1} />
      <TextField field={fields.text} label={labels.text} optional maxLength={500} />
      <div>
        <Button>{t(sentId === null ? "clinic:assign.submit" : "clinic:assign.replace")}</Button>
      </div>
    </PostForm>
  );
}

type ListProps = { field: AnyField; label: string; experts: readonly SendableExpert[]; cases: number };

/** One of the experts, for a number of cases. */
export function ExpertList({ field, label, experts, cases }: ListProps) {
  return (
    <fieldset id={field.id} tabIndex={-1} className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 font-semibold">{label}</legend>
      <FieldError field={field} />
      <div className="max-h-[28rem] overflow-y-auto rounded-box border border-base-300">
        {experts.map((person) => (
          <ExpertRow
            key={person.userId}
            person={person}
            cases={cases}
            name={field.name}
            isChosen={person.userId === field.initialValue}
          />
        ))}
      </div>
    </fieldset>
  );
}

type RowProps = { person: SendableExpert; cases: number; name: string; isChosen: boolean };

function ExpertRow({ person, cases, name, isChosen }: RowProps) {
  const t = useTranslate();
  return (
    <label className="grid min-h-11 cursor-pointer grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-b border-base-300 px-3 py-2 last:border-b-0 hover:bg-base-200 sm:grid-cols-[auto_minmax(0,1fr)_max-content]">
      <input
        type="radio"
        name={name}
        value={person.userId}
        defaultChecked={isChosen}
        className="radio radio-primary row-span-2 mt-1"
      />
      <span className="min-w-0">
        <strong className="block font-semibold">{person.name}</strong>
        <span className="muted block text-sm">
          {[person.title, person.organisationName].filter(Boolean).join(" · ")}
        </span>
        <Industries person={person} />
        <Ties person={person} />
      </span>
      <span className="text-sm max-sm:col-start-2 sm:text-end">
        <span className="block">{t(`desk:distance.${person.distance}`)}</span>
        <span className="block">{t("clinic:assign.open_cases", { count: person.openCases })}</span>
        {person.known > 0 ? (
          <span className="flex items-center gap-1 text-primary sm:justify-end">
            <Check aria-hidden size={15} />
            {person.known < cases ? t("desk:expert.known_some", { count: person.known }) : t("desk:expert.known")}
          </span>
        ) : null}
      </span>
    </label>
  );
}

function Industries({ person: { industries } }: { person: SendableExpert }) {
  const t = useTranslate();
  const named = useNamed();
  const names = industries.map(named).join(t("clinic:list_comma"));
  return (
    <span className="muted block text-sm">
      {names ? t("desk:expert.industries", { names }) : t("desk:expert.all_industries")}
    </span>
  );
}

function Ties({ person: { tiedTo, isTiedToEnterprise } }: { person: SendableExpert }) {
  const t = useTranslate();
  return (
    <>
      {isTiedToEnterprise ? (
        <span className="late flex items-start gap-1 text-sm">
          <CircleAlert aria-hidden size={15} className="mt-1 shrink-0" />
          {t("desk:expert.tied_enterprise")}
        </span>
      ) : null}
      {tiedTo.length > 0 ? (
        <span className="flex items-start gap-1 text-sm">
          <Link2 aria-hidden size={15} className="mt-1 shrink-0" />
          {t("clinic:assign.tied", { names: tiedTo.join(t("clinic:list_comma")) })}
        </span>
      ) : null}
    </>
  );
}
