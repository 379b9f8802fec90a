import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { provider, qualification } from "#db/schema/catalogue.server";
import { journalEntry, notice, storedFile } from "#db/schema/support.server";
import type { QualificationCriterion } from "#db/vocabulary/catalogue";
import { submitProvider, updateProvider } from "~/domain/catalogue/providers.server";
import { daysLeft, isExpired, reminderDue } from "~/domain/catalogue/qualification-expiry";
import { remindOfExpiry } from "~/domain/catalogue/qualification-reminders.server";
import { qualificationsOf, saveQualification } from "~/domain/catalogue/qualifications.server";
import type { ProviderMember } from "~/domain/identity/actor";
import { decideOnProvider } from "~/domain/moderation/decisions.server";
import type { Moderator } from "~/domain/moderation/fence.server";
import { judgeQualification, moderatedQualifications } from "~/domain/moderation/qualifications.server";
import { aParkStaff, aProvider, must, profile } from "../../world/market";
import { aReceived, requiredOf } from "../../world/qualifications";
import { referenceStore } from "../../world/reference";

type World = ReturnType<typeof referenceStore>;
const empty = { statement: "", validUntil: null, dropFile: false, seenEdit: 0 };

const fill = (store: World, member: ProviderMember, criterion: QualificationCriterion, change = {}, file = false) =>
  store.write((tx) =>
    saveQualification(tx, member, criterion, {
      form: { ...empty, statement: "材料齐全", ...change },
      file: file ? aReceived() : null,
    }),
  );

const judge = (
  store: World,
  by: Moderator,
  member: ProviderMember,
  criterion: QualificationCriterion,
  verdict: "passed" | "returned",
  seenEdit = 1,
) => {
  const said = { criterion, verdict, seenEdit, reason: verdict === "returned" ? ("unclear" as const) : null };
  return store.write((tx) =>
    judgeQualification(tx, by, member.organisationId, { ...said, text: verdict === "returned" ? "请补充" : "" }),
  );
};

const standing = async (store: World, member: ProviderMember) =>
  Object.fromEntries((await qualificationsOf(store.db, member.organisationId)).map((q) => [q.criterion, q.status]));

const approve = (store: World, by: Moderator, member: ProviderMember, seenEdit = 2) =>
  store.write((tx) =>
    decideOnProvider(tx, by, member.organisationId, { decision: "approved", reason: null, text: "", seenEdit }),
  );

/** A newcomer with its profile filled in and all that is required said and shown, not handed in. */
async function aNewcomer(store: World) {
  const member = await aProvider(store, { status: "pending_approval" });
  must(await store.write((tx) => updateProvider(tx, member, profile, 1)));
  must(await fill(store, member, "registration", {}, true));
  must(await fill(store, member, "experience"));
  must(await fill(store, member, "security"));
  return member;
}

describe("handing in", () => {
  test("needs every required one, the registration with its file", async () => {
    const store = referenceStore();
    const member = await aProvider(store, { status: "pending_approval" });
    must(await store.write((tx) => updateProvider(tx, member, profile, 1)));
    const handIn = () => store.write((tx) => submitProvider(tx, member, 2));
    const incomplete = { ok: false, reason: "qualifications_incomplete" };
    expect(await handIn()).toEqual(incomplete);
    for (const criterion of ["registration", "experience", "security"] as const)
      must(await fill(store, member, criterion));
    expect(await handIn()).toEqual(incomplete);
    must(await fill(store, member, "registration", { seenEdit: 1 }, true));
    expect(await handIn()).toMatchObject({ ok: true });
    expect(await standing(store, member)).toEqual({
      ...{ registration: "submitted", experience: "submitted", security: "submitted" },
    });
  });

  test("the park sees what was handed in, never a draft; another park sees nothing", async () => {
    const store = referenceStore();
    const [staff, other] = [await aParkStaff(store), await aParkStaff(store, "jiujiang-etdz")];
    const member = await aNewcomer(store);
    const seenBy = async (by: Moderator) => (await moderatedQualifications(store.db, by, member.organisationId)).length;
    expect(await seenBy(staff)).toBe(0);
    must(await store.write((tx) => submitProvider(tx, member, 2)));
    expect([await seenBy(staff), await seenBy(other)]).toEqual([3, 0]);
    expect(await judge(store, other, member, "security", "passed")).toEqual({ ok: false, reason: "not_found" });
  });
});

