import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { journalEntry } from "#db/schema/support.server";
import { changeRole, membersOf, removeMember } from "~/domain/identity/members.server";
import { aMember, anOrganisation, aPerson } from "../../world/people";
import { testStore } from "../../world/store";

async function twoPeople() {
  const store = testStore();
  const world = await store.write(async (tx) => {
    const organisationId = await anOrganisation(tx, "某厂");
    const owner = await aMember(tx, organisationId, await aPerson(tx, "owner@x.cn"), "owner");
    const member = await aMember(tx, organisationId, await aPerson(tx, "member@x.cn"), "member");
    return { organisationId, owner, member };
  });
  return { store, ...world };
}

test("an owner makes another owner, then steps back: ownership is handed over", async () => {
  const { store, owner, member, organisationId } = await twoPeople();
  expect((await store.write((tx) => changeRole(tx, owner, member.userId, "owner"))).ok).toBe(true);
  expect((await store.write((tx) => changeRole(tx, owner, owner.userId, "member"))).ok).toBe(true);
  const members = await membersOf(store.db, organisationId);
  expect(members.map(({ email, role }) => [email, role])).toEqual([
    ["member@x.cn", "owner"],
    ["owner@x.cn", "member"],
  ]);
});

test("the last owner can neither step back nor leave", async () => {
  const { store, owner } = await twoPeople();
  expect(await store.write((tx) => changeRole(tx, owner, owner.userId, "member"))).toEqual({
    ok: false,
    reason: "last_owner",
  });
  expect(await store.write((tx) => removeMember(tx, owner, owner.userId))).toEqual({ ok: false, reason: "last_owner" });
});

test("a member changes nobody, but may leave; the journal says so", async () => {
  const { store, owner, member, organisationId } = await twoPeople();
  expect(await store.write((tx) => removeMember(tx, member, owner.userId))).toEqual({ ok: false, reason: "not_owner" });
  expect(await store.write((tx) => changeRole(tx, member, member.userId, "owner"))).toEqual({
    ok: false,
    reason: "not_owner",
  });
  expect((await store.write((tx) => removeMember(tx, member, member.userId))).ok).toBe(true);
  expect(await membersOf(store.db, organisationId)).toHaveLength(1);
  const entries = await store.db.select().from(journalEntry).where(eq(journalEntry.action, "member.left"));
  expect(entries).toHaveLength(1);
});

test("a person of another organisation is not a member here", async () => {
  const { store, owner } = await twoPeople();
  const stranger = await store.write((tx) => aPerson(tx, "stranger@x.cn"));
  expect(await store.write((tx) => removeMember(tx, owner, stranger))).toEqual({ ok: false, reason: "not_member" });
});
