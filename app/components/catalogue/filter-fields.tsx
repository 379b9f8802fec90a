/** Fields of GET forms: the address is the form's answer, so there are no errors to draw and nothing to lose. */
import { useId, type ReactNode } from "react";
import { useTranslate } from "~/i18n/use-translate";

type FieldProps = {
  name: string;
  label: string;
  /** Id of the form, for fields that stand outside it. */
  form?: string;
};

type TickProps = FieldProps & { value: string; isChosen: boolean; count?: number };

export function TickField({ name, label, form, value, isChosen, count }: TickProps) {
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
      {count === undefined ? null : <span className="muted text-sm">{count}</span>}
    </label>
  );
}

type PickProps = FieldProps & { value: string | null; options: readonly { value: string; label: string }[] };

/** One of many or none. */
export function PickField({ name, label, form, value, options }: PickProps) {
  const t = useTranslate();
  return (
    <Labelled label={label}>
      {(id) => (
        <select id={id} name={name} defaultValue={value ?? ""} form={form} className="select min-h-11 w-full">
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

type AmountProps = FieldProps & { unit: string; value: number | null };

export function AmountField({ name, label, form, unit, value }: AmountProps) {
  return (
    <Labelled label={label}>
      {(id) => (
        <span className="input min-h-11 w-full">
          <input id={id} name={name} inputMode="numeric" defaultValue={value ?? ""} form={form} className="grow" />
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

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-semibold">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
