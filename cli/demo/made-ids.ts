import type { Random } from "./random";

/** Crockford's base 32 in lower case, as ULIDs are written. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

export type MakeId = (prefix: string, at: number) => string;

/** Ids of the same shape as newId (db/ids.server.ts), but the same ones every time. */
export function idMaker(random: Random): MakeId {
  let made = 0;
  return (prefix, at) => {
    made += 1;
    return `${prefix}_${base32(at, 10)}${base32(made, 4)}${base32(bits(random), 6)}${base32(bits(random), 6)}`;
  };
}

function bits(random: Random): number {
  return Math.floor(random.next() * 1_073_741_824);
}

function base32(value: number, length: number): string {
  let left = value;
  let text = "";
  for (let place = 0; place < length; place += 1) {
    text = (ALPHABET[left % 32] ?? "0") + text;
    left = Math.floor(left / 32);
  }
  return text;
}
