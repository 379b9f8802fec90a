import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newId } from "#db/ids.server";
import { diagnosis, diagnosisStep, finding, report } from "#db/schema/clinic.server";
import { organisation } from "#db/schema/identity.server";
import { scenario } from "#db/schema/scenarios.server";
import type { Writer } from "#db/store.server";
import type { DiagnosisStatus } from "#db/vocabulary/clinic";
import { eq } from "drizzle-orm";
import { caseDesk } from "~/domain/clinic/case-desk.server";
import { casePage } from "~/domain/clinic/case-page.server";
import { caseQuery } from "~/domain/clinic/case-query";
import { distanceOf } from "~/domain/clinic/distance";
import { expertsFor } from "~/domain/clinic/experts.server";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { aCase, aClinic, anAuthority, anEnterprise, anExpert, aPark, aRequest } from "../../world/clinic";

const NOW = Date.parse("2026-03-20T09:00+08:00");
const DAY = 86_400_000;
const desk = (text: string) => caseQuery(new URLSearchParams(text));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

type Traits = { since?: number; scenarios?: string[]; expertUserId?: string; parkSlug?: string };

/** A case in one status, as if it had been brought there. */
async function standing(tx: Writer, owner: EnterpriseMember, status: DiagnosisStatus, but: Traits = {}) {
  const { since = NOW - DAY, scenarios = ["planning_scheduling"], expertUserId, parkSlug = "nanchang-etdz" } = but;
  const id = newId("dia");
  const { need, contactName, contactPhone } = aRequest();
  const row = { id, status, need, contactName, contactPhone, scenarios, expertUserId, parkSlug, regionCode: "360100" };
  const owned = { enterpriseId: owner.organisationId, createdByUserId: owner.userId };
  await tx.insert(diagnosis).values({ ...row, ...owned, createdAt: since, submittedAt: since, statusSince: since });
  await tx
    .insert(diagnosisStep)
    .values({ id: newId("dst"), diagnosisId: id, toStatus: status, byUserId: owner.userId, at: since });
  return id;
}

/** A report of a case, issued at a time, that found something in one scenario. */
async function issued(tx: Writer, owner: EnterpriseMember, diagnosisId: string, issuedAt: number, scenarioKey: string) {
  const reportId = newId("rpt");
  const row = { id: reportId, diagnosisId, enterpriseId: owner.organisationId, number: 1, status: "issued" as const };
  await tx.insert(report).values({ ...row, createdAt: issuedAt, issuedAt });
  await tx.insert(finding).values({ id: newId("fnd"), reportId, no: 1, scenarioKey, title: "排产靠经验", severity: 3 });
}

test("filters narrow together, and each choice says how many it would leave", async () => {
  const { store, owner, park, expert } = await aClinic();
  await store.write(async (tx) => {
    const core = { kind: "core", no: 2, stageKey: null, nameZh: "质量管理", nameEn: "Quality", content: {} } as const;
    await tx.insert(scenario).values({ key: "quality", ...core });
    await standing(tx, owner, "submitted");
    await standing(tx, await anEnterprise(tx), "accepted", { scenarios: ["quality", "planning_scheduling"] });
    await standing(tx, await anEnterprise(tx), "assigned", { scenarios: ["quality"], expertUserId: expert.userId });
    await standing(tx, await anEnterprise(tx), "closed", { scenarios: ["quality"], expertUserId: expert.userId });
  });
  const all = await caseDesk(store.db, park, desk(""), NOW);
  expect(all).toMatchObject({ total: 3, views: { open: 3, late: 0, ended: 1 } });
  expect(all.options.scenario.map(({ value, count }) => [value, count])).toEqual([
    ["planning_scheduling", 2],
    ["quality", 2],
  ]);
  expect(all.options.industry).toMatchObject([{ value: "C36", count: 3 }]);
  expect(all.options.expert).toMatchObject([{ value: expert.userId, nameZh: expert.userName, count: 1 }]);

  const quality = await caseDesk(store.db, park, desk("scenario=quality"), NOW);
  expect(quality).toMatchObject({ total: 2, statuses: { accepted: 1, assigned: 1 }, views: { open: 2, ended: 1 } });
  // Of the facet itself every choice stays visible; of the others only what is left.
  expect(quality.options.scenario).toHaveLength(2);
  const both = await caseDesk(store.db, park, desk(`scenario=quality&expert=${expert.userId}&industry=C36`), NOW);
  expect(both.items).toMatchObject([{ status: "assigned" }]);
  const ended = await caseDesk(store.db, park, desk("view=ended&scenario=quality&industry=C36"), NOW);
  expect(ended).toMatchObject({ total: 1, items: [{ status: "closed" }] });
  expect((await caseDesk(store.db, park, desk("view=ended&scenario=nothing"), NOW)).total).toBe(0);
});

test("more open cases than fit on seventy pages keep their order: the latest is first, whatever its status", async () => {
  const { store, park } = await aClinic();
  const [late, total] = await store.write(async (tx) => {
    const owner = await anEnterprise(tx);
    for (let n = 0; n < 2100; n += 1) await standing(tx, owner, "assigned", { since: NOW - 6 * DAY });
    // Began after all of them, and was promised sooner.
    return [await standing(tx, owner, "accepted", { since: NOW - 4 * DAY }), 2101];
  });
  const page = await caseDesk(store.db, park, desk(""), NOW);
  expect([page.total, page.late, page.items.length, page.items[0]?.id]).toEqual([total, 1, 30, late]);
});

