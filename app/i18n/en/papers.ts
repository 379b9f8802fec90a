import type { SameKeys } from "../messages";
import type { papers as source } from "../zh-CN/papers";

export const papers: SameKeys<typeof source> = {
  head: "{{enterprise}} · {{title}} · {{version}}",
  head_demo: "{{head}} · {{demo}}",
  pages: "Page {{page}} of {{count}}",
  file_name: "{{title}}-{{enterprise}}-{{version}}",
  "mark.draft": "Draft",
  "mark.in_review": "For review",
  "mark.superseded": "Superseded",
  by_scenario: "judged scenario by scenario, see the table below",
  photo: "Finding {{finding}}, photo {{no}}",
  more_photos: "{{count}} more photos: see the page.",
  more_photos_one: "{{count}} more photo: see the page.",
  missing_letters:
    "〓 stands for a character that the font of this file does not have; the page and the DOCX file have the text as written.",
  download: "Download the report",
  "download.pdf": "PDF file",
  "download.docx": "DOCX file",
  "download.draft": "A draft says so on every page.",
};
