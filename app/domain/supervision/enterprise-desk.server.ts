import type { Reader } from "#db/store.server";
import { latestAssessment } from "~/domain/assessment/results.server";
import { enterpriseClinic } from "~/domain/clinic/desk-sections.server";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { enterpriseFile } from "~/domain/identity/enterprises.server";
import { matchesForEnterprise } from "~/domain/matching/matches.server";
import { enquiryCounts } from "~/domain/projects/enquiries.server";
import { invitationsOf } from "~/domain/projects/group-pages.server";
import { projectsWaiting } from "~/domain/projects/project-pages.server";

const SHOWN = 3;

/** What an enterprise's desk shows: its case, level, best matches, enquiries, deliveries to accept, group requests it may join, and whether its file lacks what matching needs. */
export async function enterpriseDesk(db: Reader, member: EnterpriseMember, now: number, day: string) {
  const [clinic, latest, file, matched, enquiries, groups, deliveries] = await Promise.all([
    enterpriseClinic(db, member, now),
    latestAssessment(db, member.organisationId),
    enterpriseFile(db, member.organisationId),
    matchesForEnterprise(db, member.organisationId, { limit: SHOWN, day }),
    enquiryCounts(db, member),
    invitationsOf(db, member),
    projectsWaiting(db, member),
  ]);
  const lacksFile = file !== null && (file.employees === null || file.budgetFen === null);
  const invitations = groups.filter(({ status }) => status === "invited");
  return { clinic, latest, matched, enquiries, invitations, deliveries, lacksFile };
}
