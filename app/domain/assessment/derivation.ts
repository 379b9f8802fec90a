/**
 * Options chosen by counting: a share ("equip_digital/equip_total*100") or a change between two years
 * ("cost_last/revenue_last - cost_prev/revenue_prev"). Compared as fractions of whole numbers, so that 20 % is 20 %.
 */
import type { Question } from "./scheme";
import type { Option } from "./scheme-parts";

type Quotient = { of: string; by: string | null };
export type Derivation =
  { kind: "share"; of: string; total: string } | { kind: "change"; now: Quotient; before: Quotient };

/** Number field → what was typed; null and absent mean not known. */
export type Numbers = Record<string, number | null>;

export type Figure =
  { kind: "share"; percent: number; option: string } | { kind: "change"; now: number; before: number; option: string };

/** Reads the expression of the scheme's data; throws when it is neither a share nor a change. */
export function derivationOf(expression: string): Derivation {
  const share = /^(\w+)\/(\w+)\*100$/.exec(expression);
  if (share?.[1] && share[2]) return { kind: "share", of: share[1], total: share[2] };
  const change = /^(\w+)(?:\/(\w+))? - (\w+)(?:\/(\w+))?$/.exec(expression);
  if (change?.[1] && change[3]) {
    return {
      kind: "change",
      now: { of: change[1], by: change[2] ?? null },
      before: { of: change[3], by: change[4] ?? null },
    };
  }
  throw new Error(`not a share and not a change: ${expression}`);
}

/** The number fields a derivation reads. */
export function fieldsOf(derivation: Derivation): string[] {
  if (derivation.kind === "share") return [derivation.of, derivation.total];
  return [derivation.now, derivation.before].flatMap(({ of, by }) => (by === null ? [of] : [of, by]));
}

/** A number as people type it, or null: what the server would read, for figures that move while typing. */
export function numberTyped(text: string): number | null {
  const plain = text.normalize("NFKC").replaceAll(",", "").trim();
  return /^\d{1,10}(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** The figure and the option it falls in; null while a number is missing, a divisor is zero or a part exceeds its whole. */
export function figureOf(question: Pick<Question, "derivation" | "options">, numbers: Numbers): Figure | null {
  const { derivation, options } = question;
  if (derivation === null) return null;
  return derivation.kind === "share"
    ? shareFigure(options, numbers[derivation.of] ?? null, numbers[derivation.total] ?? null)
    : changeFigure(options, fractionOf(derivation.now, numbers), fractionOf(derivation.before, numbers));
}

/** Whether a part was typed larger than its whole. */
export function exceedsWhole(derivation: Derivation, numbers: Numbers): boolean {
  if (derivation.kind !== "share") return false;
  const [part, whole] = [numbers[derivation.of] ?? null, numbers[derivation.total] ?? null];
  return part !== null && whole !== null && part > whole;
}

function shareFigure(options: Option[], part: number | null, whole: number | null): Figure | null {
  if (part === null || whole === null || whole <= 0 || part < 0 || part > whole) return null;
  const option = options.find(({ range }) => {
    if (range === null) return false;
    const [above, below] = [comparePercent(part, whole, range.min), comparePercent(part, whole, range.max)];
    return (above > 0 || (above === 0 && range.minInclusive)) && (below < 0 || (below === 0 && range.maxInclusive));
  });
  return option ? { kind: "share", percent: (part / whole) * 100, option: option.value } : null;
}

type Fraction = { of: number; by: number };

function fractionOf(quotient: Quotient, numbers: Numbers): Fraction | null {
  const of = numbers[quotient.of] ?? null;
  const by = quotient.by === null ? 1 : (numbers[quotient.by] ?? null);
  return of === null || by === null || by <= 0 ? null : { of, by };
}

function changeFigure(options: Option[], now: Fraction | null, before: Fraction | null): Figure | null {
  if (now === null || before === null) return null;
  const difference = exact(now.of) * exact(before.by) - exact(before.of) * exact(now.by);
  const direction = difference > 0n ? "up" : difference < 0n ? "down" : "flat";
  const option = options.find((one) => one.direction === direction);
  return option ? { kind: "change", now: now.of / now.by, before: before.of / before.by, option: option.value } : null;
}

/** Sign of part/whole × 100 − percent. */
function comparePercent(part: number, whole: number, percent: number): number {
  const difference = exact(part) * 100n * exact(1) - exact(percent) * exact(whole);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

/** Ten-thousandths: no field takes more than four decimals. */
function exact(value: number): bigint {
  return BigInt(Math.round(value * 10_000));
}
