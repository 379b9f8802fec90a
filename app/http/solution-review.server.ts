/** The review of a solution, the same for park and province: what the page draws, and how it answers notes and decisions. */
import { namedCodes } from "~/domain/catalogue/named-codes";
import { shownFiles } from "~/domain/catalogue/version-files.server";
import { SolutionDecisionForm, SolutionNotesForm } from "~/domain/moderation/decision-form";
import { versionMove } from "~/domain/moderation/decision-rules";
import { decideOnSolution, noteOnSolution } from "~/domain/moderation/decisions.server";
import type { Moderator } from "~/domain/moderation/fence.server";
import { queueFilter } from "~/domain/moderation/queue-filter";
import { onwardFrom, solutionAid } from "~/domain/moderation/review-aid.server";
import { moderatedSolution } from "~/domain/moderation/subjects.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { store } from "~/store.server";
import { withCannedText } from "./canned-text.server";
import { redirectWith } from "./flash.server";
import { readForm, readIntent } from "./form.server";
import { found, notFound } from "./guards.server";

/** A solution with the names of what it and the versions beside it list; what only others may decide is not offered. 404 outside the fence. */
export async function solutionCase(request: Request, moderator: Moderator, id: string | undefined) {
  const db = store().db;
  const subject = found(await moderatedSolution(db, moderator, id ?? ""));
  const reference = await referenceOf(db);
  const { first, whole } = subject.comparison;
  const aid = await solutionAid(db, moderator, filterOf(request), subject);
  return {
    ...subject,
    open: aid.secondLook?.isYou ? subject.open.filter((decision) => versionMove(decision) === null) : subject.open,
    files: await shownFiles(db, subject.seen.id),
    names: namedCodes(reference, subject.seen),
    firstNames: first && namedCodes(reference, first.version),
    wholeNames: whole && namedCodes(reference, whole.version),
    aid,
    pageTitle: subject.seen.title,
  };
}

/** Keeps notes or takes the decision posted about a solution, and goes on to `next`; `desk` when there is nothing left to see. */
export async function answerSolutionReview(
  request: Request,
  moderator: Moderator,
  id: string,
  next: string,
  desk: string,
) {
  const { intent } = await readIntent(request.clone());
  return intent === "note" ? keptNotes(request, moderator, id, next) : decided(request, moderator, id, next, desk);
}

async function keptNotes(request: Request, moderator: Moderator, id: string, next: string) {
  const form = await readForm(request, SolutionNotesForm);
  if (!form.ok) return form.reply;
  const outcome = await store().write((tx) => noteOnSolution(tx, moderator, id, form.value));
  if (!outcome.ok && outcome.reason === "not_found") throw notFound();
  if (!outcome.ok) return form.refuse({ form: `moderation:refused.${outcome.reason}` });
  // Half a decision typed beside the notes is typed too: the page is drawn again with all of it.
  if (form.value.decision || form.value.text) return form.refuse({}, 200);
  return redirectWith(next, "versions:note.kept");
}

async function decided(request: Request, moderator: Moderator, id: string, next: string, desk: string) {
  const form = await readForm(await withCannedText(request), SolutionDecisionForm);
  if (!form.ok) return form.reply;
  const onward = await onwardFrom(store().db, moderator, filterOf(request), { kind: "solution", id });
  const outcome = await store().write((tx) => decideOnSolution(tx, moderator, id, form.value));
  const isOfQueue = versionMove(form.value.decision) !== null;
  if (outcome.ok) return redirectWith((isOfQueue && onward) || next, `moderation:decide.done.${form.value.decision}`);
  if (outcome.reason === "not_found") throw notFound();
  if (outcome.reason === "undoes") return form.refuse({ fields: { undoes: "versions:undoes.refused" } });
  // Taken back before it was ever judged: its page is its owner's again.
  if (outcome.reason === "stale" && !(await moderatedSolution(store().db, moderator, id)))
    return redirectWith(desk, "versions:taken_back");
  return form.refuse({ form: `moderation:refused.${outcome.reason}` });
}

/** How the line was filtered that the moderator came from. */
function filterOf(request: Request) {
  return queueFilter(new URL(request.url).searchParams);
}
