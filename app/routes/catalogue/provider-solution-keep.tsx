/** Keeps a section while it is typed: posted to by the page's own script, answered in JSON. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { marksOf } from "~/domain/catalogue/section-conflict";
import { saveSection } from "~/domain/catalogue/solution-drafts.server";
import { DrawnFrom, sectionForms } from "~/domain/catalogue/solution-form";
import { fieldsOf, isSectionKey } from "~/domain/catalogue/solution-sections";
import { readForm } from "~/http/form.server";
import { found, notFound, requireProvider } from "~/http/guards.server";
import { answerJson } from "~/http/json.server";
import { store } from "~/store.server";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireProvider(request);
  throw notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireProvider(request);
  const section = found(isSectionKey(params.section) ? params.section : null);
  const form = await readForm(request, sectionForms[section].and(DrawnFrom));
  if (!form.ok) return answerJson({ kept: false, reason: "invalid" }, 422);
  const { versionId, seenEdit, ...values } = form.value;
  const outcome = await store().write((tx) =>
    saveSection(tx, member, params.id ?? "", values, { versionId, seenEdit }),
  );
  if (!outcome.ok && outcome.reason === "not_found") throw notFound();
  if (!outcome.ok) return answerJson({ kept: false, reason: outcome.reason }, 409);
  return answerJson({ kept: true, ...outcome.value, marks: marksOf(values, fieldsOf(section)) });
}