describe("each is judged alone", () => {
  test("one is returned, the others stay passed on resubmission, and only then the provider is approved", async () => {
    const store = referenceStore();
    const staff = await aParkStaff(store);
    const member = await aNewcomer(store);
    must(await store.write((tx) => submitProvider(tx, member, 2)));
    must(await judge(store, staff, member, "registration", "passed"));
    must(await judge(store, staff, member, "experience", "passed"));
    must(await judge(store, staff, member, "security", "returned"));
    expect(await approve(store, staff, member)).toEqual({ ok: false, reason: "qualifications_open" });
    const returned = {
      decision: "changes_requested" as const,
      reason: "unclear" as const,
      text: "请看资质",
      seenEdit: 2,
    };
    must(await store.write((tx) => decideOnProvider(tx, staff, member.organisationId, returned)));

    const again = () => store.write((tx) => submitProvider(tx, member, 2));
    expect(await again()).toEqual({ ok: false, reason: "qualifications_incomplete" });
    must(await fill(store, member, "security", { statement: "每日备份", seenEdit: 1 }));
    must(await again());
    expect(await standing(store, member)).toEqual({
      ...{ registration: "passed", experience: "passed", security: "submitted" },
    });
    must(await judge(store, staff, member, "security", "passed", 2));
    must(await approve(store, staff, member));
    const [row] = await store.db.select().from(provider).where(eq(provider.organisationId, member.organisationId));
    expect(row?.status).toBe("open");
  });

  test("a verdict cannot swallow a change made after the page was drawn", async () => {
    const store = referenceStore();
    const staff = await aParkStaff(store);
    const member = await aNewcomer(store);
    must(await store.write((tx) => submitProvider(tx, member, 2)));
    must(await fill(store, member, "security", { statement: "换了说法", seenEdit: 1 }));
    expect(await judge(store, staff, member, "security", "passed", 1)).toEqual({ ok: false, reason: "stale" });
    expect((await standing(store, member))["security"]).toBe("submitted");
  });

  test("the same verdict twice is one, a draft is not judged", async () => {
    const store = referenceStore();
    const staff = await aParkStaff(store);
    const member = await aNewcomer(store);
    expect(await judge(store, staff, member, "security", "passed")).toEqual({ ok: false, reason: "not_allowed" });
    must(await store.write((tx) => submitProvider(tx, member, 2)));
    for (let click = 0; click < 2; click++) must(await judge(store, staff, member, "security", "passed"));
    const passed = eq(journalEntry.action, "qualification.passed");
    expect(await store.db.$count(journalEntry, passed)).toBe(1);
  });
});

describe("after approval", () => {
  test("a provider approved before qualifications were asked for stays open; what it adds goes to the park at once", async () => {
    const store = referenceStore();
    const staff = await aParkStaff(store);
    const member = await aProvider(store);
    expect(await fill(store, member, "people")).toMatchObject({ ok: true, value: { now: "sent" } });
    expect(await fill(store, member, "people")).toMatchObject({ value: { now: "sent" } });
    expect(await standing(store, member)).toEqual({ people: "submitted" });
    must(await judge(store, staff, member, "people", "returned"));
    expect(await fill(store, member, "people")).toMatchObject({ value: { now: "unchanged" } });
    const kinds = (await store.db.select().from(notice)).map(({ userId, kind }) => [userId === staff.userId, kind]);
    expect(kinds).toEqual([
      [true, "qualification.submitted"],
      [false, "qualification.returned"],
    ]);
    const [row] = await store.db.select().from(provider);
    expect(row?.status).toBe("open");
  });

  test("a required one cannot be emptied there, another can", async () => {
    const store = referenceStore();
    const member = await aProvider(store);
    await requiredOf(store, member.organisationId, "passed");
    const emptied = { statement: "", seenEdit: 1 };
    expect(await fill(store, member, "security", emptied)).toEqual({ ok: false, reason: "incomplete" });
    const nothing = { statement: "" };
    expect(await fill(store, member, "people", nothing)).toEqual({ ok: false, reason: "incomplete" });
    must(await fill(store, member, "people"));
    const told = await store.db.$count(notice);
    expect(await fill(store, member, "people", emptied)).toEqual({ ok: true, value: { now: "emptied" } });
    expect(await store.db.$count(notice)).toBe(told);
  });
});

