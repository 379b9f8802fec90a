import { expect, test } from "vitest";
import {
  BANDS,
  bandsOf,
  HASHES,
  likeness,
  readSignature,
  shinglesOf,
  signatureOf,
  writeSignature,
} from "~/domain/moderation/minhash";
import { randomFor } from "../../../cli/demo/random";

const random = randomFor("tests/minhash");
const HAN =
  "生产排程设备物联质量追溯能耗监测仓储物流工艺协同采购供应财务数据安全网络车间班组看板报表预警维护保养点检巡检";

const textOf = (length: number) => Array.from({ length }, () => random.pick([...HAN])).join("");
const sign = (text: string) => signatureOf(shinglesOf(text));

function jaccard(a: string, b: string): number {
  const [one, other] = [shinglesOf(a), shinglesOf(b)];
  const common = [...one].filter((shingle) => other.has(shingle)).length;
  return common / (one.size + other.size - common);
}

/** The text with a share of its characters replaced, spread over it. */
function changed(text: string, share: number): string {
  return [...text].map((char) => (random.chance(share) ? random.pick([...HAN]) : char)).join("");
}

test("the estimate lies within ten points of the true Jaccard index, from nothing to everything in common", () => {
  const wrong: string[] = [];
  for (let pair = 0; pair < 120; pair++) {
    const text = textOf(random.whole(60, 900));
    const other =
      pair % 3 === 0 ? text.slice(0, text.length * random.next()) + textOf(200) : changed(text, random.next() * 0.3);
    const [truth, estimate] = [jaccard(text, other), likeness(sign(text), sign(other))];
    if (Math.abs(truth - estimate) > 0.1) wrong.push(`${truth} ${estimate}`);
  }
  expect(wrong).toEqual([]);
});

test("equal texts have equal signatures, and a signature is read as it was written", () => {
  const text = textOf(300);
  expect(sign(text)).toEqual(sign(text));
  expect(likeness(sign(text), sign(text))).toBe(1);
  const kept = writeSignature(sign(text));
  expect(kept).toHaveLength(HASHES * 8);
  expect(readSignature(kept)).toEqual(sign(text));
});

test("signatures are the same on every machine and for ever", () => {
  expect(writeSignature(sign("轻量排产一周上线")).slice(0, 24)).toBe("09871c4f399492965c3f8802");
});

test("near copies share a band, unrelated texts none", () => {
  const shares = (a: string, b: string) => {
    const other = bandsOf(sign(b));
    return bandsOf(sign(a)).some((hash, band) => hash === other[band]);
  };
  const texts = Array.from({ length: 60 }, () => textOf(400));
  expect(texts.filter((text) => shares(text, changed(text, 0.05)))).toHaveLength(60);
  expect(texts.filter((text, at) => shares(text, texts[(at + 1) % 60] ?? ""))).toHaveLength(0);
  expect(bandsOf(sign(texts[0] ?? ""))).toHaveLength(BANDS);
});

test("among unrelated texts hardly any two are compared, so that looking for look-alikes grows with their number alone", () => {
  const buckets = new Map<string, number>();
  let compared = 0;
  for (let n = 0; n < 400; n++)
    for (const [band, hash] of bandsOf(sign(textOf(300))).entries()) {
      const known = buckets.get(`${band} ${hash}`) ?? 0;
      compared += known;
      buckets.set(`${band} ${hash}`, known + 1);
    }
  // Of 79,800 pairs.
  expect(compared).toBeLessThan(5);
});

test("a text shorter than a shingle, and none at all, are signed without a word", () => {
  expect(shinglesOf("").size).toBe(0);
  expect(shinglesOf("排产").size).toBe(1);
  expect(likeness(sign("排产"), sign("排产"))).toBe(1);
});
