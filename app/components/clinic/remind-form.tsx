/** Reminding whoever holds a case, in words. */
import { useTranslate } from "~/i18n/use-translate";
import { Disclosure, NoteFormFields } from "./act-form";
import { answerFor } from "./answer-for";

/** `name`: whom the reminder goes to. */
export function RemindForm({ edit, name, answer }: { edit: number; name: string; answer: unknown }) {
  const t = useTranslate();
  return (
    <Disclosure title={t("desk:remind.title")} isOpen={answerFor(answer, "remind") !== undefined}>
      <p className="measure muted mb-4">{t("desk:remind.lead", { name })}</p>
      <NoteFormFields
        intent="remind"
        edit={edit}
        answer={answer}
        label={t("desk:remind.note")}
        submit={t("desk:remind.submit")}
      />
    </Disclosure>
  );
}
