import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { user } from "#db/schema/identity.server";
import { noteFile } from "~/domain/files/stored-files.server";
import {
  dropFile,
  isFileId,
  keepFile,
  keepSmall,
  readKept,
  readSmall,
  sweepUploads,
} from "~/domain/files/uploads.server";
import { testStore } from "../../world/store";

const A = `fil_${"a".repeat(26)}`;
const B = `fil_${"b".repeat(26)}`;
const HOUR_MS = 3_600_000;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "uploads-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("a file is kept whole under its id, and a second time it is the same", async () => {
  await keepFile(A, Buffer.from("eins"), folder);
  await keepFile(A, Buffer.from("eins"), folder);
  expect(readdirSync(folder)).toEqual([A]);
  expect((await readKept(A, folder))?.toString()).toBe("eins");
  expect(await readKept(B, folder)).toBeNull();
});

test("a picture's small copy goes with it", async () => {
  await keepFile(A, Buffer.from("gross"), folder);
  await keepSmall(A, Buffer.from("klein"), folder);
  expect((await readSmall(A, folder))?.toString()).toBe("klein");
  await dropFile(A, folder);
  expect(readdirSync(folder)).toEqual([]);
  await keepSmall(B, Buffer.from("klein"), folder);
  const old = new Date(Date.now() - 2 * HOUR_MS);
  utimesSync(join(folder, `${B}.small`), old, old);
  expect(await sweepUploads(testStore().db, Date.now(), folder)).toBe(1);
});

test("an id never becomes another path", async () => {
  for (const id of ["../../etc/passwd", "fil_..", `${A}/x`, "", `FIL_${"a".repeat(26)}`]) {
    expect(isFileId(id)).toBe(false);
    await expect(readKept(id, folder)).rejects.toThrow("not the id of a file");
  }
});

test("what no row names goes after an hour, what one names stays, and what is not ours is left alone", async () => {
  const { db, write } = testStore();
  await keepFile(A, Buffer.from("named"), folder);
  await keepFile(B, Buffer.from("orphan"), folder);
  for (const name of ["tmp_1.part", "readme.txt"]) writeFileSync(join(folder, name), "x");
  await write(async (tx) => {
    await tx.insert(user).values({ id: "usr_a", name: "甲", email: "a@b.cn", passwordHash: "x", createdAt: 1 });
    const image = { bytes: Buffer.from("named"), mediaType: "image/jpeg", width: 1, height: 1 } as const;
    await noteFile(tx, { id: A, ownerOrganisationId: "org_a", byUserId: "usr_a" }, image);
  });
  expect(await sweepUploads(db, Date.now(), folder)).toBe(0);
  const old = new Date(Date.now() - 2 * HOUR_MS);
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), old, old);
  expect(await sweepUploads(db, Date.now(), folder)).toBe(2);
  expect(readdirSync(folder).sort()).toEqual([A, "readme.txt"].sort());
  expect(await sweepUploads(db, Date.now(), join(folder, "none"))).toBe(0);
});
