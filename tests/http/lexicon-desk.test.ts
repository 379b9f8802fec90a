/** What the dictionary's pages read of their address. */
import { beforeAll, expect, test } from "vitest";
import { migrateDatabase } from "#db/migrate.server";
import { loadReference } from "#db/seed/reference.server";
import { lexiconDesk } from "~/http/lexicon-desk.server";
import { connections } from "~/store.server";

beforeAll(() => {
  const { writer } = connections();
  migrateDatabase(writer);
  loadReference(writer);
});

const asked = (query: string) => lexiconDesk(new Request(`http://here/province/lexicon?${query}`));

test("a meaning and a cursor nobody has are left out and named", async () => {
  const { ignored, rows, total } = await asked("target=nope&after=zzz");
  expect(ignored).toEqual([
    { name: "target", value: "nope" },
    { name: "after", value: "zzz" },
  ]);
  const all = await asked("");
  expect([rows, total]).toEqual([all.rows, all.total]);
});

test("those that are known are followed", async () => {
  const first = await asked("target=planning");
  expect([first.target, first.ignored]).toEqual(["planning", []]);
  const whole = await asked("");
  if (whole.next === null) return;
  const next = await asked(String(new URLSearchParams({ after: whole.next })));
  expect([next.after, next.ignored]).toEqual([whole.next, []]);
});
