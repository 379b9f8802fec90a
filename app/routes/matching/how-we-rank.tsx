/** How we rank: filters, parts with their points, soft limits, turns and shares, from the same data the ranking uses. */
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/kit/button";
import { PageHeader, Section } from "~/components/kit/page";
import { Table } from "~/components/kit/table";
import { StatementPart } from "~/components/home/statement";
import type { PageHandle } from "~/components/layout/page-handle";
import { freshnessDays, SIX_MONTHS_DAYS, SUNK_SHARE } from "~/domain/catalogue/freshness";
import { matchingWeights, partCodes, type PartCode } from "~/domain/matching/weights";
import { formatMoney, formatNumber, formatShare } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

export const handle: PageHandle = { title: "matching:rank.title" };

export function loader() {
  return { weights: matchingWeights, partCodes };
}

export default function HowWeRank() {
  const t = useTranslate();
  const { weights } = useLoaderData<typeof loader>();
  const { limits, order } = weights;
  const bounds = { match: limits.match, near: limits.near, missing: limits.missing };
  return (
    <>
      <PageHeader
        title={t("matching:rank.title")}
        lead={t("matching:rank.lead")}
        actions={<LinkButton to={paths.match()}>{t("matching:title")}</LinkButton>}
      />
      <p className="muted mb-6">{t("matching:rank.version", { version: weights.version })}</p>
      <StatementPart
        id="filters"
        title={t("matching:rank.filters")}
        points={[
          t("matching:rank.filters.published"),
          t("matching:rank.filters.industry"),
          t("matching:rank.filters.place"),
          t("matching:rank.filters.need"),
        ]}
      />
      <Parts />
      <StatementPart
        id="limits"
        title={t("matching:rank.limits")}
        points={[
          t("matching:rank.limits.match", { match: bounds.match }),
          t("matching:rank.limits.near", bounds),
          t("matching:rank.limits.far"),
        ]}
      />
      <StatementPart
        id="order"
        title={t("matching:rank.order")}
        points={[
          t("matching:rank.order.turns"),
          t("matching:rank.order.share", { first: order.first, share: order.perProvider }),
          t("matching:rank.order.same"),
        ]}
      />
      <StillTrue />
      <StatementPart
        id="never"
        title={t("matching:rank.never")}
        points={[t("matching:rank.never.pay"), t("matching:rank.never.person"), t("matching:rank.never.stored")]}
      />
      <Section id="list" title={t("matching:rank.search")} lead={t("matching:rank.search.text")}>
        <LinkButton to={paths.solutions()}>{t("matching:empty.browse")}</LinkButton>
      </Section>
    </>
  );
}

function StillTrue() {
  const t = useTranslate();
  const locale = useLocale();
  const late = (state: "sunk" | "hidden") => freshnessDays[state] - SIX_MONTHS_DAYS;
  return (
    <StatementPart
      id="still-true"
      title={t("freshness:rank.title")}
      points={[
        t("freshness:rank.ask", { months: 6 }),
        t("freshness:rank.sunk", { days: late("sunk"), share: formatShare(locale, SUNK_SHARE) }),
        t("freshness:rank.hidden", { days: late("hidden") }),
        t("freshness:rank.back"),
      ]}
    />
  );
}

function Parts() {
  const t = useTranslate();
  const { weights, partCodes: codes } = useLoaderData<typeof loader>();
  const how = useHow();
  return (
    <Section id="parts" title={t("matching:rank.parts")} lead={t("matching:rank.parts.lead")}>
      <Table
        caption={t("matching:rank.parts")}
        rows={codes}
        keyOf={(code) => code}
        columns={[
          { head: t("matching:rank.part"), cell: (code) => t(`matching:part.${code}`) },
          { head: t("matching:rank.points"), cell: (code) => weights.points[code], number: true },
          { head: t("matching:rank.how"), cell: (code) => <span className="measure block">{how(code)}</span> },
        ]}
      />
    </Section>
  );
}

/** Says a part's rule with the figures of the weights. */
function useHow(): (code: PartCode) => string {
  const t = useTranslate();
  const locale = useLocale();
  const { fit, generalIndustry, price, speed, locality, quality, limits } = useLoaderData<typeof loader>().weights;
  const share = (value: number) => formatShare(locale, value);
  const [, one, more] = fit.levelDistance;
  return (code) => {
    switch (code) {
      case "fit":
        return t("matching:rank.fit", {
          ...{ best: share(fit.best), mean: share(1 - fit.best), further: share(fit.furtherScenario) },
          ...{ one: share(one), more: share(more), unknown: share(fit.unknown) },
        });
      case "industry":
        return t("matching:rank.industry", { general: share(generalIndustry) });
      case "price":
        return t("matching:rank.price", {
          ...{ match: formatNumber(locale, limits.match), scale: formatMoney(locale, price.scaleFen) },
          unknown: share(price.unknown),
        });
      case "speed":
        return t("matching:rank.speed", {
          ...{ match: formatNumber(locale, limits.match), days: speed.scaleDays, share: share(speed.urgencyDefault) },
        });
      case "locality":
        return t("matching:rank.locality", {
          ...{ county: share(locality.county), prefecture: share(locality.prefecture) },
          ...{ province: share(locality.province), everywhere: share(locality.everywhere) },
          unknown: share(locality.unknown),
        });
      case "quality":
        return t("matching:rank.quality", {
          ...{ any: share(quality.anyProject), projects: share(quality.projects) },
          ...{ many: quality.manyProjects, listing: share(quality.listing) },
        });
    }
  };
}
