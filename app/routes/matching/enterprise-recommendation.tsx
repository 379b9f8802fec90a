/** One recommendation of the report: what the expert named, what else fits, and what the enterprise makes of it. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RecommendationStanding } from "~/components/clinic/recommendation-standing";
import { Facts, PageHeader, Section } from "~/components/kit/page";
import { RefusalNote } from "~/components/kit/form";
import { lineOf } from "~/components/matching/match-line";
import { MatchList } from "~/components/matching/match-list";
import { MatchResults } from "~/components/matching/match-results";
import { RecommendationActs } from "~/components/matching/recommendation-acts";
import { AboveBar, AskSeveral } from "~/components/projects/ask-several";
import { EnquiryRows } from "~/components/projects/enquiry-rows";
import { markRecommendation } from "~/domain/clinic/recommendations.server";
import { seenOf } from "~/domain/insight/reach";
import { leaveRecommendation, whyNotAdopted } from "~/domain/matching/recommendation-decision.server";
import { RecommendationActForm } from "~/domain/matching/recommendation-form";
import { matchesForRecommendation } from "~/domain/matching/recommendation-matches.server";
import { enquiriesOf } from "~/domain/projects/enquiries.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireEnterprise } from "~/http/guards.server";
import { noteSeen } from "~/http/seen.server";
import { translateFor } from "~/http/locale.server";
import { dayOf, formatMoney } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

const LIMIT = 10;
const PICK_FORM = "ask-several";

export async function loader(args: LoaderFunctionArgs) {
  const { request, params } = args;
  const member = await requireEnterprise(request);
  const { db } = store();
  const id = params.id ?? "";
  const matched = found(await matchesForRecommendation(db, member, id, { limit: LIMIT, day: dayOf(Date.now()) }));
  await noteSeen(args, { matched: matched.matches.map(({ solution }) => seenOf(solution)) });
  const reference = await referenceOf(db);
  const language = { ...(await translateFor(request)), reference };
  const { recommendation } = matched;
  const scenario = reference.scenarios.get(recommendation.scenarioKey);
  const enquiries = await enquiriesOf(db, member, { show: "all", after: null, recommendationId: id });
  return {
    pageTitle: recommendation.title,
    recommendation,
    scenario: scenario ? { nameZh: scenario.nameZh, nameEn: scenario.nameEn } : null,
    budgetFen: matched.need.budgetFen,
    named: matched.named.map((match) => lineOf(language, match)),
    unlisted: matched.unlisted,
    total: matched.total,
    matches: matched.matches.map((match) => lineOf(language, match)),
    nearMisses: matched.nearMisses.map((match) => lineOf(language, match)),
    notAdopted: await whyNotAdopted(db, member, id),
    enquiries: enquiries.lines,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireEnterprise(request);
  const id = params.id ?? "";
  const form = await readForm(request, RecommendationActForm);
  if (!form.ok) return form.reply;
  const act = form.value;
  const outcome = await store().write(async (tx) =>
    act.intent === "leave"
      ? leaveRecommendation(tx, member, id, act)
      : markRecommendation(tx, member, id, "shortlisted"),
  );
  if (outcome.ok) return redirectWith(paths.enterprise.recommendation(id), `matching:flash.${act.intent}`);
  if (outcome.reason === "not_found") throw notFound();
  return form.refuse({ form: "matching:refused.decided" });
}

export default function Recommendation() {
  const t = useTranslate();
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { recommendation, named, enquiries } = shown;
  const askTo = (solution: string) => paths.enterprise.enquiryNew({ solution, recommendation: recommendation.id });
  return (
    <>
      <AboveBar>
        <PageHeader
          title={recommendation.title}
          lead={recommendation.description}
          up={{ to: paths.enterprise.report(recommendation.diagnosisId), label: t("matching:recommendation.up") }}
          badge={<RecommendationStanding status={recommendation.status} />}
        />
        <RefusalNote answer={answer} />
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <RecommendationNeed />
          <RecommendationActs status={recommendation.status} notAdopted={shown.notAdopted} answer={answer} />
        </div>
        {enquiries.length > 0 ? (
          <div className="mt-8">
            <Section id="enquiries" title={t("matching:recommendation.enquiries")}>
              <EnquiryRows lines={enquiries} side="enterprise" />
            </Section>
          </div>
        ) : null}
        {named.length + shown.unlisted.length > 0 ? (
          <div className="mt-8">
            <Section
              id="named"
              title={t("matching:recommendation.named")}
              lead={t("matching:recommendation.named.lead")}
            >
              <MatchList lines={named} label={t("matching:recommendation.named")} askTo={askTo} pickForm={PICK_FORM} />
              <Unlisted />
            </Section>
          </div>
        ) : null}
        <MatchResults
          total={shown.total}
          matches={shown.matches}
          nearMisses={shown.nearMisses}
          lead={t("matching:recommendation.others.lead")}
          areOthers={named.length > 0 ? true : undefined}
          askTo={askTo}
          pickForm={PICK_FORM}
        />
      </AboveBar>
      {named.length + shown.matches.length > 1 ? (
        <AskSeveral id={PICK_FORM} recommendation={recommendation.id} />
      ) : null}
    </>
  );
}

function RecommendationNeed() {
  const t = useTranslate();
  const locale = useLocale();
  const named = useNamed();
  const { recommendation, scenario, budgetFen } = useLoaderData<typeof loader>();
  return (
    <Facts
      facts={[
        { label: t("matching:recommendation.no"), value: recommendation.no },
        {
          label: t("matching:recommendation.scenario"),
          value: scenario ? named(scenario) : recommendation.scenarioKey,
        },
        {
          label: t("matching:enterprise.budget"),
          value: budgetFen === null ? t("matching:enterprise.budget.none") : formatMoney(locale, budgetFen),
        },
      ]}
    />
  );
}

function Unlisted() {
  const t = useTranslate();
  const { unlisted } = useLoaderData<typeof loader>();
  if (unlisted.length === 0) return null;
  return (
    <ul className="muted mt-3 flex flex-col gap-1">
      {unlisted.map(({ id, title, providerName }) => (
        <li key={id}>{t("matching:recommendation.unlisted", { title, provider: providerName })}</li>
      ))}
    </ul>
  );
}
