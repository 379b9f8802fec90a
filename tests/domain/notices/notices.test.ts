import { expect, test } from "vitest";
import { user } from "#db/schema/identity.server";
import { mail, notice } from "#db/schema/support.server";
import { eq } from "drizzle-orm";
import { markNoticesRead, noticesOf } from "~/domain/notices/inbox.server";
import { tell } from "~/domain/notices/notices.server";
import { aMember, anOrganisation, aPerson } from "../../world/people";
import { testStore } from "../../world/store";

const tidings = { kind: "provider.approved" as const, params: { park: "某园区" }, href: "/provider" };

async function anOrganisationOfTwo() {
  const store = testStore();
  const world = await store.write(async (tx) => {
    const organisationId = await anOrganisation(tx, "某厂");
    const first = await aMember(tx, organisationId, await aPerson(tx, "a@x.cn"), "owner");
    const second = await aMember(tx, organisationId, await aPerson(tx, "b@x.cn"), "member");
    await tx.update(user).set({ locale: "en" }).where(eq(user.id, second.userId));
    return { organisationId, first, second };
  });
  return { store, ...world };
}

test("everyone of an organisation but the one who acted is told, each in their language, with a letter", async () => {
  const { store, organisationId, first, second } = await anOrganisationOfTwo();
  await store.write((tx) => tell(tx, { organisationId }, tidings, first));
  expect(await store.db.select().from(notice)).toMatchObject([{ userId: second.userId, readAt: null }]);
  const [letter] = await store.db.select().from(mail);
  expect(letter?.recipient).toBe("b@x.cn");
  expect(letter?.subject).toBe("Provider profile approved");
});

test("a closed account is not told", async () => {
  const { store, organisationId } = await anOrganisationOfTwo();
  await store.write((tx) => tx.update(user).set({ disabledAt: 1 }));
  await store.write((tx) => tell(tx, { organisationId }, tidings));
  expect(await store.db.$count(notice)).toBe(0);
});

test("marking read touches only the reader's own", async () => {
  const { store, organisationId, first, second } = await anOrganisationOfTwo();
  await store.write((tx) => tell(tx, { organisationId }, tidings));
  await store.write((tx) => markNoticesRead(tx, first.userId));
  expect((await noticesOf(store.db, first.userId, null)).rows[0]?.readAt).not.toBeNull();
  expect((await noticesOf(store.db, second.userId, null)).rows[0]?.readAt).toBeNull();
});
