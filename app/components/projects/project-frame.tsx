/** The page of one project, the same for both sides: where it stands, what can be done, what happened, what was agreed. */
import { Link } from "@remix-run/react";
import { Circle, CircleCheck, CircleDot } from "lucide-react";
import type { ReactNode } from "react";
import { Facts, PageHeader, Section } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { EnquirySide } from "~/domain/projects/enquiry-status";
import type { ProjectDetail } from "~/domain/projects/project-pages.server";
import { formatDate, formatMoneyExact } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { ProjectHistory } from "./project-history";
import { ProjectStanding } from "./project-standing";
import { QuotePanel } from "./quote-panel";

type FrameProps = { project: ProjectDetail; side: EnquirySide; now: number; acts: ReactNode; rating: ReactNode };

export function ProjectFrame({ project, side, now, acts, rating }: FrameProps) {
  const t = useTranslate();
  const { projects } = side === "enterprise" ? paths.enterprise : paths.providerDesk;
  return (
    <>
      <PageHeader
        title={project.title}
        lead={side === "enterprise" ? project.providerName : project.enterpriseName}
        up={{ to: projects(), label: t("quotes:projects.title") }}
        badge={<ProjectStanding project={project} side={side} />}
      />
      {project.isFromQuote ? <ProjectLine status={project.status} /> : null}
      <div className="mt-6 grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <WhoseTurn project={project} side={side} />
          {acts}
          {rating}
          {project.steps.length > 0 ? (
            <Section id="history" title={t("quotes:project.history")}>
              <ProjectHistory project={project} />
            </Section>
          ) : null}
          {project.quote ? <QuotePanel quote={project.quote} title={t("quotes:project.quote")} now={now} /> : null}
        </div>
        <aside className="panel self-start">
          <h2 className="mb-2 text-lg">{t("quotes:project.facts")}</h2>
          <ProjectFacts project={project} side={side} />
        </aside>
      </div>
    </>
  );
}

const line = ["contracted", "implementing", "completed", "accepted"] as const;

/** All steps as one line, the present one named for readers who do not see it. */
function ProjectLine({ status }: { status: ProjectDetail["status"] }) {
  const t = useTranslate();
  const present = line.findIndex((step) => step === status);
  if (present < 0) return null;
  return (
    <ol aria-label={t("quotes:project.line")} className="flex flex-wrap gap-x-6 gap-y-2">
      {line.map((step, at) => {
        const isDone = at < present || status === "accepted";
        const Icon = isDone ? CircleCheck : at === present ? CircleDot : Circle;
        return (
          <li
            key={step}
            aria-current={at === present ? "step" : undefined}
            className={`inline-flex items-center gap-1.5 ${at === present ? "font-semibold text-primary" : isDone ? "" : "muted"}`}
          >
            <Icon aria-hidden size={18} />
            {t(`quotes:project.step.${step}`)}
          </li>
        );
      })}
    </ol>
  );
}

function WhoseTurn({ project, side }: Pick<FrameProps, "project" | "side">) {
  const t = useTranslate();
  const { status, holder, isFromQuote } = project;
  if (!isFromQuote) return <Note>{t("quotes:project.elsewhere")}</Note>;
  if (status === "accepted") return <Note tone="done">{t("quotes:project.turn.accepted")}</Note>;
  if (status !== "contracted" && status !== "implementing" && status !== "completed") return null;
  return (
    <Note tone={holder === side && status === "completed" ? "urgent" : "waiting"}>
      {t(`quotes:project.turn.${status}.${side}`)}
    </Note>
  );
}

function ProjectFacts({ project, side }: Pick<FrameProps, "project" | "side">) {
  const t = useTranslate();
  const locale = useLocale();
  const { contractFen, startedOn, completedOn, acceptedOn, enquiryId, status } = project;
  const enquiry = side === "enterprise" ? paths.enterprise.enquiry : paths.providerDesk.enquiry;
  const startLabel = status === "contracted" ? "quotes:project.contracted" : "quotes:project.started";
  const facts = [
    { label: t("projects:enterprise"), value: project.enterpriseName },
    { label: t("projects:provider"), value: project.providerName },
    { label: t("quotes:project.contract"), value: formatMoneyExact(locale, contractFen) },
    { label: t(startLabel), value: formatDate(locale, startedOn) },
    ...(completedOn ? [{ label: t("quotes:project.completed"), value: formatDate(locale, completedOn) }] : []),
    ...(acceptedOn ? [{ label: t("quotes:project.accepted"), value: formatDate(locale, acceptedOn) }] : []),
  ];
  return (
    <>
      <Facts facts={facts} />
      {enquiryId ? (
        <p className="mt-2">
          <Link to={enquiry(enquiryId)} className="link-plain inline-block py-1">
            {t("quotes:project.enquiry")}
          </Link>
        </p>
      ) : null}
    </>
  );
}
