/** One own solution as a task list: what is done, what is missing, what the park said, and what can be done next. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newId } from "#db/ids.server";
import { DraftActions, TakeBackForm } from "~/components/catalogue/editor/draft-actions";
import { OpenPoints } from "~/components/catalogue/editor/open-points";
import { CopyForm, OwnerActions, SubmitForm } from "~/components/catalogue/editor/owner-actions";
import { TaskList } from "~/components/catalogue/editor/task-list";
import { VersionList } from "~/components/catalogue/editor/version-list";
import { WayForwardNote } from "~/components/catalogue/editor/way-forward-note";
import { OwnFreshness } from "~/components/catalogue/freshness";
import { SolutionStatusBadge } from "~/components/catalogue/status-badges";
import { LinkButton } from "~/components/kit/button";
import { RefusalNote } from "~/components/kit/form";
import { PageHeader, Section } from "~/components/kit/page";
import { DecisionHistory } from "~/components/moderation/decision-history";
import { LastWords } from "~/components/moderation/last-words";
import { freshnessOfOwn } from "~/domain/catalogue/renewals.server";
import { isSolutionEditable } from "~/domain/catalogue/solution-status";
import { draftUndoes } from "~/domain/catalogue/solution-versions.server";
import { ownSolution } from "~/domain/catalogue/solutions.server";
import { wayForward } from "~/domain/catalogue/way-forward";
import { decisionsForOwner } from "~/domain/moderation/history.server";
import { pointsOfDraft } from "~/domain/moderation/points-of-draft.server";
import { found, requireProvider } from "~/http/guards.server";
import { answerOwnSolution } from "~/http/own-solution.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireProvider(request);
  const { db } = store();
  const own = found(await ownSolution(db, member, params.id ?? ""));
  const { id, currentVersionId } = own.solution;
  const [decisions, points, undone] = await Promise.all([
    decisionsForOwner(db, member, { kind: "solution", id }),
    pointsOfDraft(db, member, id, own.version),
    draftUndoes(db, id, currentVersionId),
  ]);
  const way = wayForward({
    status: own.solution.status,
    newestVersion: own.version.status,
    missing: own.missing.length,
    isWaiting: own.waiting !== null,
    providerStatus: own.providerStatus,
  });
  const standing = await freshnessOfOwn(db, own.solution);
  return { ...own, standing, decisions, points, undone, way, copyId: newId("sol"), pageTitle: own.version.title };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireProvider(request);
  return answerOwnSolution(request, member, params.id ?? "");
}

export default function SolutionPage() {
  const t = useTranslate();
  const own = useLoaderData<typeof loader>();
  const { solution, version, missing, versions, decisions } = own;
  const isEditable = isSolutionEditable(solution.status);
  return (
    <>
      <PageHeader
        title={version.title}
        lead={version.summary}
        up={{ to: paths.providerDesk.solutions(), label: t("catalogue:mine.title") }}
        badge={<SolutionStatusBadge status={solution.status} />}
        actions={
          <>
            <LinkButton to={paths.providerDesk.solutionMedia(solution.id)}>{t("media:title")}</LinkButton>
            <LinkButton to={paths.providerDesk.solutionPreview(solution.id)}>{t("catalogue:preview.open")}</LinkButton>
          </>
        }
      />
      <RefusalNote answer={useActionData<typeof action>()} />
      <Standing {...own} />
      <OwnFreshness id={solution.id} title={version.title} standing={own.standing} />
      {own.waiting ? <TakeBackForm hasDraft={version.status === "draft"} /> : null}
      {isEditable ? <OpenPoints id={solution.id} points={own.points} /> : null}
      <Section id="sections" title={t("catalogue:editor.sections", { number: version.number })}>
        <TaskList id={solution.id} missing={missing} isEditable={isEditable} />
        {version.status === "draft" && isEditable ? (
          <>
            <SubmitForm version={version} isFirst={own.live === null} />
            <DraftActions version={version} hasOther={own.hasOther} undone={own.undone} isLive={own.live !== null} />
          </>
        ) : null}
      </Section>
      {decisions.length > 0 ? (
        <Section id="decisions" title={t("catalogue:editor.decisions")}>
          <DecisionHistory decisions={decisions} />
        </Section>
      ) : null}
      {versions.length > 1 ? (
        <Section
          id="versions"
          title={t("catalogue:versions")}
          actions={<LinkButton to={paths.providerDesk.solutionVersions(solution.id)}>{t("versions:open")}</LinkButton>}
        >
          <VersionList versions={versions} />
        </Section>
      ) : null}
      {isEditable || solution.status === "rejected" ? (
        <Section id="visibility" title={t("catalogue:editor.visibility")}>
          <OwnerActions status={solution.status} />
        </Section>
      ) : null}
      <Section id="copy" title={t("versions:copy")}>
        <CopyForm solutionId={solution.id} copyId={own.copyId} hint />
      </Section>
    </>
  );
}

/** How things stand; where the park's words have to be answered, they stand right here. */
function Standing({ way, missing, solution, waiting, decisions }: ReturnType<typeof useLoaderData<typeof loader>>) {
  const last = decisions[0];
  const isAnswerable = way === "changes" || way === "suspended" || way === "rejected";
  return (
    <WayForwardNote
      way={way}
      missing={missing.length}
      slug={solution.slug}
      submittedAt={waiting?.submittedAt ?? null}
      words={isAnswerable && last ? <LastWords decision={last} /> : null}
    />
  );
}
