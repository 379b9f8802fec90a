/** The pieces every page is made of. */
import { Link } from "@remix-run/react";
import { ChevronLeft, Inbox } from "lucide-react";
import type { ReactNode } from "react";

type HeaderProps = {
  title: ReactNode;
  lead?: ReactNode;
  /** Where this page hangs: a link above the title. */
  up?: { to: string; label: string };
  /** A status badge beside the title. */
  badge?: ReactNode;
  /** What can be done with the whole page. */
  actions?: ReactNode;
};

export function PageHeader({ title, lead, up, badge, actions }: HeaderProps) {
  return (
    <div className="mb-6">
      {up ? (
        <p className="no-print mb-1">
          <Link to={up.to} className="link-plain inline-flex items-center py-1 text-sm">
            <ChevronLeft aria-hidden size={16} />
            {up.label}
          </Link>
        </p>
      ) : null}
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-80">
          <h1 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-2xl break-words">
            {title}
            {badge}
          </h1>
          {lead ? <div className="measure muted mt-2">{lead}</div> : null}
        </div>
        {actions ? <div className="no-print flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}

type SectionProps = { title: ReactNode; children: ReactNode; id?: string; actions?: ReactNode; lead?: ReactNode };

export function Section({ title, children, id, actions, lead }: SectionProps) {
  return (
    <section id={id} aria-labelledby={id ? `${id}-title` : undefined} className="mt-8 first:mt-0">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-2">
        <h2 id={id ? `${id}-title` : undefined} className="text-xl">
          {title}
        </h2>
        {actions ? <div className="no-print">{actions}</div> : null}
      </div>
      {lead ? <p className="measure muted -mt-1 mb-3">{lead}</p> : null}
      {children}
    </section>
  );
}

/** Nothing here, and what to do about it. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-2 rounded-box border border-dashed border-base-300 px-4 py-8 text-center">
      <Inbox aria-hidden size={28} className="muted" />
      <p className="font-semibold">{title}</p>
      {children ? <div className="measure muted flex flex-col items-center gap-3">{children}</div> : null}
    </div>
  );
}

export type Fact = { label: ReactNode; value: ReactNode };

/** Labels and values; wraps to one column on a phone. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid gap-x-6 sm:grid-cols-[max-content_1fr]">
      {facts.map(({ label, value }, i) => (
        <div key={i} className="contents">
          <dt className="muted pt-2 text-sm sm:py-2">{label}</dt>
          <dd className="pb-2 break-words whitespace-pre-line sm:py-2">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
