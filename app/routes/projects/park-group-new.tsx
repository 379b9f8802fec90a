/** Inviting enterprises with the same finding to ask together. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newId } from "#db/ids.server";
import { Button } from "~/components/kit/button";
import { CheckboxGroup } from "~/components/kit/choices";
import { TextArea, TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { caseNames } from "~/domain/clinic/case-names.server";
import { NewGroupForm } from "~/domain/projects/group-form";
import { candidatesOf } from "~/domain/projects/group-suggestions.server";
import { createGroup } from "~/domain/projects/groups.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, requirePark } from "~/http/guards.server";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "groups:new.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requirePark(request);
  const { db } = store();
  const key = new URL(request.url).searchParams.get("scenario") ?? "";
  const { scenarios } = await caseNames(db, [{ scenarios: [key] }]);
  return { key, scenario: found(scenarios[key]), candidates: await candidatesOf(db, staff, key), id: newId("grp") };
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requirePark(request);
  const form = await readForm(request, NewGroupForm);
  if (!form.ok) return form.reply;
  const outcome = await store().write((tx) => createGroup(tx, staff, form.value));
  if (outcome.ok) return redirectWith(paths.parkDesk.group(outcome.value), "groups:flash.created");
  return outcome.reason === "changed"
    ? form.refuse({ fields: { enterprises: "groups:refused.changed" } })
    : form.refuse({ form: "groups:refused.id_taken" });
}

export default function NewGroup() {
  const t = useTranslate();
  const named = useNamed();
  const { key, scenario, candidates, id } = useLoaderData<typeof loader>();
  const [form, fields] = useFormOf<NewGroupForm>({
    id: "group",
    answer: useActionData<typeof action>(),
    defaults: {
      id,
      title: t("groups:new.title_default", { scenario: named(scenario) }),
    },
  });
  const labels = { enterprises: t("groups:new.enterprises"), title: t("groups:name"), text: t("groups:new.text") };
  return (
    <>
      <PageHeader
        title={t("groups:new.heading", { scenario: named(scenario) })}
        lead={t("groups:new.lead")}
        up={{ to: paths.parkDesk.groups(), label: t("groups:park.title") }}
      />
      <div className="max-w-3xl">
        <PostForm form={form}>
          <ErrorSummary form={form} labels={labels} />
          <input type="hidden" name="id" value={String(fields.id.initialValue ?? id)} />
          <input type="hidden" name="scenario" value={key} />
          <CheckboxGroup
            field={fields.enterprises}
            label={labels.enterprises}
            hint={t("groups:new.enterprises_hint")}
            options={candidates.map((one) => ({
              value: one.enterpriseId,
              label: one.enterpriseName,
              hint: one.findingTitle,
            }))}
            columns={2}
          />
          <TextField field={fields.title} label={labels.title} maxLength={80} />
          <TextArea
            field={fields.text}
            label={labels.text}
            hint={t("groups:new.text_hint")}
            rows={6}
            maxLength={2000}
          />
          <div>
            <Button>{t("groups:new.submit")}</Button>
          </div>
        </PostForm>
      </div>
    </>
  );
}
