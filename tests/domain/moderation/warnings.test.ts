import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { solutionVersion } from "#db/schema/catalogue.server";
import { cannedReason, riskyWord, signatureBand, textSignature } from "#db/schema/moderation.server";
import { journalEntry } from "#db/schema/support.server";
import type { ProvinceStaff } from "~/domain/identity/actor";
import {
  addCannedReason,
  cannedReasons,
  changeCannedReason,
  switchCannedReason,
} from "~/domain/moderation/canned-reasons.server";
import { candidatesOf, catchUpSignatures, lookAlikes, signatureOfWords } from "~/domain/moderation/look-alikes.server";
import { addRiskyWord, strikeRiskyWord } from "~/domain/moderation/risky-words.server";
import { riskyWordsInForce, solutionWarnings } from "~/domain/moderation/warnings.server";
import { foldText } from "~/domain/search/fold.server";
import {
  anAuthorityStaff,
  aDraft,
  aParkStaff,
  aProvider,
  aPublished,
  aSubmitted,
  must,
  save,
  sections,
  submit,
} from "../../world/market";
import { referenceStore } from "../../world/reference";

type World = ReturnType<typeof referenceStore>;
const long =
  "面向五金冲压车间的排产工具，按订单交期和设备能力自动排出每台冲床的任务，插单时重排并说明影响。工人在手机上报工，班组长当天看到进度和异常，仓库按排产备料。";
const other =
  "园区能耗看板：采集水电气表，按车间和班次分摊，超过定额时提醒，月底出具对账单。支持光伏和储能接入，数据留在企业内网，按国家标准折算碳排放并可导出。";

async function province(store: World): Promise<ProvinceStaff> {
  return { ...(await anAuthorityStaff(store, "province")), level: "province" };
}

async function listed(store: World, parkSlug: string, description: string, title: string) {
  const member = await aProvider(store, { parkSlug });
  const id = await aDraft(store, member, {
    basics: { title, summary: "按订单排产" },
    functions: { painPoints: "插单多", functions: "自动排产\n报工\n看板", description },
  });
  return { id, member, ...(await submit(store, member, id)) };
}

const versionOf = async (store: World, id: string) => {
  const [row] = await store.db.select().from(solutionVersion).where(eq(solutionVersion.id, id));
  if (!row) throw new Error("no version");
  return row;
};

test("a near copy is found with its share, an unrelated listing is not; the same provider's is told apart", async () => {
  const store = referenceStore();
  const staff = await aParkStaff(store);
  const first = await listed(store, "nanchang-etdz", long, "冲压排产");
  const copy = await listed(store, "nanchang-etdz", long.replace("五金", "钣金"), "冲压排产助手");
  await listed(store, "nanchang-etdz", other, "能耗看板");
  expect(await catchUpSignatures(store, 0)).toBe(0);
  const version = await versionOf(store, copy.versionId);
  const alike = await lookAlikes(store.db, staff, version, copy.member.organisationId);
  expect(alike.map(({ solutionId, isOwn, slug }) => [solutionId, isOwn, slug])).toEqual([[first.id, false, null]]);
  expect(alike[0]?.percent).toBeGreaterThanOrEqual(70);
  const asOwn = await lookAlikes(store.db, staff, version, first.member.organisationId);
  expect(asOwn[0]?.isOwn).toBe(true);
});

test("another park's listing is named once readers see it, not before", async () => {
  const store = referenceStore();
  const [here, there] = [await aParkStaff(store), await aParkStaff(store, "jiujiang-etdz")];
  await listed(store, "jiujiang-etdz", long, "冲压排产");
  const copy = await listed(store, "nanchang-etdz", long, "冲压排产");
  await catchUpSignatures(store, 0);
  const version = await versionOf(store, copy.versionId);
  const seenBy = (staff: typeof here) => lookAlikes(store.db, staff, version, copy.member.organisationId);
  expect(await seenBy(here)).toEqual([]);
  expect(await seenBy(there)).toHaveLength(1);
  // Public: everyone's.
  const publisher = await aProvider(store, { parkSlug: "jiujiang-etdz" });
  const published = await aPublished(store, publisher, there);
  await catchUpSignatures(store, 0);
  const [twin] = await store.db.select().from(solutionVersion).where(eq(solutionVersion.solutionId, published));
  if (!twin) throw new Error("no version");
  const asAnother = { ...twin, id: "ver_new", solutionId: "sol_new" };
  expect((await lookAlikes(store.db, here, asAnother, "org_new")).map(({ percent }) => percent)).toEqual([100]);
});

test("signatures are kept once, and anew with the next version", async () => {
  const store = referenceStore();
  const { id, versionId, member } = await listed(store, "nanchang-etdz", long, "冲压排产");
  await catchUpSignatures(store, 0);
  await catchUpSignatures(store, 0);
  expect(await store.db.select({ versionId: textSignature.versionId }).from(textSignature)).toEqual([{ versionId }]);
  expect(await store.db.$count(signatureBand)).toBe(32);
  await save(store, member, id, { title: "能耗看板", summary: other });
  const later = await submit(store, member, id);
  await catchUpSignatures(store, 0);
  expect(await store.db.select({ versionId: textSignature.versionId }).from(textSignature)).toEqual([
    { versionId: later.versionId },
  ]);
  expect(await store.db.$count(signatureBand)).toBe(32);
});

