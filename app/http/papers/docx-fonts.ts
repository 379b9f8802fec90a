/**
 * The table of the fonts inside a DOCX file. docx 9.7 writes one of its own, which names a family once for every weight and
 * its keys in small letters; ECMA-376 (22.9.2.4) asks for capitals, and LibreOffice cannot open the fonts without.
 */
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/** For editors that do not take fonts from files. */
const INSTEAD = "Source Han Sans SC,Noto Sans CJK SC,Microsoft YaHei,PingFang SC";
const SIMPLIFIED_CHINESE = "86";

/** For the keys of the regular and the bold font, in this order. */
export function fontTableOf(family: string, [regular = "", bold = ""]: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${WORD}" xmlns:r="${LINKS}"><w:font w:name="${family}"><w:altName w:val="${INSTEAD}"/><w:charset w:val="${SIMPLIFIED_CHINESE}"/><w:family w:val="swiss"/><w:pitch w:val="variable"/><w:embedRegular r:id="rId1" w:fontKey="${guid(regular)}"/><w:embedBold r:id="rId2" w:fontKey="${guid(bold)}"/></w:font></w:fonts>`;
}

function guid(key: string): string {
  return `{${key.toUpperCase()}}`;
}
