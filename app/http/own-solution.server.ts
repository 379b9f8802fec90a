/** What the buttons on an own solution's page do. */
import type { NewSolution } from "~/domain/catalogue/solution-form";
import { DrawnFrom, NewSolutionForm } from "~/domain/catalogue/solution-form";
import {
  archiveSolution,
  putDraftAway,
  republishSolution,
  submitSolution,
  takeBackSolution,
  withdrawSolution,
} from "~/domain/catalogue/solution-lifecycle.server";
import { copySolution, takeLiveValues } from "~/domain/catalogue/solution-versions.server";
import { ownSolution } from "~/domain/catalogue/solutions.server";
import type { ProviderMember } from "~/domain/identity/actor";
import type { MessageKey } from "~/i18n/messages";
import { paths } from "~/paths";
import { store } from "~/store.server";
import { redirectWith } from "./flash.server";
import { readIntent, refusal } from "./form.server";
import { found, notFound } from "./guards.server";
import { translateFor } from "./locale.server";

const moves = {
  withdraw: { move: withdrawSolution, done: "catalogue:editor.done.withdraw" },
  republish: { move: republishSolution, done: "catalogue:editor.done.republish" },
  archive: { move: archiveSolution, done: "catalogue:editor.done.archive" },
  take_back: { move: takeBackSolution, done: "versions:take_back.done" },
  take_live: { move: takeLiveValues, done: "versions:take_live.done" },
} as const;

const onSeenDraft = {
  submit: { act: submitSolution, done: "catalogue:editor.done.submit" },
  put_away: { act: putDraftAway, done: "versions:put_away.done" },
} as const;

/** Takes the step whose button was pressed on the page of one solution. */
export async function answerOwnSolution(request: Request, member: ProviderMember, id: string) {
  const { intent, form } = await readIntent(request.clone());
  if (intent === "copy") return answerCopy(request, member);
  if (intent === "submit" || intent === "put_away") return stepOnDraft(member, id, intent, form);
  if (!isMove(intent)) throw notFound();
  const { move, done } = moves[intent];
  const outcome = await store().write((tx) => move(tx, member, id));
  return outcome.ok ? redirectWith(paths.providerDesk.solution(id), done) : refuse(outcome.reason);
}

/** Starts a copy of the solution named in the form: the button stands in the list and on the solution's own page. */
export async function answerCopy(request: Request, member: ProviderMember) {
  const { form } = await readIntent(request);
  const copyId = NewSolutionForm.shape.id.safeParse(form.get("copyId"));
  const own = found(await ownSolution(store().db, member, String(form.get("solutionId") ?? "")));
  if (!copyId.success) return refusal("form:stale");
  const { t } = await translateFor(request);
  const title = titleOf(own.version.title, (words) => t("versions:copy.title", { title: words }));
  const outcome = await store().write((tx) => copySolution(tx, member, own.solution.id, { id: copyId.data, title }));
  if (!outcome.ok) return refusal(`catalogue:new.refused.${outcome.reason}`);
  return redirectWith(paths.providerDesk.solution(outcome.value.id), "versions:copy.done");
}

const MOST_TITLE = 60;

/** Cut where the words around it would make it too long for a title. */
function titleOf(title: NewSolution["title"], say: (title: string) => string): string {
  const over = say(title).length - MOST_TITLE;
  return over > 0 ? say(`${[...title].slice(0, -over - 1).join("")}…`) : say(title);
}

async function stepOnDraft(member: ProviderMember, id: string, step: keyof typeof onSeenDraft, form: FormData) {
  const drawnFrom = DrawnFrom.safeParse(Object.fromEntries(form));
  if (!drawnFrom.success) return refusal("form:stale");
  const { act, done } = onSeenDraft[step];
  const outcome = await store().write((tx) => act(tx, member, id, drawnFrom.data));
  return outcome.ok ? redirectWith(paths.providerDesk.solution(id), done) : refuse(outcome.reason);
}

function isMove(intent: string): intent is keyof typeof moves {
  return intent in moves;
}

type Refusal = "not_found" | "not_allowed" | "provider_not_open" | "nothing_new" | "incomplete" | "stale";

const sentences: Record<Exclude<Refusal, "not_found" | "stale">, MessageKey> = {
  not_allowed: "catalogue:editor.refused.not_allowed",
  provider_not_open: "catalogue:editor.refused.provider_not_open",
  nothing_new: "catalogue:editor.refused.nothing_new",
  incomplete: "catalogue:editor.refused.incomplete",
};

function refuse(reason: Refusal) {
  if (reason === "not_found") throw notFound();
  return refusal(reason === "stale" ? "versions:draft_moved" : sentences[reason]);
}
