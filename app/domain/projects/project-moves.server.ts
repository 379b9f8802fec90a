/** The one way a project moves: fenced by side, checked against the table and the form's `edit`, stepped, journalled, told. */
import { and, eq, type SQL } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { solution, solutionVersion } from "#db/schema/catalogue.server";
import { organisation } from "#db/schema/identity.server";
import { project, projectStep } from "#db/schema/projects.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { ObjectionReason, ProjectStatus } from "#db/vocabulary/projects";
import type { EnterpriseMember, ProviderMember } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { tell, type Tidings } from "~/domain/notices/notices.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { paths } from "~/paths";
import type { EnquirySide } from "./enquiry-status";
import { isFromQuote, stepOf, type ProjectAct } from "./project-status";

export type ProjectActor = EnterpriseMember | ProviderMember;
export type Project = typeof project.$inferSelect;
/** not_found: none for this side. stale: changed since the page was drawn. not_possible: not in the table. */
export type ProjectRefusal = "not_found" | "stale" | "not_possible";

/** Only what the actor's own organisation ordered or carries out. */
export function projectFence(actor: ProjectActor): SQL {
  return actor.kind === "enterprise"
    ? eq(project.enterpriseId, actor.organisationId)
    : eq(project.providerId, actor.organisationId);
}

/** The project when this actor may see it, else null. */
export function projectRow(db: Reader, actor: ProjectActor, id: string): Promise<Project | null> {
  return one(
    db
      .select()
      .from(project)
      .where(and(eq(project.id, id), projectFence(actor))),
  );
}

type Change = Partial<Pick<Project, "startedOn" | "completedOn" | "acceptedOn">>;
type Said = { text?: string; reason?: ObjectionReason };

/** The project, ready for an act. */
export async function projectToMove(
  tx: Writer,
  actor: ProjectActor,
  { id, edit }: { id: string; edit: number },
  act: ProjectAct,
): Promise<Outcome<Project, ProjectRefusal>> {
  const found = await projectRow(tx, actor, id);
  if (!found) return refused("not_found");
  if (found.edit !== edit) return refused("stale");
  return isFromQuote(found) && stepOf(actor.kind, found.status, act) ? done(found) : refused("not_possible");
}

/** Takes the step, notes it, and tells the other side. Writes project, project_step, journal, notices. */
export async function moveProject(
  tx: Writer,
  actor: ProjectActor,
  before: Project,
  act: ProjectAct,
  change: Change,
  said: Said = {},
): Promise<void> {
  const step = stepOf(actor.kind, before.status, act);
  if (!step) throw new Error(`${act} is no step of ${before.status}`);
  const moved = { ...change, status: step.to, statusSince: Date.now(), edit: before.edit + 1 };
  await tx.update(project).set(moved).where(eq(project.id, before.id));
  await noteStep(tx, actor, before.id, { status: step.to, ...said });
  await record(tx, actor, {
    ...{ action: `project.${kinds[act]}`, subject: { kind: "project", id: before.id } },
    ...{ ownerOrganisationId: before.enterpriseId, parkSlug: before.parkSlug || null },
    before: { status: before.status },
    after: { status: step.to, ...change, ...(said.reason && { reason: said.reason }) },
  });
  const other = actor.kind === "enterprise" ? "provider" : "enterprise";
  await tellOfProject(tx, actor, before, other, `project.${kinds[act]}`, said.text);
}

const kinds = { start: "started", deliver: "delivered", accept: "accepted", object: "objected" } as const;

/** Writes one line of the project's history. */
export async function noteStep(
  tx: Writer,
  actor: ProjectActor,
  projectId: string,
  step: { status: ProjectStatus } & Said,
): Promise<void> {
  const by = { bySide: actor.kind, byUserId: actor.userId, at: Date.now() };
  await tx.insert(projectStep).values({ id: newId("pst"), projectId, ...by, text: "", ...step });
}

/** Tells a side; every sentence may name `enterprise`, `provider`, `solution` and `text`. Writes notices and mail. */
export async function tellOfProject(
  tx: Writer,
  actor: { userId: string } | undefined,
  about: Pick<Project, "id" | "enterpriseId" | "providerId" | "solutionId">,
  side: EnquirySide,
  kind: Tidings["kind"],
  text = "",
): Promise<void> {
  const organisationId = side === "enterprise" ? about.enterpriseId : about.providerId;
  const href = side === "enterprise" ? paths.enterprise.project(about.id) : paths.providerDesk.project(about.id);
  const params = {
    ...{ enterprise: await nameOf(tx, about.enterpriseId), provider: await nameOf(tx, about.providerId) },
    ...{ solution: await titleOf(tx, about.solutionId), text },
  };
  await tell(tx, { organisationId }, { kind, params, href }, actor);
}

async function nameOf(db: Reader, organisationId: string): Promise<string> {
  const isIt = eq(organisation.id, organisationId);
  return (await one(db.select({ name: organisation.name }).from(organisation).where(isIt)))?.name ?? "";
}

async function titleOf(db: Reader, solutionId: string): Promise<string> {
  const row = await one(
    db
      .select({ title: solutionVersion.title })
      .from(solution)
      .innerJoin(solutionVersion, eq(solutionVersion.id, solution.currentVersionId))
      .where(eq(solution.id, solutionId)),
  );
  return row?.title ?? "";
}
