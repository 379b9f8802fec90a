import { Link } from "@remix-run/react";
import type { EffectStatus } from "#db/vocabulary/clinic";
import { StatusBadge, type StatusTone } from "~/components/kit/status";
import { Table, type Column } from "~/components/kit/table";
import type { EffectLine } from "~/domain/effects/effect-pages.server";
import type { EffectSide } from "~/domain/effects/effect-status";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { FigureWords } from "./figure-words";

/** Amber is for who must act: an open effect waits for the enterprise, a confirmed one for the park. */
const tones: Record<EffectStatus, Record<EffectSide, StatusTone>> = {
  open: { enterprise: "waiting", park: "quiet" },
  enterprise_confirmed: { enterprise: "active", park: "waiting" },
  confirmed: { enterprise: "done", park: "done" },
  rejected: { enterprise: "late", park: "quiet" },
};

export function EffectBadge({ status, side }: { status: EffectStatus; side: EffectSide }) {
  const t = useTranslate();
  return <StatusBadge tone={tones[status][side]}>{t(`effects:status.${status}`)}</StatusBadge>;
}

/** What an effect is about: the solution, the recommendation, or the enterprise's own work. */
export function useEffectTitle() {
  const t = useTranslate();
  return ({ solutionTitle, recommendationTitle }: Pick<EffectLine, "solutionTitle" | "recommendationTitle">) =>
    solutionTitle ?? recommendationTitle ?? t("effects:title");
}

type TableProps = { lines: EffectLine[]; side: EffectSide; hrefOf: (id: string) => string };

export function EffectTable({ lines, side, hrefOf }: TableProps) {
  const t = useTranslate();
  const locale = useLocale();
  const titleOf = useEffectTitle();
  const enterprise: Column<EffectLine>[] =
    side === "park" ? [{ head: t("effects:enterprise"), cell: ({ enterpriseName }) => enterpriseName }] : [];
  return (
    <Table
      caption={t("effects:title")}
      rows={lines}
      keyOf={({ id }) => id}
      columns={[
        {
          head: t("effects:about"),
          cell: (line) => (
            <Link to={hrefOf(line.id)} className="link-plain">
              {titleOf(line)}
            </Link>
          ),
        },
        ...enterprise,
        { head: t("effects:stage"), cell: ({ stage }) => t(`effects:stage.${stage}`) },
        { head: t("effects:status"), cell: ({ status }) => <EffectBadge status={status} side={side} /> },
        { head: t("effects:figures"), cell: ({ figures }) => <FigureWords figures={figures} /> },
        { head: t("effects:begun"), cell: ({ createdAt }) => formatDate(locale, createdAt) },
      ]}
    />
  );
}
