import type { Reader } from "#db/store.server";
import { complaintCounts } from "./complaint-pages.server";
import type { Moderator } from "./fence.server";
import { queueSize } from "./queue.server";

/** What the tabs above every page of moderation say: how much waits, and which pages there are for this moderator. */
export async function deskTabs(db: Reader, moderator: Moderator) {
  const [size, complaints] = await Promise.all([queueSize(db, moderator), complaintCounts(db, moderator)]);
  return {
    waiting: size.providers + size.solutions,
    complaints: complaints.open,
    isProvince: moderator.kind === "authority" && moderator.level === "province",
  };
}

export type TabCounts = Awaited<ReturnType<typeof deskTabs>>;
