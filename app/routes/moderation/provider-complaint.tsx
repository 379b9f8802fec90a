/** A complaint before the provider it is about: what it says, never from whom; its own side, once; and the answer. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/kit/button";
import { TextArea } from "~/components/kit/fields";
import { ErrorSummary, PostForm, RefusalNote, useFormOf } from "~/components/kit/form";
import { Facts, PageHeader, Section } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { ProviderSide } from "~/components/moderation/complaint-case";
import { Standing } from "~/components/moderation/complaint-desk";
import { ComplaintStatusBadge } from "~/components/moderation/complaint-status-badge";
import { HearingForm } from "~/domain/moderation/complaint-form";
import { complaintForProvider } from "~/domain/moderation/complaint-pages.server";
import { mayBeHeard } from "~/domain/moderation/complaint-status";
import { hearProvider } from "~/domain/moderation/complaints.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireProvider } from "~/http/guards.server";
import { formatDateTime } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "complaints:hear.title.page" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireProvider(request);
  const complaint = found(await complaintForProvider(store().db, member, params.id ?? ""));
  return { ...complaint, isOpenToHear: mayBeHeard(complaint) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireProvider(request);
  const id = params.id ?? "";
  const form = await readForm(request, HearingForm);
  if (!form.ok) return form.reply;
  const outcome = await store().write((tx) => hearProvider(tx, member, id, form.value));
  if (outcome.ok) return redirectWith(paths.providerDesk.complaint(id), "complaints:hear.done");
  if (outcome.reason === "not_found") throw notFound();
  return form.refuse({ form: `complaints:hear.refused.${outcome.reason}` });
}

export default function ProviderComplaint() {
  const t = useTranslate();
  const locale = useLocale();
  const complaint = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t("complaints:hear.title.page")}
        lead={complaint.title}
        up={{ to: paths.providerDesk.home(), label: t("nav:desk") }}
        badge={<ComplaintStatusBadge status={complaint.status} />}
      />
      {complaint.isOpenToHear ? null : <RefusalNote answer={answer} />}
      <Section id="complaint" title={t("complaints:page.facts")}>
        <Facts
          facts={[
            { label: t("complaints:form.ground"), value: t(`complaints:ground.${complaint.ground}`) },
            { label: t("complaints:form.text"), value: complaint.text },
            { label: t("complaints:page.filed"), value: formatDateTime(locale, complaint.createdAt) },
            { label: t("complaints:desk.age"), value: <Standing line={complaint} /> },
          ]}
        />
      </Section>
      {complaint.isOpenToHear ? (
        <Hear />
      ) : (
        <ProviderSide said={complaint.providerAnswer} at={complaint.providerAnsweredAt} />
      )}
      <Section id="answer" title={t("complaints:page.answer")}>
        <p className="measure break-words whitespace-pre-line">
          {complaint.answer || t("complaints:page.answer.none")}
        </p>
      </Section>
    </>
  );
}

function Hear() {
  const t = useTranslate();
  const [form, fields] = useFormOf<HearingForm>({ id: "hearing", answer: useActionData<typeof action>() });
  return (
    <Section id="hear" title={t("complaints:hear.title")} lead={t("complaints:hear.lead")}>
      <div className="measure">
        <PostForm form={form}>
          <ErrorSummary form={form} labels={{ text: t("complaints:hear.text") }} />
          <TextArea field={fields.text} label={t("complaints:hear.text")} rows={5} />
          <div>
            <Button>{t("complaints:hear.submit")}</Button>
          </div>
        </PostForm>
      </div>
    </Section>
  );
}
