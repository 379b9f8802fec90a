import { Link } from "@remix-run/react";
import type { TabCounts } from "~/domain/moderation/desk-tabs.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { deskPaths, type DeskAudience } from "./desk-paths";

export type DeskTab = "waiting" | "providers" | "complaints" | "statistics" | "reasons" | "words";

/** The pages of moderation, above each of them; the province maintains sentences and words. */
export function DeskTabs({ audience, here, tabs }: { audience: DeskAudience; here: DeskTab; tabs: TabCounts }) {
  const t = useTranslate();
  const at = deskPaths[audience];
  const pages: { tab: DeskTab; to: string; label: string }[] = [
    { tab: "waiting", to: at.desk(), label: t("moderation:tab.waiting", { count: tabs.waiting }) },
    { tab: "providers", to: at.desk({ show: "providers" }), label: t("moderation:tab.providers") },
    { tab: "complaints", to: at.complaints(), label: t("moderation:tab.complaints", { count: tabs.complaints }) },
    { tab: "statistics", to: at.statistics(), label: t("moderation:tab.statistics") },
  ];
  if (tabs.isProvince)
    pages.push(
      { tab: "reasons", to: paths.province.reasons(), label: t("moderation:tab.reasons") },
      { tab: "words", to: paths.province.words(), label: t("moderation:tab.words") },
    );
  return (
    <nav
      aria-label={t("moderation:tab.label")}
      className="no-print mb-5 flex flex-wrap gap-x-6 border-b border-base-300"
    >
      {pages.map(({ tab, to, label }) => (
        <Link
          key={tab}
          to={to}
          aria-current={tab === here ? "page" : undefined}
          className="-mb-px border-b-2 border-transparent px-1 py-2.5 aria-[current=page]:border-primary aria-[current=page]:font-semibold aria-[current=page]:text-primary"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
