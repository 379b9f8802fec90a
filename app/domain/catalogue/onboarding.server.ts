import type { Reader } from "#db/store.server";
import type { ProviderMember } from "~/domain/identity/actor";
import { membersOf } from "~/domain/identity/members.server";
import { isOnboarded, stepStates } from "./onboarding";
import { missingForApproval } from "./provider-form";
import { ownProvider } from "./providers.server";
import { daysLeft, reminderDue } from "./qualification-expiry";
import { openOfRequired, qualificationsOf } from "./qualifications.server";
import { ownSolutions } from "./solutions.server";

/** Where the own organisation stands on its way to its first reader, and which certificates run out. Null without a profile. */
export async function onboardingOf(db: Reader, member: ProviderMember, now: number) {
  const own = await ownProvider(db, member);
  if (!own) return null;
  const [qualifications, solutions, members] = await Promise.all([
    qualificationsOf(db, member.organisationId),
    ownSolutions(db, member),
    membersOf(db, member.organisationId),
  ]);
  const { status, submittedAt, edit } = own.provider;
  const facts = {
    ...{ status, submittedAt },
    missing: missingForApproval(own.provider),
    openCriteria: openOfRequired(qualifications),
    solutions: solutions.map((each) => each.status),
    members: members.length,
  };
  const states = stepStates(facts);
  return {
    ...{ status, submittedAt, edit, missing: facts.missing, states, isOnboarded: isOnboarded(states) },
    openCriteria: facts.openCriteria,
    qualifications: qualifications.map(({ criterion, status: standing, statement, fileId, validUntil }) => ({
      ...{ criterion, status: standing, statement, fileId },
      days: daysLeft(validUntil, now),
    })),
    /** Passed ones that run out soon or have run out. */
    expiring: qualifications.flatMap(({ criterion, validUntil, status: standing }) => {
      const days = daysLeft(validUntil, now);
      const isSoon = reminderDue(validUntil, now) !== null || (days !== null && days < 0);
      return standing === "passed" && isSoon && days !== null && validUntil !== null
        ? [{ criterion, validUntil, days }]
        : [];
    }),
    firstSolution: solutions.at(-1)?.id ?? null,
  };
}

export type Onboarding = NonNullable<Awaited<ReturnType<typeof onboardingOf>>>;
