import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { solution } from "#db/schema/catalogue.server";
import { project, projectStep, rating } from "#db/schema/projects.server";
import { notice } from "#db/schema/support.server";
import type { Store } from "#db/store.server";
import { objectionReasons, projectStatuses } from "#db/vocabulary/projects";
import { catalogueVersion } from "~/domain/catalogue/changes.server";
import { publishedCatalogue } from "~/domain/catalogue/published.server";
import { acceptQuote } from "~/domain/projects/acceptance.server";
import { remindersDue, remindOfDeliveries } from "~/domain/projects/delivery-reminders.server";
import { acceptDelivery, objectToDelivery, reportDelivery, startProject } from "~/domain/projects/project-acts.server";
import { projectFor, projectsOf, projectsToGoOn, projectsWaiting } from "~/domain/projects/project-pages.server";
import { projectHolder, projectSteps, stepOf } from "~/domain/projects/project-status";
import { meansOf } from "~/domain/projects/public-ratings";
import { publicRatings } from "~/domain/projects/public-ratings.server";
import { sendQuote } from "~/domain/projects/quotes.server";
import { answerRating, rateProject } from "~/domain/projects/ratings.server";
import { responseTime } from "~/domain/projects/response-time.server";
import { sendEnquiry } from "~/domain/projects/send-enquiry.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { must } from "../../world/market";
import { referenceStore } from "../../world/reference";
import { testStore } from "../../world/store";
import { aLiveSolution, anEnquiry, anEnterprise, aQuote } from "./enquiry-world";

