/** Complaints as the pages of both sides read and answer them. */
import type { ModerationSubject } from "#db/vocabulary/moderation";
import { ComplaintAnswerForm, ComplaintForm } from "~/domain/moderation/complaint-form";
import { complaintDesk, complaintForStaff } from "~/domain/moderation/complaint-pages.server";
import { complaintAnswers } from "~/domain/moderation/complaint-status";
import {
  answerComplaint,
  fileComplaint,
  MOST_OPEN_OF_ONE,
  openComplaint,
  publicSubject,
} from "~/domain/moderation/complaints.server";
import { deskTabs } from "~/domain/moderation/desk-tabs.server";
import type { Moderator } from "~/domain/moderation/fence.server";
import { errorCode } from "~/i18n/form-errors";
import { paths } from "~/paths";
import { store } from "~/store.server";
import { redirectWith } from "./flash.server";
import { readForm } from "./form.server";
import { found, notFound, requireUser, type SignedIn } from "./guards.server";

/** The desk: open complaints, or with `show=answered` those answered. */
export async function complaintsOf(request: Request, moderator: Moderator) {
  const { db } = store();
  const answered = new URL(request.url).searchParams.get("show") === "answered";
  const [tabs, lines] = await Promise.all([deskTabs(db, moderator), complaintDesk(db, moderator, { answered })]);
  return { tabs, lines, answered };
}

/** One complaint with the answers open on it; 404 outside the moderator's fence. */
export async function complaintCase(moderator: Moderator, id: string | undefined) {
  const complaint = found(await complaintForStaff(store().db, moderator, id ?? ""));
  return { ...complaint, open: complaintAnswers(complaint.status), pageTitle: complaint.title };
}

/** Takes the answer posted to a complaint. */
export async function answerComplaintForm(request: Request, moderator: Moderator, id: string, next: string) {
  const form = await readForm(request, ComplaintAnswerForm);
  if (!form.ok) return form.reply;
  const outcome = await store().write((tx) => answerComplaint(tx, moderator, id, form.value));
  if (outcome.ok) return redirectWith(next, "complaints:answer.done");
  if (outcome.reason === "not_found") throw notFound();
  if (outcome.reason === "cannot_suspend")
    return form.refuse({ fields: { suspend: "complaints:answer.refused.cannot_suspend" } });
  return form.refuse({ form: `complaints:answer.refused.${outcome.reason}` });
}

/** Whoever is signed in, and whether what it is about is their own; 404 for what is not public. */
async function complainantAbout(request: Request, about: { kind: ModerationSubject; id: string | null }) {
  const from = complainant(await requireUser(request));
  const subject = about.id === null ? null : await publicSubject(store().db, { kind: about.kind, id: about.id });
  if (!subject) throw notFound();
  return { from, isOwn: from.organisationIds.includes(subject.providerId) };
}

/** The form, or what the reader is told instead: it is their own, or a complaint of theirs about it waits already. */
export async function complaintFormFor(
  request: Request,
  about: { kind: ModerationSubject; id: string },
): Promise<{ instead: "own" | "waiting" | null }> {
  const { from, isOwn } = await complainantAbout(request, about);
  if (isOwn) return { instead: "own" };
  return { instead: (await openComplaint(store().db, from.userId, about)) === null ? null : "waiting" };
}

/** Files the complaint posted. */
export async function answerComplaintAbout(request: Request, about: { kind: ModerationSubject; id: string | null }) {
  const { from, isOwn } = await complainantAbout(request, about);
  if (isOwn) throw notFound();
  const form = await readForm(request, ComplaintForm);
  if (!form.ok) return form.reply;
  const subject = { kind: about.kind, id: about.id ?? "" };
  const outcome = await store().write((tx) => fileComplaint(tx, from, subject, form.value));
  if (outcome.ok) return redirectWith(paths.account.complaints(), "complaints:form.done");
  if (outcome.reason === "not_found") throw notFound();
  if (outcome.reason === "already_open") return form.refuse({ form: "complaints:refused.already_open" });
  return form.refuse({ form: errorCode("complaints:refused.too_many", { count: MOST_OPEN_OF_ONE }) });
}

function complainant(who: SignedIn) {
  return { userId: who.userId, organisationIds: who.belongings.map(({ organisationId }) => organisationId) };
}
