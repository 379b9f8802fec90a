/** One expert for the cases ticked on the park's desk: whom they suit, and afterwards what became of each. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AssignMany } from "~/components/clinic/assign-many";
import { AssignResults } from "~/components/clinic/assign-results";
import { LinkButton } from "~/components/kit/button";
import { EmptyState, PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { assignMany } from "~/domain/clinic/assign-many.server";
import { openCases } from "~/domain/clinic/case-lists.server";
import { caseNames } from "~/domain/clinic/case-names.server";
import { caseQuery, paramsOf } from "~/domain/clinic/case-query";
import { AssignManyForm, MOST_AT_ONCE } from "~/domain/clinic/diagnosis-form";
import { expertsFor } from "~/domain/clinic/experts.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { requirePark } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "desk:assign.title" };

/** The list the reader came from. */
function listOf(request: Request): string {
  const asked = new URL(request.url).searchParams.get("list") ?? "";
  return paths.parkDesk.diagnoses(paramsOf(caseQuery(new URLSearchParams(asked))));
}

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requirePark(request);
  const { db } = store();
  const ticked = new URL(request.url).searchParams.getAll("cases").slice(0, MOST_AT_ONCE);
  const ids = ticked.map((word) => word.slice(0, word.lastIndexOf(".")));
  const cases = (await openCases(db, staff, { ids }, Date.now())).items;
  const chosen = cases.map(({ id }) => id);
  const experts = chosen.length > 0 ? await expertsFor(db, staff, chosen) : null;
  // As they were on the list: one that changed since is refused, not overwritten.
  const seen = Object.fromEntries(cases.map(({ id }) => [id, ticked.find((word) => word.startsWith(`${id}.`)) ?? id]));
  return { cases, seen, experts, names: await caseNames(db, cases), list: listOf(request) };
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requirePark(request);
  const form = await readForm(request, AssignManyForm);
  if (!form.ok) return form.reply;
  const outcome = await store().write((tx) => assignMany(tx, staff, form.value));
  if (!outcome.ok) return form.refuse({ fields: { expertUserId: `clinic:refused.${outcome.reason}` } });
  const results = outcome.value;
  const assigned = results.filter(({ result }) => result === "assigned").length;
  if (assigned === results.length) return redirectWith(listOf(request), "desk:assign.done", { count: assigned });
  return data({ results, count: assigned }, { status: 409 });
}

export default function ParkAssign() {
  const t = useTranslate();
  const { cases, seen, experts, names, list } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const results = answer && "results" in answer ? answer : null;
  return (
    <>
      <PageHeader
        title={t("desk:assign.title")}
        lead={results ? undefined : t("desk:assign.lead")}
        up={{ to: list, label: t("clinic:desk.title") }}
      />
      {results ? (
        <AssignResults results={results.results} assigned={results.count} list={list} />
      ) : experts ? (
        <AssignMany cases={cases} seen={seen} experts={experts} names={names} answer={answer} />
      ) : (
        <EmptyState title={t("desk:assign.empty")}>
          <p>{t("desk:assign.empty_lead")}</p>
          <LinkButton to={list}>{t("desk:assign.back")}</LinkButton>
        </EmptyState>
      )}
    </>
  );
}