const at = (time: string) => Date.parse(`${time}:00+08:00`);
beforeEach(() => void vi.useFakeTimers({ now: at("2026-03-05T09:00"), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

type Listed = Awaited<ReturnType<typeof aLiveSolution>>;

/** A project of an accepted quote, not begun. */
async function contracted(store: Store, listed?: Listed) {
  const asking = await anEnterprise(store);
  const { member: answering, solutionId, slug } = listed ?? (await aLiveSolution(store));
  const enquiry = must(await store.write((tx) => sendEnquiry(tx, asking, anEnquiry(slug))));
  const offer = aQuote();
  must(await store.write((tx) => sendQuote(tx, answering, enquiry, offer)));
  const chosen = { enquiry, quote: offer.id, reason: "chose_other" as const, text: "" };
  const id = must(await store.write((tx) => acceptQuote(tx, asking, chosen)));
  const acts = {
    start: (edit = 1, on = "2026-03-05") =>
      store.write((tx) => startProject(tx, answering, id, { edit, on, text: "" })),
    deliver: (edit: number, on: string) =>
      store.write((tx) => reportDelivery(tx, answering, id, { edit, on, text: "已上线" })),
    accept: (edit: number) => store.write((tx) => acceptDelivery(tx, asking, id, { edit, text: "" })),
    object: (edit: number) =>
      store.write((tx) => objectToDelivery(tx, asking, id, { edit, reason: "incomplete", text: "看板没装" })),
  };
  return { asking, answering, solutionId, slug, id, ...acts };
}

async function accepted(store: Store, listed?: Listed, days = 10) {
  const world = await contracted(store, listed);
  must(await world.start());
  vi.setSystemTime(Date.now() + days * 86_400_000);
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  must(await world.deliver(2, today));
  must(await world.accept(3));
  vi.setSystemTime(at("2026-03-05T09:00"));
  return world;
}

const good = { fit: 5, schedule: 4, service: 4, benefit: 5, text: "排产当天见效，班组长都会用。" };
const kindsOf = async (store: Store, userId: string) =>
  (await store.db.select().from(notice).where(eq(notice.userId, userId))).map(({ kind }) => kind);

test("every step has one side, ends are ends, and only an objection needs a reason", () => {
  for (const { act, from, to, by, needsReason } of projectSteps) {
    expect(stepOf(by, from, act)?.to).toBe(to);
    expect(stepOf(by === "provider" ? "enterprise" : "provider", from, act)).toBeNull();
    expect(needsReason).toBe(act === "object");
    expect(projectHolder(from)).toBe(by);
  }
  const ways = new Set<string>(projectSteps.map(({ from }) => from));
  for (const status of projectStatuses) if (!ways.has(status)) expect(projectHolder(status)).toBeNull();
  expect(projectHolder("accepted")).toBeNull();
  expect(objectionReasons).toContain("other");
});

test("a project goes from contract to start, delivery, objection, delivery and acceptance, each told to the other side", async () => {
  const store = testStore();
  const world = await contracted(store);
  must(await world.start());
  must(await world.deliver(2, "2026-03-05"));
  must(await world.object(3));
  expect((await store.db.select().from(project))[0]).toMatchObject({ status: "implementing", completedOn: null });
  must(await world.deliver(4, "2026-03-05"));
  must(await world.accept(5));
  expect((await store.db.select().from(project))[0]).toMatchObject({
    ...{ status: "accepted", startedOn: "2026-03-05", completedOn: "2026-03-05", acceptedOn: "2026-03-05", edit: 6 },
  });
  const steps = await store.db.select().from(projectStep).orderBy(projectStep.id);
  expect(steps.map(({ status, bySide, reason }) => [status, bySide, reason])).toEqual([
    ["contracted", "enterprise", null],
    ["implementing", "provider", null],
    ["completed", "provider", null],
    ["implementing", "enterprise", "incomplete"],
    ["completed", "provider", null],
    ["accepted", "enterprise", null],
  ]);
  expect(await kindsOf(store, world.asking.userId)).toEqual([
    ...["enquiry.quoted", "project.started", "project.delivered", "project.delivered"],
  ]);
  expect(await kindsOf(store, world.answering.userId)).toEqual([
    ...["enquiry.sent", "enquiry.accepted", "project.objected", "project.accepted"],
  ]);
});

test("a stale page, a step out of turn, and a day that cannot be are refused, and nothing moves", async () => {
  const store = testStore();
  const world = await contracted(store);
  expect(await world.start(7)).toEqual({ ok: false, reason: "stale" });
  expect(await world.start(1, "2026-03-06")).toEqual({ ok: false, reason: "day_ahead" });
  expect(await world.start(1, "2026-03-04")).toEqual({ ok: false, reason: "day_too_early" });
  expect(await world.deliver(1, "2026-03-05")).toEqual({ ok: false, reason: "not_possible" });
  expect(await world.accept(1)).toEqual({ ok: false, reason: "not_possible" });
  must(await world.start());
  expect(await world.start()).toEqual({ ok: false, reason: "stale" });
  expect(await world.deliver(2, "2026-03-04")).toEqual({ ok: false, reason: "day_too_early" });
  expect((await store.db.select().from(projectStep)).length).toBe(2);
});

test("what was objected to is not delivered on a day before the objection", async () => {
  const { start, deliver, object, accept } = await contracted(testStore());
  must(await start());
  must(await deliver(2, "2026-03-05"));
  vi.setSystemTime(at("2026-03-12T09:00"));
  must(await object(3));
  vi.setSystemTime(at("2026-03-20T09:00"));
  expect(await deliver(4, "2026-03-11")).toEqual({ ok: false, reason: "day_before_objection" });
  must(await deliver(4, "2026-03-12"));
  must(await accept(5));
});

test("a project is read and moved by its two sides only", async () => {
  const store = testStore();
  const { id, asking, answering } = await contracted(store);
  const [stranger, { member: rival }] = [await anEnterprise(store), await aLiveSolution(store)];
  expect((await projectFor(store.db, asking, id))?.quote?.totalFen).toBe(6_800_000);
  expect((await projectFor(store.db, answering, id))?.mayRate).toBe(false);
  for (const other of [stranger, rival]) {
    expect(await projectFor(store.db, other, id)).toBeNull();
    expect((await projectsOf(store.db, other, null)).lines).toEqual([]);
  }
  const start = { edit: 1, on: "2026-03-05", text: "" };
  expect(await store.write((tx) => startProject(tx, rival, id, start))).toEqual({ ok: false, reason: "not_found" });
  expect(await projectsWaiting(store.db, answering)).toBe(1);
  expect(await projectsWaiting(store.db, asking)).toBe(0);
  expect((await projectsToGoOn(store.db, answering)).map((line) => line.id)).toEqual([id]);
  for (const other of [asking, stranger, rival]) expect(await projectsToGoOn(store.db, other)).toEqual([]);
});

test("what was contracted elsewhere is listed, and moved by nobody here", async () => {
  const store = testStore();
  const { id, asking, answering, start } = await contracted(store);
  await store.write((tx) => tx.update(project).set({ quoteId: null, enquiryId: null }).where(eq(project.id, id)));
  expect(await start()).toEqual({ ok: false, reason: "not_possible" });
  expect((await projectsOf(store.db, asking, null)).lines).toMatchObject([{ id, isFromQuote: false, holder: null }]);
  expect(await projectsWaiting(store.db, answering)).toBe(0);
});

test("acceptance is measured: the solution's count and median, in the catalogue that public pages are drawn from", async () => {
  const store = testStore();
  const listed = await aLiveSolution(store);
  const before = await catalogueVersion(store.db);
  await accepted(store, listed, 10);
  expect(await catalogueVersion(store.db)).not.toBe(before);
  await accepted(store, listed, 21);
  const [row] = await store.db.select().from(solution).where(eq(solution.id, listed.solutionId));
  expect(row).toMatchObject({ acceptedProjects: 2, medianDays: 16 });
  const shown = (await publishedCatalogue(store.db)).bySlug.get(listed.slug);
  expect(shown).toMatchObject({ acceptedProjects: 2, medianDays: 16 });
});

test("a delivery nobody answers is reminded of after five and ten working days, once each, and after a standstill once", async () => {
  const reported = at("2026-03-05T15:00");
  expect(remindersDue(reported, at("2026-03-11T18:00"))).toEqual([]);
  expect(remindersDue(reported, at("2026-03-12T09:00"))).toEqual([5]);
  expect(remindersDue(reported, at("2026-03-19T09:00"))).toEqual([5, 10]);
  const store = testStore();
  const { asking, start, deliver, object } = await contracted(store);
  const waits = async () => (await kindsOf(store, asking.userId)).filter((kind) => kind === "project.delivery_waits");
  must(await start());
  must(await deliver(2, "2026-03-05"));
  const remindAt = (time: string) => remindOfDeliveries(store, at(time));
  expect(await remindAt("2026-03-11T18:00")).toBe(0);
  expect(await remindAt("2026-03-12T09:00")).toBe(1);
  expect(await remindAt("2026-03-12T09:15")).toBe(0);
  expect(await remindAt("2026-03-19T09:00")).toBe(1);
  expect(await remindAt("2026-04-30T09:00")).toBe(0);
  expect(await waits()).toHaveLength(2);
  must(await object(3));
  must(await deliver(4, "2026-03-05"));
  expect(await remindAt("2026-03-30T09:00")).toBe(1);
  expect(await remindAt("2026-03-31T09:00")).toBe(0);
  expect(await waits()).toHaveLength(3);
});

test("only an accepted project is rated, by its enterprise, once for a solution", async () => {
  const store = testStore();
  const listed = await aLiveSolution(store);
  const open = await contracted(store, listed);
  const rate = (of: typeof open, projectId = of.id) => store.write((tx) => rateProject(tx, of.asking, projectId, good));
  expect(await rate(open)).toEqual({ ok: false, reason: "not_accepted" });
  const done = await accepted(store, listed);
  expect(await rate(open, done.id)).toEqual({ ok: false, reason: "not_found" });
  must(await rate(done));
  expect(await rate(done)).toEqual({ ok: false, reason: "rated_already" });
  expect((await projectFor(store.db, done.asking, done.id))?.mayRate).toBe(false);
  expect(await store.db.select().from(rating)).toHaveLength(1);
  expect(await kindsOf(store, listed.member.userId)).toContain("rating.given");
});

test("the provider answers a rating once; nobody else does", async () => {
  const store = testStore();
  const { id, asking, answering } = await accepted(store);
  const answer = (member: typeof answering) => store.write((tx) => answerRating(tx, member, id, "谢谢"));
  expect(await answer(answering)).toEqual({ ok: false, reason: "not_found" });
  must(await store.write((tx) => rateProject(tx, asking, id, good)));
  expect(await answer((await aLiveSolution(store)).member)).toEqual({ ok: false, reason: "not_found" });
  must(await answer(answering));
  expect(await answer(answering)).toEqual({ ok: false, reason: "answered_already" });
  expect(await kindsOf(store, asking.userId)).toContain("rating.answered");
});

test("the public reads ratings without the enterprise's name, and no mean under three", async () => {
  const store = referenceStore();
  const listed = await aLiveSolution(store);
  const reference = await referenceOf(store.db);
  const read = () => publicRatings(store.db, reference, { solutionId: listed.solutionId });
  expect(await read()).toBeNull();
  for (const fit of [5, 4, 4]) {
    const done = await accepted(store, listed);
    must(await store.write((tx) => rateProject(tx, done.asking, done.id, { ...good, fit })));
    const shown = await read();
    if ((shown?.count ?? 0) < 3) expect(shown?.means).toBeNull();
    expect(JSON.stringify(shown)).not.toContain("云岭精密");
    expect(JSON.stringify(shown)).not.toContain(done.asking.organisationId);
  }
  const shown = await read();
  expect(shown).toMatchObject({ count: 3, means: { fit: 4.3, schedule: 4, service: 4, benefit: 5 } });
  expect(shown?.shown[0]).toMatchObject({ city: { nameZh: "南昌市" }, text: good.text });
  expect(shown?.shown[0]?.industry).not.toBeNull();
  expect(meansOf([good, good])).toBeNull();
});

test("response time is the median of a year's first answers up to yesterday, from three on", async () => {
  const store = testStore();
  const listed = await aLiveSolution(store);
  const answerAfter = async (hours: number) => {
    const asking = await anEnterprise(store);
    vi.setSystemTime(at("2026-03-05T09:00"));
    const id = must(await store.write((tx) => sendEnquiry(tx, asking, anEnquiry(listed.slug))));
    vi.setSystemTime(at("2026-03-05T09:00") + hours * 3_600_000);
    must(await store.write((tx) => sendQuote(tx, listed.member, id, aQuote())));
  };
  const read = (time: string) => responseTime(store.db, listed.member.organisationId, at(time));
  await answerAfter(1);
  await answerAfter(4);
  expect(await read("2026-03-06T09:00")).toBeNull();
  await answerAfter(3);
  expect(await read("2026-03-05T23:00")).toBeNull();
  expect(await read("2026-03-06T09:00")).toEqual({ hours: 3, answers: 3 });
  expect(await read("2027-06-01T09:00")).toBeNull();
  expect(await responseTime(store.db, "org_other", at("2026-03-06T09:00"))).toBeNull();
});
