/** The visitor's quick match: a need in a form, matches with reasons, near misses with what is missing. Nothing is kept. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { IgnoredNote } from "~/components/catalogue/listing-chips";
import { LinkButton } from "~/components/kit/button";
import { PageHeader } from "~/components/kit/page";
import { PrintedSource } from "~/components/kit/printed-source";
import { Note, Tag } from "~/components/kit/status";
import type { PageHandle } from "~/components/layout/page-handle";
import { askedWords } from "~/components/matching/asked-words";
import { lineOf } from "~/components/matching/match-line";
import { MatchResults } from "~/components/matching/match-results";
import { quickChoices } from "~/components/matching/quick-choices";
import { QuickMatchForm } from "~/components/matching/quick-match-form";
import { ignoredCursor, quickMatchPage } from "~/domain/matching/match-page.server";
import { isEmptyQuery, quickFields, quickParams, readQuickQuery } from "~/domain/matching/quick-match-form";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { notFound } from "~/http/guards.server";
import { translateFor } from "~/http/locale.server";
import { isDemonstration } from "~/http/viewer.server";
import { dayOf } from "~/i18n/format";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "matching:title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams;
  const reference = await referenceOf(store().db);
  const language = { ...(await translateFor(request)), reference };
  const { query, ignored } = readQuickQuery(reference, params);
  const after = params.get("after") || null;
  const day = dayOf(Date.now());
  const found = isEmptyQuery(query) ? null : await quickMatchPage(store().db, query, { after, day });
  if (found?.isPastEnd) throw notFound();
  const pageAt = (cursor: string | null) => paths.match(quickParams(query, cursor));
  const typed = (name: string) => params.get(name) ?? "";
  return {
    choices: quickChoices(language, query.industry),
    typed: {
      ...{
        industry: query.industry ?? "",
        park: query.park ?? "",
        region: query.region ?? "",
        scenario: query.scenarios,
      },
      ...{ budget: typed("budget"), days: typed("days"), level: query.level === null ? "" : String(query.level) },
    },
    asked: askedWords(language, query),
    printed: { on: day, isDemo: await isDemonstration() },
    ignored,
    isSentEmpty: !found && quickFields.some((field) => params.has(field)),
    ignoredCursor: found ? found.ignored : ignoredCursor(after),
    found: found && {
      total: found.total,
      from: found.from,
      nextHref: found.next && pageAt(found.next),
      previousHref: found.from > 0 ? pageAt(found.previous) : null,
      basis: found.basis.kind,
      matches: found.matches.map((match) => lineOf(language, match)),
      nearMisses: found.nearMisses.map((match) => lineOf(language, match)),
    },
  };
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function QuickMatch() {
  const t = useTranslate();
  const shown = useLoaderData<typeof loader>();
  const { found, typed, choices, asked, isSentEmpty, printed } = shown;
  return (
    <>
      <PageHeader
        title={t("matching:title")}
        lead={t("matching:lead")}
        actions={<LinkButton to={paths.howWeRank()}>{t("matching:rank.link")}</LinkButton>}
      />
      <Ignored {...shown} />
      {found ? (
        <>
          <p className="hidden print:block">
            {t("matching:printed", { conditions: asked.join(t("matching:list.comma")) })}
          </p>
          <PrintedSource {...printed} />
          <details className="panel no-print">
            <summary className="flex min-h-11 flex-wrap items-center gap-2 font-semibold text-primary">
              {t("matching:form.change")}
              <span className="flex flex-wrap gap-1 font-normal text-base-content">
                {asked.map((words) => (
                  <Tag key={words}>{words}</Tag>
                ))}
              </span>
            </summary>
            <div className="mt-4 border-t border-base-300 pt-4">
              <QuickMatchForm typed={typed} choices={choices} />
            </div>
          </details>
          <MatchResults {...found} lead={`${t(`matching:basis.${found.basis}`)} ${t("matching:rotation")}`} />
        </>
      ) : (
        <div className="panel">
          {isSentEmpty ? (
            <div role="status" className="mb-5">
              <Note tone="waiting">{t("matching:form.empty")}</Note>
            </div>
          ) : null}
          <QuickMatchForm typed={typed} choices={choices} />
        </div>
      )}
    </>
  );
}

/** Fields of the form by their labels, for who typed something into them. */
function Ignored({ ignored, ignoredCursor }: Pick<Shown, "ignored" | "ignoredCursor">) {
  const t = useTranslate();
  const fields = ignored.map(({ field, value }) => ({ name: t(`matching:form.${field}`), value }));
  return (
    <div className="mb-4 empty:hidden">
      <IgnoredNote ignored={[...fields, ...ignoredCursor]} />
    </div>
  );
}
