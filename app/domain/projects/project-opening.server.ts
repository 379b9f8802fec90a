/** An accepted quote opens a project; one for each enquiry, which the database keeps as well. */
import { and, eq } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { solutionVersion } from "#db/schema/catalogue.server";
import { recommendation } from "#db/schema/clinic.server";
import { project } from "#db/schema/projects.server";
import { one, type Reader, type Writer } from "#db/store.server";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { record } from "~/domain/journal/journal.server";
import { dayOf } from "~/i18n/format";
import type { Enquiry } from "./enquiry-moves.server";
import { noteStep, tellOfProject } from "./project-moves.server";
import type { Quote } from "./quote";

/** The project that an enquiry of this enterprise became, or null. */
export function projectOfEnquiry(db: Reader, member: { organisationId: string }, enquiryId: string) {
  const isOwn = and(eq(project.enquiryId, enquiryId), eq(project.enterpriseId, member.organisationId));
  return one(db.select({ id: project.id, quoteId: project.quoteId }).from(project).where(isOwn));
}

/** Opens the project of an accepted quote; answers its id. Writes project, project_step, journal; tells both sides. */
export async function openProject(
  tx: Writer,
  member: EnterpriseMember,
  from: Enquiry,
  offer: Pick<Quote, "id" | "totalFen">,
): Promise<string> {
  const now = Date.now();
  const row = {
    ...{ id: newId("prj"), enterpriseId: from.enterpriseId, providerId: from.providerId, solutionId: from.solutionId },
    ...{ parkSlug: member.parkSlug ?? "", status: "contracted" as const, scenarios: await scenariosOf(tx, from) },
    // The day of the contract stands until the provider reports the day of the start.
    ...{ contractFen: offer.totalFen, startedOn: dayOf(now) },
    ...{ enquiryId: from.id, quoteId: offer.id, statusSince: now, edit: 1 },
  };
  await tx.insert(project).values(row);
  await noteStep(tx, member, row.id, { status: "contracted" });
  await record(tx, member, {
    ...{ action: "project.contracted", subject: { kind: "project", id: row.id } },
    ...{ ownerOrganisationId: row.enterpriseId, parkSlug: row.parkSlug || null },
    after: { status: row.status, enquiryId: from.id, quoteId: offer.id, contractFen: row.contractFen },
  });
  await tellOfProject(tx, member, row, "provider", "enquiry.accepted");
  await tellOfProject(tx, member, row, "enterprise", "project.contracted");
  return row.id;
}

/** What the recommendation is about, else what the solution says it solves. */
async function scenariosOf(db: Reader, { recommendationId, versionId }: Enquiry): Promise<string[]> {
  const isAdvised = eq(recommendation.id, recommendationId ?? "");
  const advised = await one(db.select({ key: recommendation.scenarioKey }).from(recommendation).where(isAdvised));
  if (advised) return [advised.key];
  const { id, scenarios } = solutionVersion;
  return (await one(db.select({ scenarios }).from(solutionVersion).where(eq(id, versionId))))?.scenarios ?? [];
}
