/** One enquiry, as the enterprise that sent it sees it: the quote, the conversation, decline or withdraw. Accepting is a page of its own. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/kit/button";
import { RefusalNote } from "~/components/kit/form";
import { Facts } from "~/components/kit/page";
import { EndForm, ReplyForm } from "~/components/projects/enquiry-acts";
import { EnquiryFrame } from "~/components/projects/enquiry-frame";
import { QuotePanel } from "~/components/projects/quote-panel";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { replyToEnquiry } from "~/domain/projects/enquiry-answers.server";
import { enquiryFor } from "~/domain/projects/enquiry-detail.server";
import { declineEnquiry, withdrawEnquiry } from "~/domain/projects/enquiry-endings.server";
import { EnterpriseActForm } from "~/domain/projects/enquiry-form";
import { isOpen, mayMove } from "~/domain/projects/enquiry-status";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireEnterprise } from "~/http/guards.server";
import type { Writer } from "#db/store.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  const enquiry = found(await enquiryFor(store().db, member, params.id ?? ""));
  return { enquiry, now: Date.now(), pageTitle: enquiry.solution?.title };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireEnterprise(request);
  const id = params.id ?? "";
  const form = await readForm(request, EnterpriseActForm);
  if (!form.ok) return form.reply;
  const act = form.value;
  const outcome = await store().write((tx) => perform(tx, member, id, act));
  if (outcome.ok) return redirectWith(paths.enterprise.enquiry(id), `projects:flash.${act.intent}`);
  if (outcome.reason === "not_found") throw notFound();
  return form.refuse({ form: `projects:refused.${outcome.reason}` });
}

async function perform(tx: Writer, member: EnterpriseMember, id: string, act: EnterpriseActForm) {
  switch (act.intent) {
    case "reply":
      return replyToEnquiry(tx, member, id, act.text);
    case "decline":
      return declineEnquiry(tx, member, id, act);
    case "withdraw":
      return withdrawEnquiry(tx, member, id, act);
  }
}

export default function EnterpriseEnquiry() {
  const { enquiry, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <RefusalNote answer={answer} />
      <EnquiryFrame
        enquiry={enquiry}
        side="enterprise"
        now={now}
        top={enquiry.quote ? <Quote /> : null}
        acts={<Acts answer={answer} />}
        aside={<Provider />}
      />
    </>
  );
}

function Quote() {
  const t = useTranslate();
  const { enquiry, now } = useLoaderData<typeof loader>();
  if (!enquiry.quote) return null;
  const all = enquiry.bundleId ?? enquiry.id;
  return (
    <QuotePanel quote={enquiry.quote} now={now}>
      {mayMove("enterprise", enquiry.state, "accepted") ? (
        <LinkButton to={`${paths.enterprise.quotes(all, { accept: enquiry.quote.id })}#accept`} tone="primary">
          {t("quotes:panel.accept")}
        </LinkButton>
      ) : null}
      {enquiry.bundleId ? <LinkButton to={paths.enterprise.quotes(all)}>{t("quotes:panel.compare")}</LinkButton> : null}
    </QuotePanel>
  );
}

function Acts({ answer }: { answer: unknown }) {
  const t = useTranslate();
  const { enquiry } = useLoaderData<typeof loader>();
  if (!isOpen(enquiry.state)) return null;
  return (
    <div className="no-print flex flex-col gap-4">
      <ReplyForm answer={answer} />
      {mayMove("enterprise", enquiry.state, "declined") ? (
        <EndForm
          intent="decline"
          side="enterprise"
          answer={answer}
          title={t("projects:decline.quote")}
          lead={t("projects:decline.quote.lead")}
        />
      ) : null}
      {mayMove("enterprise", enquiry.state, "withdrawn") ? (
        <EndForm
          intent="withdraw"
          side="enterprise"
          answer={answer}
          title={t("projects:withdraw")}
          lead={t("projects:withdraw.lead")}
        />
      ) : null}
    </div>
  );
}

function Provider() {
  const t = useTranslate();
  const { enquiry } = useLoaderData<typeof loader>();
  const { provider, recommendationId } = enquiry;
  const isPublic = provider?.status === "open" && provider.slug !== null;
  return (
    <>
      <Facts
        facts={[
          {
            label: t("projects:provider"),
            value: isPublic ? <Link to={paths.provider(provider.slug ?? "")}>{provider.name}</Link> : provider?.name,
          },
          { label: t("projects:new.contact_name"), value: enquiry.contactName },
          { label: t("projects:new.contact_phone"), value: enquiry.contactPhone },
        ]}
      />
      {recommendationId ? (
        <p className="mt-2">
          <Link to={paths.enterprise.recommendation(recommendationId)}>{t("projects:enquiry.recommendation")}</Link>
        </p>
      ) : null}
    </>
  );
}
