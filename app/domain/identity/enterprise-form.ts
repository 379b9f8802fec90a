/** Shape and limits of an enterprise's own file. */
import { z } from "zod";
import {
  code,
  line,
  optionalCode,
  optionalDay,
  optionalLine,
  optionalWholeNumber,
  optionalYuan,
  seenEdit,
} from "../fields";

export const EnterpriseForm = z.object({
  name: line(100),
  industry: line(120),
  regionCode: code(),
  parkSlug: optionalCode(),
  employees: optionalWholeNumber(1, 1_000_000),
  /** 万元 a year */
  revenueWan: optionalWholeNumber(0, 100_000_000),
  foundedOn: optionalDay(),
  budgetFen: optionalYuan(),
  tags: optionalLine(300).transform((text) =>
    [...new Set(text.split(/[、,，;；|]/).map((tag) => tag.trim()))].filter(Boolean).slice(0, 20),
  ),
  seenEdit: seenEdit(),
});
export type EnterpriseForm = z.output<typeof EnterpriseForm>;
