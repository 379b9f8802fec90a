/** One enquiry, as the provider that received it sees it: who asks, the conversation, an answer; a quote is a page of its own. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/kit/button";
import { RefusalNote } from "~/components/kit/form";
import { Facts } from "~/components/kit/page";
import { AnswerForm } from "~/components/projects/answer-form";
import { ActButton, EndForm } from "~/components/projects/enquiry-acts";
import { EnquiryFrame } from "~/components/projects/enquiry-frame";
import { GroupOfEnquiry } from "~/components/projects/group-notes";
import { QuotePanel } from "~/components/projects/quote-panel";
import type { ProviderMember } from "~/domain/identity/actor";
import { acknowledgeEnquiry, answerEnquiry } from "~/domain/projects/enquiry-answers.server";
import { enquiryFor } from "~/domain/projects/enquiry-detail.server";
import { declineEnquiry } from "~/domain/projects/enquiry-endings.server";
import { ProviderActForm } from "~/domain/projects/enquiry-form";
import { isOpen, mayMove } from "~/domain/projects/enquiry-status";
import { groupOfEnquiry } from "~/domain/projects/group-pages.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireProvider } from "~/http/guards.server";
import type { Writer } from "#db/store.server";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireProvider(request);
  const { db } = store();
  const enquiry = found(await enquiryFor(db, member, params.id ?? ""));
  const group = await groupOfEnquiry(db, member, enquiry.id);
  const { industries, parks, regions, scenarios } = await referenceOf(db);
  const { industryCode, parkSlug, regionCode } = enquiry.enterprise ?? {};
  const industry = industries.get(industryCode ?? "");
  const place = parks.get(parkSlug ?? "") ?? regions.get(regionCode ?? "");
  const scenario = scenarios.get(group?.scenarioKey ?? "");
  return {
    enquiry,
    group,
    now: Date.now(),
    scenario: scenario ? { nameZh: scenario.nameZh, nameEn: scenario.nameEn } : null,
    pageTitle: enquiry.solution?.title,
    industry: industry ? { nameZh: industry.nameZh, nameEn: industry.nameEn } : null,
    place: place ? { nameZh: place.nameZh, nameEn: place.nameEn } : null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireProvider(request);
  const id = params.id ?? "";
  const form = await readForm(request, ProviderActForm);
  if (!form.ok) return form.reply;
  const act = form.value;
  const outcome = await store().write((tx) => perform(tx, member, id, act));
  if (outcome.ok) return redirectWith(paths.providerDesk.enquiry(id), `projects:flash.${act.intent}`);
  if (outcome.reason === "not_found") throw notFound();
  return form.refuse({ form: `projects:refused.${outcome.reason}` });
}

async function perform(tx: Writer, member: ProviderMember, id: string, act: ProviderActForm) {
  switch (act.intent) {
    case "acknowledge":
      return acknowledgeEnquiry(tx, member, id);
    case "answer":
      return answerEnquiry(tx, member, id, act.text);
    case "decline":
      return declineEnquiry(tx, member, id, act);
  }
}

export default function ProviderEnquiry() {
  const t = useTranslate();
  const named = useNamed();
  const { enquiry, group, scenario, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <RefusalNote answer={answer} />
      <EnquiryFrame
        enquiry={enquiry}
        side="provider"
        now={now}
        top={
          <>
            {group ? <GroupOfEnquiry group={group} scenario={scenario ? named(scenario) : group.scenarioKey} /> : null}
            {mayMove("provider", enquiry.state, "acknowledged") ? (
              <div className="no-print flex flex-wrap items-center gap-3">
                <ActButton intent="acknowledge">{t("projects:acknowledge")}</ActButton>
                <p className="muted text-sm">{t("projects:acknowledge.hint")}</p>
              </div>
            ) : null}
            <OwnQuote />
          </>
        }
        acts={<Acts answer={answer} />}
        aside={<WhoAsks />}
      />
    </>
  );
}

/** What stands now, and the way to the next one. */
function OwnQuote() {
  const t = useTranslate();
  const { enquiry, now } = useLoaderData<typeof loader>();
  const mayQuote = mayMove("provider", enquiry.state, "quoted");
  if (enquiry.quote)
    return (
      <QuotePanel quote={enquiry.quote} now={now}>
        {mayQuote ? <LinkButton to={paths.providerDesk.quote(enquiry.id)}>{t("quotes:edit.again")}</LinkButton> : null}
      </QuotePanel>
    );
  if (!mayQuote) return null;
  return (
    <div className="no-print flex flex-wrap items-center gap-3">
      <LinkButton to={paths.providerDesk.quote(enquiry.id)} tone="primary">
        {t("quotes:edit.first")}
      </LinkButton>
      <p className="muted text-sm">{t("quotes:edit.hint")}</p>
    </div>
  );
}

function Acts({ answer }: { answer: unknown }) {
  const t = useTranslate();
  const { enquiry } = useLoaderData<typeof loader>();
  if (!isOpen(enquiry.state)) return null;
  return (
    <div className="no-print flex flex-col gap-4">
      <AnswerForm answer={answer} />
      <EndForm
        intent="decline"
        side="provider"
        answer={answer}
        title={t("projects:decline.enquiry")}
        lead={t("projects:decline.enquiry.lead")}
      />
    </div>
  );
}

function WhoAsks() {
  const t = useTranslate();
  const named = useNamed();
  const { enquiry, industry, place } = useLoaderData<typeof loader>();
  const { enterprise, contactName, contactPhone } = enquiry;
  return (
    <Facts
      facts={[
        { label: t("projects:enterprise"), value: enterprise?.name },
        { label: t("projects:enterprise.industry"), value: industry ? named(industry) : t("common:unknown") },
        { label: t("projects:enterprise.place"), value: place ? named(place) : t("common:unknown") },
        {
          label: t("projects:enterprise.employees"),
          value: enterprise?.employees
            ? t("projects:enterprise.people", { count: enterprise.employees })
            : t("common:unknown"),
        },
        { label: t("projects:new.contact_name"), value: contactName },
        { label: t("projects:new.contact_phone"), value: <a href={`tel:${contactPhone}`}>{contactPhone}</a> },
      ]}
    />
  );
}
