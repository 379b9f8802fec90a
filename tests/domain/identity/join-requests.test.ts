import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { membership, organisation, user } from "#db/schema/identity.server";
import { notice } from "#db/schema/support.server";
import {
  answerRequest,
  askAsNewcomer,
  askToJoin,
  openRequests,
  ownRequests,
  takeBackRequest,
} from "~/domain/identity/join-requests.server";
import { membersOf } from "~/domain/identity/members.server";
import { aMember, anOrganisation, aPerson } from "../../world/people";
import { testStore } from "../../world/store";

const CODE = "91360100MA35TEST0X";

async function aRegistered(role: "owner" | "member" = "owner") {
  const store = testStore();
  const owner = await store.write(async (tx) => {
    const id = await anOrganisation(tx, "某厂", "provider");
    await tx.update(organisation).set({ creditCode: CODE }).where(eq(organisation.id, id));
    return aMember(tx, id, await aPerson(tx, "owner@x.cn"), role);
  });
  const userId = await store.write((tx) => aPerson(tx, "asker@x.cn"));
  const asker = { userId, userName: "乙" };
  const ask = (creditCode = CODE) => store.write((tx) => askToJoin(tx, asker, { creditCode, message: "销售部" }));
  return { store, owner, asker, ask };
}

test("the owners are told who asks; the asker becomes a member when one agrees, and is told", async () => {
  const { store, owner, asker, ask } = await aRegistered();
  expect(await ask()).toMatchObject({ ok: true });
  expect(await ask()).toMatchObject({ ok: true });
  const open = await openRequests(store.db, owner.organisationId);
  expect(open).toMatchObject([{ email: "asker@x.cn", message: "销售部" }]);
  const yes = { id: open[0]?.id ?? "", isAccepted: true };
  expect(await store.write((tx) => answerRequest(tx, owner, yes))).toMatchObject({ ok: true });
  expect(await store.write((tx) => answerRequest(tx, owner, yes))).toEqual({ ok: false, reason: "request_closed" });
  expect((await membersOf(store.db, owner.organisationId)).map(({ role }) => role)).toEqual(["owner", "member"]);
  expect(await ask()).toEqual({ ok: false, reason: "member_already" });
  const told = await store.db.select().from(notice);
  expect(told.map(({ userId, kind }) => [userId, kind])).toEqual([
    [owner.userId, "join.requested"],
    [asker.userId, "join.accepted"],
  ]);
});

test("what the asker is answered and can read names nobody of the organisation", async () => {
  const { store, asker, ask } = await aRegistered();
  const said = JSON.stringify([await ask(), await ownRequests(store.db, asker.userId)]);
  for (const secret of ["owner@x.cn", "甲", "usr_"]) expect(said).not.toContain(secret);
});

describe("refused", () => {
  test("an unknown code, an organisation without an owner, a fourth open question", async () => {
    const { ask } = await aRegistered("member");
    expect(await ask("91360100MA35NONE0X")).toEqual({ ok: false, reason: "unknown_organisation" });
    expect(await ask()).toEqual({ ok: false, reason: "nobody_decides" });
    const { store, asker } = await aRegistered();
    const results: string[] = [];
    for (const n of [1, 2, 3, 4]) {
      await store.write(async (tx) => {
        const id = await anOrganisation(tx, `厂${n}`);
        await tx
          .update(organisation)
          .set({ creditCode: `${n}` })
          .where(eq(organisation.id, id));
        await aMember(tx, id, await aPerson(tx, `o${n}@x.cn`), "owner");
      });
      const asked = await store.write((tx) => askToJoin(tx, asker, { creditCode: `${n}`, message: "" }));
      results.push(asked.ok ? "ok" : asked.reason);
    }
    expect(results).toEqual(["ok", "ok", "ok", "too_many"]);
  });

  test("a member, and an owner of elsewhere, decide nothing", async () => {
    const { store, owner, ask } = await aRegistered();
    await ask();
    const [open] = await openRequests(store.db, owner.organisationId);
    const answer = { id: open?.id ?? "", isAccepted: true };
    const [member, stranger] = await store.write(async (tx) => [
      await aMember(tx, owner.organisationId, await aPerson(tx, "m@x.cn"), "member"),
      await aMember(tx, await anOrganisation(tx, "别处"), await aPerson(tx, "s@x.cn"), "owner"),
    ]);
    if (!member || !stranger) throw new Error("nobody");
    expect(await store.write((tx) => answerRequest(tx, member, answer))).toEqual({ ok: false, reason: "not_owner" });
    expect(await store.write((tx) => answerRequest(tx, stranger, answer))).toEqual({
      ok: false,
      reason: "request_closed",
    });
  });
});

test("a question taken back can no longer be answered", async () => {
  const { store, owner, asker, ask } = await aRegistered();
  await ask();
  const [open] = await ownRequests(store.db, asker.userId);
  await store.write((tx) => takeBackRequest(tx, owner.userId, open?.id ?? ""));
  expect(await ownRequests(store.db, asker.userId)).toHaveLength(1);
  await store.write((tx) => takeBackRequest(tx, asker.userId, open?.id ?? ""));
  expect(await openRequests(store.db, owner.organisationId)).toEqual([]);
});

test("a newcomer gets an account and a question, never an organisation; refused, nobody is added", async () => {
  const { store, owner } = await aRegistered();
  const person = { name: "丙", email: "new@x.cn", mobile: null, passwordHash: "x", locale: "zh-CN" as const };
  const asked = { creditCode: CODE, message: "" };
  const people = await store.db.$count(user);
  const ask = (by = person, what = asked) => store.write((tx) => askAsNewcomer(tx, by, what));
  expect(await ask(person, { ...asked, creditCode: "none" })).toMatchObject({ reason: "unknown_organisation" });
  expect(await ask({ ...person, email: "owner@x.cn" })).toMatchObject({ reason: "email_taken" });
  expect(await store.db.$count(user)).toBe(people);
  expect(await ask()).toMatchObject({ ok: true });
  expect([await store.db.$count(user), await store.db.$count(membership)]).toEqual([people + 1, 1]);
  expect(await openRequests(store.db, owner.organisationId)).toMatchObject([{ name: "丙" }]);
});
