import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { provider } from "#db/schema/catalogue.server";
import { journalEntry, notice } from "#db/schema/support.server";
import type { ProviderStatus } from "#db/vocabulary/catalogue";
import { ownProvider, submitProvider, updateProvider } from "~/domain/catalogue/providers.server";
import { aParkStaff, aProvider, profile } from "../../world/market";
import { requiredOf } from "../../world/qualifications";
import { referenceStore } from "../../world/reference";

type World = ReturnType<typeof referenceStore>;
const update = (store: World, member: Awaited<ReturnType<typeof aProvider>>, change = {}, seen = 1) =>
  store.write((tx) => updateProvider(tx, member, { ...profile, ...change }, seen));

test("a profile is saved, its edit counted and the journal written without the phone number", async () => {
  const store = referenceStore();
  const member = await aProvider(store, { status: "pending_approval" });
  expect(await update(store, member)).toEqual({ ok: true, value: { edit: 2 } });
  expect((await ownProvider(store.db, member))?.provider).toMatchObject({
    ...profile,
    edit: 2,
    status: "pending_approval",
  });
  const entries = await store.db.select().from(journalEntry);
  expect(entries.map((entry) => entry.action)).toEqual(["provider.edited"]);
  expect(JSON.stringify(entries)).not.toContain(profile.contactPhone);
});

test("a stale form is refused, the same form sent twice is not", async () => {
  const store = referenceStore();
  const member = await aProvider(store);
  await update(store, member);
  expect(await update(store, member, { staff: 7 })).toEqual({ ok: false, reason: "stale" });
  expect(await update(store, member)).toEqual({ ok: true, value: { edit: 2 } });
});

test("an unknown industry or scenario is refused", async () => {
  const store = referenceStore();
  const member = await aProvider(store);
  expect(await update(store, member, { industries: ["X99"] })).toEqual({ ok: false, reason: "unknown_code" });
  expect(await update(store, member, { scenarios: ["magic"] })).toEqual({ ok: false, reason: "unknown_code" });
});

test.each(["rejected", "terminated"] satisfies ProviderStatus[])("a %s provider changes nothing", async (status) => {
  const store = referenceStore();
  const member = await aProvider(store, { status });
  expect(await update(store, member)).toEqual({ ok: false, reason: "closed" });
});

test("changing what the park vouched for keeps the provider open and tells the park", async () => {
  const store = referenceStore();
  const staff = await aParkStaff(store);
  const member = await aProvider(store);
  await update(store, member);
  await update(store, member, { certificates: ["CMMI 5"] }, 2);
  expect((await ownProvider(store.db, member))?.provider.status).toBe("open");
  const told = await store.db.select().from(notice).where(eq(notice.userId, staff.userId));
  expect(told.map((each) => each.kind)).toEqual(["provider.vouched_changed", "provider.vouched_changed"]);
  const last = (await store.db.select().from(journalEntry)).at(-1);
  expect(last).toMatchObject({ before: { certificates: ["CMMI 3"] }, after: { certificates: ["CMMI 5"] } });
});

test("an incomplete profile is not handed in", async () => {
  const store = referenceStore();
  const member = await aProvider(store, { status: "pending_approval" });
  const submitted = await store.write((tx) => submitProvider(tx, member, 1));
  expect(submitted).toEqual({ ok: false, reason: "incomplete" });
});

test("handing in tells the home park once, however often it is clicked", async () => {
  const store = referenceStore();
  const staff = await aParkStaff(store);
  await aParkStaff(store, "jiujiang-etdz");
  const member = await aProvider(store, { status: "pending_approval" });
  await update(store, member);
  await requiredOf(store, member.organisationId, "submitted");
  expect(await store.write((tx) => submitProvider(tx, member, 1))).toEqual({ ok: false, reason: "stale" });
  for (let click = 0; click < 2; click++)
    expect(await store.write((tx) => submitProvider(tx, member, 2))).toMatchObject({ ok: true });
  const told = await store.db.select().from(notice);
  expect(told.map((each) => [each.userId, each.kind])).toEqual([[staff.userId, "provider.submitted"]]);
});

test("after changes were asked for the profile goes back to the park", async () => {
  const store = referenceStore();
  const member = await aProvider(store, { status: "changes_requested" });
  await update(store, member);
  await requiredOf(store, member.organisationId, "passed");
  expect(await store.write((tx) => submitProvider(tx, member, 2))).toMatchObject({ ok: true });
  const row = (await store.db.select().from(provider))[0];
  expect(row?.status).toBe("pending_approval");
  expect(row?.submittedAt).toBeTypeOf("number");
});

test("an open provider has nothing to hand in", async () => {
  const store = referenceStore();
  const member = await aProvider(store);
  expect(await store.write((tx) => submitProvider(tx, member, 1))).toEqual({ ok: false, reason: "not_allowed" });
});
