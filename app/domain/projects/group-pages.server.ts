/** Group requests as each side reads them: the park all of it, an enterprise its own part, a provider what came to itself. */
import { and, asc, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { solutionVersion } from "#db/schema/catalogue.server";
import { groupMember, groupRequest } from "#db/schema/clinic-after.server";
import { finding } from "#db/schema/clinic.server";
import { organisation } from "#db/schema/identity.server";
import { enquiry } from "#db/schema/projects.server";
import { one, type Reader } from "#db/store.server";
import type { EnterpriseMember, ParkStaff, ProviderMember } from "~/domain/identity/actor";
import { stateAt } from "./enquiry-status";
import { findingBehind } from "./group-sending.server";
import { groupAndPart, ownGroup } from "./groups.server";

const joinedCount = sql<number>`coalesce(sum(case when ${groupMember.status} = 'joined' then 1 else 0 end), 0)`;
const declinedCount = sql<number>`coalesce(sum(case when ${groupMember.status} = 'declined' then 1 else 0 end), 0)`;
const memberCount = sql<number>`count(*)`;
const SHOWN = 100;

/** The park's group requests, the latest first, with how many were invited, joined and declined. */
export function groupsOfPark(db: Reader, staff: ParkStaff) {
  const { id, title, scenarioKey, status, createdAt, sentAt } = groupRequest;
  return db
    .select({
      ...{ id, title, scenarioKey, status, createdAt, sentAt },
      ...{ members: memberCount, joined: joinedCount, declined: declinedCount },
    })
    .from(groupRequest)
    .innerJoin(groupMember, eq(groupMember.groupId, groupRequest.id))
    .where(eq(groupRequest.parkSlug, staff.parkSlug))
    .groupBy(groupRequest.id)
    .orderBy(desc(groupRequest.createdAt), desc(groupRequest.id))
    .limit(SHOWN);
}

export type GroupLine = Awaited<ReturnType<typeof groupsOfPark>>[number];

/** One group request with its enterprises and, once sent, which enquiries were made and which left out; null if not the park's. */
export async function groupForPark(db: Reader, staff: ParkStaff, id: string) {
  const group = await ownGroup(db, staff, id);
  if (!group) return null;
  const { title, text, scenarioKey, status, createdAt, sentAt, edit } = group;
  const members = await db
    .select({
      enterpriseId: groupMember.enterpriseId,
      name: organisation.name,
      findingTitle: finding.title,
      status: groupMember.status,
      answeredAt: groupMember.answeredAt,
    })
    .from(groupMember)
    .innerJoin(organisation, eq(organisation.id, groupMember.enterpriseId))
    .innerJoin(finding, eq(finding.id, groupMember.findingId))
    .where(eq(groupMember.groupId, id))
    .orderBy(asc(organisation.name), asc(groupMember.enterpriseId));
  const { solutions, wasSent } = await sentOf(db, id);
  return {
    ...{ id, title, text, scenarioKey, status, createdAt, sentAt, edit, solutions },
    members: members.map((member) => ({
      ...member,
      sentTo: solutions.filter(({ id: solutionId }) => wasSent(member.enterpriseId, solutionId)).map((of) => of.id),
    })),
    joined: members.filter((member) => member.status === "joined").length,
  };
}

export type ParkGroup = NonNullable<Awaited<ReturnType<typeof groupForPark>>>;

/** What the enquiries say became of them is between each enterprise and the provider: the park sees that they were sent. */
async function sentOf(db: Reader, groupId: string) {
  const rows = await db
    .select({
      enterpriseId: enquiry.enterpriseId,
      solutionId: enquiry.solutionId,
      title: solutionVersion.title,
      providerName: organisation.name,
    })
    .from(enquiry)
    .innerJoin(solutionVersion, eq(solutionVersion.id, enquiry.versionId))
    .innerJoin(organisation, eq(organisation.id, enquiry.providerId))
    .where(eq(enquiry.groupId, groupId))
    .orderBy(asc(enquiry.createdAt), asc(enquiry.id));
  const solutions = new Map(rows.map(({ solutionId: id, title, providerName }) => [id, { id, title, providerName }]));
  const made = new Set(rows.map(({ enterpriseId, solutionId }) => `${enterpriseId}/${solutionId}`));
  const wasSent = (enterpriseId: string, solutionId: string) => made.has(`${enterpriseId}/${solutionId}`);
  return { solutions: [...solutions.values()], wasSent };
}

/** Group requests this enterprise was invited to and that are open, the latest first. */
export function invitationsOf(db: Reader, member: EnterpriseMember) {
  const { id, title, createdAt } = groupRequest;
  const isOpen = and(eq(groupMember.enterpriseId, member.organisationId), eq(groupRequest.status, "open"));
  return db
    .select({ id, title, createdAt, status: groupMember.status })
    .from(groupMember)
    .innerJoin(groupRequest, eq(groupRequest.id, groupMember.groupId))
    .where(isOpen)
    .orderBy(desc(createdAt), desc(id))
    .limit(SHOWN);
}

export type Invitation = Awaited<ReturnType<typeof invitationsOf>>[number];

/** Its part of a group request, or null when it was not invited. Of the others it learns how many they are, and no more. */
export async function groupForEnterprise(db: Reader, member: EnterpriseMember, id: string) {
  const found = await groupAndPart(db, member, id);
  const behind = found && (await findingBehind(db, found.own.findingId, found.group.scenarioKey));
  if (!behind) return null;
  const { title, text, scenarioKey, parkSlug, status, createdAt, sentAt } = found.group;
  const counted = await one(
    db.select({ members: memberCount, joined: joinedCount }).from(groupMember).where(eq(groupMember.groupId, id)),
  );
  return {
    ...{ id, title, text, scenarioKey, parkSlug, status, createdAt, sentAt },
    own: { status: found.own.status, answeredAt: found.own.answeredAt },
    finding: { title: behind.title, diagnosisId: behind.diagnosisId, id: found.own.findingId },
    contact: { name: behind.contactName, phone: behind.contactPhone },
    counts: counted ?? { members: 0, joined: 0 },
    enquiries: await enquiriesIn(db, id, eq(enquiry.enterpriseId, member.organisationId)),
  };
}

export type EnterpriseGroup = NonNullable<Awaited<ReturnType<typeof groupForEnterprise>>>;

/** The group an enquiry to this provider belongs to, with the group's other enquiries to the same provider; else null. */
export async function groupOfEnquiry(db: Reader, member: ProviderMember, enquiryId: string) {
  const isOwn = and(eq(enquiry.id, enquiryId), eq(enquiry.providerId, member.organisationId));
  const found = await one(
    db
      .select({
        id: groupRequest.id,
        title: groupRequest.title,
        scenarioKey: groupRequest.scenarioKey,
        of: finding.title,
      })
      .from(enquiry)
      .innerJoin(groupRequest, eq(groupRequest.id, enquiry.groupId))
      .innerJoin(
        groupMember,
        and(eq(groupMember.groupId, groupRequest.id), eq(groupMember.enterpriseId, enquiry.enterpriseId)),
      )
      .innerJoin(finding, eq(finding.id, groupMember.findingId))
      .where(isOwn),
  );
  if (!found) return null;
  const isSibling = and(eq(enquiry.providerId, member.organisationId), ne(enquiry.id, enquiryId));
  const isMember = and(eq(groupMember.groupId, found.id), eq(groupMember.status, "joined"));
  return {
    ...{ title: found.title, scenarioKey: found.scenarioKey, findingTitle: found.of },
    enterprises: await db.$count(groupMember, isMember),
    siblings: await enquiriesIn(db, found.id, isSibling),
  };
}

export type ProviderGroup = NonNullable<Awaited<ReturnType<typeof groupOfEnquiry>>>;

async function enquiriesIn(db: Reader, groupId: string, isTheirs: ReturnType<typeof and>) {
  const rows = await db
    .select({
      id: enquiry.id,
      status: enquiry.status,
      expiresAt: enquiry.expiresAt,
      enterpriseId: enquiry.enterpriseId,
      providerId: enquiry.providerId,
      solutionTitle: solutionVersion.title,
    })
    .from(enquiry)
    .innerJoin(solutionVersion, eq(solutionVersion.id, enquiry.versionId))
    .where(and(eq(enquiry.groupId, groupId), isTheirs))
    .orderBy(asc(enquiry.createdAt), asc(enquiry.id));
  const names = await namesOf(
    db,
    rows.flatMap(({ enterpriseId, providerId }) => [enterpriseId, providerId]),
  );
  const now = Date.now();
  return rows.map(({ status, expiresAt, enterpriseId, providerId, ...row }) => ({
    ...row,
    state: stateAt({ status, expiresAt }, now),
    enterpriseName: names.get(enterpriseId) ?? "",
    providerName: names.get(providerId) ?? "",
  }));
}

async function namesOf(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { id, name } = organisation;
  const rows = await db
    .select({ id, name })
    .from(organisation)
    .where(inArray(id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row.name]));
}
