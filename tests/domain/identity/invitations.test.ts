import { expect, test, vi } from "vitest";
import { mail } from "#db/schema/support.server";
import {
  acceptInvitation,
  invitationOf,
  invite,
  openInvitations,
  revokeInvitation,
} from "~/domain/identity/invitations.server";
import { membersOf } from "~/domain/identity/members.server";
import { aMember, anOrganisation, aPerson } from "../../world/people";
import { testStore } from "../../world/store";

async function anOwner() {
  const store = testStore();
  const owner = await store.write(async (tx) => {
    const organisationId = await anOrganisation(tx, "某厂");
    return aMember(tx, organisationId, await aPerson(tx, "owner@x.cn"), "owner");
  });
  return { store, owner };
}

async function newestToken(store: ReturnType<typeof testStore>): Promise<string> {
  const letters = await store.db.select().from(mail);
  return /invitations\/([\w-]+)/.exec(letters.at(-1)?.body ?? "")?.[1] ?? "";
}

test("the holder of the letter's link becomes a member, once", async () => {
  const { store, owner } = await anOwner();
  await store.write((tx) => invite(tx, owner, { email: "new@x.cn", role: "member" }));
  const token = await newestToken(store);
  const userId = await store.write((tx) => aPerson(tx, "new@x.cn"));
  expect((await store.write((tx) => acceptInvitation(tx, userId, token))).ok).toBe(true);
  expect(await store.write((tx) => acceptInvitation(tx, userId, token))).toEqual({ ok: false, reason: "closed" });
  expect(await membersOf(store.db, owner.organisationId)).toHaveLength(2);
});

test("inviting again closes the earlier link; revoking closes the newer", async () => {
  const { store, owner } = await anOwner();
  await store.write((tx) => invite(tx, owner, { email: "new@x.cn", role: "member" }));
  const first = await newestToken(store);
  await store.write((tx) => invite(tx, owner, { email: "new@x.cn", role: "owner" }));
  const second = await newestToken(store);
  expect(await invitationOf(store.db, first)).toBeNull();
  expect(await invitationOf(store.db, second)).toMatchObject({ role: "owner" });
  const [open] = await openInvitations(store.db, owner.organisationId);
  expect((await store.write((tx) => revokeInvitation(tx, owner, open?.id ?? ""))).ok).toBe(true);
  expect(await invitationOf(store.db, second)).toBeNull();
});

test("after seven days the link is closed", async () => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  const { store, owner } = await anOwner();
  await store.write((tx) => invite(tx, owner, { email: "new@x.cn", role: "member" }));
  const token = await newestToken(store);
  vi.setSystemTime(1_700_000_000_000 + 7 * 24 * 3_600_000 + 1);
  expect(await invitationOf(store.db, token)).toBeNull();
  vi.useRealTimers();
});

test("members do not invite, and members are not invited again", async () => {
  const { store, owner } = await anOwner();
  const member = await store.write(async (tx) =>
    aMember(tx, owner.organisationId, await aPerson(tx, "member@x.cn"), "member"),
  );
  const asMember = store.write((tx) => invite(tx, member, { email: "new@x.cn", role: "member" }));
  expect(await asMember).toEqual({ ok: false, reason: "not_owner" });
  const again = store.write((tx) => invite(tx, owner, { email: "owner@x.cn", role: "member" }));
  expect(await again).toEqual({ ok: false, reason: "member_already" });
});
