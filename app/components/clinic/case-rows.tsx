/** Cases as rows that scan: who asks, where it stands, who holds it, by when. */
import { Link } from "@remix-run/react";
import { positionOf } from "~/domain/clinic/case-line";
import type { ListedCase } from "~/domain/clinic/case-lists.server";
import type { CaseNames } from "~/domain/clinic/case-names.server";
import type { Holder } from "~/domain/clinic/promises";
import { formatDate, formatDateTime } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { LineOfSteps } from "./case-line";
import { CaseStanding } from "./case-standing";
import { CaseStatus } from "./case-status";

type CaseRowsProps = {
  cases: readonly ListedCase[];
  names: CaseNames;
  viewer: Holder;
  pathOf: (id: string) => string;
  /** Lists of several parks name the park. */
  showsPark?: true;
};

export function CaseRows({ cases, ...rest }: CaseRowsProps) {
  return (
    <ul className="flex flex-col divide-y divide-base-300 rounded-box border border-base-300">
      {cases.map((item) => (
        <CaseRow key={item.id} item={item} {...rest} />
      ))}
    </ul>
  );
}

type CaseRowProps = Omit<CaseRowsProps, "cases"> & { item: ListedCase };

function CaseRow({ item, names, viewer, pathOf, showsPark }: CaseRowProps) {
  const named = useNamed();
  const park = names.parks[item.parkSlug];
  const parkName = park ? named(park) : item.parkSlug;
  const position = positionOf(item.status, []);
  const parties = { viewer, park: parkName, enterprise: item.enterpriseName, expert: item.expertName };
  return (
    <li className="grid gap-x-6 gap-y-2 p-4 hover:bg-base-200 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link
            to={pathOf(item.id)}
            className="link-plain inline-block min-w-0 py-1.5 text-lg font-semibold break-words"
          >
            {viewer === "enterprise" ? <OwnTitle item={item} /> : item.enterpriseName}
          </Link>
          <CaseStatus status={item.status} where={item.where} />
        </p>
        <About item={item} names={names} parkName={showsPark ? parkName : null} />
        <p className="mt-1 line-clamp-2 break-words">{item.need}</p>
      </div>
      <div className="min-w-0 text-sm">
        {position.at >= 0 && position.endedAs === null ? <LineOfSteps position={position} isSmall /> : null}
        <CaseStanding where={item.where} parties={parties} />
        <Visit item={item} />
      </div>
    </li>
  );
}

function OwnTitle({ item }: { item: ListedCase }) {
  const t = useTranslate();
  const locale = useLocale();
  return <>{t("clinic:own_title", { date: formatDate(locale, item.submittedAt ?? item.createdAt) })}</>;
}

function About({ item, names, parkName }: { item: ListedCase; names: CaseNames; parkName: string | null }) {
  const t = useTranslate();
  const named = useNamed();
  const industry = item.industryCode === null ? undefined : names.industries[item.industryCode];
  const needs = item.scenarios.flatMap((key) => names.scenarios[key] ?? []).map(named);
  const more =
    needs.length > 3
      ? t("clinic:and_more", { names: needs.slice(0, 3).join(t("clinic:list_comma")), count: needs.length })
      : needs.join(t("clinic:list_comma"));
  return <p className="muted text-sm">{[parkName, industry && named(industry), more].filter(Boolean).join(" · ")}</p>;
}

function Visit({ item }: { item: ListedCase }) {
  const t = useTranslate();
  const locale = useLocale();
  if (item.visitAt === null || item.status !== "scheduled") return null;
  return <p className="mt-1">{t("clinic:visit.on", { when: formatDateTime(locale, item.visitAt) })}</p>;
}
