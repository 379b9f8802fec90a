import { Link } from "@remix-run/react";
import { SolutionMedia } from "~/components/catalogue/solution-media";
import { SolutionStatusBadge } from "~/components/catalogue/status-badges";
import { Button, LinkButton } from "~/components/kit/button";
import { Checkbox } from "~/components/kit/choices";
import { useFormOf } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { NamedCodes } from "~/domain/catalogue/named-codes";
import type { ShownFile } from "~/domain/catalogue/version-files.server";
import type { SolutionDecision } from "~/domain/moderation/decision-form";
import { versionMove } from "~/domain/moderation/decision-rules";
import type { ReviewAid as Aid } from "~/domain/moderation/review-aid.server";
import type { moderatedSolution } from "~/domain/moderation/subjects.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { WithCanned } from "./canned-sentences";
import { CaseFrame } from "./case-frame";
import { DecisionForm } from "./decision-panel";
import { deskPaths, type DeskAudience } from "./desk-paths";
import { ReviewAid } from "./review-aid";
import { ReviewPoints } from "./review-points";
import { useFieldLabels, VersionReview } from "./version-review";

export type ModeratedSolution = NonNullable<Awaited<ReturnType<typeof moderatedSolution>>> & {
  files: ShownFile[];
  names: NamedCodes;
  firstNames: NamedCodes | null;
  wholeNames: NamedCodes | null;
  aid: Aid;
};

type Props = { found: ModeratedSolution; audience: DeskAudience; answer: unknown };

/** A solution before its moderator: what changed and what is asked for, notes at its fields, earlier decisions, the decision. */
export function SolutionCase({ found, audience, answer }: Props) {
  const { open, points, decisions } = found;
  const isJudged = open.some((decision) => versionMove(decision) !== null);
  const [form, fields] = useReviewForm(found, answer);
  return (
    <WithCanned canned={found.aid.canned}>
      <CaseHeader found={found} audience={audience} />
      <CaseFrame
        decide={open.length > 0 ? <Decide found={found} form={form} fields={fields} isJudged={isJudged} /> : null}
        answer={answer}
        decisions={decisions}
      >
        {hasKeptNotes(answer) ? <KeptNote /> : null}
        <SeenNote found={found} />
        <ReviewAid aid={found.aid} fields="version" />
        <ReviewPoints points={points} settled={isJudged ? fields.settled : null} />
        <VersionReview found={found} notes={isJudged ? fields.notes.getFieldset() : null} />
        <SolutionMedia files={found.files} />
      </CaseFrame>
    </WithCanned>
  );
}

function useReviewForm({ open, notes, points }: ModeratedSolution, answer: unknown) {
  return useFormOf<Required<SolutionDecision>>({
    id: "decide",
    answer,
    defaults: {
      decision: open.length === 1 ? open[0] : undefined,
      notes,
      settled: points.filter(({ isAnswered }) => isAnswered).map(({ id }) => id),
    },
  });
}

type DecideProps = {
  found: ModeratedSolution;
  form: ReturnType<typeof useReviewForm>[0];
  fields: ReturnType<typeof useReviewForm>[1];
  isJudged: boolean;
};

function Decide({ found, form, fields, isJudged }: DecideProps) {
  const t = useTranslate();
  const { seen, live, comparison, notes } = found;
  const labels = useFieldLabels("notes.");
  const kept = Object.keys(notes).length;
  return (
    <DecisionForm
      open={found.open}
      form={form}
      fields={fields}
      labels={{ ...labels, undoes: t("versions:undoes.label") }}
    >
      <input type="hidden" name="seenEdit" value={seen.edit} />
      <input type="hidden" name="versionId" value={seen.id} />
      <input type="hidden" name="liveId" value={live?.id ?? ""} />
      {isJudged && comparison.undone.length > 0 ? (
        <Checkbox field={fields.undoes} label={t("versions:undoes.confirm")} hint={t("versions:undoes.confirm.hint")} />
      ) : null}
      {isJudged ? (
        <div className="flex flex-col items-start gap-1 border-t border-base-300 pt-3">
          <p className="muted text-sm">
            {kept > 0 ? t("versions:note.count", { count: kept }) : t("versions:note.hint")}
          </p>
          <Button intent="note" tone="plain" small>
            {t("versions:note.keep")}
          </Button>
        </div>
      ) : null}
    </DecisionForm>
  );
}

function CaseHeader({ found, audience }: Pick<Props, "found" | "audience">) {
  const t = useTranslate();
  const { solution, organisation, seen } = found;
  return (
    <PageHeader
      title={seen.title}
      lead={
        <Link to={deskPaths[audience].provider(organisation.id)} className="link-plain inline-block py-1">
          {t("moderation:solution.of", { provider: organisation.name })}
        </Link>
      }
      up={{ to: deskPaths[audience].desk(), label: t("moderation:title") }}
      badge={<SolutionStatusBadge status={solution.status} />}
      actions={
        solution.status === "published" ? (
          <LinkButton to={paths.solution(solution.slug)}>{t("moderation:solution.public")}</LinkButton>
        ) : null
      }
    />
  );
}

/** Which version this is, and whether it may be decided on. */
function SeenNote({ found }: { found: ModeratedSolution }) {
  const t = useTranslate();
  const locale = useLocale();
  const { seen, live, waiting, solution, provider } = found;
  const isPublic = seen.id === live?.id && solution.status === "published";
  const standing = waiting ? "waiting" : isPublic ? "live" : "past";
  const date = seen.submittedAt === null ? "" : formatDate(locale, seen.submittedAt);
  return (
    <div className="mb-6">
      <Note tone={waiting ? "waiting" : "info"}>
        <p className="font-semibold">{t(`moderation:solution.version_${standing}`, { number: seen.number, date })}</p>
        {waiting && provider.status !== "open" ? <p>{t("moderation:solution.provider_not_open")}</p> : null}
      </Note>
    </div>
  );
}

function KeptNote() {
  const t = useTranslate();
  return (
    <div className="mb-6" role="status">
      <Note tone="done">{t("versions:note.kept")}</Note>
    </div>
  );
}

/** The answer to keeping notes while a decision was half typed: everything typed, and nothing wrong. */
function hasKeptNotes(answer: unknown): boolean {
  if (!isObject(answer) || !isObject(answer.initialValue) || answer.initialValue.intent !== "note") return false;
  return (
    !isObject(answer.error) || Object.values(answer.error).every((codes) => !Array.isArray(codes) || !codes.length)
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
