import { CircleAlert, CircleCheck, CircleDot, CircleMinus, Clock, Info } from "lucide-react";
import type { ReactNode } from "react";

const looks = {
  done: { icon: CircleCheck, classes: "bg-success text-success-content" },
  waiting: { icon: Clock, classes: "bg-warning text-warning-content" },
  late: { icon: CircleAlert, classes: "bg-error text-error-content" },
  active: { icon: CircleDot, classes: "bg-accent text-accent-content" },
  quiet: { icon: CircleMinus, classes: "bg-base-200 text-base-content" },
};

export type StatusTone = keyof typeof looks;

/** A status in a word with its icon: colour never speaks alone. */
export function StatusBadge({ tone, children }: { tone: StatusTone; children: ReactNode }) {
  const { icon: Icon, classes } = looks[tone];
  return (
    <span
      // On a phone a long one wraps at its spaces instead of running out of its table.
      className={`inline-flex items-center gap-1 rounded-field px-2 py-0.5 text-sm font-normal [word-break:keep-all] sm:whitespace-nowrap ${classes}`}
    >
      <Icon aria-hidden size={15} className="shrink-0" />
      {children}
    </span>
  );
}

const notes = {
  info: { icon: Info, classes: "bg-info text-info-content" },
  waiting: { icon: Clock, classes: "bg-warning text-warning-content" },
  done: { icon: CircleCheck, classes: "bg-success text-success-content" },
  urgent: { icon: CircleAlert, classes: "border-2 border-error" },
};

/** A sentence that must be read before going on. */
export function Note({ tone = "info", children }: { tone?: keyof typeof notes; children: ReactNode }) {
  const { icon: Icon, classes } = notes[tone];
  return (
    <div className={`flex items-start gap-2 rounded-box p-3 ${classes}`}>
      <Icon aria-hidden size={20} className="mt-1 shrink-0" />
      <div>{children}</div>
    </div>
  );
}

/** A word that labels without judging: a scenario, an industry. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className="inline-block rounded-field border border-base-300 px-2 py-0.5 text-sm">{children}</span>;
}
