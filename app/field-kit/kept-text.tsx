/** A field whose every keystroke is kept. While it has the focus nothing from elsewhere changes it under the fingers. */
import { useEffect, useId, useRef, useState } from "react";
import { sayError } from "~/i18n/form-errors";
import { useTranslate } from "~/i18n/use-translate";

type KeptTextProps = {
  label: string;
  value: string;
  onType: (value: string) => void;
  name: string;
  hint?: string;
  unit?: string;
  /** Lines; one is an input. */
  rows?: number;
  maxLength?: number;
  isNumber?: true;
  error?: string;
};

export function KeptText({
  label,
  value,
  onType,
  name,
  hint,
  unit,
  rows = 1,
  maxLength,
  isNumber,
  error,
}: KeptTextProps) {
  const t = useTranslate();
  const id = useId();
  const [typed, setTyped] = useState(value);
  const hasFocus = useRef(false);
  useEffect(() => {
    if (!hasFocus.current) setTyped(value);
  }, [value]);
  const props = {
    id,
    name,
    value: typed,
    maxLength,
    autoComplete: "off",
    "aria-invalid": error ? true : undefined,
    "aria-describedby": [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].join(" ").trim() || undefined,
    onChange: ({ target }: { target: { value: string } }) => {
      setTyped(target.value);
      onType(target.value);
    },
    onFocus: () => (hasFocus.current = true),
    onBlur: () => (hasFocus.current = false),
  };
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
        {unit ? <span className="muted ms-1 font-normal">({unit})</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="muted text-base">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="font-semibold text-error">
          {sayError(t, error)}
        </p>
      ) : null}
      {rows === 1 ? (
        <input
          {...props}
          inputMode={isNumber ? "decimal" : undefined}
          className={`input min-h-13 w-full border-2 border-base-content/50 text-lg ${error ? "input-error" : ""}`}
        />
      ) : (
        <textarea
          {...props}
          rows={rows}
          className={`textarea w-full border-2 border-base-content/50 text-lg ${error ? "textarea-error" : ""}`}
        />
      )}
    </div>
  );
}
