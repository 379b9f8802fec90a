/** Entries of the ledger as lines: a run of photos opened by one person is one line. Pure; client-safe. */
export type LedgerEntry = {
  id: number;
  reportId: string;
  diagnosisId: string;
  number: number;
  /** Null while the report is being written. */
  issuedAt: number | null;
  what: string;
  byUserId: string;
  byName: string;
  byOrganisation: string | null;
  /** When the consent it happened under was given; null for those whose office it is. */
  consentedAt: number | null;
  at: number;
};
export type AccessKind = "report" | "pdf" | "docx" | "photos";
export type LedgerLine = Omit<LedgerEntry, "what"> & {
  kind: AccessKind;
  /** Photos, when it is a run of them. */ count: number;
};

/** `entries` newest first; so are the lines, each with the id and time of its newest entry. */
export function ledgerLines(entries: readonly LedgerEntry[]): LedgerLine[] {
  const lines: LedgerLine[] = [];
  for (const { what, ...entry } of entries) {
    const kind = kindOf(what);
    const last = lines.at(-1);
    const goesOn =
      last?.kind === "photos" &&
      kind === "photos" &&
      last.byUserId === entry.byUserId &&
      last.reportId === entry.reportId;
    if (goesOn) last.count += 1;
    else lines.push({ ...entry, kind, count: 1 });
  }
  return lines;
}

function kindOf(what: string): AccessKind {
  if (what.startsWith("file:")) return "photos";
  return what === "pdf" || what === "docx" ? what : "report";
}
