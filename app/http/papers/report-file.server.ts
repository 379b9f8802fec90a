/** A report as a file for whoever may read its page; `?number=` asks for one version of it. */
import { noteAccess } from "~/domain/clinic/access-ledger.server";
import { reportPage } from "~/domain/clinic/report-page.server";
import { versionAsked } from "~/domain/clinic/report-version";
import type { CaseActor } from "~/domain/clinic/moves.server";
import { env } from "~/env.server";
import { found } from "~/http/guards.server";
import { translateFor } from "~/http/locale.server";
import { store } from "~/store.server";
import type { PaperFormat } from "./drawing.server";
import { printed } from "./printer.server";
import { reportPaper } from "./report-paper";
import { photosOnPaper } from "./report-photos.server";

const mediaTypes = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const satisfies Record<PaperFormat, string>;

/** The answer to a download: 404 where the page of this actor would be one. The enterprise sees in its ledger who took one. */
export async function reportFile(
  request: Request,
  actor: CaseActor,
  diagnosisId: string | undefined,
  format: PaperFormat,
): Promise<Response> {
  const { db } = store();
  const number = versionAsked(new URL(request.url).searchParams);
  const page = found(await reportPage(db, actor, diagnosisId ?? "", number));
  await noteAccess(store(), actor, { report: page.report, what: format });
  const [words, { photos, images }] = await Promise.all([translateFor(request), photosOnPaper(page.photos)]);
  const paper = reportPaper(page, words, { photos, isDemo: env.demo !== "none" });
  const file = await printed({ format, paper, images });
  const version = words.t("reports:version", { number: page.report.number });
  const name = words.t("papers:file_name", { title: paper.title, enterprise: paper.subject, version });
  return new Response(file, {
    headers: {
      "Content-Type": mediaTypes[format],
      "Content-Length": String(file.byteLength),
      "Content-Disposition": attachment(`${name}.${format}`),
      "Cache-Control": "private, no-cache",
      Vary: "Cookie, Accept-Language",
    },
  });
}

/** RFC 6266: a name for every client, and the real one for those that read RFC 8187. */
export function attachment(name: string): string {
  const safe = name.replace(/[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|]+/gu, " ").trim();
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const plain = `report${/\.\w+$/.exec(safe)?.[0] ?? ""}`;
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
