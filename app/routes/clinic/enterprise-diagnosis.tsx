/** An enterprise's case: where it stands, who holds it, by when, and what the enterprise can do now. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import { CaseView } from "~/components/clinic/case-view";
import { EnterpriseActs } from "~/components/clinic/enterprise-acts";
import { PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { casePage } from "~/domain/clinic/case-page.server";
import { confirmReport, objectToReport } from "~/domain/clinic/confirmations.server";
import { answerChanges, withdrawDiagnosis } from "~/domain/clinic/diagnoses.server";
import { EnterpriseCaseForm } from "~/domain/clinic/diagnosis-form";
import { needChoices } from "~/domain/clinic/needs.server";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireEnterprise } from "~/http/guards.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "clinic:own.case" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  const { db } = store();
  const page = found(await casePage(db, member, params.id ?? "", Date.now()));
  const choices = page.case.status === "changes_requested" ? await needChoices(db, "without_parks") : null;
  return { page, choices };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireEnterprise(request);
  const form = await readForm(request, EnterpriseCaseForm);
  if (!form.ok) return form.reply;
  const { value } = form;
  const outcome = await act(member, params.id ?? "", value);
  if (outcome.ok) return redirectWith(paths.enterprise.diagnosis(params.id ?? ""), `clinic:flash.${value.intent}`);
  if (outcome.reason === "not_found") throw notFound();
  return form.refuse({ form: `clinic:refused.${outcome.reason}` });
}

function act(member: EnterpriseMember, id: string, value: z.infer<typeof EnterpriseCaseForm>) {
  return store().write(async (tx) => {
    switch (value.intent) {
      case "answer":
        return answerChanges(tx, member, id, value);
      case "withdraw":
        return withdrawDiagnosis(tx, member, { id, edit: value.edit }, value);
      case "confirm":
        return confirmReport(tx, member, id, value);
      case "object":
        return objectToReport(tx, member, id, value);
    }
  });
}

export default function EnterpriseDiagnosis() {
  const t = useTranslate();
  const locale = useLocale();
  const { page, choices } = useLoaderData<typeof loader>();
  const asked = formatDate(locale, page.case.submittedAt ?? page.case.createdAt);
  return (
    <>
      <PageHeader
        title={t("clinic:own_title", { date: asked })}
        up={{ to: paths.enterprise.diagnoses(), label: t("clinic:own.title") }}
      />
      <CaseView page={page} viewer="enterprise">
        <EnterpriseActs page={page} choices={choices} answer={useActionData<typeof action>()} />
      </CaseView>
    </>
  );
}
