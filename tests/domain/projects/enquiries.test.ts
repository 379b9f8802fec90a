import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { recommendation } from "#db/schema/clinic.server";
import { provider, solution } from "#db/schema/catalogue.server";
import { enquiry } from "#db/schema/projects.server";
import { journalEntry, notice } from "#db/schema/support.server";
import type { Store } from "#db/store.server";
import { acknowledgeEnquiry, answerEnquiry, replyToEnquiry } from "~/domain/projects/enquiry-answers.server";
import { declineEnquiry, withdrawEnquiry } from "~/domain/projects/enquiry-endings.server";
import { enquiryFor } from "~/domain/projects/enquiry-detail.server";
import { enquiriesOf, enquiryCounts } from "~/domain/projects/enquiries.server";
import { sendQuote } from "~/domain/projects/quotes.server";
import { sendEnquiry } from "~/domain/projects/send-enquiry.server";
import { must } from "../../world/market";
import { testStore } from "../../world/store";
import { aLiveSolution, anEnquiry, anEnterprise, aQuote, aRecommendation } from "./enquiry-world";

const DAY = 86_400_000;

beforeEach(() => void vi.useFakeTimers({ now: Date.parse("2026-03-05T09:00:00+08:00"), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

async function sentEnquiry(store: Store) {
  const asking = await anEnterprise(store);
  const { member: answering, ...asked } = await aLiveSolution(store);
  const id = must(await store.write((tx) => sendEnquiry(tx, asking, anEnquiry(asked.slug))));
  return { store, asking, answering, asked, id };
}

async function quoted(store: Store) {
  const world = await sentEnquiry(store);
  const quoteId = must(await store.write((tx) => sendQuote(tx, world.answering, world.id, aQuote())));
  return { ...world, quoteId };
}

const noticesOf = async (store: Store, userId: string) =>
  await store.db.select({ kind: notice.kind, href: notice.href }).from(notice).where(eq(notice.userId, userId));

test("an enquiry keeps the version seen, tells the provider, and writes the journal", async () => {
  const { store, answering, asked, asking, id } = await sentEnquiry(testStore());
  const [row] = await store.db.select().from(enquiry);
  expect(row).toMatchObject({ id, versionId: asked.versionId, status: "sent", expiresAt: Date.now() + 15 * DAY });
  expect(await noticesOf(store, answering.userId)).toEqual([
    { kind: "enquiry.sent", href: `/provider/enquiries/${id}` },
  ]);
  const [entry] = await store.db.select().from(journalEntry);
  expect(entry).toMatchObject({ action: "enquiry.sent", ownerOrganisationId: asking.organisationId });
});

test("the same form sent twice is one enquiry", async () => {
  const store = testStore();
  const asking = await anEnterprise(store);
  const { slug } = await aLiveSolution(store);
  const form = anEnquiry(slug);
  expect(await store.write((tx) => sendEnquiry(tx, asking, form))).toEqual({ ok: true, value: form.id });
  expect(await store.write((tx) => sendEnquiry(tx, asking, form))).toEqual({ ok: true, value: form.id });
  expect(await store.db.select().from(enquiry)).toHaveLength(1);
});

test("another enterprise cannot use up an id", async () => {
  const { store, asked, id } = await sentEnquiry(testStore());
  const other = await anEnterprise(store);
  expect(await store.write((tx) => sendEnquiry(tx, other, anEnquiry(asked.slug, { id })))).toEqual({
    ok: false,
    reason: "id_taken",
  });
});

test("one open enquiry for a solution is enough; an expired one does not count", async () => {
  const { store, asking, asked } = await sentEnquiry(testStore());
  const again = () => store.write((tx) => sendEnquiry(tx, asking, anEnquiry(asked.slug)));
  expect(await again()).toEqual({ ok: false, reason: "open_already" });
  vi.setSystemTime(Date.now() + 16 * DAY);
  expect((await again()).ok).toBe(true);
});

test.each(["withdrawn", "suspended", "archived", "draft"] as const)(
  "a %s solution cannot be asked about",
  async (status) => {
    const store = testStore();
    const asking = await anEnterprise(store);
    const { slug, solutionId } = await aLiveSolution(store);
    await store.write((tx) => tx.update(solution).set({ status }).where(eq(solution.id, solutionId)));
    expect(await store.write((tx) => sendEnquiry(tx, asking, anEnquiry(slug)))).toEqual({
      ok: false,
      reason: "not_live",
    });
  },
);

test("a suspended provider cannot be asked", async () => {
  const store = testStore();
  const asking = await anEnterprise(store);
  const { slug } = await aLiveSolution(store, { providerStatus: "suspended" });
  expect(await store.write((tx) => sendEnquiry(tx, asking, anEnquiry(slug)))).toEqual({
    ok: false,
    reason: "not_live",
  });
});

test("an enquiry from a recommendation marks it enquired", async () => {
  const store = testStore();
  const asking = await anEnterprise(store);
  const { slug } = await aLiveSolution(store);
  const recommendationId = await aRecommendation(store, asking);
  must(await store.write((tx) => sendEnquiry(tx, asking, anEnquiry(slug, { recommendation: recommendationId }))));
  expect((await store.db.select().from(recommendation))[0]?.status).toBe("enquired");
});

test("another enterprise's recommendation is left out", async () => {
  const store = testStore();
  const asking = await anEnterprise(store);
  const foreign = await aRecommendation(store, await anEnterprise(store));
  const { slug } = await aLiveSolution(store);
  must(await store.write((tx) => sendEnquiry(tx, asking, anEnquiry(slug, { recommendation: foreign }))));
  expect((await store.db.select().from(enquiry))[0]?.recommendationId).toBeNull();
  expect((await store.db.select().from(recommendation))[0]?.status).toBe("proposed");
});

test("an enquiry is read by its two sides only", async () => {
  const { store, asking, answering, id } = await sentEnquiry(testStore());
  const { member: rival } = await aLiveSolution(store);
  expect(await enquiryFor(store.db, asking, id)).toMatchObject({ id, state: "sent", holder: "provider" });
  expect(await enquiryFor(store.db, answering, id)).toMatchObject({
    id,
    enterprise: { name: "云岭精密" },
    recommendationId: null,
  });
  expect(await enquiryFor(store.db, rival, id)).toBeNull();
  expect(await enquiryFor(store.db, await anEnterprise(store), id)).toBeNull();
  expect((await enquiriesOf(store.db, rival, { show: "all", after: null })).lines).toEqual([]);
  expect(await store.write((tx) => answerEnquiry(tx, rival, id, "我们也能做"))).toEqual({
    ok: false,
    reason: "not_found",
  });
});

test("acknowledging tells the enterprise and starts the time again", async () => {
  const { store, asking, answering, id } = await sentEnquiry(testStore());
  vi.setSystemTime(Date.now() + 14 * DAY);
  must(await store.write((tx) => acknowledgeEnquiry(tx, answering, id)));
  expect(await enquiryFor(store.db, asking, id)).toMatchObject({
    state: "acknowledged",
    expiresAt: Date.now() + 15 * DAY,
  });
  expect((await noticesOf(store, asking.userId)).map(({ kind }) => kind)).toEqual(["enquiry.acknowledged"]);
  expect(await store.write((tx) => acknowledgeEnquiry(tx, answering, id))).toEqual({
    ok: false,
    reason: "not_possible",
  });
});

test("an answer in words acknowledges, and leaves a quote as it is", async () => {
  const { store, asking, answering, id } = await sentEnquiry(testStore());
  must(await store.write((tx) => answerEnquiry(tx, answering, id, "请问有几条产线？")));
  expect(await enquiryFor(store.db, asking, id)).toMatchObject({ state: "acknowledged", quote: null });
  must(await store.write((tx) => replyToEnquiry(tx, asking, id, "两条")));
  must(await store.write((tx) => sendQuote(tx, answering, id, aQuote())));
  must(await store.write((tx) => answerEnquiry(tx, answering, id, "有问题随时联系")));
  const detail = await enquiryFor(store.db, asking, id);
  expect(detail).toMatchObject({ state: "quoted", holder: "enterprise", quote: { totalFen: 6_800_000, days: 20 } });
  expect(detail?.answers.map(({ bySide }) => bySide)).toEqual(["provider", "enterprise", "provider"]);
});

test("the end carries a reason of its side and words, and reaches the other side", async () => {
  const { store, asking, answering, id } = await quoted(testStore());
  const wrong = { reason: "no_capacity" as const, text: "…" };
  expect(await store.write((tx) => declineEnquiry(tx, asking, id, wrong))).toEqual({
    ok: false,
    reason: "reason_not_yours",
  });
  must(await store.write((tx) => declineEnquiry(tx, asking, id, { reason: "price", text: "超出预算" })));
  const detail = await enquiryFor(store.db, answering, id);
  expect(detail?.state).toBe("declined");
  expect(detail?.answers.at(-1)).toMatchObject({ bySide: "enterprise", reason: "price", text: "超出预算" });
  expect((await noticesOf(store, answering.userId)).map(({ kind }) => kind)).toContain("enquiry.declined");
});

test("an enquiry can be withdrawn until a quote has come", async () => {
  const { store, asking, id } = await sentEnquiry(testStore());
  must(await store.write((tx) => withdrawEnquiry(tx, asking, id, { reason: "plans_changed", text: "项目推迟" })));
  expect(await enquiryFor(store.db, asking, id)).toMatchObject({ state: "withdrawn" });
  const second = await quoted(testStore());
  const refusedOutcome = await second.store.write((tx) =>
    withdrawEnquiry(tx, second.asking, second.id, { reason: "plans_changed", text: "项目推迟" }),
  );
  expect(refusedOutcome).toEqual({ ok: false, reason: "not_possible" });
});

test("lists are paged newest first without losing or doubling a line", async () => {
  const store = testStore();
  const asking = await anEnterprise(store);
  const sent: string[] = [];
  for (let count = 0; count < 32; count++) {
    const { slug } = await aLiveSolution(store);
    sent.unshift(must(await store.write((tx) => sendEnquiry(tx, asking, anEnquiry(slug)))));
  }
  const first = await enquiriesOf(store.db, asking, { show: "open", after: null });
  const second = await enquiriesOf(store.db, asking, { show: "open", after: first.next });
  expect([...first.lines, ...second.lines].map(({ id }) => id)).toEqual(sent);
  expect(second.next).toBeNull();
  expect(await enquiryCounts(store.db, asking)).toEqual({ forUs: 0, forThem: 32 });
  expect((await enquiriesOf(store.db, asking, { show: "ended", after: "nonsense" })).lines).toEqual([]);
});

test("a terminated provider still ends what it began", async () => {
  const { store, answering, id } = await sentEnquiry(testStore());
  await store.write((tx) => tx.update(provider).set({ status: "terminated" }));
  expect((await store.write((tx) => declineEnquiry(tx, answering, id, { reason: "other", text: "停业" }))).ok).toBe(
    true,
  );
});
