import { EmptyState, PageHeader, Section } from "~/components/kit/page";
import { Table } from "~/components/kit/table";
import type { TabCounts } from "~/domain/moderation/desk-tabs.server";
import type { ModeratorFigures, MonthFigures } from "~/domain/moderation/statistics";
import { formatNumber, formatShare } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import type { DeskAudience } from "./desk-paths";
import { DeskTabs } from "./desk-tabs";
import { MonthChart } from "./month-chart";

type Props = {
  audience: DeskAudience;
  tabs: TabCounts;
  moderators: readonly ModeratorFigures[];
  months: readonly MonthFigures[];
};

/** Who decided how much, how fast, how much of it was returned, and how much others took back. */
export function StatisticsPage({ audience, tabs, moderators, months }: Props) {
  const t = useTranslate();
  return (
    <>
      <PageHeader title={t("moderation:statistics.title")} lead={t("moderation:statistics.lead")} />
      <DeskTabs audience={audience} here="statistics" tabs={tabs} />
      {moderators.length === 0 ? (
        <EmptyState title={t("moderation:statistics.none")} />
      ) : (
        <>
          <Section id="months" title={t("moderation:statistics.months")}>
            <MonthChart months={months} />
            <div className="mt-4">
              <MonthTable months={months} />
            </div>
          </Section>
          <Section
            id="people"
            title={t("moderation:statistics.people")}
            lead={t("moderation:statistics.overturned.hint")}
          >
            <PeopleTable moderators={moderators} />
          </Section>
        </>
      )}
    </>
  );
}

function PeopleTable({ moderators }: { moderators: readonly ModeratorFigures[] }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <Table
      caption={t("moderation:statistics.people")}
      rows={moderators}
      keyOf={({ userId }) => userId}
      columns={[
        { head: t("moderation:statistics.name"), cell: ({ name }) => name },
        {
          head: t("moderation:statistics.decided"),
          number: true,
          cell: ({ decided }) => formatNumber(locale, decided),
        },
        { head: t("moderation:statistics.days"), number: true, cell: (row) => <Days days={row.medianDays} /> },
        {
          head: t("moderation:statistics.returned"),
          number: true,
          cell: ({ returned, handedIn }) =>
            handedIn === 0 ? t("common:none") : formatShare(locale, returned / handedIn),
        },
        {
          head: t("moderation:statistics.overturned"),
          number: true,
          cell: ({ overturned }) => formatNumber(locale, overturned),
        },
      ]}
    />
  );
}

function MonthTable({ months }: { months: readonly MonthFigures[] }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <Table
      caption={t("moderation:statistics.months")}
      rows={[...months].reverse()}
      keyOf={({ month }) => month}
      columns={[
        {
          head: t("moderation:statistics.month"),
          cell: ({ month }) => <span className="whitespace-nowrap">{month}</span>,
        },
        {
          head: t("moderation:statistics.decided"),
          number: true,
          cell: ({ decided }) => formatNumber(locale, decided),
        },
        {
          head: t("moderation:statistics.legend.returned"),
          number: true,
          cell: (row) => formatNumber(locale, row.returned),
        },
        { head: t("moderation:statistics.days"), number: true, cell: (row) => <Days days={row.medianDays} /> },
      ]}
    />
  );
}

function Days({ days }: { days: number | null }) {
  const t = useTranslate();
  const locale = useLocale();
  return days === null ? t("common:none") : formatNumber(locale, days);
}