describe("saving", () => {
  test("a stale form is refused, the same again is no change", async () => {
    const store = referenceStore();
    const member = await aProvider(store, { status: "pending_approval" });
    must(await fill(store, member, "security"));
    must(await fill(store, member, "security"));
    expect(await fill(store, member, "security", { statement: "别的" })).toEqual({ ok: false, reason: "stale" });
  });

  test("another file replaces the one before, which is forgotten", async () => {
    const store = referenceStore();
    const member = await aProvider(store, { status: "pending_approval" });
    must(await fill(store, member, "registration", {}, true));
    must(await fill(store, member, "registration", { seenEdit: 1 }, true));
    const files = await store.db.select().from(storedFile);
    const [row] = await store.db.select().from(qualification);
    expect(files.map(({ id }) => id)).toEqual([row?.fileId]);
  });

  test("a refused provider changes nothing", async () => {
    const store = referenceStore();
    const member = await aProvider(store, { status: "rejected" });
    expect(await fill(store, member, "security")).toEqual({ ok: false, reason: "closed" });
  });
});

describe("certificates run out", () => {
  const now = Date.parse("2026-03-01T02:00:00Z");

  test.each([
    ["2026-05-01", 61, null],
    ["2026-04-30", 60, 60],
    ["2026-04-01", 31, 60],
    ["2026-03-31", 30, 30],
    ["2026-03-08", 7, 7],
    ["2026-03-01", 0, 7],
    ["2026-02-28", -1, null],
    [null, null, null],
  ])("valid until %s: %s days left, reminder of %s", (until, left, due) => {
    expect([daysLeft(until, now), reminderDue(until, now)]).toEqual([left, due]);
    expect(isExpired(until, now)).toBe(left !== null && left < 0);
  });

  test("the day changes at midnight in the province", () => {
    expect(daysLeft("2026-03-01", Date.parse("2026-03-01T15:59:59Z"))).toBe(0);
    expect(daysLeft("2026-03-01", Date.parse("2026-03-01T16:00:00Z"))).toBe(-1);
  });

  test("each reminder is sent once, and after a renewal they begin anew", async () => {
    const store = referenceStore();
    const member = await aProvider(store);
    await requiredOf(store, member.organisationId, "passed");
    const until = (day: string) =>
      store.write((tx) =>
        tx
          .update(qualification)
          .set({ validUntil: day })
          .where(and(eq(qualification.providerId, member.organisationId), eq(qualification.criterion, "security"))),
      );
    await until("2026-04-20");
    const on = (day: string) => remindOfExpiry(store, Date.parse(`${day}T02:00:00Z`));
    expect([await on("2026-02-01"), await on("2026-03-01"), await on("2026-03-02")]).toEqual([0, 1, 0]);
    expect([await on("2026-03-21"), await on("2026-04-14"), await on("2026-04-21")]).toEqual([1, 1, 0]);
    await until("2027-04-20");
    expect([await on("2026-04-21"), await on("2027-03-01")]).toEqual([0, 1]);
    const told = await store.db.select().from(notice).where(eq(notice.userId, member.userId));
    expect(told.map(({ kind }) => kind)).toEqual(Array(4).fill("qualification.expires_security"));
    expect(told[0]?.params).toMatchObject({ days: 50, date: "2026-04-20" });
  });
});
