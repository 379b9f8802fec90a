/** A report as a paper: the sections of app/components/clinic/report-document.tsx, in its order and with its sentences. */
import type { ReportOnPage } from "~/domain/clinic/report-page.server";
import { formatDate, formatNumber } from "~/i18n/format";
import type { Block, Paper, PaperFact } from "./paper";
import { findingBlocks, type PhotosOfFindings } from "./report-findings";
import { gapBlocks, levelBlocks } from "./report-levels";
import { awardBlocks, priorityBlocks, roadmapBlocks, solutionBlocks } from "./report-plan";
import { nameIn, section, written, type ReportWords } from "./report-words";

type Around = {
  photos: PhotosOfFindings;
  /** The demonstration world says so on every page. */
  isDemo: boolean;
};

/** Comments of reviewers are between them and the author, and stay out. */
export function reportPaper(page: ReportOnPage, words: ReportWords, { photos, isDemo }: Around): Paper {
  const { t, locale } = words;
  const title = t("reports:cover.title");
  const version = t("reports:version", { number: page.report.number });
  const head = t("papers:head", { enterprise: page.enterprise.name, title, version });
  const park = page.names.parks[page.case.parkSlug];
  return {
    ...{ language: locale, title, subject: page.enterprise.name, author: park ? nameIn(words, park) : "" },
    mark: markOf(page, words),
    cover: {
      facts: coverFacts(page, words),
      notes: coverNotes(page, words),
      foot: isDemo ? t("common:demo.note") : "",
    },
    head: isDemo ? t("papers:head_demo", { head, demo: t("common:demo") }) : head,
    missingLetters: t("papers:missing_letters"),
    pages: pagesOf(words),
    blocks: [
      ...[section(t("reports:part.summary")), written(words, page.report.summary)],
      ...overviewBlocks(page, words),
      ...levelBlocks(page, words),
      ...[section(t("reports:part.analysis")), written(words, page.report.analysis)],
      ...findingBlocks(page, words, photos),
      ...gapBlocks(page, words),
      ...priorityBlocks(page, words),
      ...solutionBlocks(page, words),
      ...roadmapBlocks(page, words),
      ...awardBlocks(page, words),
      ...signatureBlocks(page, words),
    ],
  };
}

/** Nothing is said of an issued report that stands. */
function markOf({ report: { status } }: ReportOnPage, { t }: ReportWords): string | null {
  return status === "issued" ? null : t(`papers:mark.${status}`);
}

/** The numbers themselves are the renderers'. */
function pagesOf({ t }: ReportWords): Paper["pages"] {
  const [before = "", between = "", after = ""] = t("papers:pages", { page: "\u0000", count: "\u0000" }).split(
    "\u0000",
  );
  return [before, between, after];
}

function coverFacts(
  { case: about, report, expert, enterprise, names, levels, assessment }: ReportOnPage,
  words: ReportWords,
) {
  const { t, locale } = words;
  const level = (value: number | null) => (value === null ? t("clinic:unknown") : t("clinic:level", { level: value }));
  const date = (time: number) => formatDate(locale, time);
  const park = names.parks[about.parkSlug];
  const facts: (PaperFact | null)[] = [
    { label: t("clinic:enterprise.name"), value: enterprise.name },
    { label: t("clinic:report.level_now"), value: level(levels?.level ?? assessment?.level ?? null) },
    { label: t("clinic:report.level_target"), value: level(report.targetLevel) },
    { label: t("reports:number"), value: report.id },
    { label: t("reports:version_label"), value: t("reports:version", { number: report.number }) },
    park ? { label: t("clinic:report.issued_by"), value: nameIn(words, park) } : null,
    expert && { label: t("clinic:report.written_by"), value: `${expert.name} · ${expert.organisationName}` },
    about.visitAt === null ? null : { label: t("reports:visited_on"), value: date(about.visitAt) },
    report.submittedAt === null ? null : { label: t("reports:handed_in_on"), value: date(report.submittedAt) },
    {
      label: t("clinic:report.issued_on"),
      value: report.issuedAt === null ? t("clinic:report.not_issued") : date(report.issuedAt),
    },
  ];
  return facts.filter((fact) => fact !== null);
}

