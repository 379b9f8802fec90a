import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { user } from "#db/schema/identity.server";
import { handOver, isOwnPassword } from "~/domain/identity/handover.server";
import { changeRole, membersOf, removeMember } from "~/domain/identity/members.server";
import { hashPassword } from "~/domain/identity/passwords.server";
import { teamLog } from "~/domain/identity/team-log.server";
import { aMember, anOrganisation, aPerson } from "../../world/people";
import { testStore } from "../../world/store";

async function aTeam(second: "owner" | "member") {
  const store = testStore();
  const world = await store.write(async (tx) => {
    const organisationId = await anOrganisation(tx, "某厂");
    const first = await aMember(tx, organisationId, await aPerson(tx, "first@x.cn"), "owner");
    const other = await aMember(tx, organisationId, await aPerson(tx, "second@x.cn"), second);
    return { organisationId, first, other };
  });
  const roles = async () =>
    Object.fromEntries((await membersOf(store.db, world.organisationId)).map(({ email, role }) => [email, role]));
  return { store, roles, ...world };
}

test("ownership passes in one step, and a second click is no second step", async () => {
  const { store, roles, first, other } = await aTeam("member");
  for (let click = 0; click < 2; click++)
    expect(await store.write((tx) => handOver(tx, first, other.userId))).toMatchObject({ ok: true });
  expect(await roles()).toEqual({ "second@x.cn": "owner", "first@x.cn": "member" });
});

test("a member hands nothing over, nobody to themselves, nor to a stranger", async () => {
  const { store, first, other } = await aTeam("member");
  const stranger = await store.write((tx) => aPerson(tx, "s@x.cn"));
  const refusals = await Promise.all([
    store.write((tx) => handOver(tx, other, first.userId)),
    store.write((tx) => handOver(tx, first, first.userId)),
    store.write((tx) => handOver(tx, first, stranger)),
  ]);
  expect(refusals.map((each) => (each.ok ? "ok" : each.reason))).toEqual(["not_owner", "self", "not_member"]);
});

test("nothing is handed over to an account that cannot sign in", async () => {
  const { store, roles, first, other } = await aTeam("member");
  await store.write((tx) => tx.update(user).set({ disabledAt: 1 }).where(eq(user.id, other.userId)));
  expect(await store.write((tx) => handOver(tx, first, other.userId))).toEqual({ ok: false, reason: "not_member" });
  expect(await roles()).toEqual({ "first@x.cn": "owner", "second@x.cn": "member" });
});

test("two owners leave at once: one of them stays", async () => {
  const { store, roles, first, other } = await aTeam("owner");
  const left = await Promise.all([first, other].map((by) => store.write((tx) => removeMember(tx, by, by.userId))));
  expect(left.map((each) => (each.ok ? "left" : each.reason)).sort()).toEqual(["last_owner", "left"]);
  expect(Object.values(await roles())).toEqual(["owner"]);
});

test("two owners hand over to each other at once: one owner is left, and it is not nobody", async () => {
  const { store, roles, first, other } = await aTeam("owner");
  await Promise.all([
    store.write((tx) => handOver(tx, first, other.userId)),
    store.write((tx) => handOver(tx, other, first.userId)),
  ]);
  expect(Object.values(await roles()).filter((role) => role === "owner").length).toBeGreaterThan(0);
});

test("who is no longer an owner decides nothing with a page drawn before", async () => {
  const { store, first, other } = await aTeam("owner");
  await store.write((tx) => changeRole(tx, other, first.userId, "member"));
  const late = await store.write((tx) => changeRole(tx, first, other.userId, "member"));
  expect(late).toEqual({ ok: false, reason: "not_owner" });
});

test("only the own password confirms", async () => {
  const store = testStore();
  const passwordHash = await hashPassword("一句容易记住的话");
  const userId = await store.write((tx) => aPerson(tx, "a@x.cn", passwordHash));
  expect(await isOwnPassword(store.db, userId, "一句容易记住的话")).toBe(true);
  expect(await isOwnPassword(store.db, userId, "另一句话")).toBe(false);
});

test("the log tells in words what changed, newest first, to this organisation alone", async () => {
  const { store, first, other } = await aTeam("member");
  await store.write((tx) => handOver(tx, first, other.userId));
  await store.write((tx) => removeMember(tx, first, first.userId));
  const { lines } = await teamLog(store.db, other, null);
  expect(lines.map(({ action, by, of }) => [action, by, of])).toEqual([
    ["member.left", "first", "first"],
    ["member.handed_over", "first", "second"],
  ]);
  const stranger = await store.write(async (tx) =>
    aMember(tx, await anOrganisation(tx, "别处"), await aPerson(tx, "s@x.cn"), "owner"),
  );
  expect(await teamLog(store.db, stranger, null)).toEqual({ lines: [], next: null });
});
