import type { MissLine } from "~/domain/insight/near-misses";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { translator } from "~/i18n/translator.server";
import { store } from "~/store.server";

/** Industries, parks and levels by name. */
export async function namedMost({ reason, most }: MissLine) {
  const { industries, parks } = await referenceOf(store().db);
  return most.map((each) => {
    const row = reason === "industry" ? industries.get(each.code) : parks.get(each.code);
    if (row) return { ...each, nameZh: row.nameZh, nameEn: row.nameEn };
    const level = { level: each.code };
    return {
      ...each,
      nameZh: translator("zh-CN")("reach:level.name", level),
      nameEn: translator("en")("reach:level.name", level),
    };
  });
}
