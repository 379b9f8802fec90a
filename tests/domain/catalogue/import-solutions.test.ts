/** What an import does to solutions that have a life of their own already. */
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { provider, solution, solutionVersion, versionFile } from "#db/schema/catalogue.server";
import { organisation, user } from "#db/schema/identity.server";
import { providersImport, providersWriting } from "~/domain/catalogue/import-providers.server";
import { solutionsImport } from "~/domain/catalogue/import-solutions.server";
import { solutionsWriting } from "~/domain/catalogue/imported-solutions.server";
import { catalogueFile } from "~/domain/catalogue/catalogue-files.server";
import { publishedCatalogue } from "~/domain/catalogue/published.server";
import { shownFiles } from "~/domain/catalogue/version-files.server";
import { noteFile } from "~/domain/files/stored-files.server";
import { referenceNames } from "~/domain/scenarios/reference-names";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { madeCreditCode } from "../../../cli/demo/credit-codes";
import { aReceived } from "../../world/qualifications";
import { market, type Made } from "./market";

const CODE = madeCreditCode(1);
const AT = 5_000;

async function marketOf(...made: Made[]) {
  const { store, find } = await market(made);
  await store.write(async (tx) => {
    await tx.update(organisation).set({ creditCode: CODE }).where(eq(organisation.id, "org_p1"));
  });
  const reference = await referenceOf(store.db);
  const names = referenceNames(reference);
  const importRow = (cells: Record<string, string>) =>
    store.write(async (tx) => {
      const importing = solutionsImport(tx, names);
      const { row } = importing.readRow(new Map(Object.entries({ provider_credit_code: CODE, ...cells })));
      const settled = await importing.settle([row]);
      const writing = await solutionsWriting(tx, store.writer, reference, AT);
      await writing.write(settled);
      await writing.finish("a.csv", { created: 0, updated: 0, unchanged: 0 });
      return settled.map(({ kind }) => kind);
    });
  const versions = () => store.db.select().from(solutionVersion).orderBy(solutionVersion.number);
  return { store, names, importRow, versions, find };
}

test("the owner's draft stays the newest version", async () => {
  const { store, importRow, versions } = await marketOf({ title: "甲" });
  await store.write(async (tx) => {
    const [live] = await tx.select().from(solutionVersion);
    if (live)
      await tx
        .insert(solutionVersion)
        .values({ ...live, id: "ver_draft", number: 2, status: "draft", summary: "草稿" });
  });
  expect(await importRow({ title: "甲", summary: "新" })).toEqual(["updated"]);
  expect((await versions()).map(({ number, status, summary }) => [number, status, summary])).toEqual([
    [1, "superseded", ""],
    [2, "current", "新"],
    [3, "draft", "草稿"],
  ]);
});

test("what its owner hid or staff took down gets the new version and stays unseen", async () => {
  const { store, importRow, find } = await marketOf(
    { title: "甲", status: "withdrawn" },
    { title: "乙", status: "suspended" },
  );
  expect(await importRow({ title: "甲", summary: "新内容" })).toEqual(["updated"]);
  expect(await importRow({ title: "乙", summary: "新内容" })).toEqual(["updated"]);
  const rows = await store.db.select({ status: solution.status }).from(solution).orderBy(solution.no);
  expect(rows.map(({ status }) => status)).toEqual(["withdrawn", "suspended"]);
  expect((await publishedCatalogue(store.db)).solutions).toEqual([]);
  expect((await find("q=新内容")).items).toEqual([]);
});

test("an archived solution and an unpublished draft of the same title are not touched: the file's one is new", async () => {
  const { importRow, versions } = await marketOf({ title: "甲", status: "archived" });
  expect(await importRow({ title: "甲" })).toEqual(["created"]);
  expect((await versions()).map(({ status }) => status)).toEqual(["current", "current"]);
});

