/** Up to four live solutions side by side; what is the same is quiet, what differs is marked. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ComparisonTable } from "~/components/catalogue/comparison-table";
import { FactsLegend } from "~/components/catalogue/four-facts";
import { LinkButton } from "~/components/kit/button";
import { EmptyState, PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { PageHandle } from "~/components/layout/page-handle";
import { namedCodes } from "~/domain/catalogue/named-codes";
import { cardOf } from "~/domain/catalogue/solution-card";
import { comparedSolutions } from "~/domain/catalogue/solution-page.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "search:compare.title" };

/** More slugs than this in one address are nobody's comparison. */
const MOST_READ = 20;
const LONGEST_SHOWN = 60;

export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = store();
  const slugs = new URL(request.url).searchParams.getAll("slug").filter((slug) => slug !== "");
  const { compared, leftOut } = await comparedSolutions(db, slugs.slice(0, MOST_READ));
  const reference = await referenceOf(db);
  return {
    compared: compared.map(({ listed, version: { submittedByUserId: _who, ...content } }) => ({
      card: cardOf(listed, reference),
      content,
      names: namedCodes(reference, content),
    })),
    leftOut: leftOut.map((slug) => slug.slice(0, LONGEST_SHOWN)),
  };
}

export default function SolutionsCompare() {
  const t = useTranslate();
  const { compared, leftOut } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("search:compare.title")}
        lead={compared.length > 0 ? t("search:compare.lead", { count: compared.length }) : undefined}
        up={{ to: paths.solutions(), label: t("search:page.up") }}
      />
      <div className="mb-4 grid gap-3 empty:hidden">
        {leftOut.length > 0 ? (
          <Note tone="waiting">
            <span className="[overflow-wrap:anywhere]">
              {t("search:compare.left_out", { slugs: leftOut.join(t("search:facts.and")) })}
            </span>
          </Note>
        ) : null}
        {compared.length === 1 ? <Note>{t("search:compare.one")}</Note> : null}
      </div>
      {compared.length > 0 ? (
        <>
          <ComparisonTable compared={compared} />
          <div className="mt-3">
            <FactsLegend />
          </div>
        </>
      ) : (
        <EmptyState title={t("search:compare.need")}>
          <p>{t("search:compare.need.text")}</p>
          <LinkButton to={paths.solutions()} tone="primary">
            {t("search:page.up")}
          </LinkButton>
        </EmptyState>
      )}
    </>
  );
}
