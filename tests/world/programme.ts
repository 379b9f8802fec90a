/** Small rows of the programme for tests of public reads: enterprises, assessments, projects, events. */
import type { Store } from "#db/store.server";
import { newId } from "#db/ids.server";
import { assessment } from "#db/schema/assessment.server";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { event } from "#db/schema/events.server";
import { enterprise, organisation, user } from "#db/schema/identity.server";
import { project } from "#db/schema/projects.server";

type Some<Row> = Partial<Row>;

export async function addUser(store: Store): Promise<string> {
  const id = newId("usr");
  await store.write((tx) => tx.insert(user).values({ id, name: "王工", passwordHash: "", createdAt: 0 }));
  return id;
}

export async function addEnterprise(
  store: Store,
  given: Some<typeof organisation.$inferInsert> & { industryCode?: string } = {},
) {
  const { industryCode = "C3670", ...rest } = given;
  const row = {
    id: newId("org"),
    kind: "enterprise" as const,
    name: "南昌云岭精密制造有限公司",
    regionCode: "360121",
    parkSlug: null,
    createdAt: 0,
    ...rest,
  };
  await store.write(async (tx) => {
    await tx.insert(organisation).values(row);
    await tx.insert(enterprise).values({ organisationId: row.id, industryCode, tags: [] });
  });
  return row.id;
}

export async function addAssessment(
  store: Store,
  given: Some<typeof assessment.$inferInsert> & { enterpriseId: string; byUserId: string },
) {
  const row = {
    id: newId("asm"),
    schemeKey: "miit_sme_2024",
    schemeVersion: 1,
    source: "on_site" as const,
    status: "finished" as const,
    answers: {},
    level: 1,
    startedAt: 0,
    finishedAt: 1,
    ...given,
  };
  await store.write((tx) => tx.insert(assessment).values(row));
}

let lastNo = 0;

/** An open provider with one published solution. */
export async function addSolution(
  store: Store,
  given: { title?: string; parkSlug?: string; providerStatus?: (typeof provider.$inferInsert)["status"] } = {},
) {
  const providerId = newId("org");
  const solutionId = newId("sol");
  const versionId = newId("ver");
  await store.write(async (tx) => {
    await tx.insert(organisation).values({
      id: providerId,
      kind: "provider",
      name: "青岚数科",
      regionCode: "360100",
      parkSlug: given.parkSlug ?? "nanchang-etdz",
      createdAt: 0,
    });
    await tx.insert(provider).values({
      organisationId: providerId,
      slug: providerId,
      status: given.providerStatus ?? "open",
      type: "product",
      industries: [],
      scenarios: [],
      certificates: [],
    });
    await tx.insert(solution).values({
      id: solutionId,
      no: ++lastNo,
      providerId,
      slug: solutionId,
      status: "published",
      currentVersionId: versionId,
      createdAt: 0,
      updatedAt: 0,
      publishedAt: 1,
    });
    await tx.insert(solutionVersion).values({
      id: versionId,
      solutionId,
      number: 1,
      status: "current",
      title: given.title ?? "轻量排程",
      industries: [],
      scenarios: ["planning"],
      parks: [],
      regions: [],
      deployment: ["saas"],
      keywords: [],
      createdAt: 0,
    });
  });
  return { providerId, solutionId, versionId };
}

export async function addProject(
  store: Store,
  given: Some<typeof project.$inferInsert> & { enterpriseId: string; providerId: string; solutionId: string },
) {
  const row = {
    id: newId("prj"),
    parkSlug: "nanchang-etdz",
    status: "accepted" as const,
    scenarios: ["planning"],
    contractFen: 100,
    startedOn: "2024-01-01",
    completedOn: "2024-03-01",
    acceptedOn: "2024-04-01",
    levelBefore: 1,
    levelAfter: 2,
    ...given,
  };
  await store.write((tx) => tx.insert(project).values(row));
  return row.id;
}

export async function addEvent(store: Store, given: Some<typeof event.$inferInsert> = {}) {
  const row = {
    id: newId("evt"),
    kind: "training" as const,
    status: "held" as const,
    regionCode: "360100",
    title: "排程实战",
    summary: "",
    place: "一楼",
    startsAt: 1000,
    endsAt: 2000,
    capacity: 50,
    ...given,
  };
  await store.write((tx) => tx.insert(event).values(row));
  return row.id;
}
