import { describe, expect, test } from "vitest";
import { isNear } from "~/domain/search/corrections.server";
import { foldText } from "~/domain/search/fold.server";
import { lexiconOf } from "~/domain/search/lexicon.server";
import { fullPinyin, initialsOf } from "~/domain/search/pinyin.server";
import { everyPart } from "~/domain/search/query";
import { codeAndAbove, CONTROL, tokensOf } from "~/domain/search/tokens";
import { foldQuery, partsOf } from "~/domain/search/understanding.server";
import { wordsOf } from "~/domain/search/words.server";
import { referenceStore } from "../../world/reference";

const lexicon = await lexiconOf(referenceStore().db);

test.each([
  ["ＭＥＳ　系统", "mes 系统"],
  ["製造執行系統", "制造执行系统"],
  ["伺服器軟體與資料庫", "服务器软件与数据库"],
  ["品質\u0000管理", "质量 管理"],
])("%j is folded to %j", (typed, folded) => {
  expect(foldText(typed)).toBe(folded);
});

test("Han runs become pairs, other words stay whole, the rest goes", () => {
  expect(tokensOf("5g-工厂内网（v2.0）é铜")).toEqual(["5g", "工厂", "厂内", "内网", "v2", "0", "é", "铜"]);
  expect(tokensOf("𠮷𠮷")).toEqual(["𠮷𠮷"]);
});

test("a code names everything above it", () => {
  expect(codeAndAbove("C2927")).toEqual(["C", "C29", "C292", "C2927"]);
  expect(codeAndAbove("C")).toEqual(["C"]);
});

test("the longest term wins, and a latin one is a word of its own", () => {
  const surfaces = (text: string) => lexicon.find(text).map(({ surface }) => surface);
  expect(surfaces("设备数据采集与mes")).toEqual(["设备数据采集", "与", "mes"]);
  expect(surfaces("detail messy")).toEqual([]);
});

test("a query is cut into what it names and the text between", () => {
  expect(partsOf("注塑厂排产系统", lexicon).map(({ kind, text }) => [kind, text])).toEqual([
    ["industry", "注塑厂"],
    ["scenario", "排产"],
  ]);
});

test("only our own quoted tokens reach the index", () => {
  const expression = everyPart(partsOf(foldQuery('title:"排产" OR NEAR(x) -y * ^z'), lexicon), []);
  expect(
    expression.replaceAll(new RegExp(`"[\\p{L}\\p{N}${CONTROL} ]+"( \\*)?`, "gu"), "").replaceAll(/AND|OR|[() ]/g, ""),
  ).toBe("");
});

test.each([
  ["msE".toLowerCase(), "mes", true],
  ["schedulng", "scheduling", true],
  ["schedulling", "scheduling", true],
  ["mes", "mes", false],
  ["mes", "mrs", false],
  ["wms", "mes", false],
  ["quality", "quantity", false],
])("%s and %s are near: %s", (typed, word, near) => {
  expect(isNear(typed, word)).toBe(near);
});

describe("words of a catalogue", () => {
  test("are read by full pinyin and by initials", () => {
    expect([fullPinyin("排产"), initialsOf("设备管理")]).toEqual(["paichan", "sbgl"]);
    expect(wordsOf(["窑炉测温"], []).byPinyin.get("ylcw")).toBe("窑炉测温");
  });

  test("are mined from titles when three share them, whole and not as stubs", () => {
    const { byPinyin } = wordsOf([], ["甲厂窑炉测温", "乙厂窑炉测温", "窑炉测温丙"]);
    expect(byPinyin.get("yaolucewen")).toBe("窑炉测温");
    expect(byPinyin.get("ylc")).toBeUndefined();
    expect(wordsOf([], ["窑炉测温", "窑炉测温"]).byPinyin.get("yaolucewen")).toBeUndefined();
  });
});
