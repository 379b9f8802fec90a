/** What the site is, the rules it keeps, and where its reference data comes from. */
import { StatementPart } from "~/components/home/statement";
import { PageHeader, Section } from "~/components/kit/page";
import { StatusBadge } from "~/components/kit/status";
import { Table } from "~/components/kit/table";
import type { PageHandle } from "~/components/layout/page-handle";
import { useTranslate } from "~/i18n/use-translate";

export const handle: PageHandle = { title: "home:about.title" };

const SOURCES = [
  { key: "regions", trust: "checked" },
  { key: "industries", trust: "checked" },
  { key: "parks", trust: "provisional" },
  { key: "scheme", trust: "provisional" },
  { key: "gates", trust: "provisional" },
  { key: "scenarios", trust: "provisional" },
  { key: "categories", trust: "own" },
  { key: "examples", trust: "provisional" },
] as const;

const tones = { checked: "done", provisional: "waiting", own: "quiet" } as const;

export default function About() {
  const t = useTranslate();
  return (
    <>
      <PageHeader title={t("home:about.title")} lead={t("home:about.lead")} />
      <StatementPart
        id="what"
        title={t("home:about.what")}
        points={[
          t("home:about.what.assess"),
          t("home:about.what.diagnose"),
          t("home:about.what.match"),
          t("home:about.what.manage"),
        ]}
      />
      <StatementPart
        id="rules"
        title={t("home:about.rules")}
        points={[
          t("home:about.rules.rank"),
          t("home:about.rules.facts"),
          t("home:about.rules.levels"),
          t("home:about.rules.vetted"),
        ]}
      />
      <Section
        id="sources"
        title={t("home:about.sources")}
        lead={t("home:about.sources.lead", { provisional: t("common:provisional") })}
      >
        <Table
          caption={t("home:about.sources.table")}
          rows={SOURCES}
          keyOf={({ key }) => key}
          columns={[
            { head: t("home:about.source"), cell: ({ key }) => t(`home:about.source.${key}`) },
            { head: t("home:about.origin"), cell: ({ key }) => t(`home:about.origin.${key}`) },
            {
              head: t("home:about.trust"),
              cell: ({ trust }) => <StatusBadge tone={tones[trust]}>{t(`home:about.trust.${trust}`)}</StatusBadge>,
            },
          ]}
        />
      </Section>
    </>
  );
}