function coverNotes({ report, versions }: ReportOnPage, { t, locale }: ReportWords): string[] {
  const { number, supersededAt, correctionNote } = report;
  const earlier = versions.find((version) => version.number < number);
  const notes = [
    report.issuedAt === null ? t("reports:cover.draft") : null,
    supersededAt === null ? null : t("reports:superseded", { number, date: formatDate(locale, supersededAt) }),
    earlier && correctionNote ? t("reports:corrected", { number: earlier.number, note: correctionNote }) : null,
  ];
  return notes.filter((note) => note !== null);
}

function overviewBlocks({ enterprise, names, report, case: about }: ReportOnPage, words: ReportWords): Block[] {
  const { t, locale } = words;
  const { industryCode, employees, revenueWan } = enterprise;
  const industry = industryCode === null ? undefined : names.industries[industryCode];
  const park = names.parks[about.parkSlug];
  const facts: (PaperFact | null)[] = [
    industry ? { label: t("clinic:enterprise.industry"), value: `${nameIn(words, industry)} ${industryCode}` } : null,
    park ? { label: t("reports:region"), value: nameIn(words, park) } : null,
    employees === null
      ? null
      : { label: t("clinic:enterprise.employees"), value: t("reports:employees", { count: employees }) },
    revenueWan === null
      ? null
      : {
          label: t("clinic:enterprise.revenue"),
          value: t("reports:revenue", { wan: formatNumber(locale, revenueWan) }),
        },
  ];
  return [
    section(t("reports:part.overview")),
    { kind: "facts", facts: facts.filter((fact) => fact !== null) },
    written(words, report.overview),
  ];
}

function signatureBlocks(page: ReportOnPage, words: ReportWords): Block[] {
  const { t } = words;
  const given = page.findings.filter(({ evidence }) => evidence !== "").length;
  const lines = [t("reports:sign.name"), t("reports:sign.date")];
  const names = { expert: page.expert?.name ?? "", park: page.issuedByName ?? "", enterprise: "" };
  const signers = ["expert", "park", "enterprise"] as const;
  return [
    section(t("reports:part.signatures")),
    { kind: "text", text: t("reports:evidence_is", { count: page.findings.length, given }) },
    ...(page.levels ? [{ kind: "text", text: t("reports:evidence_assessment") } as const] : []),
    ...independenceBlocks(page, words),
    { kind: "heading", level: 2, text: t("reports:signatures") },
    {
      kind: "signatures",
      places: signers.map((signer) => ({ role: t(`reports:sign.${signer}`), name: names[signer], lines })),
    },
  ];
}

/** What the park approved by issuing: ties of the expert, and which recommendations they touch. */
function independenceBlocks({ ties, conflict, report }: ReportOnPage, { t }: ReportWords): Block[] {
  const tied: Block[] =
    ties.length === 0
      ? [{ kind: "text", text: t("reports:ties_none") }]
      : [
          { kind: "text", text: t("reports:ties_lead") },
          {
            kind: "list",
            items: ties.map(({ name, kind }) => t("reports:tie_is", { name, kind: t(`reports:tie.${kind}`) })),
          },
        ];
  const numbers = conflict.tied.join(t("clinic:list_comma"));
  const touched: Block[] =
    conflict.tied.length > 0
      ? [
          {
            kind: "note",
            text: `${t("clinic:report.tied", { numbers })}\n${report.disclosure || t("clinic:report.not_disclosed")}`,
          },
        ]
      : report.disclosure
        ? [{ kind: "text", text: report.disclosure }]
        : [];
  return [{ kind: "heading", level: 2, text: t("reports:independence") }, ...tied, ...touched];
}
