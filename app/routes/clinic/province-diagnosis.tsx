/** A case as a city or the province reads it; the province may end a stuck one before its report is issued. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ReasonForm } from "~/components/clinic/act-form";
import { CaseView } from "~/components/clinic/case-view";
import { LinkButton } from "~/components/kit/button";
import { PageHeader } from "~/components/kit/page";
import { casePage } from "~/domain/clinic/case-page.server";
import { cancelDiagnosis } from "~/domain/clinic/desk.server";
import { RefusalForm } from "~/domain/clinic/diagnosis-form";
import { moveOf } from "~/domain/clinic/diagnosis-status";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireAuthority } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireAuthority(request);
  const page = found(await casePage(store().db, staff, params.id ?? "", Date.now()));
  return { page, level: staff.level, pageTitle: page.enterprise.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireAuthority(request);
  const form = await readForm(request, RefusalForm);
  if (!form.ok) return form.reply;
  const seen = { id: params.id ?? "", edit: form.value.edit };
  const outcome = await store().write((tx) => cancelDiagnosis(tx, staff, seen, form.value));
  if (outcome.ok) return redirectWith(paths.province.diagnosis(seen.id), "clinic:flash.cancel");
  if (outcome.reason === "not_found") throw notFound();
  return form.refuse({ form: `clinic:refused.${outcome.reason}` });
}

export default function ProvinceDiagnosis() {
  const t = useTranslate();
  const { page, level } = useLoaderData<typeof loader>();
  const { status, edit, id } = page.case;
  const cancel = level === "province" ? moveOf(status, "cancelled", "province") : null;
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={page.enterprise.name}
        up={{ to: paths.province.diagnoses(), label: t("clinic:region.title") }}
      />
      <CaseView page={page} viewer={level}>
        <div className="no-print mt-6 flex flex-col gap-4 empty:hidden">
          {page.report ? (
            <p>
              <LinkButton to={paths.province.report(id)}>{t("clinic:report.open")}</LinkButton>
            </p>
          ) : null}
          {cancel ? (
            <ReasonForm
              intent="cancel"
              edit={edit}
              answer={answer}
              title={t("clinic:cancel.title")}
              lead={t("clinic:cancel.lead")}
              reasons={cancel.reasons}
              submit={t("clinic:cancel.submit")}
            />
          ) : null}
        </div>
      </CaseView>
    </>
  );
}
