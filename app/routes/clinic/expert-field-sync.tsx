/** What the field kit and the server tell each other: the case on GET, changes and what they led to on POST. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { FieldAnswer, FieldOpening } from "~/domain/clinic/field";
import { FieldRequest } from "~/domain/clinic/field-form";
import { fieldBook, fieldState } from "~/domain/clinic/field-state.server";
import { applyFieldOperations } from "~/domain/clinic/field-sync.server";
import { found, notFound, requireExpert } from "~/http/guards.server";
import { answerJson, readJson } from "~/http/json.server";
import { codeOfIssue } from "~/i18n/form-errors";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const expert = await requireExpert(request);
  const id = params.id ?? "";
  const book = found(await fieldBook(store().db, expert, id));
  const state = found(await fieldState(store().db, expert, id));
  return answerJson({ userId: expert.userId, book, state } satisfies FieldOpening);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const expert = await requireExpert(request);
  const id = params.id ?? "";
  const { operations } = await readJson(request, FieldRequest);
  // In the same transaction: what is sent along is what the results speak of.
  const answered = await store().write(async (tx) => {
    const results = await applyFieldOperations(tx, expert, id, operations, codeOfIssue);
    return results.ok ? { results: results.value, state: found(await fieldState(tx, expert, id)) } : null;
  });
  if (!answered) throw notFound();
  return answerJson({ userId: expert.userId, ...answered } satisfies FieldAnswer);
}
