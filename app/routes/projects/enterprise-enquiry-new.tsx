/** Asking the providers of one to five solutions, perhaps following a recommendation of the report. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Link, useActionData, useLoaderData, useRouteError } from "@remix-run/react";
import { newId } from "#db/ids.server";
import { askerOf } from "~/components/catalogue/ask-box";
import { FourFacts } from "~/components/catalogue/four-facts";
import { Button, LinkButton } from "~/components/kit/button";
import { TextArea, TextField } from "~/components/kit/fields";
import { ErrorSummary, PostForm, useFormOf } from "~/components/kit/form";
import { PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import { ErrorPage } from "~/components/layout/error-page";
import type { PageHandle } from "~/components/layout/page-handle";
import { EnterprisesOnly } from "~/components/projects/enterprises-only";
import { WhomToAsk, type Candidate } from "~/components/projects/whom-to-ask";
import { publishedCatalogue } from "~/domain/catalogue/published.server";
import { cardOf } from "~/domain/catalogue/solution-card";
import { recommendationFor } from "~/domain/clinic/recommendations.server";
import { askCandidates } from "~/domain/projects/ask-candidates.server";
import { askProviders } from "~/domain/projects/bundles.server";
import { AskForm } from "~/domain/projects/enquiry-form";
import { MAX_ASKED } from "~/domain/projects/enquiry-status";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, requireEnterprise, requireUser } from "~/http/guards.server";
import { translateFor } from "~/http/locale.server";
import { pageAt, pageStart } from "~/http/matches-page";
import { audiencesOf } from "~/http/viewer.server";
import { dayOf } from "~/i18n/format";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "quotes:ask.title" };

const ENTERPRISES_ONLY = "enterprises_only";

export async function loader({ request }: LoaderFunctionArgs) {
  const who = await requireUser(request);
  if (askerOf(audiencesOf(who)) !== "enterprise") throw new Response(ENTERPRISES_ONLY, { status: 404 });
  const member = await requireEnterprise(request);
  const { db } = store();
  const params = new URL(request.url).searchParams;
  const advised = params.get("recommendation");
  const recommendation = advised ? await recommendationFor(db, member, advised) : null;
  const asking = { slugs: params.getAll("solution"), recommendation, day: dayOf(Date.now()) };
  const { first, listed, chosen, others } = found(await askCandidates(db, member, asking));
  const { t } = await translateFor(request);
  const { bySlug } = await publishedCatalogue(db);
  return {
    card: first && cardOf(found(bySlug.get(first.slug)), await referenceOf(db)),
    candidates: [...listed.map(candidateOf(false)), ...others.map(candidateOf(true))],
    isCut: listed.filter(({ openId }) => openId === null).length > chosen.length,
    compared: listed.map(({ slug }) => slug),
    listHref: recommendation
      ? paths.enterprise.recommendation(recommendation.id)
      : pageAt(pageStart(params.get("from"))),
    recommendation: recommendation && { id: recommendation.id, title: recommendation.title },
    defaults: {
      id: newId("enq"),
      solutions: chosen,
      contactName: member.userName,
      contactPhone: who.user.mobile ?? "",
      message: recommendation ? t("projects:new.message.default", { title: recommendation.title }) : "",
    },
  };
}

type Found = Pick<Candidate, "slug" | "title" | "providerName" | "openId">;

function candidateOf(isOffered: boolean) {
  return ({ slug, title, providerName, openId }: Found): Candidate => ({
    slug,
    title,
    providerName,
    openId,
    isOffered,
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireEnterprise(request);
  const form = await readForm(request, AskForm);
  if (!form.ok) return form.reply;
  const outcome = await store().write((tx) => askProviders(tx, member, form.value));
  if (!outcome.ok) {
    const { reason } = outcome;
    if (reason === "same_provider") return form.refuse({ fields: { solutions: "quotes:refused.same_provider" } });
    return form.refuse({ form: `projects:refused.${reason}` });
  }
  const { enquiryId, bundleId } = outcome.value;
  return bundleId
    ? redirectWith(paths.enterprise.quotes(bundleId), "quotes:flash.asked")
    : redirectWith(paths.enterprise.enquiry(enquiryId), "projects:flash.sent");
}

export default function NewEnquiry() {
  const t = useTranslate();
  const { card, candidates, compared } = useLoaderData<typeof loader>();
  const [only] = candidates;
  const isNothingTicked = compared.length === 0;
  const about = compared.length === 1 ? card : null;
  return (
    <>
      <PageHeader
        title={t("quotes:ask.title")}
        lead={t("quotes:ask.lead")}
        up={about ? { to: paths.solution(about.slug), label: about.title } : undefined}
        actions={
          compared.length > 1 ? (
            <LinkButton to={paths.compare(compared)}>{t("quotes:ask.compare")}</LinkButton>
          ) : undefined
        }
      />
      {isNothingTicked ? <NothingTicked /> : null}
      <div className="grid gap-8 lg:grid-cols-[minmax(0,42rem)_1fr]">
        {about && only?.openId ? <OpenAlready id={only.openId} /> : only ? <EnquiryForm /> : null}
        {about ? (
          <aside className="panel self-start">
            <h2 className="text-lg">{about.title}</h2>
            <p className="muted mb-4 text-sm">{about.providerName}</p>
            <FourFacts card={about} stacked />
          </aside>
        ) : null}
      </div>
    </>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error)) return <ErrorPage status={500} />;
  return error.data === ENTERPRISES_ONLY ? <EnterprisesOnly /> : <ErrorPage status={error.status} />;
}

function NothingTicked() {
  const t = useTranslate();
  const { candidates, listHref } = useLoaderData<typeof loader>();
  return (
    <div role="status" className="mb-6">
      <Note tone="waiting">
        {t(candidates.length > 0 ? "quotes:ask.none.offered" : "quotes:ask.none")}{" "}
        <Link to={listHref} className="underline">
          {t("search:compare.back")}
        </Link>
      </Note>
    </div>
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
  const { candidates, isCut, recommendation, defaults } = useLoaderData<typeof loader>();
  const [form, fields] = useFormOf<AskForm>({ id: "enquiry", answer: useActionData<typeof action>(), defaults });
  const labels = {
    solutions: t("quotes:ask.solutions"),
    message: t("projects:new.message"),
    contactName: t("projects:new.contact_name"),
    contactPhone: t("projects:new.contact_phone"),
  };
  return (
    <PostForm form={form}>
      <ErrorSummary form={form} labels={labels} />
      <input type="hidden" name="id" value={String(fields.id.initialValue ?? defaults.id)} />
      <input type="hidden" name="recommendation" value={recommendation?.id ?? ""} />
      {recommendation ? <Note>{t("projects:new.from", { title: recommendation.title })}</Note> : null}
      {isCut ? <Note>{t("quotes:ask.cut", { max: MAX_ASKED })}</Note> : null}
      <WhomToAsk field={fields.solutions} candidates={candidates} />
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
