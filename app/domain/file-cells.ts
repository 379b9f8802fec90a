/** The cells of the product's files as they are read: lists are separated by `|`, blank is unknown; what is wrong is said by column. */
import { fold, foldProse, optionalWebsite } from "./fields";

/** Column → what stands in the cell. A column the file does not have is absent. */
export type Cells = ReadonlyMap<string, string>;
export type Column = { name: string; isRequired: boolean };

/** Message keys of everything that can be wrong with a cell. */
export type ProblemKey =
  | "form:required"
  | "form:whole_number"
  | "form:money"
  | "form:date"
  | "form:website"
  | "form:too_long"
  | "form:too_low"
  | "form:too_high"
  | "form:too_many"
  | "form:credit_code_length"
  | "form:credit_code_characters"
  | "form:credit_code_checksum"
  | "exchange:not_in_list"
  | "exchange:yes_or_no"
  | "exchange:unknown_industry"
  | "exchange:unknown_scenario"
  | "exchange:unknown_park"
  | "exchange:unknown_region"
  | "exchange:unknown_provider"
  | "exchange:founded_in_future"
  | "exchange:max_below_min"
  | "exchange:closed_provider"
  | "exchange:code_of_another_kind"
  | "exchange:duplicate";
export type Problem = { column: string; key: ProblemKey; values?: Record<string, string | number> };

/** The code of what a cell names, by code or exact name; null when nothing or more than one thing is called so. */
export type Find = (named: string) => string | null;
export type FindColumn = { find: Find; key: ProblemKey };

/** What a file may name: finders over the reference data. */
export type Names = {
  industry: Find;
  /** The same, preferring the class where a group and its only class share a name. */
  industryClass: Find;
  scenario: Find;
  park: Find;
  region: Find;
  regionOfPark: Find;
  /** Code of the province; null where the reference data knows several. */
  province: string | null;
};

const MAX_YUAN = 1_000_000_000;
const FEN = 100;
const website = optionalWebsite();

/** Reads one row column by column; what is wrong is collected in `problems`, and the value is then the blank one. */
export class CellReader {
  readonly problems: Problem[] = [];
  readonly #cells: Cells;

  constructor(cells: Cells) {
    this.#cells = cells;
  }

  wrong(column: string, key: ProblemKey, values?: Problem["values"]): void {
    this.problems.push({ column, key, ...(values && { values }) });
  }

  /** Folded: for codes, numbers and words of closed lists. */
  code(column: string): string {
    return fold(this.#cells.get(column) ?? "");
  }

  paragraph(column: string, max: number): string {
    const text = foldProse(this.#cells.get(column) ?? "");
    if (text.length > max) this.wrong(column, "form:too_long", { max });
    return text;
  }

  line(column: string, max: number): string {
    return this.paragraph(column, max).replace(/\s*\n\s*/g, " ");
  }

  whole(column: string, min: number, max: number): number | null {
    return this.#number(column, /^-?\d+$/, "form:whole_number", [min, max]);
  }

  /** Typed in yuan; becomes whole fen. */
  money(column: string): number | null {
    const yuan = this.#number(column, /^-?\d+(\.\d{1,2})?$/, "form:money", [0, MAX_YUAN]);
    return yuan === null ? null : Math.round(yuan * FEN);
  }

  day(column: string): string | null {
    const text = this.code(column);
    const day = text === "" ? null : dayOf(text);
    if (text !== "" && day === null) this.wrong(column, "form:date");
    return day;
  }

  word<Word extends string>(column: string, list: readonly Word[]): Word | null {
    const text = this.code(column).toLowerCase();
    return text === "" ? null : this.#oneOf(column, text, list);
  }

  wordList<Word extends string>(column: string, list: readonly Word[]): Word[] {
    const texts = this.#split(column, this.code(column).toLowerCase(), list.length);
    return texts.flatMap((text) => this.#oneOf(column, text, list) ?? []);
  }

  /** Free words, kept as typed. */
  list(column: string, most: number, longest: number): string[] {
    const items = this.#split(column, foldProse(this.#cells.get(column) ?? ""), most);
    if (items.some((item) => item.length > longest)) this.wrong(column, "form:too_long", { max: longest });
    return items;
  }

  named(column: string, finding: FindColumn): string | null {
    const text = this.code(column);
    return text === "" ? null : this.#find(column, text, finding);
  }

  namedList(column: string, finding: FindColumn, most: number): string[] {
    const texts = this.#split(column, this.code(column), most);
    return [...new Set(texts.flatMap((text) => this.#find(column, text, finding) ?? []))];
  }

  yes(column: string): boolean {
    const text = this.code(column).toLowerCase();
    if (["1", "true", "yes", "是"].includes(text)) return true;
    if (!["", "0", "false", "no", "否"].includes(text)) this.wrong(column, "exchange:yes_or_no", { value: text });
    return false;
  }

  website(column: string): string | null {
    const text = this.code(column);
    if (text === "") return null;
    const parsed = website.safeParse(text);
    if (!parsed.success) this.wrong(column, "form:website");
    return parsed.data ?? null;
  }

  #number(column: string, shape: RegExp, key: ProblemKey, [min, max]: [number, number]): number | null {
    const text = this.code(column).replaceAll(",", "");
    if (text === "") return null;
    const value = Number(text);
    if (!shape.test(text)) this.wrong(column, key);
    else if (value < min) this.wrong(column, "form:too_low", { min });
    else if (value > max) this.wrong(column, "form:too_high", { max });
    else return value;
    return null;
  }

  #split(column: string, text: string, max: number): string[] {
    const items = text
      .split(/[|｜]/)
      .map((item) => item.trim())
      .filter(Boolean);
    if (items.length > max) this.wrong(column, "form:too_many", { max });
    return [...new Set(items)];
  }

  #oneOf<Word extends string>(column: string, text: string, list: readonly Word[]): Word | null {
    const word = list.find((known) => known === text);
    if (!word) this.wrong(column, "exchange:not_in_list", { value: text, list: list.join(", ") });
    return word ?? null;
  }

  #find(column: string, text: string, { find, key }: FindColumn): string | null {
    const found = find(text);
    if (found === null) this.wrong(column, key, { value: text });
    return found;
  }
}

/** Also 2019/3/5 and 2019年3月5日, which spreadsheets make of a date. */
function dayOf(text: string): string | null {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  if (!year || !month || !day) return null;
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written) ? written : null;
}

/** Of everything read, only what the file has a column for: what it is silent about stays as it is. */
export function givenBy<Content extends object>(
  content: Content,
  columnOf: Readonly<Record<string, string>>,
  cells: Cells,
): Partial<Content> {
  const entries = Object.entries(columnOf).filter(([, column]) => cells.has(column));
  const fields = new Set(entries.map(([field]) => field));
  const given: Partial<Content> = { ...content };
  for (const field in given) if (!fields.has(field)) delete given[field];
  return given;
}
