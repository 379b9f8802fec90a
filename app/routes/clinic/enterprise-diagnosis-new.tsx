/** Ask for an on-site diagnosis; an unfinished request can be kept. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { newId } from "#db/ids.server";
import { RequestFields, useRequestLabels } from "~/components/clinic/request-fields";
import { WhatHappens } from "~/components/clinic/what-happens";
import { Button } from "~/components/kit/button";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { PageHandle } from "~/components/layout/page-handle";
import { draftOf, openCaseOf, saveDraft, submitDiagnosis } from "~/domain/clinic/diagnoses.server";
import { NewRequestForm, type RequestForm } from "~/domain/clinic/diagnosis-form";
import { needChoices } from "~/domain/clinic/needs.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { requireEnterprise } from "~/http/guards.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "clinic:new.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  const { db } = store();
  const [draft, open] = await Promise.all([draftOf(db, member), openCaseOf(db, member)]);
  const choices = await needChoices(db, member.parkSlug === null ? "with_parks" : "without_parks");
  const asked = new URL(request.url).searchParams.getAll("scenario");
  const empty = { id: newId("dia"), contactName: member.userName, scenarios: asked };
  return { openId: open?.id ?? null, choices, defaults: draft ? draftDefaults(draft) : empty };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireEnterprise(request);
  const form = await readForm(request, NewRequestForm);
  if (!form.ok) return form.reply;
  const { value } = form;
  if (value.intent === "save") {
    const saved = await store().write((tx) => saveDraft(tx, member, value));
    if (!saved.ok) return form.refuse({ form: `clinic:refused.${saved.reason}` });
    return redirectWith(paths.enterprise.diagnoses(), "clinic:flash.draft_saved");
  }
  const outcome = await store().write((tx) => submitDiagnosis(tx, member, value));
  if (outcome.ok) return redirectWith(paths.enterprise.diagnosis(outcome.value.id), "clinic:flash.submitted");
  const sentence = `clinic:refused.${outcome.reason}` as const;
  if (outcome.reason === "unknown_park") return form.refuse({ fields: { parkSlug: sentence } });
  return form.refuse(outcome.reason === "unknown_scenario" ? { fields: { scenarios: sentence } } : { form: sentence });
}

export default function EnterpriseDiagnosisNew() {
  const t = useTranslate();
  const { openId } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("clinic:new.title")}
        lead={t("clinic:new.lead")}
        up={{ to: paths.enterprise.diagnoses(), label: t("clinic:own.title") }}
      />
      {openId === null ? (
        <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <NewRequest />
          <WhatHappens />
        </div>
      ) : (
        <Note tone="waiting">
          {t("clinic:refused.already_open")}{" "}
          <Link to={paths.enterprise.diagnosis(openId)} className="underline">
            {t("clinic:new.open_link")}
          </Link>
        </Note>
      )}
    </>
  );
}

function NewRequest() {
  const t = useTranslate();
  const { choices, defaults } = useLoaderData<typeof loader>();
  const [form, fields] = useFormOf<RequestForm>({ id: "request", answer: useActionData<typeof action>(), defaults });
  return (
    <PostForm form={form}>
      <ErrorSummary form={form} labels={useRequestLabels()} />
      <input type="hidden" name="id" value={String(fields.id.initialValue ?? defaults.id)} />
      <RequestFields fields={fields} choices={choices} />
      <div className="flex flex-wrap gap-3">
        <Button intent="submit">{t("clinic:new.submit")}</Button>
        <Button intent="save" tone="plain">
          {t("clinic:new.save")}
        </Button>
      </div>
    </PostForm>
  );
}

function draftDefaults(draft: Omit<RequestForm, "parkSlug"> & { parkSlug: string }) {
  const { id, contactName, contactPhone, need, scenarios, suitableTimes, parkSlug } = draft;
  return { id, contactName, contactPhone, need, scenarios, suitableTimes, parkSlug };
}
