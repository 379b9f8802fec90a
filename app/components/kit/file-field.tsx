import type { ReactNode } from "react";
import { describedBy, FieldError, type AnyField } from "./fields";

type Props = { field: AnyField; label: string; hint: ReactNode; accept: string; optional?: ReactNode };

/** One file, chosen with the platform's own picker; it has to be chosen again after an error, and the hint says what is taken. */
export function FileField({ field, label, hint, accept, optional }: Props) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={field.id} className="font-semibold">
        {label}
        {optional ? <span className="muted ms-2 text-sm font-normal">{optional}</span> : null}
      </label>
      <p id={field.descriptionId} className="muted text-sm">
        {hint}
      </p>
      <FieldError field={field} />
      <input
        id={field.id}
        name={field.name}
        type="file"
        accept={accept}
        aria-invalid={field.errors ? true : undefined}
        aria-describedby={describedBy(field, hint)}
        className={`file-input min-h-11 w-full max-w-xl ${field.errors ? "file-input-error" : ""}`}
      />
    </div>
  );
}
