/** Asking a provider about one solution, perhaps following a recommendation of the report. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newId } from "#db/ids.server";
import { FourFacts } from "~/components/catalogue/four-facts";
import { Button, LinkButton } from "~/components/kit/button";
import { TextArea, TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { PageHandle } from "~/components/layout/page-handle";
import { publishedCatalogue } from "~/domain/catalogue/published.server";
import { cardOf } from "~/domain/catalogue/solution-card";
import { recommendationFor } from "~/domain/clinic/recommendations.server";
import { SendEnquiryForm } from "~/domain/projects/enquiry-form";
import { openEnquiryFor, sendEnquiry } from "~/domain/projects/send-enquiry.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, requireEnterprise, requireUser } from "~/http/guards.server";
import { translateFor } from "~/http/locale.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "projects:new.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  const { db } = store();
  const params = new URL(request.url).searchParams;
  const solution = found((await publishedCatalogue(db)).bySlug.get(params.get("solution") ?? ""));
  const asked = params.get("recommendation");
  const recommendation = asked ? await recommendationFor(db, member, asked) : null;
  const { user } = await requireUser(request);
  const { t } = await translateFor(request);
  return {
    card: cardOf(solution, await referenceOf(db)),
    openId: await openEnquiryFor(db, member, solution.id),
    recommendation: recommendation && { id: recommendation.id, title: recommendation.title },
    defaults: {
      id: newId("enq"),
      contactName: member.userName,
      contactPhone: user.mobile ?? "",
      message: recommendation ? t("projects:new.message.default", { title: recommendation.title }) : "",
    },
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireEnterprise(request);
  const form = await readForm(request, SendEnquiryForm);
  if (!form.ok) return form.reply;
  const outcome = await store().write((tx) => sendEnquiry(tx, member, form.value));
  if (!outcome.ok) return form.refuse({ form: `projects:refused.${outcome.reason}` });
  return redirectWith(paths.enterprise.enquiry(outcome.value), "projects:flash.sent");
}

export default function NewEnquiry() {
  const t = useTranslate();
  const { card, openId } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("projects:new.title")}
        lead={t("projects:new.lead", { provider: card.providerName })}
        up={{ to: paths.solution(card.slug), label: card.title }}
      />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,42rem)_1fr]">
        {openId ? <OpenAlready id={openId} /> : <EnquiryForm />}
        <aside className="panel self-start">
          <h2 className="text-lg">{card.title}</h2>
          <p className="muted mb-4 text-sm">{card.providerName}</p>
          <FourFacts card={card} stacked />
        </aside>
      </div>
    </>
  );
}

function OpenAlready({ id }: { id: string }) {
  const t = useTranslate();
  return (
    <div className="flex flex-col items-start gap-4">
      <Note tone="waiting">{t("projects:refused.open_already")}</Note>
      <LinkButton to={paths.enterprise.enquiry(id)} tone="primary">
        {t("projects:new.see_open")}
      </LinkButton>
    </div>
  );
}

function EnquiryForm() {
  const t = useTranslate();
  const { card, recommendation, defaults } = useLoaderData<typeof loader>();
  const [form, fields] = useFormOf<SendEnquiryForm>({
    id: "enquiry",
    answer: useActionData<typeof action>(),
    defaults,
  });
  const labels = {
    message: t("projects:new.message"),
    contactName: t("projects:new.contact_name"),
    contactPhone: t("projects:new.contact_phone"),
  };
  return (
    <PostForm form={form}>
      <ErrorSummary form={form} labels={labels} />
      <input type="hidden" name="id" value={String(fields.id.initialValue ?? defaults.id)} />
      <input type="hidden" name="solution" value={card.slug} />
      <input type="hidden" name="recommendation" value={recommendation?.id ?? ""} />
      {recommendation ? <Note>{t("projects:new.from", { title: recommendation.title })}</Note> : null}
      <TextArea
        field={fields.message}
        label={labels.message}
        hint={t("projects:new.message.hint")}
        rows={6}
        maxLength={2000}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField field={fields.contactName} label={labels.contactName} autoComplete="name" />
        <TextField
          field={fields.contactPhone}
          label={labels.contactPhone}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
        />
      </div>
      <p className="muted measure text-sm">{t("projects:new.what_is_shown")}</p>
      <div>
        <Button>{t("projects:new.submit")}</Button>
      </div>
    </PostForm>
  );
}
