/** Calling a group request off, with a reason and words for those invited. */
import { Disclosure } from "~/components/clinic/act-form";
import { Button } from "~/components/kit/button";
import { SelectField, TextArea } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { closeReasons } from "~/domain/projects/group-status";
import { useTranslate } from "~/i18n/use-translate";

export function GroupClose({ edit, answer }: { edit: number; answer: unknown }) {
  const t = useTranslate();
  const [form, fields] = useFormOf<{ reason: string; text: string }>({ id: "close", answer });
  const labels = { reason: t("groups:close.reason"), text: t("groups:close.text") };
  return (
    <Disclosure title={t("groups:close.title")} isOpen={answer !== undefined}>
      <PostForm form={form}>
        <p className="measure muted">{t("groups:close.lead")}</p>
        <ErrorSummary form={form} labels={labels} />
        <input type="hidden" name="intent" value="close" />
        <input type="hidden" name="edit" value={edit} />
        <SelectField
          field={fields.reason}
          label={labels.reason}
          options={closeReasons.map((reason) => ({ value: reason, label: t(`groups:close.reason.${reason}`) }))}
          width="short"
        />
        <TextArea field={fields.text} label={labels.text} maxLength={2000} />
        <div>
          <Button tone="danger">{t("groups:close.submit")}</Button>
        </div>
      </PostForm>
    </Disclosure>
  );
}
