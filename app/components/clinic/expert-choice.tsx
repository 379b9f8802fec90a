/** Choose the expert to send: who knows the industry, who has time, who is tied to whom. */
import { Check, Link2 } from "lucide-react";
import { Button } from "~/components/kit/button";
import { FieldError, TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import type { SendableExpert } from "~/domain/clinic/experts.server";
import { useTranslate } from "~/i18n/use-translate";
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
      <fieldset id={fields.expertUserId.id} tabIndex={-1} className="flex flex-col gap-1">
        <legend className="mb-1 font-semibold">{labels.expertUserId}</legend>
        <FieldError field={fields.expertUserId} />
        <div className="max-h-[28rem] overflow-y-auto rounded-box border border-base-300">
          {experts.map((person) => (
            <ExpertRow
              key={person.userId}
              person={person}
              name={fields.expertUserId.name}
              isChosen={person.userId === fields.expertUserId.initialValue}
            />
          ))}
        </div>
      </fieldset>
      <TextField field={fields.text} label={labels.text} optional maxLength={500} />
      <div>
        <Button>{t(sentId === null ? "clinic:assign.submit" : "clinic:assign.replace")}</Button>
      </div>
    </PostForm>
  );
}

function ExpertRow({ person, name, isChosen }: { person: SendableExpert; name: string; isChosen: boolean }) {
  const t = useTranslate();
  const tied = person.tiedTo.join(t("clinic:list_comma"));
  return (
    <label className="grid min-h-11 cursor-pointer grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-b border-base-300 px-3 py-2 last:border-b-0 hover:bg-base-200 sm:grid-cols-[auto_minmax(0,1fr)_max-content]">
      <input
        type="radio"
        name={name}
        value={person.userId}
        defaultChecked={isChosen}
        className="radio radio-primary row-span-4 mt-1 sm:row-span-3"
      />
      <strong className="font-semibold">{person.name}</strong>
      <span className="text-sm max-sm:order-last max-sm:col-start-2 sm:row-span-3 sm:text-end">
        {t("clinic:assign.open_cases", { count: person.openCases })}
        {person.knowsIndustry ? (
          <span className="flex items-center gap-1 text-primary sm:justify-end">
            <Check aria-hidden size={15} />
            {t("clinic:assign.knows_industry")}
          </span>
        ) : null}
      </span>
      <span className="muted col-start-2 text-sm">
        {[person.title, person.organisationName].filter(Boolean).join(" · ")}
      </span>
      {tied ? (
        <span className="col-start-2 flex items-start gap-1 text-sm">
          <Link2 aria-hidden size={15} className="mt-1 shrink-0" />
          {t("clinic:assign.tied", { names: tied })}
        </span>
      ) : null}
    </label>
  );
}