test("looking one up compares only those that share a band, however many there are", async () => {
  const store = referenceStore();
  const member = await aProvider(store);
  const { id } = await aSubmitted(store, member);
  const hash = (n: number) => (n * 2_654_435_761) % 4_294_967_296;
  await store.write(async (tx) => {
    const made = Array.from({ length: 400 }, (_, n) => ({ band: n % 32, hash: hash(n + 1), solutionId: id }));
    await tx.insert(signatureBand).values(made);
  });
  const own = signatureOfWords({ title: "冲压排产", summary: "", description: long, functions: "" });
  expect(await candidatesOf(store.db, own, "sol_other")).toEqual([]);
});

test("risky words, a far price and links by form are told of a version, with where they stand", async () => {
  const store = referenceStore();
  const staff = await aParkStaff(store);
  for (let n = 0; n < 9; n++) await aPublished(store, await aProvider(store), staff);
  const member = await aProvider(store);
  const id = await aDraft(store, member, {
    functions: { ...sections.functions, description: "国家级认定，验收保过。详见 http://10.0.0.1/a" },
    price: { ...sections.price, priceMinFen: 90_000_000, priceMaxFen: 90_000_000 },
  });
  const seen = await submit(store, member, id);
  const version = await versionOf(store, seen.versionId);
  const words = await riskyWordsInForce(store.db);
  const about = { version, providerId: member.organisationId, words };
  const { risky, price, links } = await solutionWarnings(store.db, staff, about);
  expect(risky.map(({ word, field }) => [word, field])).toEqual([
    ["国家级认定", "description"],
    ["保过", "description"],
  ]);
  expect(price).toMatchObject({ count: 9, medianFen: 1_000_000, toFen: 3_000_000, scenario: "planning" });
  expect(links).toEqual([{ field: "description", address: "http://10.0.0.1/a", problems: ["not_https", "is_ip"] }]);
});

test("the words that come with the product are folded, as texts are when they are checked", async () => {
  const store = referenceStore();
  const rows = await store.db.select().from(riskyWord);
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.filter(({ word }) => foldText(word) !== word)).toEqual([]);
});

test("the province adds a word folded, strikes it out and brings it back; each change is in the journal", async () => {
  const store = referenceStore();
  const staff = await province(store);
  const add = (word: string) => store.write((tx) => addRiskyWord(tx, staff, { word, note: "" }));
  expect(await add("ＡＢＣ補貼")).toEqual({ ok: true, value: { word: "abc补贴" } });
  expect(await add("abc补贴")).toEqual({ ok: false, reason: "known" });
  expect(await add("！？")).toEqual({ ok: false, reason: "empty" });
  expect(await add("最")).toEqual({ ok: false, reason: "too_short" });
  must(await store.write((tx) => strikeRiskyWord(tx, staff, "abc补贴")));
  expect(await riskyWordsInForce(store.db)).not.toContain("abc补贴");
  must(await store.write((tx) => strikeRiskyWord(tx, staff, "abc补贴")));
  must(await add("abc补贴"));
  expect(await riskyWordsInForce(store.db)).toContain("abc补贴");
  expect(await store.write((tx) => strikeRiskyWord(tx, staff, "没有"))).toEqual({ ok: false, reason: "not_found" });
  const actions = (await store.db.select().from(journalEntry)).map(({ action }) => action);
  expect(actions).toEqual(["risky_word.added", "risky_word.struck", "risky_word.added"]);
});

test("a sentence is added once, changed only as it was seen, and switched off without being lost", async () => {
  const store = referenceStore();
  const staff = await province(store);
  const form = { reason: "unclear" as const, textZh: "请写清适用的设备。", textEn: "" };
  must(await store.write((tx) => addCannedReason(tx, staff, form)));
  expect(await store.write((tx) => addCannedReason(tx, staff, form))).toEqual({ ok: false, reason: "known" });
  const [row] = await store.db.select().from(cannedReason).where(eq(cannedReason.textZh, form.textZh));
  if (!row) throw new Error("not added");
  const change = (textZh: string, seen: number) =>
    store.write((tx) => changeCannedReason(tx, staff, { ...form, textZh, id: row.id, seen }));
  must(await change("请写清适用的设备型号。", row.updatedAt));
  expect(await change("另一个人的写法。", row.updatedAt)).toEqual({ ok: false, reason: "stale" });
  expect((await cannedReasons(store.db)).find(({ id }) => id === row.id)?.textEn).toBe("请写清适用的设备型号。");
  must(await store.write((tx) => switchCannedReason(tx, staff, row.id, false)));
  expect((await cannedReasons(store.db)).map(({ id }) => id)).not.toContain(row.id);
  must(await store.write((tx) => switchCannedReason(tx, staff, row.id, true)));
  expect((await cannedReasons(store.db)).map(({ id }) => id)).toContain(row.id);
});
