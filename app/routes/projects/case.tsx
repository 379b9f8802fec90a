/** One published model: before and after, what was done by whom and in how long, and where to find the like. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/kit/button";
import { Facts, PageHeader, Section } from "~/components/kit/page";
import { CaseRows, LevelRise } from "~/components/projects/case-rows";
import { caseLine, daysTaken } from "~/domain/projects/case-line";
import { publicCase, publicCases } from "~/domain/projects/cases.server";
import { industryLineage } from "~/domain/scenarios/industries";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { found } from "~/http/guards.server";
import { translateFor } from "~/http/locale.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = store();
  const { t } = await translateFor(request);
  const reference = await referenceOf(db);
  const shown = found(await publicCase(db, params.slug ?? ""));
  const others = await publicCases(db, { solutionId: shown.solutionId }, { per: 5 });
  const park = reference.parks.get(shown.parkSlug);
  return {
    pageTitle: t("scenarios:case.title", { enterprise: shown.enterpriseName, solution: shown.solutionTitle }),
    shown,
    days: daysTaken(shown),
    industry: industryLineage(reference, shown.industryCode).slice(1),
    park: park ? { slug: park.slug, nameZh: park.nameZh, nameEn: park.nameEn } : null,
    scenarios: shown.scenarios.flatMap((key) => reference.scenarios.get(key) ?? []),
    others: others.cases.filter(({ slug }) => slug !== shown.slug).map((other) => caseLine(reference, other)),
  };
}

export default function CasePage() {
  const t = useTranslate();
  const { pageTitle, shown, industry, scenarios, others } = useLoaderData<typeof loader>();
  const similar = { scenario: scenarios.map(({ key }) => key), industry: industry[0]?.code };
  return (
    <>
      <PageHeader
        up={{ to: paths.cases(), label: t("scenarios:case.up") }}
        title={pageTitle}
        actions={<LinkButton to={paths.solutions(similar)}>{t("scenarios:case.similar")}</LinkButton>}
      />
      <Section id="effect" title={t("scenarios:case.effect")} lead={t("scenarios:case.effect.text")}>
        <LevelRise before={shown.levelBefore} after={shown.levelAfter} large />
        <p aria-hidden className="muted mt-1 flex gap-8 text-sm">
          <span className="w-14 text-center">{t("scenarios:case.before")}</span>
          <span className="w-14 text-center">{t("scenarios:case.after")}</span>
        </p>
      </Section>
      <Section id="facts" title={t("scenarios:case.facts")}>
        <CaseFacts />
      </Section>
      {others.length === 0 ? null : (
        <Section id="more" title={t("scenarios:case.more")}>
          <CaseRows cases={others} />
        </Section>
      )}
    </>
  );
}

function CaseFacts() {
  const t = useTranslate();
  const named = useNamed();
  const locale = useLocale();
  const { shown, days, industry, park, scenarios } = useLoaderData<typeof loader>();
  const day = (text: string) => formatDate(locale, text);
  const solution = shown.solutionSlug ? (
    <Link to={paths.solution(shown.solutionSlug)} className="link-plain">
      {shown.solutionTitle}
    </Link>
  ) : (
    `${shown.solutionTitle} (${t("scenarios:case.solution.gone")})`
  );
  const provider = shown.isProviderOpen ? (
    <Link to={paths.provider(shown.providerSlug)} className="link-plain">
      {shown.providerName}
    </Link>
  ) : (
    shown.providerName
  );
  const facts = [
    { label: t("scenarios:case.industry"), value: industry.map(named).join(" · ") },
    ...(park
      ? [
          {
            label: t("scenarios:case.park"),
            value: (
              <Link to={paths.park(park.slug)} className="link-plain">
                {named(park)}
              </Link>
            ),
          },
        ]
      : []),
    { label: t("scenarios:case.scenarios"), value: scenarios.map(named).join(" · ") },
    { label: t("scenarios:case.solution"), value: solution },
    { label: t("scenarios:case.provider"), value: provider },
    { label: t("scenarios:case.started"), value: day(shown.startedOn) },
    ...(shown.completedOn ? [{ label: t("scenarios:case.completed"), value: day(shown.completedOn) }] : []),
    ...(days === null
      ? []
      : [{ label: t("scenarios:case.days.label"), value: t("scenarios:case.days", { count: days }) }]),
    { label: t("scenarios:case.accepted"), value: day(shown.acceptedOn) },
  ];
  return <Facts facts={facts} />;
}
