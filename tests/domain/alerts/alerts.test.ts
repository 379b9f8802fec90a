import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { newId } from "#db/ids.server";
import { alertItem } from "#db/schema/alerts.server";
import { savedSearch, solution, solutionVersion } from "#db/schema/catalogue.server";
import { recommendation, report } from "#db/schema/clinic.server";
import { membership, user } from "#db/schema/identity.server";
import { mail, notice } from "#db/schema/support.server";
import type { Store } from "#db/store.server";
import type { AlertCadence } from "#db/vocabulary/notices";
import { recentAlerts, sendDigests } from "~/domain/alerts/digest.server";
import { findAlerts } from "~/domain/alerts/find-alerts.server";
import { followThing, unfollow } from "~/domain/alerts/follows.server";
import { setCadence, tellOfSearch } from "~/domain/alerts/settings.server";
import { unsubscribe, unsubscribeToken, userOfToken } from "~/domain/alerts/unsubscribe.server";
import { markEverythingChanged, refreshIndex } from "~/domain/catalogue/published.server";
import { saveSearch, setSearchAlert } from "~/domain/catalogue/saved-searches.server";
import { matchesForRecommendation } from "~/domain/matching/recommendation-matches.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { dayOf } from "~/i18n/format";
import { letterOf } from "~/jobs/digest-letter.server";
import { addSolution, market, type Made } from "../catalogue/market";
import { anEnterprise } from "../../world/clinic";
import { must } from "../../world/market";

const DAY = 86_400_000;
const NOW = Date.parse("2031-02-05T10:00:00+08:00");
const planning = { kind: "scenario", key: "planning" } as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  return () => vi.useRealTimers();
});

/** Two listings of long ago, and the log of changes handled up to now. */
async function world() {
  const { store } = await market([{ title: "旧方案" }, { title: "又一个旧方案" }]);
  await findAlerts(store, NOW - DAY);
  return store;
}

async function aPerson(store: Store, cadence: AlertCadence = "now", more: Partial<typeof user.$inferInsert> = {}) {
  const id = newId("usr");
  const email = `${id}@example.cn`;
  await store.write(async (tx) => {
    await tx.insert(user).values({ id, name: "王工", email, passwordHash: "x", createdAt: 1, ...more });
    await setCadence(tx, id, cadence, 1);
  });
  return id;
}

let no = 10;

/** Publishes a listing that is new at a time. */
async function publish(store: Store, made: Made, at = NOW): Promise<string> {
  no += 1;
  await store.write(async (tx) => {
    await addSolution(tx, no, { publishedAt: at, decidedAt: at, title: `新方案${no}`, ...made });
    await refreshIndex(tx, `sol_${no}`);
  });
  return `sol_${no}`;
}

const follow = (store: Store, userId: string, what: Parameters<typeof followThing>[2], at = NOW - 1) =>
  store.write((tx) => followThing(tx, userId, what, at));

async function run(store: Store, now = NOW + 1_000) {
  await findAlerts(store, now);
  return sendDigests(store, now, letterOf);
}

const letters = (store: Store) => store.db.select().from(mail).orderBy(mail.createdAt);
const found = (store: Store) =>
  store.db
    .select({ userId: alertItem.userId, reason: alertItem.reason, solutionId: alertItem.solutionId })
    .from(alertItem);

test("followers of what a new listing names are told once, and nobody else", async () => {
  const store = await world();
  const [scenario, park, industry, other] = [
    await aPerson(store),
    await aPerson(store),
    await aPerson(store),
    await aPerson(store),
  ];
  await follow(store, scenario, planning);
  await follow(store, park, { kind: "park", key: "nanchang-htdz" });
  await follow(store, industry, { kind: "industry", key: "C36" });
  await follow(store, other, { kind: "industry", key: "C14" });
  const id = await publish(store, {
    scenarios: ["planning"],
    regions: ["360100"],
    industries: ["C3670"],
  });
  expect(await run(store)).toBe(3);
  expect((await found(store)).map(({ userId }) => userId).sort()).toEqual([scenario, park, industry].sort());
  expect((await found(store)).every(({ solutionId }) => solutionId === id)).toBe(true);
  await store.write((tx) => refreshIndex(tx, id));
  expect(await run(store)).toBe(0);
  expect(await letters(store)).toHaveLength(3);
});

