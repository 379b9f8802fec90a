/** What the moderators' pages of park and province share: what they read of a request, and how they answer a decision. */
import { providerStatuses } from "#db/vocabulary/catalogue";
import { namedCodes } from "~/domain/catalogue/named-codes";
import { daysLeft } from "~/domain/catalogue/qualification-expiry";
import { ProviderDecisionForm } from "~/domain/moderation/decision-form";
import { deskTabs } from "~/domain/moderation/desk-tabs.server";
import { decideOnProvider } from "~/domain/moderation/decisions.server";
import type { Moderator } from "~/domain/moderation/fence.server";
import { moderatedQualifications } from "~/domain/moderation/qualifications.server";
import { queueFilter } from "~/domain/moderation/queue-filter";
import { moderationQueue } from "~/domain/moderation/queue.server";
import { onwardFrom, providerAid } from "~/domain/moderation/review-aid.server";
import { moderatedProvider, moderatedProviders } from "~/domain/moderation/subjects.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { store } from "~/store.server";
import { withCannedText } from "./canned-text.server";
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
  const waiting = queueFilter(query);
  const [tabs, queue, directory, reference] = await Promise.all([
    deskTabs(db, moderator),
    isDirectory ? null : moderationQueue(db, moderator, { after: filter.after, filter: waiting }),
    isDirectory ? moderatedProviders(db, moderator, filter) : null,
    referenceOf(db),
  ]);
  const slugs = new Set([...(queue?.items ?? []), ...(directory?.items ?? [])].map(({ parkSlug }) => parkSlug));
  const parks = [...reference.parks.values()].filter(({ slug }) => slugs.has(slug));
  return {
    tabs,
    queue,
    directory,
    filter,
    queueFilter: waiting,
    parks: Object.fromEntries(parks.map(({ slug, shortNameZh, nameEn }) => [slug, { nameZh: shortNameZh, nameEn }])),
  };
}

/** A provider with the names of what it listed; 404 outside the moderator's fence. */
export async function providerCase(request: Request, moderator: Moderator, id: string | undefined) {
  const db = store().db;
  const subject = found(await moderatedProvider(db, moderator, id ?? ""));
  const reference = await referenceOf(db);
  const { industries, scenarios } = namedCodes(reference, { ...subject.provider, parks: [], regions: [] });
  const qualifications = await moderatedQualifications(db, moderator, subject.provider.organisationId);
  const park = subject.organisation.parkSlug ? reference.parks.get(subject.organisation.parkSlug) : undefined;
  const aid = await providerAid(db, moderator, queueFilter(new URL(request.url).searchParams), subject);
  return {
    ...subject,
    open: aid.secondLook?.isYou ? [] : subject.open,
    industryNames: industries,
    scenarioNames: scenarios,
    qualifications: qualifications.map((each) => ({ ...each, days: daysLeft(each.validUntil, Date.now()) })),
    park: park ? { nameZh: park.nameZh, nameEn: park.nameEn } : null,
    aid,
    pageTitle: subject.organisation.name,
  };
}

/** Takes the decision posted about a provider and goes on to `next`. */
export async function answerProviderDecision(request: Request, moderator: Moderator, id: string, next: string) {
  const form = await readForm(await withCannedText(request), ProviderDecisionForm);
  if (!form.ok) return form.reply;
  const filter = queueFilter(new URL(request.url).searchParams);
  const onward = await onwardFrom(store().db, moderator, filter, { kind: "provider", id });
  const outcome = await store().write((tx) => decideOnProvider(tx, moderator, id, form.value));
  if (!outcome.ok && outcome.reason === "not_found") throw notFound();
  if (!outcome.ok) return form.refuse({ form: `moderation:refused.${outcome.reason}` });
  return redirectWith(onward ?? next, `moderation:decide.done.${form.value.decision}`);
}
