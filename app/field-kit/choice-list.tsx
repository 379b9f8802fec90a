/** Options as rows for a thumb: 56 px, the chosen one marked by more than colour. */
import { useId } from "react";
import { sayError } from "~/i18n/form-errors";
import { useTranslate } from "~/i18n/use-translate";

type Option = { value: string; label: string };

type ChoiceListProps = {
  legend: string;
  name: string;
  options: readonly Option[];
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
  /** Several at once; this one excludes the others. */
  many?: { noneValue: string | null };
  columns?: 2;
  error?: string;
};

export function ChoiceList({ legend, name, options, chosen, onChoose, many, columns, error }: ChoiceListProps) {
  const t = useTranslate();
  const id = useId();
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined} className="flex flex-col gap-2">
      <legend className="mb-2 font-semibold">{legend}</legend>
      {error ? (
        <p id={`${id}-error`} className="font-semibold text-error">
          {sayError(t, error)}
        </p>
      ) : null}
      <div className={`grid gap-2 ${columns ? "grid-cols-2" : ""}`}>
        {options.map(({ value, label }) => {
          const isChosen = chosen.includes(value);
          return (
            <label
              key={value}
              className={`flex min-h-14 cursor-pointer items-center gap-3 rounded-field border-2 px-3 py-2 ${isChosen ? "border-primary bg-accent font-semibold text-accent-content" : "border-base-content/50"}`}
            >
              <input
                type={many ? "checkbox" : "radio"}
                name={name}
                value={value}
                checked={isChosen}
                onChange={({ target }) => onChoose(many ? toggled(chosen, value, target.checked, many) : [value])}
                className={`${many ? "checkbox checkbox-primary" : "radio radio-primary"} shrink-0`}
              />
              <span>{label}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

function toggled(chosen: readonly string[], value: string, isOn: boolean, { noneValue }: { noneValue: string | null }) {
  if (!isOn) return chosen.filter((one) => one !== value);
  return value === noneValue ? [value] : [...chosen.filter((one) => one !== noneValue), value];
}
