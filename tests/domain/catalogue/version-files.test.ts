import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import { journalEntry, notice, storedFile } from "#db/schema/support.server";
import { catalogueFile, scanHeldFiles } from "~/domain/catalogue/catalogue-files.server";
import { changeLogo, logoOf } from "~/domain/catalogue/provider-logo.server";
import { saveQualification } from "~/domain/catalogue/qualifications.server";
import {
  addVersionFile,
  captionVersionFile,
  raiseVersionFile,
  removeVersionFile,
} from "~/domain/catalogue/version-file-edits.server";
import { filesOfVersion, shownFiles } from "~/domain/catalogue/version-files.server";
import { keepFile } from "~/domain/files/uploads.server";
import type { ParkStaff, ProviderMember } from "~/domain/identity/actor";
import { decideOnSolution } from "~/domain/moderation/decisions.server";
import { moderatedFile } from "~/domain/moderation/qualifications.server";
import { aDraft, aParkStaff, aProvider, aPublished, must, submit } from "../../world/market";
import { aReceived } from "../../world/qualifications";
import { referenceStore } from "../../world/reference";

let store: ReturnType<typeof referenceStore>;
let staff: ParkStaff;
let member: ProviderMember;
beforeEach(async () => {
  store = referenceStore();
  staff = await aParkStaff(store);
  member = await aProvider(store);
});

const add = (id: string, name: string, by = member, heldSince: number | null = null) => {
  const file = aReceived(name, heldSince);
  const outcome = store.write((tx) => addVersionFile(tx, by, id, { file, caption: `这是 ${name}` }));
  return outcome.then((each) => ({ ...each, fileId: file.id }));
};

async function newest(id: string) {
  const rows = await store.db.select().from(solutionVersion).where(eq(solutionVersion.solutionId, id));
  const version = rows.toSorted((a, b) => b.number - a.number)[0];
  if (!version) throw new Error("no version");
  return version;
}

const namesIn = async (id: string) =>
  (await filesOfVersion(store.db, (await newest(id)).id)).map(({ name, caption }) => `${name}:${caption}`);

test("pictures and papers are added, captioned, put in order and taken out", async () => {
  const id = await aDraft(store, member);
  const first = await add(id, "一.webp");
  const second = await add(id, "二.webp");
  const paper = await add(id, "手册.pdf");
  must(await store.write((tx) => raiseVersionFile(tx, member, id, second.fileId)));
  must(await store.write((tx) => raiseVersionFile(tx, member, id, second.fileId)));
  must(await store.write((tx) => captionVersionFile(tx, member, id, { fileId: first.fileId, caption: "排产甘特图" })));
  expect(await namesIn(id)).toEqual(["二.webp:这是 二.webp", "一.webp:排产甘特图", "手册.pdf:这是 手册.pdf"]);
  must(await store.write((tx) => removeVersionFile(tx, member, id, paper.fileId)));
  expect(await namesIn(id)).toHaveLength(2);
  expect(await store.db.select().from(storedFile).where(eq(storedFile.id, paper.fileId))).toEqual([]);
});

test("eight pictures and three papers are the most", async () => {
  const id = await aDraft(store, member);
  for (let n = 0; n < 8; n++) must(await add(id, `${n}.webp`));
  expect(await add(id, "九.webp")).toMatchObject({ reason: "too_many" });
  must(await add(id, "手册.pdf"));
});

test("another provider finds nothing to add to or take from", async () => {
  const id = await aDraft(store, member);
  const { fileId } = await add(id, "一.webp");
  const other = await aProvider(store);
  expect(await add(id, "二.webp", other)).toMatchObject({ reason: "not_found" });
  expect(await store.write((tx) => removeVersionFile(tx, other, id, fileId))).toMatchObject({ reason: "not_found" });
});

test("a change begins a new draft with the same files; what readers see stays until it is approved", async () => {
  const id = await aDraft(store, member);
  const { fileId: old } = await add(id, "一.webp");
  const approve = async () => {
    const seen = await submit(store, member, id);
    must(
      await store.write((tx) =>
        decideOnSolution(tx, staff, id, { decision: "approved", reason: null, text: "", ...seen }),
      ),
    );
  };
  await approve();
  const live = await newest(id);
  const { fileId: fresh } = await add(id, "二.webp");
  must(await store.write((tx) => removeVersionFile(tx, member, id, old)));
  expect(await namesIn(id)).toEqual(["二.webp:这是 二.webp"]);
  expect((await shownFiles(store.db, live.id)).map(({ id: shown }) => shown)).toEqual([old]);
  expect([(await catalogueFile(store.db, old))?.isPublic, (await catalogueFile(store.db, fresh))?.isPublic]).toEqual([
    true,
    false,
  ]);
  await approve();
  expect([(await catalogueFile(store.db, old))?.isPublic, (await catalogueFile(store.db, fresh))?.isPublic]).toEqual([
    false,
    true,
  ]);
});

