/** Words that only listings have, typed as pinyin or with a character that sounds alike. */
import { expect, test } from "vitest";
import { document, shelf } from "./shelf";

const listings = [
  document(1, "无人值守地磅", { summary: "称重、过磅、危废入库" }),
  document(2, "电子批记录系统", { summary: "批记录随时可查" }),
  document(3, "面辅料仓库", { summary: "缸差匹配" }),
  document(4, "平台订货商城", { summary: "订单多也不乱" }),
];

test.each([
  ["dibang", "地磅", "无人值守地磅"],
  ["weifei", "危废", "无人值守地磅"],
  ["mianfuliao", "面辅料", "面辅料仓库"],
  ["批纪录", "批记录", "电子批记录系统"],
  ["dian zi pi ji lu", "电子批记录", "电子批记录系统"],
  ["di bang weifei", "地磅 危废", "无人值守地磅"],
])("%s is read as %s", async (typed, meant, title) => {
  const { search, titles } = await shelf(listings);
  expect((await search(typed)).corrections).toEqual([{ from: typed, to: meant }]);
  expect((await titles(typed))[0]).toBe(title);
});

test.each(["zzyzx", "dibangxx", "临期品太多", "延误"])("%s is left as it was typed", async (typed) => {
  const smoke = document(5, "烟雾报警");
  expect((await (await shelf([...listings, smoke])).search(typed)).corrections).toEqual([]);
});
