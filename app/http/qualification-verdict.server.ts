import { VerdictForm } from "~/domain/moderation/qualification-form";
import type { Moderator } from "~/domain/moderation/fence.server";
import { judgeQualification } from "~/domain/moderation/qualifications.server";
import { store } from "~/store.server";
import { redirectWith } from "./flash.server";
import { readForm } from "./form.server";
import { notFound } from "./guards.server";

/** Takes the verdict posted about one qualification and goes on to `next`. */
export async function answerVerdict(request: Request, moderator: Moderator, id: string, next: string) {
  const form = await readForm(request, VerdictForm);
  if (!form.ok) return form.reply;
  const outcome = await store().write((tx) => judgeQualification(tx, moderator, id, form.value));
  if (!outcome.ok && outcome.reason === "not_found") throw notFound();
  if (!outcome.ok) return form.refuse({ form: `moderation:refused.${outcome.reason}` });
  return redirectWith(`${next}#qualifications`, `onboarding:judged.${form.value.verdict}`);
}
