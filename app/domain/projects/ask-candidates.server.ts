/** Whom an enterprise may ask on one form: the solutions it came with, and others that fit as well. */
import type { Reader } from "#db/store.server";
import { publishedCatalogue, type PublishedSolution } from "~/domain/catalogue/published.server";
import type { OwnRecommendation } from "~/domain/clinic/recommendations.server";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { matchesForEnterprise } from "~/domain/matching/matches.server";
import { matchesForRecommendation } from "~/domain/matching/recommendation-matches.server";
import { MAX_ASKED } from "./enquiry-status";
import { openEnquiryFor } from "./send-enquiry.server";

const ALSO_OFFERED = 5;
/** Several solutions of one provider may lead the list: enough are read to find five providers. */
const READ = 25;
/** More in one address are nobody's choice. */
const MOST_READ = 20;

type Asking = { slugs: readonly string[]; recommendation: OwnRecommendation | null; day: string };

/**
 * The live solutions among `slugs`, each with the open enquiry about it if there is one; `chosen` are the first five without
 * one, of different providers. `others` fit the recommendation, or the enterprise, and are of providers not among them. Null
 * when slugs were named and none is live.
 */
export async function askCandidates(db: Reader, member: EnterpriseMember, { slugs, recommendation, day }: Asking) {
  const { bySlug } = await publishedCatalogue(db);
  const named = [...new Set(slugs)].slice(0, MOST_READ).flatMap((slug) => bySlug.get(slug) ?? []);
  if (named.length === 0 && slugs.length > 0) return null;
  const listed = await withOpen(db, member, named);
  const chosen = ofDifferentProviders(listed.filter(({ openId }) => openId === null)).slice(0, MAX_ASKED);
  const others = await alsoFitting(db, member, named, { recommendation, day });
  return { first: named[0] ?? null, listed, chosen: chosen.map(({ slug }) => slug), others };
}

async function alsoFitting(
  db: Reader,
  member: EnterpriseMember,
  named: readonly PublishedSolution[],
  { recommendation, day }: Omit<Asking, "slugs">,
) {
  const options = { limit: READ, day };
  const matched = recommendation
    ? await matchesForRecommendation(db, member, recommendation.id, options)
    : await matchesForEnterprise(db, member.organisationId, options);
  const taken = new Set(named.map(({ providerId }) => providerId));
  const fitting = (matched?.matches ?? [])
    .map(({ solution }) => solution)
    .filter(({ providerId }) => !taken.has(providerId));
  const open = await withOpen(db, member, ofDifferentProviders(fitting).slice(0, ALSO_OFFERED));
  return open.filter(({ openId }) => openId === null);
}

async function withOpen(db: Reader, member: EnterpriseMember, solutions: readonly PublishedSolution[]) {
  return Promise.all(
    solutions.map(async ({ id, slug, title, providerName, providerId }) => ({
      ...{ slug, title, providerName, providerId },
      openId: await openEnquiryFor(db, member, id),
    })),
  );
}

function ofDifferentProviders<Offered extends { providerId: string }>(solutions: readonly Offered[]): Offered[] {
  const seen = new Set<string>();
  return solutions.filter(({ providerId }) => !seen.has(providerId) && seen.add(providerId));
}
