/** The expert's report editor; once handed in, and in earlier versions, it is only read. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerForAny } from "~/components/clinic/answer-for";
import { CorrectionForm } from "~/components/clinic/correction-form";
import { ReportEditor } from "~/components/clinic/report-editor";
import { ReportDownloads } from "~/components/clinic/report-downloads";
import { ReportVersions } from "~/components/clinic/report-versions";
import { ReviewedDocument } from "~/components/clinic/reviewed-document";
import { RefusalNote } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import { noteAccess } from "~/domain/clinic/access-ledger.server";
import { editingOf } from "~/domain/clinic/editing";
import { needChoices } from "~/domain/clinic/needs.server";
import { nextQuarters } from "~/domain/clinic/quarters";
import { editReport } from "~/domain/clinic/report-editor.server";
import { ReportEditorForm } from "~/domain/clinic/report-form";
import { reportPage } from "~/domain/clinic/report-page.server";
import { versionAsked } from "~/domain/clinic/report-version";
import { tiedIds, tiesOf } from "~/domain/clinic/ties.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireExpert } from "~/http/guards.server";
import { solutionsToName } from "~/http/solutions-to-name.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const expert = await requireExpert(request);
  const { db } = store();
  const search = new URL(request.url).searchParams;
  const page = found(await reportPage(db, expert, params.id ?? "", versionAsked(search)));
  await noteAccess(store(), expert, { report: page.report, what: "report" });
  const editing = editingOf(search);
  const open = page.findings
    .flatMap(({ recommendations }) => recommendations)
    .find(({ id }) => id === editing.solutionsOf);
  const [choices, ties] = await Promise.all([needChoices(db, "without_parks"), tiesOf(db, expert.userId)]);
  const picked = open ? await solutionsToName(db, open.scenarioKey, search.get("q") ?? "", tiedIds(ties)) : null;
  return {
    page,
    choices,
    editing,
    picked,
    quarters: nextQuarters(Date.now(), 12),
    pageTitle: page.enterprise.name,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const expert = await requireExpert(request);
  const form = await readForm(request, ReportEditorForm);
  if (!form.ok) return form.reply;
  const id = params.id ?? "";
  const outcome = await store().write((tx) => editReport(tx, expert, id, form.value));
  if (outcome.ok)
    return redirectWith(placeAfter(id, form.value, outcome.value.id, request), `clinic:flash.${form.value.intent}`);
  if (outcome.reason === "not_found") throw notFound();
  const sentence = `clinic:refused.${outcome.reason}` as const;
  switch (outcome.reason) {
    case "budget_order":
      return form.refuse({ fields: { budgetMaxFen: sentence } });
    case "gain_incomplete":
      return form.refuse({ fields: { gainValue: sentence } });
    case "priority_missing":
      return form.refuse({ fields: { effort: sentence } });
    case "unknown_scenario":
      return form.refuse({ fields: { scenarioKey: sentence } });
    default:
      return form.refuse({ form: sentence });
  }
}

/** Where the reader finds what was just changed; choosing solutions goes on where it was. */
function placeAfter(id: string, { intent }: ReportEditorForm, changedId: string, request: Request): string {
  if (intent === "submit") return paths.expert.diagnosis(id);
  if (intent === "choose_solution" || intent === "drop_solution") {
    const q = new URL(request.url).searchParams.get("q");
    return `${paths.expert.report(id, { solutions: changedId, q })}#${changedId}`;
  }
  const here = paths.expert.report(id);
  return intent.startsWith("remove") || intent === "save" || intent === "correct" ? here : `${here}#${changedId}`;
}

const buttons = ["remove_finding", "remove_recommendation", "choose_solution", "drop_solution", "submit"];

export default function ExpertReport() {
  const t = useTranslate();
  const { page, ...editor } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { id, status } = page.case;
  const at = (query: Record<string, string>) => paths.expert.report(id, query);
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={t("clinic:report.of", { enterprise: page.enterprise.name })}
          up={{ to: paths.expert.diagnosis(id), label: t("clinic:up.case") }}
        />
      </div>
      <RefusalNote answer={answerForAny(answer, buttons)} />
      <ReportDownloads page={page} at={paths.expert} />
      {page.report.status === "draft" ? (
        <ReportEditor page={page} names={page.names} answer={answer} at={at} {...editor} />
      ) : (
        <>
          <ReportVersions page={page} at={(number) => at({ number: String(number) })} />
          {status === "report_review" && page.report.status === "in_review" ? (
            <Note tone="waiting">{t("clinic:editor.in_review")}</Note>
          ) : null}
          <ReviewedDocument page={page} />
          <CorrectionForm page={page} by="expert" answer={answer} />
        </>
      )}
    </>
  );
}
