/** What the home pages of the audiences show of the clinic. */
import type { Reader } from "#db/store.server";
import type { AuthorityStaff, EnterpriseMember, Expert, ParkStaff } from "~/domain/identity/actor";
import { casesOfEnterprise, endedCases, openCases, type ListedCase } from "./case-lists.server";
import { caseNames, type CaseNames } from "./case-names.server";
import { isOpen } from "./diagnosis-status";
import { reviewsOf, type WaitingReview } from "./second-opinions.server";

const SHOWN = 5;

export type ClinicDesk = { items: ListedCase[]; total: number; late: number; names: CaseNames };

/** The most urgent open cases of a park or a region, and how many there are and are late. */
export async function clinicDesk(db: Reader, staff: ParkStaff | AuthorityStaff, now: number): Promise<ClinicDesk> {
  const { items, total, late } = await openCases(db, staff, {}, now);
  const shown = items.slice(0, SHOWN);
  return { items: shown, total, late, names: await caseNames(db, shown) };
}

export type EnterpriseClinic = {
  /** The case somebody works on, else the draft, else the latest ended one; null when the enterprise never asked. */
  latest: ListedCase | null;
  names: CaseNames;
};

/** What the enterprise's own desk shows of its cases. */
export async function enterpriseClinic(db: Reader, member: EnterpriseMember, now: number): Promise<EnterpriseClinic> {
  const cases = await casesOfEnterprise(db, member, now);
  const latest =
    cases.find(({ status }) => isOpen(status)) ?? cases.find(({ status }) => status === "draft") ?? cases[0] ?? null;
  return { latest, names: await caseNames(db, latest ? [latest] : []) };
}

export type ExpertClinic = {
  waiting: ListedCase[];
  others: ListedCase[];
  /** Reports of others that a park asked about. */
  reviews: WaitingReview[];
  names: CaseNames;
};

const expertsTurn: readonly string[] = ["assigned", "scheduled", "on_site", "report_draft"];

/** An expert's cases: those that wait for the expert, by urgency, and those that are with others or have ended. */
export async function expertClinic(db: Reader, expert: Expert, now: number): Promise<ExpertClinic> {
  const [open, ended, reviews] = await Promise.all([
    openCases(db, expert, {}, now),
    endedCases(db, expert, {}, now),
    reviewsOf(db, expert),
  ]);
  const waiting = open.items.filter(({ status }) => expertsTurn.includes(status));
  const others = [...open.items.filter(({ status }) => !expertsTurn.includes(status)), ...ended.items].slice(
    0,
    SHOWN * 2,
  );
  return { waiting, others, reviews, names: await caseNames(db, [...waiting, ...others]) };
}