test("a request that repeats an open case or a finding of the last year is flagged, older ones and other scenarios are not", async () => {
  const { store, park, owner } = await aClinic();
  const made = await store.write(async (tx) => {
    const before = await standing(tx, owner, "closed", { since: NOW - 200 * DAY });
    await issued(tx, owner, before, NOW - 210 * DAY, "planning_scheduling");
    const asks = await standing(tx, owner, "submitted");
    const second = await anEnterprise(tx);
    const old = await standing(tx, second, "closed", { since: NOW - 400 * DAY });
    await issued(tx, second, old, NOW - 400 * DAY, "planning_scheduling");
    const third = await anEnterprise(tx);
    const other = await standing(tx, third, "closed", { since: NOW - 20 * DAY });
    await issued(tx, third, other, NOW - 20 * DAY, "quality");
    const moved = await anEnterprise(tx);
    const elsewhere = await standing(tx, moved, "on_site", { parkSlug: "jiujiang-etdz" });
    const again = await standing(tx, moved, "accepted");
    return {
      before,
      asks,
      elsewhere,
      again,
      quiet: [await standing(tx, second, "submitted"), await standing(tx, third, "submitted")],
    };
  });
  const { earlier } = await caseDesk(store.db, park, desk(""), NOW);
  expect(Object.keys(earlier).sort()).toEqual([made.asks, made.again].sort());
  expect(earlier[made.asks]).toMatchObject([
    { id: made.before, kind: "diagnosed", scenarios: ["planning_scheduling"], isOpenable: true },
  ]);
  // Another park's case is named, not opened.
  expect(earlier[made.again]).toMatchObject([{ id: made.elsewhere, kind: "open", isOpenable: false }]);
  expect((await casePage(store.db, park, made.asks, NOW))?.earlier).toHaveLength(1);
  expect((await casePage(store.db, owner, made.asks, NOW))?.earlier).toEqual([]);
});

test("a case stays with the park that was asked when its enterprise moves, and says so", async () => {
  const clinic = await aClinic();
  const { store, park, owner } = clinic;
  const { id } = await aCase(clinic, ["accepted"]);
  expect((await casePage(store.db, owner, id, NOW))?.movedTo).toBeNull();
  const moved = eq(organisation.id, owner.organisationId);
  await store.write((tx) => tx.update(organisation).set({ parkSlug: "jiujiang-etdz" }).where(moved));
  expect(await casePage(store.db, park, id, NOW)).toMatchObject({
    movedTo: "jiujiang-etdz",
    case: { parkSlug: park.parkSlug },
  });
  const neighbour = await store.write((tx) => aPark(tx, "jiujiang-etdz"));
  expect(await casePage(store.db, neighbour, id, NOW)).toBeNull();
});

test("each side is told whom to call: the holder, and the park's desk", async () => {
  const clinic = await aClinic();
  const { store, owner, park, expert } = clinic;
  const { id } = await aCase(clinic, ["accepted", "assigned"]);
  const city = await store.write((tx) => anAuthority(tx, "city", "360100"));
  const contacts = async (actor: Parameters<typeof casePage>[1]) =>
    (await casePage(store.db, actor, id, NOW))?.contacts;
  expect(await contacts(owner)).toMatchObject({ holder: { name: expert.userName }, park: { name: park.userName } });
  expect(await contacts(park)).toMatchObject({ holder: { name: expert.userName }, park: null });
  expect(await contacts(expert)).toMatchObject({ holder: null, park: { name: park.userName } });
  expect(await contacts(city)).toMatchObject({ holder: { name: expert.userName }, park: { name: park.userName } });
});

test.each([
  ["park-a", "360121", "park"],
  [null, "360121", "county"],
  ["park-b", "360100", "city"],
  [null, "360730", "province"],
  [null, "440300", "beyond"],
] as const)("an employer at %s, %s is of the same %s", (parkSlug, regionCode, distance) => {
  expect(distanceOf({ parkSlug: "park-a", regionCode: "360121" }, { parkSlug, regionCode })).toBe(distance);
});

test("two authorities of the same city code are in one city, not in one county", () => {
  expect(distanceOf({ parkSlug: "a", regionCode: "360100" }, { parkSlug: null, regionCode: "360100" })).toBe("city");
});

test("experts for several cases show how many they know; cases of another park are nobody's to choose for", async () => {
  const { store, park, owner } = await aClinic();
  const knows = await store.write((tx) => anExpert(tx, { industries: ["C36"] }));
  const ids = await store.write(async (tx) => [
    await standing(tx, owner, "accepted"),
    await standing(tx, await anEnterprise(tx), "accepted"),
    await standing(tx, await anEnterprise(tx), "accepted", { parkSlug: "jiujiang-etdz" }),
  ]);
  const shown = await expertsFor(store.db, park, ids.slice(0, 2));
  expect(shown?.find(({ userId }) => userId === knows.userId)).toMatchObject({ known: 2, isTiedToEnterprise: false });
  expect(await expertsFor(store.db, park, ids)).toBeNull();
  const tied = await store.write((tx) => anExpert(tx, { ties: [owner.organisationId] }));
  const again = await expertsFor(store.db, park, ids.slice(0, 1));
  expect(again?.find(({ userId }) => userId === tied.userId)).toMatchObject({ isTiedToEnterprise: true });
});
