/** One own solution as a task list: what is done, what is missing, what the park said, and what can be done next. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { OwnerActions, SubmitForm } from "~/components/catalogue/editor/owner-actions";
import { TaskList } from "~/components/catalogue/editor/task-list";
import { VersionList } from "~/components/catalogue/editor/version-list";
import { WayForwardNote } from "~/components/catalogue/editor/way-forward-note";
import { SolutionStatusBadge } from "~/components/catalogue/status-badges";
import { LinkButton } from "~/components/kit/button";
import { RefusalNote } from "~/components/kit/form";
import { PageHeader, Section } from "~/components/kit/page";
import { DecisionHistory } from "~/components/moderation/decision-history";
import { LastWords } from "~/components/moderation/last-words";
import { DrawnFrom } from "~/domain/catalogue/solution-form";
import {
  archiveSolution,
  republishSolution,
  submitSolution,
  withdrawSolution,
} from "~/domain/catalogue/solution-lifecycle.server";
import { isSolutionEditable } from "~/domain/catalogue/solution-status";
import { ownSolution } from "~/domain/catalogue/solutions.server";
import { wayForward } from "~/domain/catalogue/way-forward";
import type { ProviderMember } from "~/domain/identity/actor";
import { decisionsForOwner } from "~/domain/moderation/history.server";
import { redirectWith } from "~/http/flash.server";
import { readIntent, refusal } from "~/http/form.server";
import { found, notFound, requireProvider } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireProvider(request);
  const own = found(await ownSolution(store().db, member, params.id ?? ""));
  const decisions = await decisionsForOwner(store().db, member, { kind: "solution", id: own.solution.id });
  const way = wayForward({
    status: own.solution.status,
    newestVersion: own.version.status,
    missing: own.missing.length,
    isWaiting: own.waiting !== null,
    providerStatus: own.providerStatus,
  });
  return { ...own, decisions, way, pageTitle: own.version.title };
}

const moves = { withdraw: withdrawSolution, republish: republishSolution, archive: archiveSolution } as const;

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireProvider(request);
  const id = params.id ?? "";
  const { intent, form } = await readIntent(request);
  if (intent === "submit") return submit(member, id, form);
  if (intent !== "withdraw" && intent !== "republish" && intent !== "archive") throw notFound();
  const outcome = await store().write((tx) => moves[intent](tx, member, id));
  if (!outcome.ok) return refuse(outcome.reason);
  return redirectWith(paths.providerDesk.solution(id), `catalogue:editor.done.${intent}`);
}

async function submit(member: ProviderMember, id: string, form: FormData) {
  const drawnFrom = DrawnFrom.safeParse(Object.fromEntries(form));
  if (!drawnFrom.success) return refusal("form:stale");
  const outcome = await store().write((tx) => submitSolution(tx, member, id, drawnFrom.data));
  if (!outcome.ok) return refuse(outcome.reason);
  return redirectWith(paths.providerDesk.solution(id), "catalogue:editor.done.submit");
}

type Refusal = "not_found" | "not_allowed" | "provider_not_open" | "nothing_new" | "incomplete" | "stale";

function refuse(reason: Refusal) {
  if (reason === "not_found") throw notFound();
  return refusal(`catalogue:editor.refused.${reason}`);
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
          <LinkButton to={paths.providerDesk.solutionPreview(solution.id)}>{t("catalogue:preview.open")}</LinkButton>
        }
      />
      <RefusalNote answer={useActionData<typeof action>()} />
      <Standing {...own} />
      <Section id="sections" title={t("catalogue:editor.sections", { number: version.number })}>
        <TaskList id={solution.id} missing={missing} isEditable={isEditable} />
        {version.status === "draft" && isEditable ? <SubmitForm version={version} isFirst={own.live === null} /> : null}
      </Section>
      {decisions.length > 0 ? (
        <Section id="decisions" title={t("catalogue:editor.decisions")}>
          <DecisionHistory decisions={decisions} />
        </Section>
      ) : null}
      {versions.length > 1 ? (
        <Section id="versions" title={t("catalogue:versions")}>
          <VersionList versions={versions} />
        </Section>
      ) : null}
      {isEditable || solution.status === "rejected" ? (
        <Section id="visibility" title={t("catalogue:editor.visibility")}>
          <OwnerActions status={solution.status} />
        </Section>
      ) : null}
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
