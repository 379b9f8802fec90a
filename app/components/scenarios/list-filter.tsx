import { Form } from "@remix-run/react";
import type { ReactNode } from "react";

/** Filters of a public list: a GET form that works without JavaScript; the address holds what was chosen. */
export function ListFilter({ children, submit }: { children: ReactNode; submit: string }) {
  return (
    <Form className="no-print mb-6 flex flex-wrap items-end gap-3">
      {children}
      <button type="submit" className="btn min-h-11 border-base-300 bg-base-100">
        {submit}
      </button>
    </Form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  all: string;
  chosen: string;
  options: readonly { value: string; label: string }[];
};

export function FilterSelect({ name, label, all, chosen, options }: ChoiceProps) {
  return (
    <label className="flex min-w-0 flex-1 basis-40 flex-col gap-1 sm:max-w-64">
      <span className="text-sm font-semibold">{label}</span>
      <select name={name} defaultValue={chosen} className="select w-full">
        <option value="">{all}</option>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

export function FilterText({ name, label, typed }: { name: string; label: string; typed: string }) {
  return (
    <label className="flex min-w-0 flex-1 basis-56 flex-col gap-1 sm:max-w-80">
      <span className="text-sm font-semibold">{label}</span>
      <input type="search" name={name} defaultValue={typed} maxLength={100} className="input w-full" />
    </label>
  );
}
