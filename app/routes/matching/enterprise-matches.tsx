/** Matches for the whole enterprise, by its latest assessment, its place and its budget. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { LinkButton } from "~/components/kit/button";
import { PageHeader } from "~/components/kit/page";
import { Note, Tag } from "~/components/kit/status";
import type { PageHandle } from "~/components/layout/page-handle";
import { AboveBar, AskSeveral } from "~/components/projects/ask-several";
import { lineOf } from "~/components/matching/match-line";
import { MatchResults } from "~/components/matching/match-results";
import { matchesForEnterprise } from "~/domain/matching/matches.server";
import { seenOf } from "~/domain/insight/reach";
import type { Need } from "~/domain/matching/need";
import type { Basis } from "~/domain/matching/needs.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { found, notFound, requireEnterprise } from "~/http/guards.server";
import { pageAt, pageStart } from "~/http/matches-page";
import { noteSeen } from "~/http/seen.server";
import { translateFor } from "~/http/locale.server";
import { dayOf, formatDate, formatMoney } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "matching:enterprise.title" };

const LIMIT = 20;
const GAPS_SHOWN = 6;
const PICK_FORM = "ask-several";

export async function loader(args: LoaderFunctionArgs) {
  const { request } = args;
  const member = await requireEnterprise(request);
  const { db } = store();
  const reference = await referenceOf(db);
  const language = { ...(await translateFor(request)), reference };
  const from = pageStart(new URL(request.url).searchParams.get("from"));
  const options = { limit: LIMIT, from, day: dayOf(Date.now()) };
  const matched = found(await matchesForEnterprise(db, member.organisationId, options));
  if (from > 0 && from >= matched.total) throw notFound();
  await noteSeen(args, { matched: matched.matches.map(({ solution }) => seenOf(solution)) });
  const next = from + matched.matches.length;
  return {
    from,
    nextHref: next < matched.total ? pageAt(next) : null,
    previousHref: from > 0 ? pageAt(Math.max(0, from - LIMIT)) : null,
    basis: matched.basis,
    budgetFen: matched.need.budgetFen,
    gaps: largestGaps(matched.need).map(([key]) => {
      const row = reference.scenarios.get(key);
      return { key, nameZh: row?.nameZh ?? key, nameEn: row?.nameEn ?? key };
    }),
    total: matched.total,
    matches: matched.matches.map((match) => lineOf(language, match)),
    nearMisses: (from === 0 ? matched.nearMisses : []).map((match) => lineOf(language, match)),
  };
}

function largestGaps({ gaps }: Need) {
  return Object.entries(gaps)
    .sort((a, b) => b[1] - a[1])
    .slice(0, GAPS_SHOWN);
}

export default function EnterpriseMatches() {
  const t = useTranslate();
  const { basis, gaps, budgetFen, ...results } = useLoaderData<typeof loader>();
  return (
    <>
      <AboveBar>
        <PageHeader
          title={t("matching:enterprise.title")}
          lead={t("matching:enterprise.lead")}
          actions={
            <>
              <LinkButton to={paths.match()}>{t("matching:enterprise.quick")}</LinkButton>
              <LinkButton to={paths.howWeRank()}>{t("matching:rank.link")}</LinkButton>
            </>
          }
        />
        <BasisNote basis={basis} />
        <dl className="panel mt-4 grid gap-x-8 gap-y-3 md:grid-cols-[1fr_auto]">
          <Named label={t("matching:enterprise.gaps")}>
            <Gaps gaps={gaps} />
          </Named>
          <Named label={t("matching:enterprise.budget")}>
            <Budget budgetFen={budgetFen} />
          </Named>
        </dl>
        <MatchResults
          {...results}
          lead={t("matching:rotation")}
          askTo={(solution) => paths.enterprise.enquiryNew({ solution })}
          pickForm={PICK_FORM}
        />
      </AboveBar>
      {results.matches.length > 1 ? <AskSeveral id={PICK_FORM} from={results.from} /> : null}
    </>
  );
}

function Named({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="muted text-sm">{label}</dt>
      <dd className="mt-1">{children}</dd>
    </div>
  );
}

function BasisNote({ basis }: { basis: Basis }) {
  const t = useTranslate();
  const locale = useLocale();
  if (basis.kind === "assessment") {
    const { level, finishedAt, source } = basis;
    return (
      <Note tone="done">
        {t("matching:enterprise.basis", {
          source: t(`assessment:source.${source}`),
          date: formatDate(locale, finishedAt),
          level,
        })}{" "}
        <Link to={paths.enterprise.assessment(basis.id)} className="underline">
          {t("matching:enterprise.basis.open")}
        </Link>
      </Note>
    );
  }
  return (
    <Note tone="waiting">
      {t(basis.kind === "industry" ? "matching:enterprise.basis.industry" : "matching:enterprise.basis.none")}{" "}
      <Link to={paths.enterprise.assessments()} className="underline">
        {t("matching:enterprise.basis.assess")}
      </Link>
    </Note>
  );
}

function Gaps({ gaps }: { gaps: { key: string; nameZh: string; nameEn: string }[] }) {
  const named = useNamed();
  const t = useTranslate();
  if (gaps.length === 0) return <>{t("matching:enterprise.gaps.none")}</>;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {gaps.map((gap) => (
        <li key={gap.key}>
          <Tag>{named(gap)}</Tag>
        </li>
      ))}
    </ul>
  );
}

function Budget({ budgetFen }: { budgetFen: number | null }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <span className="flex flex-wrap gap-x-3">
      {budgetFen === null ? t("matching:enterprise.budget.none") : formatMoney(locale, budgetFen)}
      <Link to={paths.enterprise.profile()} className="link-plain">
        {t("matching:enterprise.budget.change")}
      </Link>
    </span>
  );
}
