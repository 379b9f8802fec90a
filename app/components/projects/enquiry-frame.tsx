/** The page of one enquiry, the same for both sides: where it stands, what was said, what can be done, who they are. */
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { PageHeader, Section } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { EnquiryDetail } from "~/domain/projects/enquiry-detail.server";
import { isEnded, type EnquirySide } from "~/domain/projects/enquiry-status";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { EnquiryConversation } from "./enquiry-conversation";
import { EnquiryStanding } from "./enquiry-standing";

type FrameProps = {
  enquiry: EnquiryDetail;
  side: EnquirySide;
  now: number;
  /** What must be read or done first. */
  top?: ReactNode;
  /** Below the conversation. */
  acts: ReactNode;
  aside: ReactNode;
};

export function EnquiryFrame({ enquiry, side, now, top, acts, aside }: FrameProps) {
  const t = useTranslate();
  const up = side === "enterprise" ? paths.enterprise.enquiries() : paths.providerDesk.enquiries();
  return (
    <>
      <PageHeader
        title={enquiry.solution?.title ?? t("projects:enquiry.title")}
        up={{ to: up, label: t("projects:enquiries.title") }}
        badge={<EnquiryStanding state={enquiry.state} side={side} />}
      />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex flex-col gap-6">
          <WhoseTurn enquiry={enquiry} side={side} />
          {top}
          <div>
            <Section id="conversation" title={t("projects:conversation")}>
              <EnquiryConversation enquiry={enquiry} side={side} now={now} />
            </Section>
          </div>
          {acts}
        </div>
        <aside className="flex flex-col gap-4 lg:sticky lg:top-4 lg:self-start">
          <div className="panel">
            <h2 className="mb-2 text-lg">{t("projects:enquiry.about")}</h2>
            <AboutSolution enquiry={enquiry} />
            {aside}
          </div>
        </aside>
      </div>
    </>
  );
}

function WhoseTurn({ enquiry, side }: { enquiry: EnquiryDetail; side: EnquirySide }) {
  const t = useTranslate();
  const locale = useLocale();
  const { holder, state } = enquiry;
  if (isEnded(state))
    return (
      <Note tone={state === "accepted" ? "done" : "info"}>
        {t(`projects:enquiry.is.${side}.${state}`)}
        {enquiry.projectId ? <ProjectLink side={side} id={enquiry.projectId} /> : null}
      </Note>
    );
  return (
    <Note tone={holder === side ? "urgent" : "waiting"}>
      {t(holder === side ? `projects:enquiry.turn.${side}` : `projects:enquiry.wait.${side}`, {
        date: formatDate(locale, enquiry.expiresAt),
      })}
    </Note>
  );
}

function ProjectLink({ side, id }: { side: EnquirySide; id: string }) {
  const t = useTranslate();
  const to = side === "enterprise" ? paths.enterprise.project(id) : paths.providerDesk.project(id);
  return (
    <Link to={to} className="ms-2 underline">
      {t("quotes:compare.project")}
    </Link>
  );
}

/** A listing that is public can be opened; one that is not any more is only named. */
function AboutSolution({ enquiry }: { enquiry: EnquiryDetail }) {
  const t = useTranslate();
  if (!enquiry.solution) return null;
  const { slug, title, status } = enquiry.solution;
  if (status !== "published" || enquiry.provider?.status !== "open") {
    return (
      <p className="mb-3">
        {title}
        <span className="muted block text-sm">{t("projects:enquiry.unlisted")}</span>
      </p>
    );
  }
  return (
    <p className="mb-3">
      <Link to={paths.solution(slug)} className="link-plain inline-block py-1">
        {title}
      </Link>
    </p>
  );
}
