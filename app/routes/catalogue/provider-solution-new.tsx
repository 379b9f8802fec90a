/** Start a solution: its name and one sentence; everything else follows section by section. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newId } from "#db/ids.server";
import { BasicsFields } from "~/components/catalogue/editor/section-fields";
import { Button } from "~/components/kit/button";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { PageHandle } from "~/components/layout/page-handle";
import { NewSolutionForm, type NewSolution } from "~/domain/catalogue/solution-form";
import { createSolution } from "~/domain/catalogue/solution-drafts.server";
import { audienceFor, namesOfNeed, needAsked } from "~/domain/insight/need-asked";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { readForm } from "~/http/form.server";
import { requireProvider } from "~/http/guards.server";
import { formatList } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "catalogue:new.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  await requireProvider(request);
  const { need, reference } = await needOf(request);
  return { id: newId("sol"), need: namesOfNeed(need, reference) };
}

/** The unmet need whose page led here. */
async function needOf(request: Request) {
  const reference = await referenceOf(store().db);
  return { reference, need: needAsked(new URL(request.url).searchParams, reference) };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireProvider(request);
  const form = await readForm(request, NewSolutionForm);
  if (!form.ok) return form.reply;
  const audience = audienceFor((await needOf(request)).need);
  const outcome = await store().write((tx) => createSolution(tx, member, form.value, audience));
  if (!outcome.ok) return form.refuse({ form: `catalogue:new.refused.${outcome.reason}` });
  return redirect(paths.providerDesk.solution(outcome.value.id), 303);
}

export default function NewSolutionPage() {
  const t = useTranslate();
  const locale = useLocale();
  const named = useNamed();
  const { id, need } = useLoaderData<typeof loader>();
  const [form, fields] = useFormOf<NewSolution>({
    id: "solution",
    answer: useActionData<typeof action>(),
    defaults: { id },
  });
  const labels = { title: t("catalogue:field.title"), summary: t("catalogue:field.summary") };
  return (
    <div className="measure">
      <PageHeader
        title={t("catalogue:new.title")}
        lead={t("catalogue:new.lead")}
        up={{ to: paths.providerDesk.solutions(), label: t("catalogue:mine.title") }}
      />
      {need.length > 0 ? (
        <div className="mb-6">
          <Note tone="waiting">{t("reach:new.note", { names: formatList(locale, need.map(named)) })}</Note>
        </div>
      ) : null}
      <PostForm form={form}>
        <ErrorSummary form={form} labels={labels} />
        <input type="hidden" name="id" value={fields.id.initialValue ?? id} />
        <BasicsFields fields={fields} />
        <div>
          <Button>{t("catalogue:new.submit")}</Button>
        </div>
      </PostForm>
    </div>
  );
}
