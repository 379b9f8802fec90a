import { RadioGroup } from "~/components/kit/choices";
import { TextField, type AnyField } from "~/components/kit/fields";
import { useNamed, useTranslate } from "~/i18n/use-translate";

export type IndustryChoice = { code: string; nameZh: string; nameEn: string; groupZh: string; groupEn: string };

/**
 * An industry by code, name or parent: a text field with the browser's own suggestions over the 609 classes. When what was
 * typed fits several, they are offered as radio buttons of the same name.
 */
export function IndustryField({
  field,
  classes,
  candidates,
}: {
  field: AnyField;
  classes: IndustryChoice[];
  candidates: IndustryChoice[];
}) {
  const t = useTranslate();
  const named = useNamed();
  const label = t("identity:register.industry");
  if (candidates.length > 0) {
    const typed = String(field.initialValue ?? "");
    const options = candidates.map((choice) => ({
      value: choice.code,
      label: `${choice.code} ${named(choice)}`,
      hint: named({ nameZh: choice.groupZh, nameEn: choice.groupEn }),
    }));
    return (
      <RadioGroup
        field={field}
        label={label}
        hint={t("identity:register.industry.candidates", { typed })}
        options={options}
      />
    );
  }
  return (
    <>
      <TextField
        field={field}
        label={label}
        hint={t("identity:register.industry.hint")}
        list="industries"
        autoComplete="off"
      />
      <datalist id="industries">
        {classes.map((choice) => (
          <option key={choice.code} value={`${choice.code} ${named(choice)}`}>
            {named({ nameZh: choice.groupZh, nameEn: choice.groupEn })}
          </option>
        ))}
      </datalist>
    </>
  );
}
