import type { Reader } from "#db/store.server";
import { latestAssessment } from "~/domain/assessment/results.server";
import { enterpriseClinic } from "~/domain/clinic/desk-sections.server";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { enterpriseFile } from "~/domain/identity/enterprises.server";
import { matchesForEnterprise } from "~/domain/matching/matches.server";
import { enquiryCounts } from "~/domain/projects/enquiries.server";

const SHOWN = 3;

/** What an enterprise's desk shows: its case, level, best matches, enquiries, and whether its file lacks what matching needs. */
export async function enterpriseDesk(db: Reader, member: EnterpriseMember, now: number, day: string) {
  const [clinic, latest, file, matched, enquiries] = await Promise.all([
    enterpriseClinic(db, member, now),
    latestAssessment(db, member.organisationId),
    enterpriseFile(db, member.organisationId),
    matchesForEnterprise(db, member.organisationId, { limit: SHOWN, day }),
    enquiryCounts(db, member),
  ]);
  const lacksFile = file !== null && (file.employees === null || file.budgetFen === null);
  return { clinic, latest, matched, enquiries, lacksFile };
}
