/** Written, returned with a note at one field, mended, approved, found. */
import { expect, test } from "vitest";
import { changedFields, decide, handIn, marked, saveBasics, writeSolution } from "../../world/solutions";
import { newestNotice } from "../../world/story";
import { PROVIDER, TITLE, type Stage } from "./stage";

const VAGUE = "换模排得快，交期说得准。";
const CLEAR = "换模排得快，插单十分钟重排，交期说得准。";
const NOTE = "快到什么程度？请写出分钟数。";
const SEARCH = `/solutions?q=${encodeURIComponent("梧桐里牌")}`;

export function listing(stage: () => Stage): void {
  let reviewAt = "";

  test("written section by section and handed in, seen by its provider and its park alone", async () => {
    const { provider, park, park2, visitor, rivals, look } = stage();
    const whole = await writeSolution(provider, {
      basics: { title: TITLE, summary: VAGUE },
      functions: { painPoints: "换模频繁\n交期算不准", functions: "换模合并排产\n插单重排" },
      proof: { service: "4 小时内响应", keywords: "换模，插单" },
    });
    expect(whole.has("内容已完整，可以提交审核。")).toBe(true);
    const at = whole.path;
    const id = at.split("/").at(-1) ?? "";
    const publicAt = `/solutions/${look.value("SELECT slug FROM solution WHERE id = ?", id)}`;
    Object.assign(stage(), { solutionAt: at, publicAt });
    reviewAt = `/park/solutions/${id}`;
    expect((await park.get("/park/moderation")).has(TITLE)).toBe(false);

    await handIn(provider, at);
    expect(await newestNotice(park)).toContain(TITLE);
    expect((await park2.get(reviewAt)).status).toBe(404);
    for (const { browser } of rivals) expect((await browser.get(at)).status).toBe(404);
    expect((await visitor.get(publicAt)).status).toBe(404);
    expect((await visitor.get(SEARCH)).html).not.toContain(`>${TITLE}<`);
  });

  test("the park pins a note to one field, which nobody but the provider reads", async () => {
    const { provider, park, visitor, publicAt, solutionAt } = stage();
    const review = await (await park.get("/park/moderation")).follow(TITLE);
    const words = { decision: "changes_requested", reason: "unclear", text: "请看批注。" };
    const sent = await decide(review, { ...words, "notes.summary": NOTE });
    expect(sent.has("已请对方修改，并已通知对方。")).toBe(true);

    expect(await newestNotice(provider)).toContain("请看批注。");
    const returned = await provider.get(solutionAt);
    expect(returned.has("园区请您修改。改好相应部分后重新提交。")).toBe(true);
    expect(returned.text("#points")).toContain(NOTE);
    expect(returned.text("#points")).toContain("待修改");
    expect((await provider.get("/provider")).has(`“${TITLE}”需要修改后重新提交`)).toBe(true);
    expect((await visitor.get(publicAt)).status).toBe(404);
  });

  test("mended at that field, and the park sees that and nothing else", async () => {
    const { provider, park, solutionAt } = stage();
    const section = await (await provider.get(solutionAt)).follow("一句话介绍");
    expect(section.path).toBe(`${solutionAt}/basics`);
    const saved = await saveBasics(provider, solutionAt, { summary: CLEAR });
    expect(saved.text("#points")).toContain("已修改，待园区确认");
    await handIn(provider, solutionAt);

    const review = await park.get(reviewAt);
    expect(changedFields(review)).toEqual(["一句话介绍"]);
    expect(marked(review, "ins").join("")).toContain("插单十分钟重排");
    expect(review.$("#points input[name=settled][checked]")).toHaveLength(1);
    expect((await decide(review, { decision: "approved" })).has("已通过，并已通知对方。")).toBe(true);
    expect(await newestNotice(provider)).toContain(`已通过解决方案“${TITLE}”`);
    expect((await provider.get(solutionAt)).$("#points")).toHaveLength(0);
  });

  test("a search finds it at the very next request", async () => {
    const { visitor, publicAt, provider } = stage();
    const shown = await (await visitor.get(SEARCH)).follow(TITLE);
    expect(shown.path).toBe(publicAt);
    expect([shown.has(CLEAR), shown.has(PROVIDER), shown.has("暂无验收项目")]).toEqual([true, true, true]);
    expect(shown.html).not.toContain(NOTE);
    expect((await provider.get("/provider")).has("步，共 4 步")).toBe(false);
  });
}