test("pictures and papers of a listing stay public when a file changes its words", async () => {
  const { store, importRow, versions } = await marketOf({ title: "甲" });
  const file = aReceived("看板.webp");
  await store.write(async (tx) => {
    const [live] = await tx.select().from(solutionVersion);
    await tx.insert(user).values({ id: "usr_p", name: "王工", email: "p@x.cn", passwordHash: "x", createdAt: 1 });
    await noteFile(tx, { id: file.id, ownerOrganisationId: "org_p1", byUserId: "usr_p", name: file.name }, file);
    const shown = { fileId: file.id, kind: "screenshot" as const, caption: "看板", position: 1 };
    await tx.insert(versionFile).values({ versionId: live?.id ?? "", ...shown });
  });
  expect(await importRow({ title: "甲", summary: "新" })).toEqual(["updated"]);
  const current = (await versions()).find(({ status }) => status === "current");
  expect((await shownFiles(store.db, current?.id ?? "")).map(({ caption }) => caption)).toEqual(["看板"]);
  expect((await catalogueFile(store.db, file.id))?.isPublic).toBe(true);
});

test("fields the file knows nothing of are kept", async () => {
  const { importRow, versions } = await marketOf({ title: "甲", functions: "排产", service: "当天响应", trial: true });
  await importRow({ title: "甲", summary: "新" });
  expect((await versions()).at(-1)).toMatchObject({
    functions: "排产",
    service: "当天响应",
    trial: true,
    summary: "新",
  });
});

test("solutions of a suspended provider wait for it unseen", async () => {
  const { store, importRow, find } = await marketOf();
  await store.write(async (tx) => void (await tx.update(provider).set({ status: "suspended" })));
  expect(await importRow({ title: "看不见的方案" })).toEqual(["created"]);
  expect((await find("q=看不见的方案")).items).toEqual([]);
});

test("a provider renamed by an import is found by its new name", async () => {
  const { store, names, find } = await marketOf({ title: "甲" }, { title: "乙", provider: "p2" });
  await store.write(async (tx) => {
    const importing = providersImport(tx, names, "2026-03-04");
    const cells = { credit_code: CODE, name: "赣江云帆科技", type: "product", region: "360100" };
    const settled = await importing.settle([importing.readRow(new Map(Object.entries(cells))).row]);
    await providersWriting(tx, store.writer, AT).write(settled);
  });
  expect((await find("q=赣江云帆")).items.map(({ title }) => title)).toEqual(["甲"]);
  const [kept] = await store.db
    .select({ status: provider.status, edit: provider.edit })
    .from(provider)
    .where(and(eq(provider.organisationId, "org_p1")));
  expect(kept).toEqual({ status: "open", edit: 2 });
});

test("a title in other widths, case or blanks is the same solution", async () => {
  const { importRow, versions } = await marketOf({ title: "MES（精益版）" });
  expect(await importRow({ title: "ｍｅｓ(精益版)", summary: "新" })).toEqual(["updated"]);
  expect((await versions()).map(({ number, summary }) => [number, summary])).toEqual([
    [1, ""],
    [2, "新"],
  ]);
});

test("a title written with letters nobody sees is the same solution", async () => {
  const { importRow, versions } = await marketOf({ title: "云帆\u200b排产" });
  expect(await importRow({ title: "云帆\u202e排产" })).toEqual(["updated"]);
  expect((await versions()).map(({ title }) => title)).toEqual(["云帆\u200b排产", "云帆排产"]);
});

test("a row of few columns is refused when what stands there already would contradict it", async () => {
  const { store, importRow, versions } = await marketOf({ title: "甲" });
  await store.write(async (tx) => {
    await tx.update(solutionVersion).set({ priceMinFen: 100, priceMaxFen: 2_000_000, levelFrom: 1, levelTo: 2 });
  });
  expect(await importRow({ title: "甲", price_min_yuan: "30000" })).toEqual(["refused"]);
  expect(await importRow({ title: "甲", level_from: "4" })).toEqual(["refused"]);
  expect(await importRow({ title: "甲", price_min_yuan: "20000" })).toEqual(["updated"]);
  expect((await versions()).map(({ priceMinFen }) => priceMinFen)).toEqual([100, 2_000_000]);
});
