/** What a report still needs, as a list, and the button that hands it in. */
import { Link } from "@remix-run/react";
import { CircleCheck, CircleX } from "lucide-react";
import { Section } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { ReportOnPage } from "~/domain/clinic/report-page.server";
import { missingIn, requirements, type Requirement } from "~/domain/clinic/report-readiness";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { StepButton } from "./act-form";

export function ReportChecklist({ page }: { page: ReportOnPage }) {
  const t = useTranslate();
  const missing = missingIn(writtenIn(page));
  const isTied = page.conflict.tied.length > 0;
  const shown = requirements.filter((requirement) => isTied || !ofTies.includes(requirement));
  return (
    <Section id="hand-in" title={t("clinic:handin.title")} lead={t("clinic:handin.lead")}>
      <ul className="flex flex-col gap-2">
        {shown.map((requirement) => (
          <CheckLine
            key={requirement}
            requirement={requirement}
            isMet={!missing.includes(requirement)}
            caseId={page.case.id}
          />
        ))}
      </ul>
      <Unresolved page={page} />
      <div className="mt-4">
        <StepButton intent="submit" edit={page.case.edit}>
          {t("clinic:handin.submit")}
        </StepButton>
      </div>
    </Section>
  );
}

/** Comments without an answer do not stop the report, but are not overlooked. */
function Unresolved({ page: { comments, findings } }: { page: ReportOnPage }) {
  const t = useTranslate();
  const open = comments.filter(({ resolvedAt }) => resolvedAt === null);
  if (open.length === 0) return null;
  const placeOf = (findingId: string | null) => {
    const finding = findings.find(({ id }) => id === findingId);
    if (finding) return t("reports:comment.on_finding", { no: finding.no });
    return t(findingId === null ? "reports:comment.on_whole" : "reports:comment.on_gone");
  };
  return (
    <div className="mt-4">
      <Note tone="waiting">
        <p>{t("reports:unresolved", { count: open.length })}</p>
        <ul className="list-disc ps-5">
          {open.map(({ id, findingId, text }) => (
            <li key={id}>
              <a href={`#${id}`} className="inline-block py-0.5 underline">
                {placeOf(findingId)}
              </a>{" "}
              <span className="break-words">{text}</span>
            </li>
          ))}
        </ul>
      </Note>
    </div>
  );
}

const ofTies: readonly Requirement[] = ["conflict_not_disclosed", "alternatives_missing"];

function CheckLine({ requirement, isMet, caseId }: { requirement: Requirement; isMet: boolean; caseId: string }) {
  const t = useTranslate();
  const Icon = isMet ? CircleCheck : CircleX;
  return (
    <li className="flex items-start gap-2">
      <Icon aria-hidden size={20} className={`mt-1 shrink-0 ${isMet ? "text-primary" : "text-error"}`} />
      <span className={isMet ? "muted" : "font-semibold"}>
        {t(`clinic:handin.${requirement}`)}{" "}
        <span className="sr-only">{t(isMet ? "clinic:handin.met" : "clinic:handin.not_met")}</span>
        {requirement === "assessment_missing" && !isMet ? (
          <Link to={paths.expert.assessment(caseId)} className="link-plain ms-2 font-normal">
            {t("clinic:work.assessment.start")}
          </Link>
        ) : null}
      </span>
    </li>
  );
}

function writtenIn({ report, assessment, findings, conflict }: ReportOnPage) {
  return {
    isAssessed: assessment?.status === "finished",
    summary: report.summary,
    targetLevel: report.targetLevel,
    findingIds: findings.map(({ id }) => id),
    advisedFindingIds: findings.filter(({ recommendations }) => recommendations.length > 0).map(({ id }) => id),
    conflict,
  };
}
