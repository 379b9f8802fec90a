import { Link } from "@remix-run/react";
import type { Figures } from "~/domain/insight/figures";
import { SMALLEST_SHOWN } from "~/domain/insight/figures";
import type { Park } from "~/domain/scenarios/reference";
import { formatNumber } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { Tag } from "../kit/status";

type ParkRow = Park & { figures: Pick<Figures, "enterprises_diagnosed" | "enterprises_retrofitted" | "park_sessions"> };

/** Parks in two columns: what it is, what it lives from, three figures in a line. */
export function ParkRows({ parks }: { parks: readonly ParkRow[] }) {
  return (
    <ul className="grid gap-x-10 lg:grid-cols-2">
      {parks.map((park) => (
        <li key={park.slug} className="border-t border-base-300 py-3">
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
  const say = (value: number | null) =>
    value === null ? t("insight:hidden", { count: SMALLEST_SHOWN }) : formatNumber(locale, value);
  return (
    <p className="text-sm">
      {t("scenarios:parks.figures", {
        diagnosed: say(figures.enterprises_diagnosed),
        retrofitted: say(figures.enterprises_retrofitted),
        sessions: say(figures.park_sessions),
      })}
    </p>
  );
}