test("what is offered everywhere and to every industry answers only followers of its scenarios", async () => {
  const store = await world();
  const place = await aPerson(store);
  await follow(store, place, { kind: "park", key: "nanchang-htdz" });
  await follow(store, place, { kind: "industry", key: "C36" });
  await publish(store, { scenarios: ["planning"] });
  expect(await run(store)).toBe(0);
});

test("who began to follow later has seen it, and who wants nothing or is disabled is left out", async () => {
  const store = await world();
  const [late, never, gone, back] = [
    await aPerson(store),
    await aPerson(store, "never"),
    await aPerson(store, "now", { disabledAt: 5 }),
    await aPerson(store),
  ];
  await follow(store, late, planning, NOW + 10);
  for (const each of [never, gone, back]) await follow(store, each, planning);
  await store.write((tx) => unfollow(tx, back, planning));
  await publish(store, { scenarios: ["planning"] });
  expect(await run(store)).toBe(0);
  expect(await found(store)).toEqual([]);
});

test("a change of what is listed without new content tells nobody", async () => {
  const store = await world();
  const person = await aPerson(store);
  await follow(store, person, planning, NOW - DAY);
  const id = await publish(store, { scenarios: ["planning"] }, NOW - 2 * DAY);
  expect(await run(store)).toBe(0);
  await store.write(async (tx) => {
    await tx.update(solutionVersion).set({ decidedAt: NOW }).where(eq(solutionVersion.solutionId, id));
    await refreshIndex(tx, id);
  });
  expect(await run(store)).toBe(1);
});

test("a saved search with alerts answers by all its filters and all its words", async () => {
  const store = await world();
  const person = await aPerson(store);
  const save = async (name: string, query: string) => {
    await store.write((tx) => saveSearch(tx, person, { name, query }, NOW - 1));
    const [row] = await store.db.select().from(savedSearch).where(eq(savedSearch.query, query));
    return row?.id ?? "";
  };
  const queries = {
    words: "q=注塑排产",
    filters: "scenario=planning&price_max=100000",
    both: "q=注塑&region=360100&industry=C29",
    tooDear: "price_max=10000",
    otherWords: "q=注塑喷涂",
    provider: "provider=p1",
    otherProvider: "provider=p9",
    off: "q=新方案",
  };
  const ids: Record<string, string> = {};
  for (const [name, query] of Object.entries(queries)) ids[name] = await save(name, query);
  for (const [name, id] of Object.entries(ids)) {
    if (name !== "off") await store.write((tx) => setSearchAlert(tx, person, { id, isAlert: true }));
  }
  const id = await publish(store, {
    title: "注塑排产新方案",
    scenarios: ["planning"],
    industries: ["C2929"],
    regions: ["360100"],
    priceMinFen: 5_000_000,
    priceModel: "subscription",
  });
  expect(await run(store)).toBe(1);
  const reasons = (await found(store)).map(({ reason }) => reason);
  expect(reasons.sort()).toEqual([ids.words, ids.filters, ids.both, ids.provider].map(String).sort());
  const [letter] = await letters(store);
  expect(letter?.body.match(new RegExp(`/solutions/s-${id.slice(4)}`, "g"))).toHaveLength(1);
});

/** An enterprise with one recommendation of an issued report; the case around it is not written. */
async function anOpenRecommendation(
  store: Awaited<ReturnType<typeof world>>,
  { issuedAt = NOW - DAY, ...differs }: Partial<typeof recommendation.$inferInsert> & { issuedAt?: number } = {},
) {
  const member = await store.write((tx) => anEnterprise(tx));
  const [reportId, id] = [newId("rep"), newId("rec")];
  const enterpriseId = member.organisationId;
  store.writer.pragma("foreign_keys = OFF");
  await store.write(async (tx) => {
    const of = { id: reportId, diagnosisId: newId("dia"), enterpriseId, number: 1 };
    await tx.insert(report).values({ ...of, status: "issued", createdAt: 1, issuedAt });
    await tx.insert(recommendation).values({
      ...{ id, reportId, findingId: newId("fnd"), enterpriseId, no: 1, scenarioKey: "planning", title: "上排产" },
      ...{ priority: "high", status: "viewed", solutionIds: [], ...differs },
    });
    await setCadence(tx, member.userId, "now", 1);
  });
  store.writer.pragma("foreign_keys = ON");
  return { id, member };
}

