/** The documents a query found, in columns: half a million of them as objects would cost more than finding them. */

/** Tiers up to this one are, by title, tags and trade, all that the query says: "can be connected to MES" is no MES. */
export const FOCUS_TIER = 3;
/** Tiers up to this one say everything the query says. */
export const FULL_TIER = 4;
/** Found by looser readings, in the order of evidence (evidence.server.ts): what the query is about, whatever else it says. */
export const LOOSE_TIER = 7;
/** Others found by looser readings. By evidence they stand among the ones before. */
export const OTHER_TIER = 8;

export type Hits = {
  /** Row numbers; every number occurs once. */
  readonly nos: Int32Array;
  /** 0: all that is asked, as what the listing is; 1: by who serves every trade; up to FULL_TIER: somewhere in the listing; above: part of it. */
  readonly tiers: Uint8Array;
  /** How well the text is answered within the tier; NaN where so many answer that the rest was not weighed. */
  readonly scores: Float64Array;
};

/** Gathers hits of one reading after the other; a document keeps the first tier it was found in. */
export class HitCollector {
  /** How many have a score. */
  scored = 0;
  size = 0;
  #nos = new Int32Array(256);
  #tiers = new Uint8Array(256);
  #scores = new Float64Array(256);
  #seen: Uint8Array;

  /** `size`: how many documents there are about; their numbers may be larger. What `before` has is not taken again. */
  constructor(
    size: number,
    private readonly before?: HitCollector,
  ) {
    this.#seen = new Uint8Array(size + 1);
  }

  has(no: number): boolean {
    return this.#seen[no] === 1;
  }

  /** `scores` may be shorter than `nos`: the rest was not weighed. */
  add(nos: ArrayLike<number>, scores: ArrayLike<number>, tier: number): void {
    this.#makeRoomFor(nos.length);
    for (let at = 0; at < nos.length; at++) {
      const no = nos[at] ?? 0;
      if (no >= this.#seen.length) this.#seen = grown(this.#seen, no + 1);
      if (this.#seen[no] === 1 || this.before?.has(no)) continue;
      this.#seen[no] = 1;
      this.#nos[this.size] = no;
      this.#tiers[this.size] = tier;
      this.#scores[this.size] = at < scores.length ? (scores[at] ?? Number.NaN) : Number.NaN;
      this.size++;
      if (at < scores.length) this.scored++;
    }
  }

  hits(): Hits {
    return {
      nos: this.#nos.subarray(0, this.size),
      tiers: this.#tiers.subarray(0, this.size),
      scores: this.#scores.subarray(0, this.size),
    };
  }

  #makeRoomFor(more: number): void {
    const size = this.size + more;
    if (size <= this.#nos.length) return;
    this.#nos = grown(this.#nos, size);
    this.#tiers = grown(this.#tiers, size);
    this.#scores = grown(this.#scores, size);
  }
}

/** At least twice as long, so that growing step by step stays cheap. */
function grown<Numbers extends Int32Array | Uint8Array | Float64Array>(numbers: Numbers, size: number): Numbers;
function grown(numbers: Int32Array | Uint8Array | Float64Array, size: number): Int32Array | Uint8Array | Float64Array {
  const length = Math.max(size, numbers.length * 2);
  const larger =
    numbers instanceof Uint8Array
      ? new Uint8Array(length)
      : numbers instanceof Int32Array
        ? new Int32Array(length)
        : new Float64Array(length);
  larger.set(numbers);
  return larger;
}
