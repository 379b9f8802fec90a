/** Projects of one side as rows: what, with whom, where it stands, for how much. */
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { EmptyState } from "~/components/kit/page";
import { Pager } from "~/components/kit/table";
import type { EnquirySide } from "~/domain/projects/enquiry-status";
import type { ProjectLine } from "~/domain/projects/project-pages.server";
import { formatDate, formatMoney } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { ProjectStanding } from "./project-standing";

type ListProps = {
  lines: readonly ProjectLine[];
  next: string | null;
  after: string | null;
  side: EnquirySide;
  /** What to do when there is nothing. */
  children: ReactNode;
};

export function ProjectList({ lines, next, after, side, children }: ListProps) {
  const t = useTranslate();
  const { projects } = side === "enterprise" ? paths.enterprise : paths.providerDesk;
  if (lines.length === 0) return <EmptyState title={t("quotes:projects.none")}>{children}</EmptyState>;
  return (
    <>
      <ul className="rounded-box border border-base-300">
        {lines.map((line) => (
          <Row key={line.id} line={line} side={side} />
        ))}
      </ul>
      <Pager
        label={t("quotes:projects.pages")}
        first={after ? projects() : null}
        next={next ? projects({ after: next }) : null}
      />
    </>
  );
}

function Row({ line, side }: { line: ProjectLine; side: EnquirySide }) {
  const t = useTranslate();
  const locale = useLocale();
  const to = side === "enterprise" ? paths.enterprise.project(line.id) : paths.providerDesk.project(line.id);
  const name = side === "enterprise" ? line.providerName : line.enterpriseName;
  return (
    <li className="grid items-center gap-x-6 gap-y-1 border-b border-base-300 px-4 py-3 last:border-b-0 md:grid-cols-[minmax(0,1fr)_13rem_8rem]">
      <div className="min-w-0">
        <Link to={to} className="inline-block py-1 font-semibold text-primary underline-offset-4 hover:underline">
          {line.title}
        </Link>
        <p className="muted text-sm">{t("quotes:project.with", { name, date: formatDate(locale, line.startedOn) })}</p>
      </div>
      <div>
        <ProjectStanding project={line} side={side} />
      </div>
      <p className="md:text-end">
        <span className="muted text-sm md:sr-only">{t("quotes:project.contract")} </span>
        <span className="font-semibold">{formatMoney(locale, line.contractFen)}</span>
      </p>
    </li>
  );
}
