/** Cases as rows that scan: who asks, where it stands, who holds it, by when. */
import { Copy } from "lucide-react";
import { StatusBadge } from "~/components/kit/status";
import { Kept } from "~/components/layout/kept";
import { positionOf } from "~/domain/clinic/case-line";
import type { ListedCase } from "~/domain/clinic/case-lists.server";
import type { CaseNames } from "~/domain/clinic/case-names.server";
import { mayAct } from "~/domain/clinic/diagnosis-status";
import type { Earlier } from "~/domain/clinic/duplicates.server";
import type { Holder } from "~/domain/clinic/promises";
import { formatDate, formatDateTime } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { CaseStanding } from "./case-standing";
import { CaseStatus } from "./case-status";
import { SmallLine } from "./small-line";

type CaseRowsProps = {
  cases: readonly ListedCase[];
  names: CaseNames;
  viewer: Holder;
  pathOf: (id: string) => string;
  /** Lists of several parks name the park. */
  showsPark?: true;
  /** Earlier cases a row may repeat, by the row's id. */
  earlier?: Record<string, Earlier[]>;
  /** Rows to tick, for a list that is itself in a form. */
  ticking?: Ticking;
};

export type Ticking = {
  name: string;
  /** What a ticked row sends; null for one that cannot be ticked. */
  valueOf: (item: ListedCase) => string | null;
  isTicked: (value: string) => boolean;
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

/** Drawn once for all who look at the same list: thirty rows were most of what a desk costs. */
function CaseRow(props: CaseRowProps) {
  const { item, names, viewer, pathOf, showsPark, earlier, ticking } = props;
  const { parks, industries, scenarios } = names;
  const value = ticking?.valueOf(item) ?? null;
  return (
    <Kept
      as="li"
      id={item.id}
      className="grid gap-x-6 gap-y-2 p-4 hover:bg-base-200 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]"
      dependsOn={[
        item,
        viewer,
        pathOf(item.id),
        showsPark,
        parks[item.parkSlug],
        item.industryCode === null ? null : industries[item.industryCode],
        item.scenarios.map((key) => scenarios[key]),
        earlier?.[item.id],
        ticking?.name,
        value,
        value !== null && ticking?.isTicked(value),
      ]}
      draw={() => <CaseCells {...props} />}
    />
  );
}

function CaseCells({ item, names, viewer, pathOf, showsPark, earlier, ticking }: CaseRowProps) {
  const named = useNamed();
  const park = names.parks[item.parkSlug];
  const parkName = park ? named(park) : item.parkSlug;
  const position = positionOf(item.status, []);
  const parties = { viewer, park: parkName, enterprise: item.enterpriseName, expert: item.expertName };
  return (
    <>
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {ticking ? <Tick item={item} ticking={ticking} /> : null}
          <a
            href={pathOf(item.id)}
            className="link-plain inline-block min-w-0 py-1.5 text-lg font-semibold break-words"
          >
            {viewer === "enterprise" ? <OwnTitle item={item} /> : item.enterpriseName}
          </a>
          <CaseStatus status={item.status} where={item.where} />
          <ExpertGone item={item} />
        </p>
        <About item={item} names={names} parkName={showsPark ? parkName : null} />
        <p className="mt-1 line-clamp-2 break-words">{item.need}</p>
        <Repeats earlier={earlier?.[item.id]} pathOf={pathOf} />
      </div>
      <div className="min-w-0 text-sm">
        {position.at >= 0 && position.endedAs === null ? <SmallLine position={position} /> : null}
        <CaseStanding where={item.where} parties={parties} />
        <Visit item={item} />
      </div>
    </>
  );
}

/** 44 px to hit, with the name said to those who cannot see which row it is. */
function Tick({ item, ticking }: { item: ListedCase; ticking: Ticking }) {
  const t = useTranslate();
  const value = ticking.valueOf(item);
  if (value === null) return null;
  return (
    <label className="-m-2 inline-flex size-11 items-center justify-center">
      <input
        type="checkbox"
        name={ticking.name}
        value={value}
        defaultChecked={ticking.isTicked(value)}
        className="checkbox checkbox-primary"
      />
      <span className="sr-only">{t("desk:tick.case", { name: item.enterpriseName })}</span>
    </label>
  );
}

function ExpertGone({ item }: { item: ListedCase }) {
  const t = useTranslate();
  const isAtWork = mayAct("reassign", item.status, "park");
  const isGone = item.isExpertActive === false || item.expertDisabledAt !== null;
  return isAtWork && isGone ? <StatusBadge tone="late">{t("desk:expert_gone.row")}</StatusBadge> : null;
}

/** The latest of the earlier cases; the case page names them all. */
function Repeats({ earlier, pathOf }: { earlier?: readonly Earlier[]; pathOf: (id: string) => string }) {
  const t = useTranslate();
  const locale = useLocale();
  const latest = earlier?.toSorted((a, b) => b.at - a.at)[0];
  if (!latest) return null;
  const words = t("desk:earlier.row", { date: formatDate(locale, latest.at) });
  return (
    <p className="mt-1 flex items-start gap-1.5 text-sm">
      <Copy aria-hidden size={16} className="mt-1 shrink-0" />
      {latest.isOpenable ? (
        <a href={pathOf(latest.id)} className="underline underline-offset-4">
          {words}
        </a>
      ) : (
        words
      )}
    </p>
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
