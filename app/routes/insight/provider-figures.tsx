/** How far a provider's solutions reach, week by week: leads, views, lists, matches, searches; how it answers; why near misses missed. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Choice } from "~/components/insight/choice";
import { NearMissList } from "~/components/insight/near-miss-list";
import { WeekCharts } from "~/components/insight/week-charts";
import { WeekTable } from "~/components/insight/week-table";
import { Button, LinkButton } from "~/components/kit/button";
import { EmptyState, Facts, PageHeader, Section } from "~/components/kit/page";
import { Table } from "~/components/kit/table";
import type { PageHandle } from "~/components/layout/page-handle";
import { responseWords } from "~/components/projects/quote-words";
import { SMALLEST_SHOWN } from "~/domain/insight/figures";
import { nearMissesOf } from "~/domain/insight/near-misses.server";
import { providerFigures, searchesOf, type Answering } from "~/domain/insight/provider-figures.server";
import { LEAST_SEARCHES } from "~/domain/insight/reach";
import { LEAST_ANSWERS } from "~/domain/projects/response-time.server";
import { namedMost } from "~/http/named-most.server";
import { found, requireProvider } from "~/http/guards.server";
import { formatDate, formatNumber, formatShare } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "reach:figures.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireProvider(request);
  const { db } = store();
  const asked = new URL(request.url).searchParams;
  const solutionId = asked.get("solution") || null;
  const figures = found(await providerFigures(db, member, { solutionId, now: Date.now() }));
  const weeks = figures.weeks.map(({ week }) => week);
  const week = weeks.find((each) => each === asked.get("week")) ?? weeks.at(-1) ?? "";
  const misses = await nearMissesOf(db, member, { solutionId, now: Date.now() });
  const titles = new Map(figures.solutions.map(({ id, title }) => [id, title]));
  const lines = misses?.lines.map(async (line) => ({
    ...line,
    most: await namedMost(line),
    solutionTitle: titles.get(line.solutionId) ?? "",
  }));
  return {
    ...figures,
    solutionId,
    week,
    leastAnswers: LEAST_ANSWERS,
    searches: await searchesOf(db, member, { solutionId, week }),
    misses: misses && { ...misses, lines: await Promise.all(lines ?? []) },
  };
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ProviderFigures() {
  const t = useTranslate();
  const loaded = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("reach:figures.title")}
        lead={t("reach:figures.lead")}
        up={{ to: paths.providerDesk.home(), label: t("supervision:provider.title") }}
        actions={<LinkButton to={paths.providerDesk.needs()}>{t("reach:figures.needs")}</LinkButton>}
      />
      {loaded.solutions.length === 0 ? (
        <EmptyState title={t("reach:figures.none")}>{t("reach:figures.none.text")}</EmptyState>
      ) : (
        <Figures {...loaded} />
      )}
    </>
  );
}

function Figures(loaded: Loaded) {
  const t = useTranslate();
  return (
    <>
      <FigureFilter {...loaded} />
      <Section id="weeks" title={t("reach:weeks.title")}>
        <WeekCharts weeks={loaded.weeks} />
        <details className="mt-4">
          <summary className="link-plain inline-flex min-h-11 cursor-pointer items-center">
            {t("reach:weeks.show")}
          </summary>
          <WeekTable weeks={loaded.weeks} />
        </details>
      </Section>
      <Searches {...loaded} />
      <Section id="answers" title={t("reach:answers.title")}>
        <Answers answering={loaded.answering} leastAnswers={loaded.leastAnswers} isOfOne={loaded.solutionId !== null} />
      </Section>
      <Misses misses={loaded.misses} />
    </>
  );
}

function FigureFilter({ solutions, solutionId, weeks, week }: Loaded) {
  const t = useTranslate();
  const locale = useLocale();
  const all = { value: "", label: t("reach:filter.all") };
  const ofWeek = (each: string) => ({ value: each, label: formatDate(locale, each) });
  return (
    <form method="get" className="no-print mb-6 grid gap-3 sm:flex sm:flex-wrap sm:items-end">
      <Choice
        name="solution"
        label={t("reach:filter.solution")}
        chosen={solutionId}
        options={[all, ...solutions.map(({ id, title }) => ({ value: id, label: title }))]}
      />
      <Choice
        name="week"
        label={t("reach:filter.week")}
        chosen={week}
        options={weeks.map((each) => ofWeek(each.week)).toReversed()}
      />
      <Button tone="plain">{t("reach:filter.submit")}</Button>
    </form>
  );
}

function Searches({ searches, week }: Loaded) {
  const t = useTranslate();
  const locale = useLocale();
  const lead = t("reach:searches.lead", { date: formatDate(locale, week), count: LEAST_SEARCHES });
  return (
    <Section id="searches" title={t("reach:searches.title")} lead={lead}>
      {searches.length === 0 ? (
        <EmptyState title={t("reach:searches.none", { count: LEAST_SEARCHES })} />
      ) : (
        <Table
          caption={t("reach:searches.title")}
          rows={searches}
          keyOf={({ query }) => query}
          columns={[
            { head: t("reach:searches.query"), cell: ({ query }) => query },
            {
              head: t("reach:searches.times"),
              number: true,
              cell: ({ times }) => formatNumber(locale, times),
            },
          ]}
        />
      )}
    </Section>
  );
}

type AnswersProps = { answering: Answering; leastAnswers: number; isOfOne: boolean };

function Answers({ answering: { due, answered, response }, leastAnswers, isOfOne }: AnswersProps) {
  const t = useTranslate();
  const locale = useLocale();
  const share = formatShare(locale, due === 0 ? 0 : answered / due);
  const time = response
    ? t("reach:answers.response.value", { time: responseWords(t, response.hours), count: response.answers })
    : t("reach:answers.response.none", { count: leastAnswers });
  return (
    <div className="panel">
      <Facts
        facts={[
          {
            label: t("reach:answers.rate"),
            value: due === 0 ? t("reach:answers.rate.none") : t("reach:answers.rate.value", { share, due, answered }),
          },
          { label: t("reach:answers.response"), value: time },
        ]}
      />
      <p className="muted mt-2 text-sm">
        {t("reach:answers.rate.note")} {isOfOne ? t("reach:answers.response.scope") : null}
      </p>
    </div>
  );
}

function Misses({ misses }: Pick<Loaded, "misses">) {
  const t = useTranslate();
  const locale = useLocale();
  const said = (count: number | null) =>
    count === null ? t("reach:misses.few", { count: SMALLEST_SHOWN }) : formatNumber(locale, count);
  if (!misses) {
    return (
      <Section id="misses" title={t("reach:misses.title")}>
        <EmptyState title={t("reach:misses.unlisted")} />
      </Section>
    );
  }
  const { served, matched, lines } = misses;
  const lead = t("reach:misses.lead", { served: said(served), matched: said(matched), count: SMALLEST_SHOWN });
  return (
    <Section id="misses" title={t("reach:misses.title")} lead={lead}>
      <NearMissList lines={lines} />
    </Section>
  );
}
