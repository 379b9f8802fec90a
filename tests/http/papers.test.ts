import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "#db/ids.server";
import { keepFile } from "~/domain/files/uploads.server";
import type { ReportOnPage } from "~/domain/clinic/report-page.server";
import { docxOf } from "~/http/papers/docx.server";
import { coverage } from "~/http/papers/fonts.server";
import { charactersOf, writable, type Paper } from "~/http/papers/paper";
import { pdfOf } from "~/http/papers/pdf.server";
import { attachment } from "~/http/papers/report-file.server";
import { reportPaper } from "~/http/papers/report-paper";
import { photosOnPaper } from "~/http/papers/report-photos.server";
import { translator } from "~/i18n/translator.server";
import { zhCN } from "~/i18n/zh-CN";
import { aCase, aClinic } from "../world/clinic";
import { pageFor } from "../world/long-report";
import { partOf } from "../world/readers";

const words = { locale: "zh-CN", t: translator("zh-CN") } as const;
const nothing = { photos: new Map(), isDemo: false };

let page: ReportOnPage;

beforeAll(async () => {
  const clinic = await aClinic();
  const steps = [
    "accepted",
    "assigned",
    "scheduled",
    "on_site",
    "report_draft",
    "written",
    "report_review",
    "reported",
  ];
  const { id } = await aCase(clinic, steps as Parameters<typeof aCase>[1]);
  page = await pageFor({ clinic, id }, clinic.owner);
});

const paperOf = (report: Partial<ReportOnPage["report"]> = {}, around = nothing) =>
  reportPaper({ ...page, report: { ...page.report, ...report } }, words, around);

const textOf = (paper: Paper) => JSON.stringify(paper);

describe("the paper", () => {
  test("has every section of the page", () => {
    const headings = paperOf().blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
    const sections = Object.entries(zhCN.reports).flatMap(([key, title]) => (key.startsWith("part.") ? [title] : []));
    expect(sections.length).toBeGreaterThan(9);
    expect(sections.filter((title) => !headings.includes(title))).toEqual([]);
  });

  test("says on every page what an issued report that stands does not need to say", () => {
    expect(paperOf().mark).toBeNull();
    expect(paperOf({ status: "draft", issuedAt: null }).mark).toBe("草稿");
    expect(paperOf({ status: "in_review", issuedAt: null }).mark).toBe("送审稿");
    const old = paperOf({ status: "superseded", supersededAt: Date.parse("2026-05-06T10:00+08:00") });
    expect(old.mark).toBe("已被更正版替代");
    expect(old.cover.notes).toEqual(["这是第 1 版，已于 2026年5月6日 由更正版替代。"]);
  });

  test("says on every page that a demonstration is one", () => {
    expect(paperOf().head).not.toContain("演示数据");
    expect(paperOf({}, { ...nothing, isDemo: true }).head).toContain("演示数据");
  });

  test("discloses the ties of the expert and the recommendations they touch", () => {
    const tie = { organisationId: "org_tied", name: "甲方软件", kind: "declared" } as const;
    const tied = { ...page, ties: [tie], conflict: { ...page.conflict, tied: [1] } };
    const text = textOf(reportPaper(tied, words, nothing));
    expect(text).toContain("甲方软件（本人申报）");
    expect(text).toContain("以下建议列有与专家存在关联的服务商：第 1 条。");
    expect(text).toContain("专家尚未说明。");
    expect(textOf(paperOf())).not.toContain("甲方软件");
  });

  test("leaves out what reviewers said among themselves", () => {
    const comment = { id: "c", findingId: null, text: "私下的意见", byName: "甲", at: 1, answer: "", resolvedAt: null };
    expect(textOf(reportPaper({ ...page, comments: [comment] }, words, nothing))).not.toContain("私下的意见");
  });

  test("is the same in the reader's language", () => {
    const english = reportPaper(page, { locale: "en", t: translator("en") }, nothing);
    expect(english.blocks.map(({ kind }) => kind)).toEqual(paperOf().blocks.map(({ kind }) => kind));
    expect(english.title).toBe("Digital transformation diagnosis report");
    expect(english.pages.join("·")).toBe("Page · of ·");
  });

  test("holds nothing that XML cannot", () => {
    const paper = writable({ ...paperOf(), title: "甲\u0000乙\u001b\ud800丙\uffff\r\n丁\t戊" });
    expect(paper.title).toBe("甲乙丙\n丁 戊");
    expect(charactersOf(paper)).not.toContain("\u0000");
  });
});

test("the font has letters of names, units and forms, and lacks emoji", async () => {
  const hasLetter = await coverage();
  const has = (letter: string) => hasLetter(letter.codePointAt(0) ?? 0);
  expect([..."数㐂龘镕𬭎①㎡℃≥％〓■□ A9"].filter((letter) => !has(letter))).toEqual([]);
  expect(["😀", "𠮷", "\u0378"].filter(has)).toEqual([]);
});

describe("photos", () => {
  async function aPhoto(): Promise<string> {
    const id = newId("fil");
    const picture = sharp({ create: { width: 1600, height: 1200, channels: 3, background: "#3a7" } });
    await keepFile(id, await picture.jpeg().toBuffer());
    return id;
  }

  test("of a finding stand with it, small, the first four; others and those that are gone are counted", async () => {
    const findingId = page.findings[0]?.id ?? "";
    const ids = [await aPhoto(), newId("fil"), await aPhoto(), await aPhoto(), await aPhoto(), await aPhoto()];
    const found = await photosOnPaper(ids.map((id) => ({ id, findingId, caption: "" })));
    expect(found.photos.get(findingId)).toMatchObject({
      more: 2,
      shown: [{ id: ids[0], width: 900, height: 675 }, {}, {}, {}],
    });
    const paper = paperOf({}, { ...nothing, photos: found.photos as Map<never, never> });
    expect(textOf(paper)).toContain("问题 1，照片 4");
    expect(textOf(paper)).toContain("另有 2 张照片");
    const pdf = await pdfOf(paper, found.images);
    expect(pdf.toString("latin1").match(/\/Subtype \/Image/g)).toHaveLength(4);
    const docx = await docxOf(paper, found.images);
    expect(partOf(docx, "word/document.xml").match(/<w:drawing>/g)).toHaveLength(4);
  });
});

test("a file has its Chinese name where clients can read it, and nothing that leads elsewhere", () => {
  expect(attachment("诊断报告-甲(1)厂.pdf")).toBe(
    `attachment; filename="report.pdf"; filename*=UTF-8''%E8%AF%8A%E6%96%AD%E6%8A%A5%E5%91%8A-%E7%94%B2%281%29%E5%8E%82.pdf`,
  );
  const odd = attachment('../a"b\r\nX: y\\c.docx');
  expect(odd).toBe(`attachment; filename="report.docx"; filename*=UTF-8''..%20a%20b%20X%20%20y%20c.docx`);
});
