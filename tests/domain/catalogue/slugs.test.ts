import { expect, test } from "vitest";
import { newId } from "#db/ids.server";
import { createSolution } from "~/domain/catalogue/solution-drafts.server";
import { ownSolutions } from "~/domain/catalogue/solutions.server";
import { slugOf } from "~/domain/catalogue/slugs.server";
import { aProvider } from "../../world/market";
import { testStore } from "../../world/store";

test.each([
  ["注塑车间轻量MES", "zhu-su-che-jian-qing-liang-mes"],
  ["APS 排产 2.0", "aps-pai-chan-2-0"],
  ["绿色工厂", "lv-se-gong-chang"],
  ["🚀", "solution"],
])("%s becomes %s", (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test("a long title is cut between words", () => {
  const slug = slugOf("排产".repeat(40));
  expect(slug.length).toBeLessThanOrEqual(60);
  expect(slug).toMatch(/^(pai-chan-)+pai(-chan)?$/);
});

test("equal titles and equal ends of ids still get addresses of their own", async () => {
  const store = testStore();
  const member = await aProvider(store);
  const first = newId("sol");
  const sameEnd = `sol_${"0".repeat(20)}${first.slice(-6)}`;
  for (const id of [first, sameEnd])
    await store.write((tx) => createSolution(tx, member, { id, title: "排产", summary: "" }));
  const slugs = (await ownSolutions(store.db, member)).map((each) => each.slug);
  expect(new Set(slugs).size).toBe(2);
  expect(slugs).toContain(`pai-chan-${first.slice(-6)}`);
});
