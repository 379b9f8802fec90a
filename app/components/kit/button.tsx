import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

const tones = {
  primary: "btn btn-primary",
  plain: "btn border-base-300 bg-base-100",
  danger: "btn btn-outline btn-error",
  quiet: "btn btn-ghost",
};

export type Tone = keyof typeof tones;

type ButtonProps = { children: ReactNode; tone?: Tone; intent?: string; form?: string; small?: true };

/** Submits its form; several buttons of one form are told apart by `intent`. */
export function Button({ children, tone = "primary", intent, form, small }: ButtonProps) {
  return (
    <button
      type="submit"
      form={form}
      name={intent ? "intent" : undefined}
      value={intent}
      className={`${tones[tone]} ${small ? "btn-sm min-h-9" : "min-h-11"}`}
    >
      {children}
    </button>
  );
}

type LinkButtonProps = { to: string; children: ReactNode; tone?: Tone; small?: true; reloadDocument?: true };

export function LinkButton({ to, children, tone = "plain", small, reloadDocument }: LinkButtonProps) {
  return (
    <Link to={to} reloadDocument={reloadDocument} className={`${tones[tone]} ${small ? "btn-sm min-h-9" : "min-h-11"}`}>
      {children}
    </Link>
  );
}