const good: Made = { scenarios: ["planning"], industries: ["C36"], priceModel: "free", deployDays: 3 };

test("a search that is switched off before the morning is not told of any more", async () => {
  const store = await world();
  const person = await aPerson(store, "daily");
  must(await store.write((tx) => saveSearch(tx, person, { name: "排产", query: "scenario=planning" }, NOW - 1)));
  const [kept] = await store.db.select().from(savedSearch);
  const id = kept?.id ?? "";
  must(await store.write((tx) => tellOfSearch(tx, person, { id, isAlert: true })));
  await publish(store, { scenarios: ["planning"] });
  await findAlerts(store, NOW);
  expect(await found(store)).toHaveLength(1);
  must(await store.write((tx) => tellOfSearch(tx, person, { id, isAlert: false })));
  expect(await sendDigests(store, NOW + DAY, letterOf)).toBe(0);
});

test("an enterprise is told of what fits an open recommendation as well as the best three", async () => {
  const store = await world();
  const open = await anOpenRecommendation(store);
  const undecided = { status: "not_adopted" as const };
  const others = [
    await anOpenRecommendation(store, undecided),
    await anOpenRecommendation(store, { scenarioKey: "quality" }),
    await anOpenRecommendation(store, { issuedAt: NOW + DAY }),
  ];
  const id = await publish(store, good);
  expect(await run(store)).toBe(1);
  expect(await found(store)).toEqual([{ userId: open.member.userId, reason: open.id, solutionId: id }]);
  expect(others.some(({ member }) => member.userId === open.member.userId)).toBe(false);
  const [letter] = await letters(store);
  expect(letter?.body).toContain(`/enterprise/recommendations/${open.id}`);
  expect(await store.db.select({ kind: notice.kind, href: notice.href }).from(notice)).toEqual([
    { kind: "alerts.new", href: "/account/alerts" },
  ]);
});

test("who has left the enterprise reads nothing more of its recommendations, in a letter or on the page", async () => {
  const store = await world();
  await anOpenRecommendation(store);
  await publish(store, good);
  await findAlerts(store, NOW);
  const [{ userId: left } = { userId: "" }] = await found(store);
  expect(await recentAlerts(store.db, left)).toHaveLength(1);
  await store.write((tx) => tx.delete(membership).where(eq(membership.userId, left)));
  expect(await recentAlerts(store.db, left)).toEqual([]);
  expect(await sendDigests(store, NOW + DAY, letterOf)).toBe(0);
});

test("the recommendation's own page lists what its enterprise is told of, and not what it is not told of", async () => {
  const store = await world();
  const day = dayOf(NOW + 1_000);
  const recommendations = [
    await anOpenRecommendation(store),
    await anOpenRecommendation(store, { budgetMaxFen: 100 }),
    await anOpenRecommendation(store, { scenarioKey: "quality" }),
  ];
  for (let more = 0; more < 12; more++) {
    const quality = (more * 7) % 11;
    const industries = [["C36"], ["C3670"], ["C14"], [], ["C"], ["C1411", "C367"]][more % 6];
    await publish(store, {
      ...good,
      industries,
      scenarios: more % 3 ? ["quality", "planning"] : ["planning"],
      quality: quality / 11,
    });
    await store.write((tx) => tx.delete(alertItem));
    await findAlerts(store, NOW + 1_000);
    const newest = `sol_${no}`;
    for (const { id, member } of recommendations) {
      const page = await matchesForRecommendation(store.db, member, id, { limit: 3, day });
      const isShown = page?.matches.some(({ solution: each, score }) => each.id === newest && score >= 75) ?? false;
      const told = (await found(store)).some(({ reason, solutionId }) => reason === id && solutionId === newest);
      expect([more, id, told]).toEqual([more, id, isShown]);
    }
  }
});