test("a moderator opens what was handed in within the fence, never a draft", async () => {
  const id = await aDraft(store, member);
  const { fileId } = await add(id, "一.webp");
  const elsewhere = await aParkStaff(store, "jiujiang-etdz");
  expect(await moderatedFile(store.db, staff, fileId)).toBeNull();
  await submit(store, member, id);
  expect((await moderatedFile(store.db, staff, fileId))?.id).toBe(fileId);
  expect(await moderatedFile(store.db, elsewhere, fileId)).toBeNull();
});

test("pictures go with the page: a suspended provider and a hidden solution show none", async () => {
  const id = await aPublished(store, member, staff);
  const { fileId } = await add(id, "一.webp");
  const seen = await submit(store, member, id);
  must(
    await store.write((tx) =>
      decideOnSolution(tx, staff, id, { decision: "approved", reason: null, text: "", ...seen }),
    ),
  );
  const isPublic = async () => (await catalogueFile(store.db, fileId))?.isPublic;
  expect(await isPublic()).toBe(true);
  await store.write((tx) => tx.update(solution).set({ status: "withdrawn" }));
  expect(await isPublic()).toBe(false);
  await store.write((tx) => tx.update(solution).set({ status: "published" }));
  await store.write((tx) => tx.update(provider).set({ status: "suspended" }));
  expect(await isPublic()).toBe(false);
});

test("a logo is shown while its provider is open, and another one replaces it", async () => {
  const [one, two] = [aReceived("标识.webp"), aReceived("新标识.webp")];
  must(await store.write((tx) => changeLogo(tx, member, one)));
  expect((await catalogueFile(store.db, one.id))?.isPublic).toBe(true);
  must(await store.write((tx) => changeLogo(tx, member, two)));
  expect(await catalogueFile(store.db, one.id)).toBeNull();
  expect(await logoOf(store.db, member.organisationId)).toMatchObject({ id: two.id, isHeld: false });
  must(await store.write((tx) => changeLogo(tx, member, null)));
  expect(await logoOf(store.db, member.organisationId)).toBeNull();
});

test("evidence is nobody's but the provider's and its park's", async () => {
  const file = aReceived();
  const form = { statement: "长期有效", validUntil: null, dropFile: false, seenEdit: 0 };
  must(await store.write((tx) => saveQualification(tx, member, "registration", { form, file })));
  expect(await catalogueFile(store.db, file.id)).toMatchObject({ isPublic: false, isHandedIn: true });
});

test("a file that waits for the scanner is shown to nobody; clean it is let go, infected it is taken out and its owner told", async () => {
  const id = await aDraft(store, member);
  const [clean, infected, silent] = [
    await add(id, "好.webp", member, 5),
    await add(id, "坏.pdf", member, 6),
    await add(id, "无.webp", member, 7),
  ];
  expect(await catalogueFile(store.db, clean.fileId)).toBeNull();
  for (const { fileId } of [clean, infected, silent]) await keepFile(fileId, Buffer.from(fileId));
  const scan = (bytes: Uint8Array) => {
    const said = Buffer.from(bytes).toString();
    if (said === silent.fileId) return Promise.resolve("unknown" as const);
    return Promise.resolve(said === infected.fileId ? ("infected" as const) : ("clean" as const));
  };
  expect(await scanHeldFiles(store, scan)).toBe(2);
  expect(await scanHeldFiles(store, scan)).toBe(0);
  expect((await catalogueFile(store.db, clean.fileId))?.file.id).toBe(clean.fileId);
  expect(await namesIn(id)).toEqual(["好.webp:这是 好.webp", "无.webp:这是 无.webp"]);
  expect(await shownFiles(store.db, (await newest(id)).id)).toHaveLength(1);
  const told = await store.db.select().from(notice).where(eq(notice.userId, member.userId));
  expect(told).toMatchObject([{ kind: "file.infected", href: `/provider/solutions/${id}/media` }]);
  const entries = (await store.db.select().from(journalEntry)).map(({ action }) => action);
  expect(entries).toEqual(expect.arrayContaining(["file.released", "file.infected"]));
});
