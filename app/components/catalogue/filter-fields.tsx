/** Fields of GET forms: the address is the form's answer. What could not be read of it is said at its field. */
import { CircleAlert } from "lucide-react";
import { useId, type ReactNode } from "react";
import { formatNumber } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

type FieldProps = {
  name: string;
  label: string;
  /** Id of the form, for fields that stand outside it. */
  form?: string;
};

type TickProps = FieldProps & { value: string; isChosen: boolean; count?: number };

export function TickField({ name, label, form, value, isChosen, count }: TickProps) {
  const locale = useLocale();
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-2 lg:min-h-8">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={isChosen}
        form={form}
        className="checkbox checkbox-sm"
      />
      <span className="min-w-0 flex-1 text-sm">{label}</span>
      {count === undefined ? null : <span className="muted text-sm">{formatNumber(locale, count)}</span>}
    </label>
  );
}

type PickProps = FieldProps & {
  value: string | null;
  options: readonly { value: string; label: string }[];
  /** What is wrong with what was asked for. */
  problem?: string | null;
};

/** One of many or none. */
export function PickField({ name, label, form, value, options, problem }: PickProps) {
  const t = useTranslate();
  return (
    <Labelled label={label} problem={problem}>
      {(id, aria) => (
        <select
          id={id}
          name={name}
          defaultValue={value ?? ""}
          form={form}
          className={`select min-h-11 w-full ${problem ? "select-error" : ""}`}
          {...aria}
        >
          <option value="">{t("search:list.facet.all")}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

type AmountProps = FieldProps & {
  unit: string;
  /** As it was typed where it is no amount. */
  value: number | string | null;
  /** What is wrong with what was typed. */
  problem: string | null;
};

export function AmountField({ name, label, form, unit, value, problem }: AmountProps) {
  return (
    <Labelled label={label} problem={problem}>
      {(id, aria) => (
        <span className={`input min-h-11 w-full ${problem ? "input-error" : ""}`}>
          <input
            id={id}
            name={name}
            inputMode="numeric"
            defaultValue={value ?? ""}
            form={form}
            className="grow"
            {...aria}
          />
          <span className="muted">{unit}</span>
        </span>
      )}
    </Labelled>
  );
}

type TextProps = FieldProps & { value: string; maxLength: number };

export function TextSearchField({ name, label, form, value, maxLength }: TextProps) {
  return (
    <Labelled label={label}>
      {(id) => (
        <input
          id={id}
          name={name}
          type="search"
          defaultValue={value}
          maxLength={maxLength}
          form={form}
          className="input min-h-11 w-full"
        />
      )}
    </Labelled>
  );
}

type Aria = { "aria-invalid"?: true; "aria-describedby"?: string };
type LabelledProps = { label: string; problem?: string | null; children: (id: string, aria: Aria) => ReactNode };

function Labelled({ label, problem, children }: LabelledProps) {
  const id = useId();
  const problemId = `${id}-problem`;
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-semibold">
        {label}
      </label>
      {problem ? (
        <p id={problemId} className="mb-1 flex items-start gap-1 text-sm font-semibold text-error">
          <CircleAlert aria-hidden size={16} className="mt-1 shrink-0" />
          <span className="min-w-0 [overflow-wrap:anywhere]">{problem}</span>
        </p>
      ) : null}
      {children(id, problem ? { "aria-invalid": true, "aria-describedby": problemId } : {})}
    </div>
  );
}
