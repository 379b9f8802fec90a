import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { solution } from "#db/schema/catalogue.server";
import { recommendation } from "#db/schema/clinic.server";
import { enquiry, project, quote, quoteLine } from "#db/schema/projects.server";
import { notice } from "#db/schema/support.server";
import type { Store } from "#db/store.server";
import { acceptQuote } from "~/domain/projects/acceptance.server";
import { askProviders } from "~/domain/projects/bundles.server";
import { enquiriesOf } from "~/domain/projects/enquiries.server";
import { enquiryFor } from "~/domain/projects/enquiry-detail.server";
import { declineEnquiry } from "~/domain/projects/enquiry-endings.server";
import { quoteComparison } from "~/domain/projects/quote-comparison.server";
import { sendQuote } from "~/domain/projects/quotes.server";
import { sendEnquiry } from "~/domain/projects/send-enquiry.server";
import { must } from "../../world/market";
import { testStore } from "../../world/store";
import { aLiveSolution, anEnquiry, anEnterprise, aQuote, aRecommendation } from "./enquiry-world";

beforeEach(() => void vi.useFakeTimers({ now: Date.parse("2026-03-05T09:00:00+08:00"), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const ended = { reason: "chose_other" as const, text: "这次选择了其他方案" };

/** One question to several providers, each with its member and the id of its own enquiry. */
async function asked(store: Store, count: number) {
  const asking = await anEnterprise(store);
  const solutions = [];
  for (let made = 0; made < count; made++) solutions.push(await aLiveSolution(store));
  const { solution: _one, ...form } = anEnquiry("");
  const all = { ...form, solutions: solutions.map(({ slug }) => slug) };
  const sent = must(await store.write((tx) => askProviders(tx, asking, all)));
  const rows = await store.db.select().from(enquiry);
  const providers = solutions.map(({ member, solutionId }) => ({
    member,
    enquiryId: rows.find((row) => row.solutionId === solutionId)?.id ?? "",
  }));
  return { asking, form: all, sent, rows, providers };
}

async function quotedBy(store: Store, { member, enquiryId }: Awaited<ReturnType<typeof asked>>["providers"][number]) {
  const form = aQuote();
  must(await store.write((tx) => sendQuote(tx, member, enquiryId, form)));
  return { enquiry: enquiryId, quote: form.id, ...ended };
}

test("one question becomes an enquiry for each provider, tied together; the same form sent again is the same sending", async () => {
  const store = testStore();
  const { asking, form, sent, rows } = await asked(store, 3);
  expect(rows).toHaveLength(3);
  expect(new Set(rows.map(({ bundleId }) => bundleId))).toEqual(new Set([sent.bundleId]));
  expect(await store.write((tx) => askProviders(tx, asking, form))).toMatchObject({ ok: true, value: sent });
  expect(await store.db.select().from(enquiry)).toHaveLength(3);
});

test("all are asked or none: an open enquiry, a second solution of one provider, one that is not live", async () => {
  const store = testStore();
  const asking = await anEnterprise(store);
  const [first, second] = [await aLiveSolution(store), await aLiveSolution(store)];
  const sibling = await aLiveSolution(store);
  const { organisationId: providerId } = first.member;
  await store.write((tx) => tx.update(solution).set({ providerId }).where(eq(solution.id, sibling.solutionId)));
  const { solution: _other, ...form } = anEnquiry("");
  const ask = (...solutions: string[]) => store.write((tx) => askProviders(tx, asking, { ...form, solutions }));
  expect(await ask(second.slug, "nowhere")).toEqual({ ok: false, reason: "not_live" });
  expect(await ask(first.slug, sibling.slug)).toEqual({ ok: false, reason: "same_provider" });
  expect(await store.db.select().from(enquiry)).toEqual([]);
  must(await store.write((tx) => sendEnquiry(tx, asking, anEnquiry(second.slug))));
  expect(await ask(first.slug, second.slug)).toEqual({ ok: false, reason: "open_already" });
  expect(await store.db.select().from(enquiry)).toHaveLength(1);
});

test("a provider learns nothing of the others that were asked, and never reads another's quote", async () => {
  const store = testStore();
  const { asking, providers, sent } = await asked(store, 3);
  const [first, second] = providers;
  if (!first || !second) throw new Error("two providers were asked");
  await quotedBy(store, first);
  const own = await enquiryFor(store.db, second.member, second.enquiryId);
  expect(own).toMatchObject({ bundleId: null, quotes: [], quote: null });
  const told = JSON.stringify([own, await enquiriesOf(store.db, second.member, { show: "all", after: null })]);
  expect(told).not.toContain(sent.bundleId);
  expect(told).not.toContain(first.enquiryId);
  expect(told).not.toContain(first.member.organisationId);
  expect(await enquiryFor(store.db, second.member, first.enquiryId)).toBeNull();
  expect(await store.write((tx) => sendQuote(tx, second.member, first.enquiryId, aQuote({ seen: 1 })))).toEqual({
    ok: false,
    reason: "not_found",
  });
  const notices = await store.db.select().from(notice).where(eq(notice.userId, second.member.userId));
  expect(JSON.stringify(notices)).not.toContain(first.enquiryId);
  expect((await quoteComparison(store.db, asking, sent.bundleId ?? ""))?.columns).toHaveLength(3);
  expect(await quoteComparison(store.db, await anEnterprise(store), sent.bundleId ?? "")).toBeNull();
});

test("a quote keeps its lines and sums, and the enquiry stands to its last day", async () => {
  const store = testStore();
  const { providers, asking } = await asked(store, 1);
  const [one] = providers;
  if (!one) throw new Error("a provider was asked");
  await quotedBy(store, one);
  const detail = await enquiryFor(store.db, asking, one.enquiryId);
  expect(detail).toMatchObject({ state: "quoted", expiresAt: Date.parse("2026-04-04T23:59:59.999+08:00") });
  expect(detail?.quote).toMatchObject({ number: 1, status: "sent", totalFen: 6_800_000, eligibleFen: 5_000_000 });
  expect(detail?.quote?.lines.map(({ text }) => text)).toEqual(["软件许可", "培训"]);
});

test("a later quote supersedes the earlier one, which is not changed; the same one sent twice is one", async () => {
  const store = testStore();
  const { providers } = await asked(store, 1);
  const [one] = providers;
  if (!one) throw new Error("a provider was asked");
  const send = (form: ReturnType<typeof aQuote>) => store.write((tx) => sendQuote(tx, one.member, one.enquiryId, form));
  const first = aQuote();
  must(await send(first));
  must(await send(first));
  const before = await store.db.select().from(quoteLine);
  // A colleague's page still shows none.
  expect(await send(aQuote())).toEqual({ ok: false, reason: "newer_quote" });
  must(await send(aQuote({ seen: 1, days: 10 })));
  const quotes = await store.db.select().from(quote).orderBy(quote.number);
  expect(quotes.map(({ number, status, days }) => ({ number, status, days }))).toEqual([
    { number: 1, status: "superseded", days: 20 },
    { number: 2, status: "sent", days: 10 },
  ]);
  const after = await store.db.select().from(quoteLine).where(eq(quoteLine.quoteId, first.id));
  expect(after).toEqual(before);
});

test.each([
  ["2026-03-04", "valid_until_past"],
  ["2027-03-06", "valid_until_far"],
])("a quote to %s is refused: %s", async (validUntil, reason) => {
  const store = testStore();
  const { providers } = await asked(store, 1);
  const [one] = providers;
  if (!one) throw new Error("a provider was asked");
  const outcome = await store.write((tx) => sendQuote(tx, one.member, one.enquiryId, aQuote({ validUntil })));
  expect(outcome).toEqual({ ok: false, reason });
  expect(await store.db.select().from(quote)).toEqual([]);
});

test("one is accepted: a project opens, the others end with the reason, and each is told in its own enquiry", async () => {
  const store = testStore();
  const { asking, providers } = await asked(store, 3);
  const [first, second, third] = providers;
  if (!first || !second || !third) throw new Error("three providers were asked");
  const chosen = await quotedBy(store, first);
  await quotedBy(store, second);
  const projectId = must(await store.write((tx) => acceptQuote(tx, asking, chosen)));
  expect(await store.db.select().from(project)).toMatchObject([
    { id: projectId, status: "contracted", contractFen: 6_800_000, quoteId: chosen.quote, enquiryId: first.enquiryId },
  ]);
  const stateOf = async ({ member, enquiryId }: typeof first) => (await enquiryFor(store.db, member, enquiryId))?.state;
  expect([await stateOf(first), await stateOf(second), await stateOf(third)]).toEqual([
    ...["accepted", "declined", "withdrawn"],
  ]);
  const statuses = (await store.db.select().from(quote)).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual(["accepted", "declined"]);
  const declined = await enquiryFor(store.db, second.member, second.enquiryId);
  expect(declined?.answers.at(-1)).toMatchObject(ended);
  const kindsOf = async (userId: string) =>
    (await store.db.select().from(notice).where(eq(notice.userId, userId))).map(({ kind }) => kind);
  expect(await kindsOf(first.member.userId)).toContain("enquiry.accepted");
  expect(await kindsOf(second.member.userId)).toContain("enquiry.declined");
  expect(await kindsOf(third.member.userId)).toContain("enquiry.withdrawn");
});

test("accepting twice, or by two members at once, is one project; another of the bundle cannot follow", async () => {
  const store = testStore();
  const { asking, providers } = await asked(store, 2);
  const [first, second] = providers;
  if (!first || !second) throw new Error("two providers were asked");
  const [chosen, other] = [await quotedBy(store, first), await quotedBy(store, second)];
  const accept = () => store.write((tx) => acceptQuote(tx, asking, chosen));
  const [one, two] = await Promise.all([accept(), accept()]);
  expect(must(two)).toBe(must(one));
  expect(await store.db.select().from(project)).toHaveLength(1);
  expect(await store.write((tx) => acceptQuote(tx, asking, other))).toEqual({ ok: false, reason: "not_possible" });
  const same = { enterpriseId: asking.organisationId, providerId: first.member.organisationId };
  const row = (await store.db.select().from(project))[0];
  if (!row) throw new Error("there is one");
  await expect(store.write((tx) => tx.insert(project).values({ ...row, ...same, id: "prj_second" }))).rejects.toThrow(
    "UNIQUE",
  );
});

test("only the quote that was read can be accepted, and not after its last day", async () => {
  const store = testStore();
  const { asking, providers } = await asked(store, 1);
  const [one] = providers;
  if (!one) throw new Error("a provider was asked");
  const chosen = await quotedBy(store, one);
  must(
    await store.write((tx) =>
      sendQuote(tx, one.member, one.enquiryId, aQuote({ id: `quo_${"1".repeat(26)}`, seen: 1 })),
    ),
  );
  const accept = (quoteId: string) => store.write((tx) => acceptQuote(tx, asking, { ...chosen, quote: quoteId }));
  expect(await accept(chosen.quote)).toEqual({ ok: false, reason: "quote_changed" });
  vi.setSystemTime(Date.parse("2026-04-04T23:59:59+08:00"));
  expect(await enquiryFor(store.db, asking, one.enquiryId)).toMatchObject({ state: "quoted" });
  vi.setSystemTime(Date.parse("2026-04-05T00:00:00+08:00"));
  expect(await enquiryFor(store.db, asking, one.enquiryId)).toMatchObject({ state: "expired", holder: null });
  expect(await accept(`quo_${"1".repeat(26)}`)).toEqual({ ok: false, reason: "not_possible" });
  expect(await store.db.select().from(project)).toEqual([]);
});

test("ending the others takes words, and the enterprise's own reasons", async () => {
  const store = testStore();
  const { asking, providers } = await asked(store, 2);
  const [first] = providers;
  if (!first) throw new Error("a provider was asked");
  const chosen = await quotedBy(store, first);
  const accept = (differs: object) => store.write((tx) => acceptQuote(tx, asking, { ...chosen, ...differs }));
  expect(await accept({ text: "" })).toEqual({ ok: false, reason: "words_missing" });
  expect(await accept({ reason: "no_capacity" })).toEqual({ ok: false, reason: "reason_not_yours" });
  expect(await store.db.select().from(project)).toEqual([]);
});

test("another enterprise cannot accept, and a declined quote stays declined", async () => {
  const store = testStore();
  const { asking, providers } = await asked(store, 1);
  const [one] = providers;
  if (!one) throw new Error("a provider was asked");
  const chosen = await quotedBy(store, one);
  const stranger = await anEnterprise(store);
  expect(await store.write((tx) => acceptQuote(tx, stranger, chosen))).toEqual({ ok: false, reason: "not_found" });
  must(await store.write((tx) => declineEnquiry(tx, asking, one.enquiryId, { reason: "price", text: "超出预算" })));
  expect((await store.db.select().from(quote))[0]?.status).toBe("declined");
  expect(await store.write((tx) => acceptQuote(tx, asking, chosen))).toEqual({ ok: false, reason: "not_possible" });
});

test("accepting adopts the recommendation it came from", async () => {
  const store = testStore();
  const asking = await anEnterprise(store);
  const { slug, member } = await aLiveSolution(store);
  const advised = await aRecommendation(store, asking);
  const id = must(await store.write((tx) => sendEnquiry(tx, asking, anEnquiry(slug, { recommendation: advised }))));
  const chosen = await quotedBy(store, { member, enquiryId: id });
  must(await store.write((tx) => acceptQuote(tx, asking, { ...chosen, text: "" })));
  expect((await store.db.select().from(recommendation))[0]?.status).toBe("adopted");
  expect((await store.db.select().from(project))[0]?.scenarios).toEqual(["planning"]);
});
