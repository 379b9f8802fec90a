/** Group requests of the ready park, one in each state; the ready enterprise is invited to one and takes part in another. */
import { and, desc, eq, inArray, notInArray } from "drizzle-orm";
import { into, queries } from "#db/seed/rows.server";
import { groupMember, groupRequest } from "#db/schema/clinic-after.server";
import { diagnosis, finding, recommendation, report } from "#db/schema/clinic.server";
import { enquiry } from "#db/schema/projects.server";
import { scenario } from "#db/schema/scenarios.server";
import { groupStatuses, type GroupMemberStatus, type GroupStatus } from "#db/vocabulary/clinic";
import { ANSWER_DAYS } from "~/domain/projects/enquiry-status";
import { itemAt } from "./random";
import type { DemoEnterprise, DemoSolution, World } from "./world";

const DAY_MS = 86_400_000;
const MOST = 5;

type Candidate = { scenarioKey: string; enterpriseId: string; findingId: string; recommendationId: string };
type Chosen = Candidate & { enterprise: DemoEnterprise };

const ages: Record<GroupStatus, number> = { sent: 12, open: 2, closed: 25 };

export function composeGroups(world: World): string {
  const ready = itemAt(world.enterprises, 0);
  const add = groupWriter(world, ready.parkSlug);
  const byScenario = scenariosOf(world, ready);
  const order: GroupStatus[] = ["sent", "open", "closed"];
  let count = 0;
  order.forEach((status, index) => {
    const members = byScenario[index];
    if (!members) return;
    add(status, members.slice(0, MOST));
    count += 1;
  });
  return `${count} of ${groupStatuses.length} states of group requests`;
}

/** Those who share a scenario, the ready enterprise's own scenarios first, then the most shared. */
function scenariosOf(world: World, ready: DemoEnterprise): Chosen[][] {
  const groups = new Map<string, Chosen[]>();
  for (const one of candidatesOf(world, ready.parkSlug)) {
    const enterprise = world.enterprises.find(({ id }) => id === one.enterpriseId);
    const members = groups.get(one.scenarioKey) ?? [];
    if (!enterprise || members.some(({ enterpriseId }) => enterpriseId === one.enterpriseId)) continue;
    const chosen = { ...one, enterprise };
    groups.set(one.scenarioKey, enterprise === ready ? [chosen, ...members] : [...members, chosen]);
  }
  const hasReady = (members: readonly Chosen[]) => Number(members[0]?.enterprise === ready);
  return [...groups.values()]
    .filter((members) => members.length >= 2)
    .sort((a, b) => hasReady(b) - hasReady(a) || b.length - a.length);
}

function candidatesOf(world: World, parkSlug: string): Candidate[] {
  return queries(world.writer)
    .select({
      scenarioKey: recommendation.scenarioKey,
      enterpriseId: report.enterpriseId,
      findingId: recommendation.findingId,
      recommendationId: recommendation.id,
    })
    .from(diagnosis)
    .innerJoin(report, eq(report.diagnosisId, diagnosis.id))
    .innerJoin(recommendation, eq(recommendation.reportId, report.id))
    .innerJoin(finding, eq(finding.id, recommendation.findingId))
    .where(
      and(
        eq(diagnosis.parkSlug, parkSlug),
        eq(report.status, "issued"),
        notInArray(recommendation.status, ["adopted", "not_adopted"]),
      ),
    )
    .orderBy(desc(finding.severity), recommendation.id)
    .all();
}

function groupWriter(world: World, parkSlug: string) {
  const addGroup = into(world.writer, groupRequest);
  const addMember = into(world.writer, groupMember);
  const send = enquirySender(world);
  const staff = world.staffOf.get(parkSlug) ?? "";
  return (status: GroupStatus, members: readonly Chosen[]): void => {
    const { scenarioKey } = itemAt(members, 0);
    const createdAt = world.now - ages[status] * DAY_MS;
    const sentAt = status === "sent" ? createdAt + 5 * DAY_MS : null;
    const id = world.id("grp", createdAt);
    const name = nameOf(world, scenarioKey);
    const text = `园区内几家企业的诊断报告都提到“${name}”方面的问题，希望一起了解方案。请按每家企业的规模和现状分别报价，并说明实施周期和后续服务。`;
    addGroup({
      ...{
        id,
        parkSlug,
        scenarioKey,
        title: `${name}联合询价`,
        text,
        status,
        createdByUserId: staff,
        createdAt,
        sentAt,
      },
    });
    members.forEach(({ enterprise, findingId }, at) => {
      const answer = answerOf(status, at);
      const answered = answer === "invited" ? null : createdAt + (at + 1) * (DAY_MS / 4);
      const by = answer === "invited" ? null : enterprise.ownerId;
      const row = { groupId: id, enterpriseId: enterprise.id, findingId, status: answer };
      addMember({ ...row, answeredByUserId: by, answeredAt: answered });
    });
    if (sentAt !== null)
      send(
        id,
        text,
        members.filter((_, at) => answerOf(status, at) === "joined"),
        sentAt,
      );
  };
}

/** The first one is the ready enterprise: its answer is still wanted where the group is open. */
function answerOf(status: GroupStatus, at: number): GroupMemberStatus {
  const answers: Record<GroupStatus, GroupMemberStatus[]> = {
    open: ["invited", "joined", "declined", "joined", "invited"],
    sent: ["joined", "joined", "joined", "declined", "invited"],
    closed: ["joined", "invited", "declined", "invited", "invited"],
  };
  return answers[status][at] ?? "invited";
}

function nameOf(world: World, key: string): string {
  const row = queries(world.writer).select({ name: scenario.nameZh }).from(scenario).where(eq(scenario.key, key)).get();
  return row?.name ?? key;
}

function enquirySender(world: World) {
  const add = into(world.writer, enquiry);
  return (groupId: string, message: string, members: readonly Chosen[], createdAt: number): void => {
    for (const solution of solutionsFor(world, members))
      for (const { enterprise, recommendationId } of members) {
        const id = world.id("enq", createdAt);
        const { id: solutionId, versionId, providerId } = solution;
        const { contactName, contactPhone, ownerId } = enterprise;
        add({
          ...{ id, enterpriseId: enterprise.id, providerId, solutionId, versionId, recommendationId, groupId },
          ...{ status: "sent", message, contactName, contactPhone, createdByUserId: ownerId },
          ...{ createdAt, statusSince: createdAt, expiresAt: createdAt + ANSWER_DAYS * DAY_MS },
        });
        world.enquiries.push({ id, status: "sent", enterprise, solution, at: createdAt });
      }
    const ids = members.map(({ recommendationId }) => recommendationId);
    queries(world.writer)
      .update(recommendation)
      .set({ status: "enquired" })
      .where(inArray(recommendation.id, ids))
      .run();
  };
}

/** One of the ready provider and one of another, about which none of the members has asked. */
function solutionsFor(world: World, members: readonly Chosen[]): DemoSolution[] {
  const ready = itemAt(world.providers, 0).id;
  const asked = new Set(
    world.enquiries
      .filter(({ enterprise }) => members.some((member) => member.enterprise === enterprise))
      .map(({ solution }) => solution.id),
  );
  const { scenarioKey } = itemAt(members, 0);
  const free = world.solutions
    .filter(({ id }) => !asked.has(id))
    .toSorted((a, b) => Number(b.scenarios.includes(scenarioKey)) - Number(a.scenarios.includes(scenarioKey)));
  const own = free.find(({ providerId }) => providerId === ready);
  const other = free.find(({ providerId }) => providerId !== ready);
  return [own, other].flatMap((one) => one ?? []);
}
