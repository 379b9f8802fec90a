/** Projects of one side as rows: what, with whom, where it stands, for how much. */
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { EmptyState, Section } from "~/components/kit/page";
import { Pager } from "~/components/kit/table";
import type { EnquirySide } from "~/domain/projects/enquiry-status";
import type { ProjectLine } from "~/domain/projects/project-pages.server";
import { formatDate, formatMoney } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { ProjectStanding } from "./project-standing";

type ListProps = {
  lines: readonly ProjectLine[];
  /** Those that wait for this side: shown once more above all, so that nobody searches for them. */
  waiting: readonly ProjectLine[];
  next: string | null;
  after: string | null;
  side: EnquirySide;
  /** What to do when there is nothing. */
  children: ReactNode;
};

export function ProjectList({ lines, waiting, next, after, side, children }: ListProps) {
  const t = useTranslate();
  const { projects } = side === "enterprise" ? paths.enterprise : paths.providerDesk;
  if (lines.length === 0) return <EmptyState title={t("quotes:projects.none")}>{children}</EmptyState>;
  return (
    <>
      {waiting.length > 0 && lines.length > waiting.length ? (
        <>
          <Section id="waiting" title={t("quotes:projects.waiting")}>
            <Rows lines={waiting} side={side} />
          </Section>
          <Section id="all" title={t("quotes:projects.all")}>
            <Rows lines={lines} side={side} />
          </Section>
        </>
      ) : (
        <Rows lines={lines} side={side} />
      )}
      <Pager
        label={t("quotes:projects.pages")}
        first={after ? projects() : null}
        next={next ? projects({ after: next }) : null}
      />
    </>
  );
}

function Rows({ lines, side }: { lines: readonly ProjectLine[]; side: EnquirySide }) {
  return (
    <ul className="rounded-box border border-base-300">
      {lines.map((line) => (
        <Row key={line.id} line={line} side={side} />
      ))}
    </ul>
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
