import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { user } from "#db/schema/identity.server";
import { hashPassword } from "~/domain/identity/passwords.server";
import { signIn } from "~/domain/identity/sign-in.server";
import { aPerson } from "../../world/people";
import { testStore } from "../../world/store";

async function withPerson() {
  const store = testStore();
  const passwordHash = await hashPassword("Pass word 一号");
  const userId = await store.write((tx) => aPerson(tx, "a@x.cn", passwordHash));
  await store.write((tx) => tx.update(user).set({ mobile: "13800000000" }).where(eq(user.id, userId)));
  return { store, userId };
}

test.each(["a@x.cn", " A@X.CN ", "ａ@x.cn", "13800000000", "+86 138-0000-0000", "１３８００００００００"])(
  "%s with the right password is that person",
  async (name) => {
    const { store, userId } = await withPerson();
    expect(await signIn(store.db, name, "Pass word 一号")).toEqual({ ok: true, value: { userId } });
  },
);

test("a wrong password and an unknown name are refused in the same words", async () => {
  const { store } = await withPerson();
  const refused = { ok: false, reason: "wrong" };
  expect(await signIn(store.db, "a@x.cn", "pass word 一号")).toEqual(refused);
  expect(await signIn(store.db, "b@x.cn", "Pass word 一号")).toEqual(refused);
});

test("a closed account is told so only with the right password", async () => {
  const { store } = await withPerson();
  await store.write((tx) => tx.update(user).set({ disabledAt: 1 }));
  expect(await signIn(store.db, "a@x.cn", "Pass word 一号")).toEqual({ ok: false, reason: "disabled" });
  expect(await signIn(store.db, "a@x.cn", "wrong")).toEqual({ ok: false, reason: "wrong" });
});
