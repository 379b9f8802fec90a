import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newId } from "#db/ids.server";
import { diagnosis, diagnosisStep } from "#db/schema/clinic.server";
import type { Writer } from "#db/store.server";
import type { DiagnosisStatus } from "#db/vocabulary/clinic";
import { casesOfEnterprise, countByStatus, endedCases, openCases } from "~/domain/clinic/case-lists.server";
import { casePage } from "~/domain/clinic/case-page.server";
import { saveDraft } from "~/domain/clinic/diagnoses.server";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { aCase, aClinic, anAuthority, anEnterprise, anExpert, aPark, aRequest } from "../../world/clinic";

const NOW = Date.parse("2026-03-20T09:00+08:00");
const at = (minute: string) => Date.parse(`${minute}+08:00`);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A case in one status since a minute, as if it had been brought there. */
async function standing(tx: Writer, owner: EnterpriseMember, status: DiagnosisStatus, since: string) {
  const id = newId("dia");
  const { need, contactName, contactPhone, scenarios } = aRequest();
  const place = { parkSlug: "nanchang-etdz", regionCode: "360100", enterpriseId: owner.organisationId };
  const row = { id, status, ...place, need, contactName, contactPhone, scenarios, createdByUserId: owner.userId };
  await tx.insert(diagnosis).values({ ...row, createdAt: at(since), submittedAt: at(since), statusSince: at(since) });
  await tx
    .insert(diagnosisStep)
    .values({ id: newId("dst"), diagnosisId: id, toStatus: status, byUserId: owner.userId, at: at(since) });
  return id;
}

test("the desk shows open cases, late first, and counts them; filters narrow it", async () => {
  const { store, owner, park } = await aClinic();
  const [fresh, late, paused] = await store.write(async (tx) => [
    await standing(tx, owner, "submitted", "2026-03-19T09:00"),
    await standing(tx, await anEnterprise(tx), "accepted", "2026-03-10T09:00"),
    await standing(tx, await anEnterprise(tx), "changes_requested", "2026-03-01T09:00"),
  ]);
  await store.write((tx) => standing(tx, owner, "closed", "2026-01-05T09:00"));
  const desk = await openCases(store.db, park, {}, NOW);
  expect(desk).toMatchObject({ total: 3, late: 1, next: null });
  expect(desk.items.map(({ id }) => id)).toEqual([late, fresh, paused]);
  expect(desk.items[0]?.where).toMatchObject({ holder: "park", lateDays: 6, escalatedTo: "province" });
  expect((await openCases(store.db, park, { isLate: true }, NOW)).items.map(({ id }) => id)).toEqual([late]);
  expect((await openCases(store.db, park, { status: "submitted" }, NOW)).items.map(({ id }) => id)).toEqual([fresh]);
  expect(await countByStatus(store.db, park)).toEqual({ submitted: 1, changes_requested: 1, accepted: 1, closed: 1 });
});

test("long lists are paged without gaps", async () => {
  const { store, park } = await aClinic();
  await store.write(async (tx) => {
    const owner = await anEnterprise(tx);
    for (let i = 0; i < 120; i += 1) await standing(tx, owner, i < 60 ? "submitted" : "closed", "2026-03-19T09:00");
  });
  for (const list of [openCases, endedCases]) {
    const seen: string[] = [];
    for (let after: string | null = ""; after !== null;) {
      const page = await list(store.db, park, { after: after || null }, NOW);
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    expect(new Set(seen).size).toBe(60);
    expect(seen).toHaveLength(60);
  }
});

test("everyone finds only what is theirs", async () => {
  const clinic = await aClinic();
  const { store, owner, park, expert } = clinic;
  const { id } = await aCase(clinic, ["accepted", "assigned"]);
  const others = await store.write(async (tx) => ({
    stranger: await anEnterprise(tx),
    neighbour: await aPark(tx, "jiujiang-etdz"),
    colleague: await anExpert(tx),
    elsewhere: await anAuthority(tx, "city", "360400"),
  }));
  const insiders = { owner, park, expert, city: await store.write((tx) => anAuthority(tx, "city", "360100")) };
  const province = await store.write((tx) => anAuthority(tx, "province", "360000"));
  for (const actor of [...Object.values(insiders), province]) {
    expect((await openCases(store.db, actor, {}, NOW)).items.map((item) => item.id)).toEqual([id]);
    expect((await casePage(store.db, actor, id, NOW))?.case.id).toBe(id);
  }
  for (const actor of Object.values(others)) {
    expect((await openCases(store.db, actor, {}, NOW)).items).toEqual([]);
    expect(await casePage(store.db, actor, id, NOW)).toBeNull();
  }
});

test("a draft is on the enterprise's list alone", async () => {
  const { store, owner, park } = await aClinic();
  const form = aRequest();
  await store.write((tx) => saveDraft(tx, owner, form));
  expect((await casesOfEnterprise(store.db, owner, NOW)).map(({ id, status }) => [id, status])).toEqual([
    [form.id, "draft"],
  ]);
  expect(await casePage(store.db, park, form.id, NOW)).toBeNull();
  expect(await countByStatus(store.db, park)).toEqual({});
});

test("a case shows its history with names, its parties and where it stands", async () => {
  const clinic = await aClinic();
  const { id } = await aCase(clinic, ["accepted", "assigned", "scheduled"]);
  const page = await casePage(clinic.store.db, clinic.owner, id, NOW);
  expect(page?.steps.map(({ toStatus, byName }) => [toStatus, byName])).toEqual([
    ["submitted", clinic.owner.userName],
    ["accepted", clinic.park.userName],
    ["assigned", clinic.park.userName],
    ["scheduled", clinic.expert.userName],
  ]);
  expect(page).toMatchObject({
    where: { holder: "expert", promise: "visit", lateDays: 0 },
    enterprise: { name: clinic.owner.organisationName, industryCode: "C3670" },
    expert: { name: clinic.expert.userName, organisationName: clinic.expert.organisationName },
    report: null,
    assessment: null,
  });
});
