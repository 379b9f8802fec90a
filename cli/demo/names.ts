import { itemAt, type Random } from "./random";
import { areaCodes, brandFirst, brandLast, givenFirst, givenLast, realBrands, surnames } from "./texts/name-parts";

export type Brand = { zh: string; pinyin: string };

/** A brand of two characters that is not a real one's. */
export function madeBrand(random: Random): Brand {
  for (;;) {
    const [first, last] = [random.pick(brandFirst), random.pick(brandLast)];
    const zh = first[0] + last[0];
    if (first[0] !== last[0] && !realBrands.includes(zh)) return { zh, pinyin: first[1] + last[1] };
  }
}

/** Gives every organisation a name nobody else has; `namesInUse` are real ones that none may contain or be part of. */
export function nameMaker(random: Random, namesInUse: readonly string[]) {
  const taken = new Set<string>();
  return (places: readonly string[], trades: readonly string[]): { name: string; brand: Brand } => {
    for (;;) {
      const brand = madeBrand(random);
      const form = random.chance(0.04) ? "股份有限公司" : "有限公司";
      const name = `${random.pick(places)}${brand.zh}${random.pick(trades)}${form}`;
      const isReal = namesInUse.some((real) => name.includes(real));
      if (isReal || taken.has(name) || realBrands.some((real) => name.slice(2).includes(real) && real.length > 2))
        continue;
      taken.add(name);
      return { name, brand };
    }
  };
}

export function madePerson(random: Random): string {
  const given = random.chance(0.7) ? random.pick(givenFirst) + random.pick(givenLast) : random.pick(givenLast);
  return random.pick(surnames) + given;
}

/** A landline that cannot be dialled: the exchange 0000 is assigned to nobody. */
export function madePhone(prefectureCode: string, random: Random): string {
  return `${areaCodes[prefectureCode] ?? "0791"}-0000${String(random.whole(0, 9999)).padStart(4, "0")}`;
}

/** "南昌县" is called 南昌县 in names, "瑞金市" is called 瑞金. */
export function placeWord(nameZh: string): string {
  return nameZh.length > 2 ? nameZh.slice(0, -1) : nameZh;
}

/** An address word nobody else has: the plain one, then with a number behind it. */
export function slugMaker(): (wanted: string) => string {
  const used = new Map<string, number>();
  return (wanted) => {
    const times = (used.get(wanted) ?? 0) + 1;
    used.set(wanted, times);
    return times === 1 ? wanted : `${wanted}-${times}`;
  };
}

/** A share of a total by weights, in whole numbers that add up to it. */
export function shared(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const whole = exact.map(Math.floor);
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .toSorted((a, b) => b.rest - a.rest || a.index - b.index);
  const missing = total - whole.reduce((all, count) => all + count, 0);
  for (const { index } of order.slice(0, missing)) whole[index] = itemAt(whole, index) + 1;
  return whole;
}
