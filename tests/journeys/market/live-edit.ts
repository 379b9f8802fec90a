/** A live solution is edited beside what readers see; the park sees the words that differ; the public page follows the approval. */
import { expect, test } from "vitest";
import { changedFields, decide, handIn, marked, saveBasics } from "../../world/solutions";
import { newestNotice } from "../../world/story";
import { TITLE, type Stage } from "./stage";

const LIVE = "换模排得快，插单十分钟重排，交期说得准。";
const EDITED = "换模排得快，插单五分钟重排，交期说得准。";

export function liveEdit(stage: () => Stage): void {
  const shows = async (words: string) => (await stage().visitor.get(stage().publicAt)).has(words);

  test("the draft and its submission leave the public page as it is", async () => {
    const { provider, solutionAt } = stage();
    const draft = await saveBasics(provider, solutionAt, { summary: EDITED });
    expect(draft.has("已保存")).toBe(true);
    expect([await shows(LIVE), await shows(EDITED)]).toEqual([true, false]);
    await handIn(provider, solutionAt);
    expect([await shows(LIVE), await shows(EDITED)]).toEqual([true, false]);
  });

  test("the park reads which words changed and approves; readers see it at the next request", async () => {
    const { provider, park, solutionAt } = stage();
    const review = await (await park.get("/park/moderation")).follow(TITLE);
    expect(review.text("#changes h2")).toMatch(/^与公开展示的第 \d+ 版相比$/);
    expect(changedFields(review)).toEqual(["一句话介绍"]);
    expect([marked(review, "del"), marked(review, "ins")]).toEqual([["十分钟"], ["五分钟"]]);
    expect((await decide(review, { decision: "approved" })).has("已通过，并已通知对方。")).toBe(true);
    expect([await shows(LIVE), await shows(EDITED)]).toEqual([false, true]);
    expect(await newestNotice(provider)).toContain(`已通过解决方案“${TITLE}”`);
    expect((await provider.get(`${solutionAt}/versions`)).has("已被替代")).toBe(true);
  });
}
