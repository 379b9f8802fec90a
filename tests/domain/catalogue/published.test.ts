import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { provider, solution } from "#db/schema/catalogue.server";
import type { Store } from "#db/store.server";
import { catalogueVersion } from "~/domain/catalogue/changes.server";
import {
  markEverythingChanged,
  publishedCatalogue,
  refreshIndex,
  refreshProviderIndex,
} from "~/domain/catalogue/published.server";
import { addSolution, market } from "./market";

const three = [{ title: "甲方案" }, { title: "乙方案", provider: "p2" }, { title: "丙方案" }];

async function numbersOf(store: Store): Promise<number[]> {
  return (await publishedCatalogue(store.db)).solutions.map(({ no }) => no);
}

/** What a process finds that starts now. */
async function freshNumbers(store: Store): Promise<number[]> {
  const { solutions } = await publishedCatalogue(Object.create(store.db));
  return solutions.map(({ no }) => no);
}

const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("solution" as const), no: fc.integer({ min: 1, max: 6 }), live: fc.boolean() }),
    fc.record({ kind: fc.constant("provider" as const), key: fc.constantFrom("p1", "p2"), live: fc.boolean() }),
    fc.record({ kind: fc.constant("everything" as const) }),
    fc.record({ kind: fc.constant("look" as const) }),
  ),
  { maxLength: 20 },
);

test("reading on from change to change comes to what a new process reads", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const { store } = await market([...three, {}, {}, {}]);
      for (const step of taken) {
        if (step.kind === "look") await numbersOf(store);
        else await store.write((tx) => change(tx, step));
      }
      expect(await numbersOf(store)).toEqual(await freshNumbers(store));
    }),
    { numRuns: 20 },
  );
});

type Step = typeof steps extends fc.Arbitrary<(infer Each)[]> ? Each : never;
type Change = Exclude<Step, { kind: "look" }>;

async function change(tx: Parameters<Parameters<Store["write"]>[0]>[0], step: Change): Promise<void> {
  switch (step.kind) {
    case "everything":
      return markEverythingChanged(tx);
    case "solution": {
      const id = `sol_${step.no}`;
      await tx
        .update(solution)
        .set({ status: step.live ? "published" : "withdrawn" })
        .where(eq(solution.id, id));
      return refreshIndex(tx, id);
    }
    case "provider": {
      const id = `org_${step.key}`;
      await tx
        .update(provider)
        .set({ status: step.live ? "open" : "suspended" })
        .where(eq(provider.organisationId, id));
      return refreshProviderIndex(tx, id);
    }
  }
}

test("what did not change is not read again", async () => {
  const { store } = await market(three);
  const before = await publishedCatalogue(store.db);
  await store.write(async (tx) => {
    await addSolution(tx, 4, { title: "丁方案" });
    await refreshIndex(tx, "sol_4");
  });
  const after = await publishedCatalogue(store.db);
  expect(after.solutions.map(({ title }) => title)).toEqual(["甲方案", "乙方案", "丙方案", "丁方案"]);
  for (const [place, each] of before.solutions.entries()) expect(after.solutions[place]).toBe(each);
  expect(after.bySlug.get("s-4")?.title).toBe("丁方案");
});

test("a change that was rolled back is not taken for the next one of the same number", async () => {
  const { store } = await market(three);
  const publish = (no: number, title: string) => async (tx: Parameters<Parameters<Store["write"]>[0]>[0]) => {
    await addSolution(tx, no, { title });
    await refreshIndex(tx, `sol_${no}`);
    return catalogueVersion(tx);
  };
  let rolledBack = "";
  const failing = store.write(async (tx) => {
    rolledBack = await publish(4, "丁方案")(tx);
    expect(await publishedCatalogue(tx)).toMatchObject({ version: rolledBack });
    throw new Error("on purpose");
  });
  await expect(failing).rejects.toThrow("on purpose");
  const version = await store.write(publish(5, "戊方案"));
  expect(version).not.toBe(rolledBack);
  expect(await numbersOf(store)).toEqual([1, 2, 3, 5]);
});

test("many changes at once are read as one", async () => {
  const { store } = await market(three);
  await numbersOf(store);
  await store.write(async (tx) => {
    for (let no = 4; no <= 700; no++) await addSolution(tx, no);
    await refreshProviderIndex(tx, "org_p1");
  });
  expect(await numbersOf(store)).toHaveLength(700);
});