test("a digest waits for the morning, names twenty and says how many more there are", async () => {
  const store = await world();
  const person = await aPerson(store, "daily");
  await follow(store, person, planning);
  for (let more = 0; more < 23; more++) await publish(store, { scenarios: ["planning"] });
  await findAlerts(store, NOW);
  const morning = Date.parse("2031-02-06T08:00:00+08:00");
  expect(await sendDigests(store, morning - 1, letterOf)).toBe(0);
  expect(await sendDigests(store, morning, letterOf)).toBe(1);
  expect(await sendDigests(store, morning + 1_000, letterOf)).toBe(0);
  const [letter] = await letters(store);
  expect(letter?.subject).toContain("23");
  expect(letter?.body.match(/\/solutions\//g)).toHaveLength(20);
  expect(letter?.body).toContain("另有 3 个");
  expect(letter?.body).toContain(`/unsubscribe/${unsubscribeToken(person)}`);
  expect(await store.db.select().from(notice)).toEqual([]);
  expect(await store.db.select().from(alertItem).where(isNull(alertItem.toldAt))).toEqual([]);
});

test("a letter is written in its reader's language; who has no address gets a notice", async () => {
  const store = await world();
  const english = await aPerson(store, "now", { locale: "en" });
  const without = await aPerson(store, "weekly", { email: null, mobile: "13800000000" });
  for (const each of [english, without]) await follow(store, each, planning);
  await publish(store, { scenarios: ["planning"] });
  expect(await run(store)).toBe(1);
  expect((await letters(store)).map(({ subject }) => subject)).toEqual(["1 new solution for you"]);
  expect(await sendDigests(store, NOW + 7 * DAY, letterOf)).toBe(1);
  const notices = await store.db.select({ userId: notice.userId }).from(notice);
  expect(notices.map(({ userId }) => userId).sort()).toEqual([english, without].sort());
  expect(await letters(store)).toHaveLength(1);
});

test("what was taken down before the morning is not told, and does not come back", async () => {
  const store = await world();
  const person = await aPerson(store, "daily");
  await follow(store, person, planning);
  const id = await publish(store, { scenarios: ["planning"] });
  await findAlerts(store, NOW);
  await store.write(async (tx) => {
    await tx.update(solution).set({ status: "suspended" }).where(eq(solution.id, id));
    await refreshIndex(tx, id);
  });
  expect(await sendDigests(store, NOW + DAY, letterOf)).toBe(0);
  expect(await letters(store)).toEqual([]);
});

test("the link of a letter ends all alerts, also those waiting; a forged one is nobody's", async () => {
  const store = await world();
  const [person, other] = [await aPerson(store, "daily"), await aPerson(store, "daily")];
  for (const each of [person, other]) await follow(store, each, planning);
  await publish(store, { scenarios: ["planning"] });
  await findAlerts(store, NOW);
  const token = unsubscribeToken(person);
  expect(await userOfToken(store.db, token)).toBe(person);
  for (const forged of [
    `${other}.${token.split(".")[1]}`,
    `${person}.`,
    person,
    "",
    ".",
    `${token}x`,
    unsubscribeToken("usr_nobody"),
  ]) {
    expect(await userOfToken(store.db, forged)).toBeNull();
  }
  await store.write((tx) => unsubscribe(tx, person));
  await store.write((tx) => unsubscribe(tx, person));
  expect(await sendDigests(store, NOW + DAY, letterOf)).toBe(1);
  expect((await letters(store)).map(({ recipient }) => recipient)).toEqual([`${other}@example.cn`]);
});

test("changes made while nobody was looking are found, also when only the listings tell", async () => {
  const store = await world();
  const person = await aPerson(store);
  await follow(store, person, planning);
  await publish(store, { scenarios: ["planning"] });
  await store.write((tx) => markEverythingChanged(tx));
  expect(await run(store)).toBe(1);
  expect(await run(store)).toBe(0);
  const own = and(eq(alertItem.userId, person), eq(alertItem.kind, "follow"));
  expect(await store.db.select().from(alertItem).where(own)).toHaveLength(1);
});

test("what does not exist cannot be followed, and only so much at once", async () => {
  const store = await world();
  const person = await aPerson(store);
  for (const key of ["nothing", "", "x".repeat(100)]) {
    expect(await follow(store, person, { kind: "park", key })).toEqual({ ok: false, reason: "unknown" });
  }
  const { industries } = await referenceOf(store.db);
  const codes = [...industries.keys()].slice(0, 101);
  const outcomes = [];
  for (const key of codes) outcomes.push(await follow(store, person, { kind: "industry", key }));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(100);
  expect(outcomes.at(-1)).toEqual({ ok: false, reason: "full" });
  expect(await follow(store, person, { kind: "industry", key: codes[0] ?? "" })).toMatchObject({ ok: true });
});
