/** An enterprise, two providers, and a live solution of the first. */
import { newId } from "#db/ids.server";
import { finding, recommendation, report, diagnosis } from "#db/schema/clinic.server";
import { enterprise, membership, organisation, user } from "#db/schema/identity.server";
import type { Store } from "#db/store.server";
import type { EnterpriseMember, ProviderMember } from "~/domain/identity/actor";
import type { QuoteForm } from "~/domain/projects/quote-form";
import { addSolution } from "../../world/programme";

export async function anEnterprise(store: Store): Promise<EnterpriseMember> {
  const userId = newId("usr");
  const organisationId = newId("org");
  await store.write(async (tx) => {
    await tx.insert(organisation).values({
      id: organisationId,
      kind: "enterprise",
      name: "云岭精密",
      regionCode: "360100",
      parkSlug: "nanchang-etdz",
      createdAt: 0,
    });
    await tx.insert(enterprise).values({ organisationId, industryCode: "C3670", tags: [] });
  });
  await join(store, userId, organisationId);
  const person = { userId, userName: "王工", organisationId, organisationName: "云岭精密", role: "owner" as const };
  return { kind: "enterprise", ...person, parkSlug: "nanchang-etdz", regionCode: "360100" };
}

export async function aLiveSolution(store: Store, given: Parameters<typeof addSolution>[1] = {}) {
  const { providerId, solutionId, versionId } = await addSolution(store, given);
  const userId = newId("usr");
  await join(store, userId, providerId);
  const person = {
    userId,
    userName: "赵经理",
    organisationId: providerId,
    organisationName: "青岚数科",
    role: "owner" as const,
  };
  const member: ProviderMember = { kind: "provider", ...person, parkSlug: "nanchang-etdz" };
  return { member, solutionId, versionId, slug: solutionId };
}

async function join(store: Store, userId: string, organisationId: string) {
  await store.write(async (tx) => {
    await tx
      .insert(user)
      .values({ id: userId, name: "王工", email: `${userId}@example.cn`, passwordHash: "", createdAt: 0 });
    await tx.insert(membership).values({ userId, organisationId, role: "owner", createdAt: 0 });
  });
}

/** A recommendation on planning in an issued report of the enterprise. */
export async function aRecommendation(
  store: Store,
  member: EnterpriseMember,
  solutionIds: string[] = [],
): Promise<string> {
  const ids = { diagnosisId: newId("dia"), reportId: newId("rep"), findingId: newId("fin"), id: newId("rec") };
  const { organisationId: enterpriseId, userId } = member;
  await store.write(async (tx) => {
    await tx.insert(diagnosis).values({
      id: ids.diagnosisId,
      ...{ enterpriseId, parkSlug: "nanchang-etdz", regionCode: "360100", status: "reported", scenarios: [] },
      ...{
        contactName: "王工",
        contactPhone: "13800000000",
        need: "排产靠经验",
        createdByUserId: userId,
        createdAt: 0,
        statusSince: 0,
      },
    });
    await tx.insert(report).values({
      id: ids.reportId,
      diagnosisId: ids.diagnosisId,
      enterpriseId,
      number: 1,
      status: "issued",
      createdAt: 0,
    });
    await tx.insert(finding).values({
      id: ids.findingId,
      reportId: ids.reportId,
      no: 1,
      scenarioKey: "planning",
      title: "插单多",
      severity: 2,
    });
    await tx.insert(recommendation).values({
      ...{ id: ids.id, reportId: ids.reportId, findingId: ids.findingId, enterpriseId, no: 1, scenarioKey: "planning" },
      ...{ title: "上线排产", priority: "high", budgetMaxFen: 10_000_000, solutionIds, status: "proposed" },
    });
  });
  return ids.id;
}

export function anEnquiry(solution: string, differs: { id?: string; recommendation?: string | null } = {}) {
  return {
    id: newId("enq"),
    solution,
    recommendation: null,
    message: "我们有 6 台注塑机，想先试排产。",
    contactName: "王工",
    contactPhone: "13800000000",
    ...differs,
  };
}

/** Two lines, one of which may count for an award; numbered after `seen`. */
export function aQuote(differs: Partial<QuoteForm> = {}): QuoteForm {
  return {
    ...{ id: newId("quo"), seen: 0, days: 20, warrantyMonths: 12, validUntil: "2026-04-04", note: "含部署与培训" },
    lines: [
      { text: "软件许可", price: 5_000_000, isEligible: true },
      { text: "培训", price: 1_800_000, isEligible: false },
    ],
    ...differs,
  };
}
