/** Radio buttons and tick boxes: a fieldset with a legend, rows of 44 px that can be hit with a thumb. */
import type { ReactNode } from "react";
import { useTranslate } from "~/i18n/use-translate";
import { describedBy, FieldError, type AnyField, type Option, type OptionGroup } from "./fields";

type ChoicesProps = {
  field: AnyField;
  label: string;
  hint?: ReactNode;
  optional?: true;
  options: readonly (Option | OptionGroup)[];
  /** Short options may stand in columns. */
  columns?: 1 | 2 | 3;
};

const columnClasses = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-2 lg:grid-cols-3" };

/** Exactly one of a few. Arrow keys move between the options. */
export function RadioGroup(props: ChoicesProps) {
  return <Choices {...props} type="radio" />;
}

/** Any number of a few. Space ticks. */
export function CheckboxGroup(props: ChoicesProps) {
  return <Choices {...props} type="checkbox" />;
}

function Choices({
  field,
  label,
  hint,
  optional,
  options,
  columns = 1,
  type,
}: ChoicesProps & { type: "radio" | "checkbox" }) {
  const t = useTranslate();
  const chosen = valuesOf(field.initialValue);
  const row = (option: Option) => (
    <ChoiceRow key={option.value} field={field} option={option} type={type} isChosen={chosen.includes(option.value)} />
  );
  return (
    <fieldset id={field.id} tabIndex={-1} aria-describedby={describedBy(field, hint)} className="flex flex-col gap-1">
      <legend className="font-semibold">
        {label}
        {optional ? <span className="muted ms-2 text-sm font-normal">{t("form:optional")}</span> : null}
      </legend>
      {hint ? (
        <p id={field.descriptionId} className="muted text-sm">
          {hint}
        </p>
      ) : null}
      <FieldError field={field} />
      {options.map((entry) =>
        "options" in entry ? (
          <div key={entry.label} role="group" aria-label={entry.label} className="mt-2">
            <p className="muted text-sm">{entry.label}</p>
            <div className={`grid ${columnClasses[columns]}`}>{entry.options.map(row)}</div>
          </div>
        ) : null,
      )}
      <div className={`grid ${columnClasses[columns]}`}>
        {options.flatMap((entry) => ("options" in entry ? [] : [row(entry)]))}
      </div>
    </fieldset>
  );
}

type RowProps = { field: AnyField; option: Option; type: "radio" | "checkbox"; isChosen: boolean };

function ChoiceRow({ field, option, type, isChosen }: RowProps) {
  const id = `${field.id}-${option.value}`;
  return (
    <label
      htmlFor={id}
      className="flex min-h-11 cursor-pointer items-start gap-3 rounded-field px-2 py-2 hover:bg-base-200"
    >
      <input
        id={id}
        type={type}
        name={field.name}
        value={option.value}
        defaultChecked={isChosen}
        className={`${type === "radio" ? "radio radio-primary" : "checkbox checkbox-primary"} mt-0.5 shrink-0`}
      />
      <span>
        {option.label}
        {option.hint ? <span className="muted block text-sm">{option.hint}</span> : null}
      </span>
    </label>
  );
}

/** A single tick box, e.g. for consent. */
export function Checkbox({ field, label, hint }: { field: AnyField; label: ReactNode; hint?: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <FieldError field={field} />
      <label htmlFor={field.id} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
        <input
          id={field.id}
          type="checkbox"
          name={field.name}
          defaultChecked={field.initialValue === "on" || field.initialValue === true}
          aria-describedby={describedBy(field, hint)}
          className="checkbox checkbox-primary mt-0.5 shrink-0"
        />
        <span>
          {label}
          {hint ? (
            <span id={field.descriptionId} className="muted block text-sm">
              {hint}
            </span>
          ) : null}
        </span>
      </label>
    </div>
  );
}

function valuesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return value === undefined || value === null || value === "" ? [] : [String(value)];
}
