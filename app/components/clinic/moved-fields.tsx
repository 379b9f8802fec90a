/** Why an agreed visit is moved: a reason from the list, and words. */
import { SelectField, TextArea, type AnyField } from "~/components/kit/fields";
import { rescheduleReasons } from "~/domain/clinic/diagnosis-status";
import { useTranslate } from "~/i18n/use-translate";

export function MovedFields({ fields }: { fields: { reason: AnyField; text: AnyField } }) {
  const t = useTranslate();
  const labels = useMovedLabels();
  const options = rescheduleReasons.map((reason) => ({ value: reason, label: t(`clinic:reason.${reason}`) }));
  return (
    <>
      <SelectField
        field={fields.reason}
        label={labels.reason}
        hint={t("visits:moved.hint")}
        options={options}
        width="short"
      />
      <TextArea field={fields.text} label={labels.text} rows={2} maxLength={2000} />
    </>
  );
}

export function useMovedLabels(): { reason: string; text: string } {
  const t = useTranslate();
  return { reason: t("visits:pick.reason"), text: t("visits:pick.text") };
}
