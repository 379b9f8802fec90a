/** Names of files as people gave them, made safe to show and to save, and said in a header. */

const ENDINGS: Record<string, string> = { "application/pdf": "pdf", "image/webp": "webp", "image/jpeg": "jpg" };
const LONGEST = 120;
// What file systems or shells take for more than a letter, and marks that turn the reading direction around.
// eslint-disable-next-line no-control-regex
const UNSAFE = /[\u0000-\u001f\u007f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The name without its folder and with the ending of what the file is: 产品手册.pdf.exe becomes 产品手册.pdf.exe.pdf. */
export function fileNameOf(given: string, mediaType: string): string {
  const ending = ENDINGS[mediaType] ?? "bin";
  const last = given.split(/[/\\]/).at(-1) ?? "";
  const safe = last.normalize("NFC").replace(UNSAFE, "").trim().replace(/^\.+/, "");
  const own = safe.toLowerCase().endsWith(`.${ending}`)
    ? safe.slice(0, -ending.length - 1)
    : withoutPicture(safe, ending);
  return `${[...own].slice(0, LONGEST).join("") || "file"}.${ending}`;
}

/** A picture that was encoded anew has another ending than it came with. */
function withoutPicture(name: string, ending: string): string {
  return ending === "webp" ? name.replace(/\.(png|jpe?g|webp)$/i, "") : name;
}

/** Content-Disposition with any name: RFC 6266, the name by RFC 5987 and a plain one for what cannot read that. */
export function dispositionOf(how: "attachment" | "inline", name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
