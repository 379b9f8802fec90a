/** The expert's report editor; once handed in it is only read. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerForAny } from "~/components/clinic/answer-for";
import { ReportDocument } from "~/components/clinic/report-document";
import { ReportEditor } from "~/components/clinic/report-editor";
import { RefusalNote } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import { editingOf } from "~/domain/clinic/editing";
import { needChoices } from "~/domain/clinic/needs.server";
import { nextQuarters } from "~/domain/clinic/quarters";
import { editReport } from "~/domain/clinic/report-editor.server";
import { ReportEditorForm } from "~/domain/clinic/report-form";
import { reportNames, reportPage } from "~/domain/clinic/report-page.server";
import { tiesOf } from "~/domain/clinic/ties.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireExpert } from "~/http/guards.server";
import { solutionsToName } from "~/http/solutions-to-name.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths, withQuery } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const expert = await requireExpert(request);
  const { db } = store();
  const page = found(await reportPage(db, expert, params.id ?? ""));
  const search = new URL(request.url).searchParams;
  const editing = editingOf(search);
  const open = page.findings
    .flatMap(({ recommendations }) => recommendations)
    .find(({ id }) => id === editing.solutionsOf);
  const [names, choices, ties] = await Promise.all([
    reportNames(db, page),
    needChoices(db, "without_parks"),
    tiesOf(db, expert.userId),
  ]);
  const picked = open ? await solutionsToName(db, open.scenarioKey, search.get("q") ?? "", ties) : null;
  return {
    page,
    names,
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
  if (outcome.reason === "budget_order") return form.refuse({ fields: { budgetMaxFen: sentence } });
  return form.refuse(
    outcome.reason === "unknown_scenario" ? { fields: { scenarioKey: sentence } } : { form: sentence },
  );
}

/** Where the reader finds what was just changed; choosing solutions goes on where it was. */
function placeAfter(id: string, { intent }: ReportEditorForm, changedId: string, request: Request): string {
  if (intent === "submit") return paths.expert.diagnosis(id);
  const here = paths.expert.report(id);
  if (intent === "choose_solution" || intent === "drop_solution") {
    const q = new URL(request.url).searchParams.get("q");
    return `${withQuery(here, { solutions: changedId, q })}#${changedId}`;
  }
  return intent.startsWith("remove") || intent === "save" ? here : `${here}#${changedId}`;
}

const buttons = ["remove_finding", "remove_recommendation", "choose_solution", "drop_solution", "submit"];

export default function ExpertReport() {
  const t = useTranslate();
  const { page, names, ...editor } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { id, status } = page.case;
  const isDraft = status === "report_draft";
  return (
    <>
      <PageHeader
        title={t("clinic:report.of", { enterprise: page.enterprise.name })}
        up={{ to: paths.expert.diagnosis(id), label: t("clinic:up.case") }}
      />
      <RefusalNote answer={answerForAny(answer, buttons)} />
      {isDraft ? (
        <ReportEditor
          page={page}
          names={names}
          answer={answer}
          at={(query) => withQuery(paths.expert.report(id), query)}
          {...editor}
        />
      ) : (
        <>
          {status === "report_review" ? <Note tone="waiting">{t("clinic:editor.in_review")}</Note> : null}
          <ReportDocument page={page} names={names} />
        </>
      )}
    </>
  );
}
