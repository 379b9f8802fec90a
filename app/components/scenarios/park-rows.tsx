import { Link } from "@remix-run/react";
import type { FigureKey } from "~/domain/insight/figures";
import { SMALLEST_SHOWN } from "~/domain/insight/figures";
import type { Park } from "~/domain/scenarios/reference";
import { formatNumber } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { Tag } from "../kit/status";

const COLUMNS = [
  "enterprises_diagnosed",
  "enterprises_retrofitted",
  "park_sessions",
] as const satisfies readonly FigureKey[];

type ParkRow = Park & { figures: Record<(typeof COLUMNS)[number], number | null> };

/** Parks as rows: what it is, what it lives from, three figures. */
export function ParkRows({ parks }: { parks: readonly ParkRow[] }) {
  return (
    <ul className="divide-y divide-base-300 border-y border-base-300">
      {parks.map((park) => (
        <li key={park.slug} className="grid gap-x-6 gap-y-1 py-3 lg:grid-cols-[1fr_24rem]">
          <ParkName park={park} />
          <ParkNumbers figures={park.figures} />
        </li>
      ))}
    </ul>
  );
}

function ParkName({ park }: { park: Park }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link to={paths.park(park.slug)} className="link-plain font-semibold">
          {locale === "en" ? park.nameEn : park.nameZh}
        </Link>
        {park.level === "national" ? <Tag>{t("scenarios:parks.level.national")}</Tag> : null}
      </p>
      <p className="muted text-sm">
        <LeadingIndustries park={park} />
      </p>
    </div>
  );
}

/** What the park lives from, marked where the source is weak. The words are the parks' own, in Chinese. */
export function LeadingIndustries({ park }: { park: Park }) {
  const t = useTranslate();
  if (!park.leadingIndustriesZh) return t("scenarios:parks.leading.unknown");
  return (
    <>
      <span lang="zh-CN">{park.leadingIndustriesZh}</span>
      {park.industriesConfidence === "high" ? null : <> ({t("common:provisional")})</>}
    </>
  );
}

function ParkNumbers({ figures }: { figures: ParkRow["figures"] }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <dl className="grid grid-cols-3 gap-x-4 text-sm">
      {COLUMNS.map((key) => {
        const value = figures[key];
        return (
          <div key={key} className="flex flex-col-reverse justify-end">
            <dt className="muted">{t(`insight:figure.${key}`)}</dt>
            <dd className="text-base font-semibold">
              {value === null ? t("insight:hidden", { count: SMALLEST_SHOWN }) : formatNumber(locale, value)}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
