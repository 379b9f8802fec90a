/** The page on which several items of the queue are decided at once, the same for park and province. */
import { data } from "@remix-run/node";
import { BulkApprovalForm, BulkReturnForm, MOST_AT_ONCE } from "~/domain/moderation/bulk-form";
import { bulkPreview, decideInBulk, type BulkDecision } from "~/domain/moderation/bulk.server";
import { cannedReasons } from "~/domain/moderation/canned-reasons.server";
import { deskTabs } from "~/domain/moderation/desk-tabs.server";
import type { Moderator } from "~/domain/moderation/fence.server";
import { store } from "~/store.server";
import { withCannedText } from "./canned-text.server";
import { redirectWith } from "./flash.server";
import { readForm, readIntent } from "./form.server";

/** What would happen to each ticked item; nothing is done. */
export async function bulkDesk(request: Request, moderator: Moderator) {
  const { db } = store();
  const words = [...new Set(new URL(request.url).searchParams.getAll("items"))].slice(0, MOST_AT_ONCE);
  const [tabs, lines, canned] = await Promise.all([
    deskTabs(db, moderator),
    bulkPreview(db, moderator, words),
    cannedReasons(db),
  ]);
  return { tabs, lines, canned };
}

/** Approves or returns the items named in the form; back to `desk` when all are done, else what became of each. */
export async function answerBulk(request: Request, moderator: Moderator, desk: string) {
  const { intent } = await readIntent(request.clone());
  if (intent === "approve") {
    const form = await readForm(request, BulkApprovalForm);
    if (!form.ok) return form.reply;
    return decided(moderator, form.value.items, { decision: "approved", reason: null, text: "" }, desk);
  }
  const form = await readForm(await withCannedText(request), BulkReturnForm);
  if (!form.ok) return form.reply;
  const { items, reason, text } = form.value;
  return decided(moderator, items, { decision: "changes_requested", reason, text }, desk);
}

async function decided(moderator: Moderator, items: readonly string[], said: BulkDecision, desk: string) {
  const results = await decideInBulk(store(), moderator, items, said);
  const count = results.filter(({ result }) => result === "done").length;
  if (count === results.length) return redirectWith(desk, `moderation:bulk.done.${said.decision}`, { count });
  return data({ results, count }, { status: 409 });
}
