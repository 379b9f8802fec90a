/** What reads the files that the documents' tests write: poppler for PDF, LibreOffice Writer for DOCX. */
import { installFromDebian } from "./debian.mjs";
import { found, step, stop } from "./progress.mjs";

const COMMANDS = ["pdftotext", "pdffonts", "pdfinfo", "soffice"];
const PACKAGES = ["poppler-utils", "libreoffice-writer-nogui"];

export function prepareOffice() {
  return step("PDF and DOCX readers", null, async () => {
    if (missing().length > 0)
      await installFromDebian(PACKAGES, "The tests of documents need poppler and LibreOffice Writer.");
    const still = missing();
    if (still.length > 0) stop(`Still missing after their installation: ${still.join(", ")}.`);
  });
}

function missing() {
  return COMMANDS.filter((command) => found(command) === null);
}
