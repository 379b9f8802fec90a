/** Fields: label above, hint below it, error between, then the input. Optional is marked, required is not. */
import type { FieldMetadata } from "@conform-to/react";
import { CircleAlert } from "lucide-react";
import type { HTMLInputAutoCompleteAttribute, ReactNode } from "react";
import { sayError } from "~/i18n/form-errors";
import { useTranslate } from "~/i18n/use-translate";

/** What any of conform's fields offers, whatever its type. */
export type AnyField = Pick<FieldMetadata, "id" | "name" | "errors" | "errorId" | "descriptionId"> & {
  initialValue?: unknown;
};

type FieldProps = { field: AnyField; label: string; hint?: ReactNode; optional?: true };

export function describedBy(field: AnyField, hint: ReactNode): string | undefined {
  const ids = [field.errors ? field.errorId : null, hint ? field.descriptionId : null].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** The first thing wrong: an empty number is missing, not missing and no number as well. */
export function FieldError({ field }: { field: AnyField }) {
  const t = useTranslate();
  const [code] = field.errors ?? [];
  if (code === undefined) return null;
  return (
    <p id={field.errorId} className="flex items-start gap-1 font-semibold text-error">
      <CircleAlert aria-hidden size={18} className="mt-1 shrink-0" />
      {sayError(t, code)}
    </p>
  );
}

function Frame({ field, label, hint, optional, children }: FieldProps & { children: ReactNode }) {
  const t = useTranslate();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={field.id} className="font-semibold">
        {label}
        {optional ? <span className="muted ms-2 text-sm font-normal">{t("form:optional")}</span> : null}
      </label>
      {hint ? (
        <p id={field.descriptionId} className="muted text-sm">
          {hint}
        </p>
      ) : null}
      <FieldError field={field} />
      {children}
    </div>
  );
}

export type TextFieldProps = FieldProps & {
  type?: "text" | "email" | "tel" | "password" | "url" | "date" | "search" | "datetime-local";
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: "numeric" | "decimal" | "tel" | "email" | "url";
  /** Shown inside the field's frame after the input, e.g. 元. */
  unit?: string;
  maxLength?: number;
  /** Id of a datalist. */
  list?: string;
  width?: "short" | "full";
};

/** One line. Numbers are text with a numeric keyboard: spinners and wheel changes lose what was typed. */
export function TextField({
  field,
  label,
  hint,
  optional,
  type = "text",
  unit,
  width = "full",
  ...input
}: TextFieldProps) {
  const classes = `input w-full ${width === "short" ? "max-w-60" : ""} ${field.errors ? "input-error" : ""}`;
  const props = {
    id: field.id,
    name: field.name,
    type,
    defaultValue: type === "password" ? undefined : text(field.initialValue),
    "aria-invalid": field.errors ? true : undefined,
    "aria-describedby": describedBy(field, hint),
    ...input,
  };
  return (
    <Frame field={field} label={label} hint={hint} optional={optional}>
      {unit ? (
        <span className={classes}>
          <input {...props} className="grow" />
          <span className="muted">{unit}</span>
        </span>
      ) : (
        <input {...props} className={classes} />
      )}
    </Frame>
  );
}

export function TextArea({
  field,
  label,
  hint,
  optional,
  rows = 4,
  maxLength,
}: FieldProps & { rows?: number; maxLength?: number }) {
  return (
    <Frame field={field} label={label} hint={hint} optional={optional}>
      <textarea
        id={field.id}
        name={field.name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={text(field.initialValue)}
        aria-invalid={field.errors ? true : undefined}
        aria-describedby={describedBy(field, hint)}
        className={`textarea w-full ${field.errors ? "textarea-error" : ""}`}
      />
    </Frame>
  );
}

export type Option = { value: string; label: string; hint?: string };
export type OptionGroup = { label: string; options: Option[] };

type SelectProps = FieldProps & {
  options: readonly (Option | OptionGroup)[];
  placeholder?: string;
  width?: "short" | "full";
};

/** One of many, by the platform's own list. An empty first entry says what to do unless `placeholder` is "". */
export function SelectField({ field, label, hint, optional, options, placeholder, width = "full" }: SelectProps) {
  const t = useTranslate();
  return (
    <Frame field={field} label={label} hint={hint} optional={optional}>
      <select
        id={field.id}
        name={field.name}
        defaultValue={text(field.initialValue)}
        aria-invalid={field.errors ? true : undefined}
        aria-describedby={describedBy(field, hint)}
        className={`select w-full ${width === "short" ? "max-w-60" : ""} ${field.errors ? "select-error" : ""}`}
      >
        {placeholder === "" ? null : <option value="">{placeholder ?? t("common:choose")}</option>}
        {options.map((entry) =>
          "options" in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </optgroup>
          ) : (
            <option key={entry.value} value={entry.value}>
              {entry.label}
            </option>
          ),
        )}
      </select>
    </Frame>
  );
}

function text(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}
