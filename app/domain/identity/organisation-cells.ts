/** Cells that every file of organisations has. */
import type { CellReader, Names } from "../file-cells";
import { creditCodeProblem, foldCreditCode } from "./credit-code";

/** The folded credit code of a required cell; what is wrong with it is noted. */
export function creditCodeCell(reader: CellReader, column: string): string {
  const code = foldCreditCode(reader.code(column));
  const problem = creditCodeProblem(code);
  if (problem) reader.wrong(column, problem);
  return code;
}

/** One line that may not be blank. */
export function requiredLine(reader: CellReader, column: string, max: number): string {
  const text = reader.line(column, max);
  if (text === "") reader.wrong(column, "form:required");
  return text;
}

/** The day of foundation, which every register enters after the fact: one after `today` is a slip of the pen. */
export function foundedOnCell(reader: CellReader, today: string): string | null {
  const value = reader.day("founded_on");
  if (value === null || value <= today) return value;
  reader.wrong("founded_on", "exchange:founded_in_future", { value, today });
  return null;
}

/**
 * Park and region of an organisation. One that names no region stands in its park's; one that names neither stands somewhere
 * in the province. `given`: the region, where the row says one; what is known already is never made vaguer.
 */
export function placeCells(reader: CellReader, names: Names, parkColumn: string) {
  const parkSlug = reader.named(parkColumn, { find: names.park, key: "exchange:unknown_park" });
  const named = reader.named("region", { find: names.region, key: "exchange:unknown_region" });
  const said = named ?? (parkSlug ? names.regionOfPark(parkSlug) : null);
  const regionCode = said ?? names.province;
  if (regionCode === null) reader.wrong("region", "form:required");
  return { place: { parkSlug, regionCode: regionCode ?? "" }, given: said ? { regionCode: said } : {} };
}
