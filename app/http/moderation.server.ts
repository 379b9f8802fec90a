/** What the moderators' pages of park and province share: what they read of a request, and how they answer a decision. */
import { providerStatuses } from "#db/vocabulary/catalogue";
import { namedCodes } from "~/domain/catalogue/named-codes";
import { ProviderDecisionForm, SolutionDecisionForm } from "~/domain/moderation/decision-form";
import { decideOnProvider, decideOnSolution } from "~/domain/moderation/decisions.server";
import type { Moderator } from "~/domain/moderation/fence.server";
import { moderationQueue, queueSize } from "~/domain/moderation/queue.server";
import { moderatedProvider, moderatedProviders, moderatedSolution } from "~/domain/moderation/subjects.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { store } from "~/store.server";
import { redirectWith } from "./flash.server";
import { readForm } from "./form.server";
import { found, notFound } from "./guards.server";

/** The desk: the line of what waits, or with `show=providers` the directory. Unknown values fall back silently. */
export async function moderationDesk(request: Request, moderator: Moderator) {
  const query = new URL(request.url).searchParams;
  const filter = {
    q: (query.get("q") ?? "").trim().slice(0, 60),
    status: providerStatuses.find((status) => status === query.get("status")) ?? null,
    after: query.get("after"),
  };
  const db = store().db;
  const isDirectory = query.get("show") === "providers";
  const [size, queue, directory, reference] = await Promise.all([
    queueSize(db, moderator),
    isDirectory ? null : moderationQueue(db, moderator, { after: filter.after }),
    isDirectory ? moderatedProviders(db, moderator, filter) : null,
    referenceOf(db),
  ]);
  const slugs = new Set([...(queue?.items ?? []), ...(directory?.items ?? [])].map(({ parkSlug }) => parkSlug));
  const parks = [...reference.parks.values()].filter(({ slug }) => slugs.has(slug));
  return {
    size,
    queue,
    directory,
    filter,
    parks: Object.fromEntries(parks.map(({ slug, shortNameZh, nameEn }) => [slug, { nameZh: shortNameZh, nameEn }])),
  };
}

/** A provider with the names of what it listed; 404 outside the moderator's fence. */
export async function providerCase(moderator: Moderator, id: string | undefined) {
  const db = store().db;
  const subject = found(await moderatedProvider(db, moderator, id ?? ""));
  const reference = await referenceOf(db);
  const { industries, scenarios } = namedCodes(reference, { ...subject.provider, parks: [], regions: [] });
  const park = subject.organisation.parkSlug ? reference.parks.get(subject.organisation.parkSlug) : undefined;
  return {
    ...subject,
    industryNames: industries,
    scenarioNames: scenarios,
    park: park ? { nameZh: park.nameZh, nameEn: park.nameEn } : null,
    pageTitle: subject.organisation.name,
  };
}

/** A solution with the names of what it listed; 404 outside the moderator's fence. */
export async function solutionCase(moderator: Moderator, id: string | undefined) {
  const db = store().db;
  const subject = found(await moderatedSolution(db, moderator, id ?? ""));
  const reference = await referenceOf(db);
  return {
    ...subject,
    names: namedCodes(reference, subject.seen),
    liveNames: subject.live && namedCodes(reference, subject.live),
    pageTitle: subject.seen.title,
  };
}

/** Takes the decision posted about a provider and goes on to `next`. */
export async function answerProviderDecision(request: Request, moderator: Moderator, id: string, next: string) {
  const form = await readForm(request, ProviderDecisionForm);
  if (!form.ok) return form.reply;
  const outcome = await store().write((tx) => decideOnProvider(tx, moderator, id, form.value));
  if (!outcome.ok && outcome.reason === "not_found") throw notFound();
  if (!outcome.ok) return form.refuse({ form: `moderation:refused.${outcome.reason}` });
  return redirectWith(next, `moderation:decide.done.${form.value.decision}`);
}

/** Takes the decision posted about a solution and goes on to `next`. */
export async function answerSolutionDecision(request: Request, moderator: Moderator, id: string, next: string) {
  const form = await readForm(request, SolutionDecisionForm);
  if (!form.ok) return form.reply;
  const outcome = await store().write((tx) => decideOnSolution(tx, moderator, id, form.value));
  if (!outcome.ok && outcome.reason === "not_found") throw notFound();
  if (!outcome.ok) return form.refuse({ form: `moderation:refused.${outcome.reason}` });
  return redirectWith(next, `moderation:decide.done.${form.value.decision}`);
}
