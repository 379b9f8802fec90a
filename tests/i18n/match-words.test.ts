import fc from "fast-check";
import { expect, test } from "vitest";
import { locales } from "#db/vocabulary/identity";
import { missingWords, reasonWords } from "~/components/matching/match-words";
import { whyOf } from "~/components/matching/match-view";
import { judge } from "~/domain/matching/score";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { translator } from "~/i18n/translator.server";
import { arbListing, arbNeed } from "../domain/matching/arbitraries";
import { listing, need } from "../domain/matching/listing";
import { referenceStore } from "../world/reference";

const reference = await referenceOf(referenceStore().db);
const languages = locales.map((locale) => ({ t: translator(locale), locale, reference }));
const [chinese, english] = languages;

test("every reason and everything missing is a whole sentence in both languages", () => {
  fc.assert(
    fc.property(arbListing, arbNeed, fc.constantFrom(...languages), (solution, wanted, language) => {
      const { reasons, missing } = judge(solution, wanted);
      const sentences = [
        ...reasons.map((reason) => reasonWords(language, reason)),
        ...missing.map((each) => missingWords(language, each)),
      ];
      for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|^(matching:)?(reason|missing)\.|^$/);
    }),
  );
});

test("a near miss says by how much and names whom it serves", () => {
  const match = judge(
    listing({ priceMinFen: 11_200_000, parks: ["ganzhou-etdz"], regions: ["360100"] }),
    need({ place: { parkSlug: null, countyCode: null, prefectureCode: "360900", provinceCode: null } }),
  );
  if (!chinese || !english) throw new Error("two languages");
  expect(match.missing.map((missing) => missingWords(chinese, missing))).toEqual([
    "不服务您所在的园区或地区，目前服务：南昌市、赣州经济技术开发区",
    "超出预算 12%（11.2 万元起）",
  ]);
  expect(missingWords(english, match.missing[1] ?? { code: "days", days: 0, daysMax: 0 })).toBe(
    "12 % over budget (from ¥112,000)",
  );
});

test("a listing made for other levels says so beside its reasons", () => {
  if (!chinese) throw new Error("two languages");
  expect(whyOf(chinese, judge(listing({ levelFrom: 3 }), need({ level: 1 }))).missing).toEqual([
    "适用的数字化水平等级与您相差 2 级",
  ]);
});

test("what is over a limit says by how much in both languages, and keeps out of the reasons", () => {
  const match = judge(listing({ priceMinFen: 12_000_000, deployDays: 40 }), need({ daysMax: 30 }));
  const said = languages.map((language) => whyOf(language, match).missing);
  expect(said).toEqual([
    ["超出预算 20%（12 万元起）", "需要 40 天，比您要求的多 10 天"],
    ["20 % over budget (from ¥120,000)", "Takes 40 days, 10 more than you asked for"],
  ]);
  const [why] = languages.map((language) => whyOf(language, match));
  expect(why?.told).toEqual(["针对您需要的“计划排程”"]);
  const words = why?.parts.filter(({ code }) => code === "price" || code === "speed").map((part) => part.words);
  expect(words).toEqual(["12 万元起，超出您 10 万元的预算", "40 天上线，超过您要求的 30 天"]);
});
