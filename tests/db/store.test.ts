import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "#db/ids.server";
import { user } from "#db/schema/identity.server";
import { one, uniqueViolation } from "#db/store.server";
import { testStore } from "../world/store";

const person = (email: string) => ({ id: newId("usr"), name: "甲", email, passwordHash: "x", createdAt: 1 });

test("a write that throws leaves nothing behind", async () => {
  const store = testStore();
  const write = store.write(async (tx) => {
    await tx.insert(user).values(person("a@x.cn"));
    throw new Error("stop");
  });
  await expect(write).rejects.toThrow("stop");
  expect(await store.db.$count(user)).toBe(0);
});

test("writes started together run one after the other", async () => {
  const store = testStore();
  await store.write((tx) => tx.insert(user).values(person("0@x.cn")));
  const rename = () =>
    store.write(async (tx) => {
      const row = await one(tx.select().from(user));
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (row)
        await tx
          .update(user)
          .set({ name: `${row.name}乙` })
          .where(eq(user.id, row.id));
    });
  await Promise.all([rename(), rename(), rename()]);
  expect((await one(store.db.select().from(user)))?.name).toBe("甲乙乙乙");
});

test("a write inside a write is refused at once", async () => {
  const store = testStore();
  await expect(store.write(() => store.write(async () => 1))).rejects.toThrow("inside write()");
});

test("a violated unique column is named", async () => {
  const store = testStore();
  await store.write((tx) => tx.insert(user).values(person("a@x.cn")));
  const again = store.write((tx) => tx.insert(user).values(person("a@x.cn")));
  expect(await again.catch(uniqueViolation)).toBe("user.email");
});
