/** Several items of the queue decided at once: first what would happen to each, then each in its own right. */
import { eq } from "drizzle-orm";
import { solution, solutionVersion } from "#db/schema/catalogue.server";
import { one, type Reader, type Store } from "#db/store.server";
import type { ModerationReason } from "#db/vocabulary/moderation";
import { areRequiredPassed } from "~/domain/catalogue/qualifications.server";
import { undoneFields } from "~/domain/catalogue/undone-fields";
import { tickedOf, type Ticked } from "./bulk-form";
import { decideOnProvider, decideOnSolution, type DecisionRefusal } from "./decisions.server";
import type { Moderator } from "./fence.server";
import { keyOf, queueItems, type QueueItem } from "./queue.server";

/** Why an item cannot be decided on together with others: gone from the queue, changed since it was ticked, to be read first. */
export type BulkObstacle = "gone" | "changed" | "second_look" | "warnings" | "qualifications_open" | "undoes";

export type BulkLine = {
  word: string;
  ticked: Ticked;
  /** Null for what is not, or no longer, in the moderator's queue. */
  item: QueueItem | null;
  approve: BulkObstacle | null;
  giveBack: BulkObstacle | null;
};

/** What would happen to each ticked item, with nothing done. An approval needs an item without warnings; returning one does not. */
export async function bulkPreview(db: Reader, moderator: Moderator, words: readonly string[]): Promise<BulkLine[]> {
  const asked = words.flatMap((word) => {
    const ticked = tickedOf(word);
    return ticked ? [{ word, ticked }] : [];
  });
  const items = await queueItems(
    db,
    moderator,
    asked.map(({ ticked }) => ticked),
  );
  const byKey = new Map(items.map((item) => [keyOf(item), item]));
  const lines: BulkLine[] = [];
  for (const { word, ticked } of asked) {
    const item = byKey.get(keyOf(ticked)) ?? null;
    const giveBack = obstacle(item, word);
    const approve = giveBack ?? (item && (await obstacleToApproval(db, item, ticked)));
    lines.push({ word, ticked, item, giveBack, approve });
  }
  return lines;
}

/** What an approval alone would be refused for, or should not be given unread. */
async function obstacleToApproval(db: Reader, item: QueueItem, ticked: Ticked): Promise<BulkObstacle | null> {
  if (item.warnings > 0) return "warnings";
  if (ticked.kind === "provider") return (await areRequiredPassed(db, ticked.id)) ? null : "qualifications_open";
  return item.isUpdate && (await undoesImport(db, ticked)) ? "undoes" : null;
}

async function undoesImport(db: Reader, { id, versionId }: Extract<Ticked, { kind: "solution" }>): Promise<boolean> {
  const [row, all] = await Promise.all([
    one(db.select({ liveId: solution.currentVersionId }).from(solution).where(eq(solution.id, id))),
    db.select().from(solutionVersion).where(eq(solutionVersion.solutionId, id)),
  ]);
  const version = all.find((each) => each.id === versionId);
  return version !== undefined && undoneFields(version, row?.liveId ?? null, all).length > 0;
}

function obstacle(item: QueueItem | null, word: string): BulkObstacle | null {
  if (!item) return "gone";
  if (item.seen !== word) return "changed";
  return item.isForOthers ? "second_look" : null;
}

export type BulkDecision =
  | { decision: "approved"; reason: null; text: "" }
  | { decision: "changes_requested"; reason: ModerationReason; text: string };

export type BulkResult = {
  word: string;
  title: string | null;
  result: "done" | BulkObstacle | DecisionRefusal;
};

/**
 * Decides on each item in a transaction of its own, so that one that cannot be decided leaves the others as they are. What
 * the preview would have refused stays as it was; sending the same again changes nothing and answers `done` for what the same
 * moderator decided so before. Writes what decideOnProvider and decideOnSolution write.
 */
export async function decideInBulk(
  store: Pick<Store, "db" | "write">,
  moderator: Moderator,
  words: readonly string[],
  said: BulkDecision,
): Promise<BulkResult[]> {
  const results: BulkResult[] = [];
  for (const { word, ticked, item, approve, giveBack } of await bulkPreview(store.db, moderator, words)) {
    const barrier = said.decision === "approved" ? approve : giveBack;
    const title = item?.title ?? null;
    // What is gone may be so by this very decision: the command knows.
    if (barrier !== null && barrier !== "gone") {
      results.push({ word, title, result: barrier });
      continue;
    }
    const { id, seenEdit } = ticked;
    const outcome = await store.write((tx) =>
      ticked.kind === "provider"
        ? decideOnProvider(tx, moderator, id, { ...said, seenEdit })
        : decideOnSolution(tx, moderator, id, { ...said, seenEdit, versionId: ticked.versionId }),
    );
    results.push({ word, title, result: outcome.ok ? "done" : outcome.reason });
  }
  return results;
}
