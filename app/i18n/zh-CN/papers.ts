/** The report as a file to keep, print and sign. */
export const papers = {
  head: "{{enterprise}} · {{title}} · {{version}}",
  head_demo: "{{head}} · {{demo}}",
  pages: "第 {{page}} 页，共 {{count}} 页",
  file_name: "{{title}}-{{enterprise}}-{{version}}",
  "mark.draft": "草稿",
  "mark.in_review": "送审稿",
  "mark.superseded": "已被更正版替代",
  by_scenario: "按场景逐项定级，见下表",
  photo: "问题 {{finding}}，照片 {{no}}",
  more_photos: "另有 {{count}} 张照片，请在网页上查看。",
  missing_letters: "本文件以“〓”代替字库中没有的字，原文请见网页或 DOCX 文件。",
  download: "下载报告",
  "download.pdf": "PDF 文件",
  "download.docx": "DOCX 文件",
  "download.draft": "草稿会在每一页注明“草稿”。",
};
