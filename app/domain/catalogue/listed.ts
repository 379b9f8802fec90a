/** What lists show of the live solutions on one day. */
import { confirmedBefore, SUNK_SHARE } from "./freshness";
import type { PublishedSolution } from "./published-rows.server";

export type Listed = {
  /** In the order given; what has sunk with its smaller quality. */
  solutions: readonly PublishedSolution[];
  /** Live, but unconfirmed for so long that only its own page still shows it. */
  hidden: readonly PublishedSolution[];
};

/** The same object as long as the listing is the same: matching tells listings apart by identity. */
const sunkCopies = new WeakMap<PublishedSolution, PublishedSolution>();

/** Splits live solutions by their last confirmation. Answers the list it was given when all of it is fresh. */
export function listedOn(live: readonly PublishedSolution[], day: number): Listed {
  const [sunkBefore, hiddenBefore] = [confirmedBefore("sunk", day), confirmedBefore("hidden", day)];
  const isOld = ({ confirmedAt }: PublishedSolution) => confirmedAt !== null && confirmedAt < sunkBefore;
  if (!live.some(isOld)) return { solutions: live, hidden: [] };
  const solutions: PublishedSolution[] = [];
  const hidden: PublishedSolution[] = [];
  for (const each of live) {
    if (!isOld(each)) solutions.push(each);
    else if ((each.confirmedAt ?? 0) < hiddenBefore) hidden.push({ ...each, isSunk: true, isHidden: true });
    else solutions.push(sunk(each));
  }
  return { solutions, hidden };
}

function sunk(each: PublishedSolution): PublishedSolution {
  const known = sunkCopies.get(each);
  if (known) return known;
  const copy = { ...each, quality: each.quality * SUNK_SHARE, isSunk: true };
  sunkCopies.set(each, copy);
  return copy;
}
