/** What the ready logins have been told lately, and the journal of the last days. */
import { into } from "#db/seed/rows.server";
import { journalEntry, notice } from "#db/schema/support.server";
import type { Fact } from "~/domain/journal/journal.server";
import type { NoticeKind } from "~/i18n/zh-CN/notices";
import { paths } from "~/paths";
import type { DemoCase, DemoEnquiry, DemoSubmission, World } from "./world";

type Told = { userId: string; kind: NoticeKind; params: Record<string, string | number>; href: string; at: number };
type Noted = Fact & { actorUserId: string; at: number };

const UNREAD_DAYS = 4;
const DAY_MS = 86_400_000;
const KEPT_DAYS = 30;

export function composeNews(world: World): string {
  const told: Told[] = [];
  const noted: Noted[] = [];
  for (const one of world.cases) aboutCase(world, one, told, noted);
  for (const one of world.submissions) aboutSubmission(world, one, told, noted);
  for (const one of world.enquiries) aboutEnquiry(world, one, told, noted);
  const isRecent = ({ at }: { at: number }) => at > world.now - KEPT_DAYS * DAY_MS;
  const ready = new Set(world.logins.values());
  const add = into(world.writer, notice);
  const notices = told.filter((one) => ready.has(one.userId) && isRecent(one));
  for (const { at, ...one } of notices) {
    add({
      id: world.id("ntc", at),
      ...one,
      createdAt: at,
      readAt: at < world.now - UNREAD_DAYS * DAY_MS ? at + DAY_MS / 4 : null,
    });
  }
  const entries = noted.filter(isRecent).toSorted((a, b) => a.at - b.at);
  const write = into(world.writer, journalEntry);
  for (const { subject, actorUserId, at, ...fact } of entries) {
    write({
      at,
      actorUserId,
      action: fact.action,
      subjectKind: subject.kind,
      subjectId: subject.id,
      ownerOrganisationId: fact.ownerOrganisationId,
      parkSlug: fact.parkSlug,
      regionCode: fact.regionCode,
      after: fact.after,
    });
  }
  return `${notices.length} notices, ${entries.length} journal entries`;
}

function aboutCase(
  world: World,
  { id, status, enterprise, expertUserId, since }: DemoCase,
  told: Told[],
  noted: Noted[],
): void {
  if (status === "draft") return;
  const staff = world.staffOf.get(enterprise.parkSlug) ?? enterprise.ownerId;
  const park = world.places.parks.find(({ slug }) => slug === enterprise.parkSlug)?.shortNameZh ?? "";
  const params = { enterprise: enterprise.name, park, text: "" };
  const toPark = { userId: staff, params, href: paths.parkDesk.diagnosis(id), at: since };
  if (status === "submitted") told.push({ ...toPark, kind: "diagnosis.submitted" });
  if (status === "report_review") told.push({ ...toPark, kind: "report.submitted", href: paths.parkDesk.report(id) });
  if (status === "withdrawn") told.push({ ...toPark, kind: "diagnosis.withdrawn" });
  if (expertUserId && status === "assigned")
    told.push({ ...toPark, userId: expertUserId, kind: "diagnosis.assigned_to_you", href: paths.expert.diagnosis(id) });
  if (status === "reported")
    told.push({ ...toPark, userId: enterprise.ownerId, kind: "report.issued", href: paths.enterprise.report(id) });
  const isByEnterprise = status === "submitted" || status === "withdrawn" || status === "confirmed";
  const isByPark = !isByEnterprise && !["scheduled", "on_site", "report_draft", "report_review"].includes(status);
  noted.push({
    action: `diagnosis.${status}`,
    subject: { kind: "diagnosis", id },
    actorUserId: isByEnterprise ? enterprise.ownerId : isByPark ? staff : (expertUserId ?? staff),
    ownerOrganisationId: enterprise.id,
    parkSlug: enterprise.parkSlug,
    regionCode: enterprise.prefectureCode,
    after: { status },
    at: since,
  });
}

function aboutSubmission(
  world: World,
  { kind, id, title, owner, at, status }: DemoSubmission,
  told: Told[],
  noted: Noted[],
): void {
  const staff = world.staffOf.get(owner.parkSlug) ?? owner.ownerId;
  const park = world.places.parks.find(({ slug }) => slug === owner.parkSlug)?.shortNameZh ?? "";
  const isSolution = kind === "solution";
  if (status === "submitted" || status === "pending_approval") {
    const href = isSolution ? paths.parkDesk.solution(id) : paths.parkDesk.provider(id);
    told.push({
      userId: staff,
      kind: isSolution ? "solution.submitted" : "provider.submitted",
      params: { provider: owner.name, title },
      href,
      at,
    });
  }
  if (isSolution && status === "changes_requested") {
    told.push({
      userId: owner.ownerId,
      kind: "solution.changes_requested",
      params: { park, title, text: "请补充实施周期和必要硬件。" },
      href: paths.providerDesk.solution(id),
      at: Math.min(world.now, at + DAY_MS),
    });
  }
  if (status === "draft" || status === "rejected") return;
  noted.push({
    action: `${kind}.submitted`,
    subject: { kind, id },
    actorUserId: owner.ownerId,
    ownerOrganisationId: owner.id,
    parkSlug: owner.parkSlug,
    regionCode: owner.prefectureCode,
    at,
  });
}

function aboutEnquiry(
  world: World,
  { id, status, enterprise, solution, at }: DemoEnquiry,
  told: Told[],
  noted: Noted[],
): void {
  const provider = world.providers.find((one) => one.id === solution.providerId);
  if (!provider) return;
  const params = {
    enterprise: enterprise.name,
    provider: provider.name,
    solution: solution.title,
    text: "请查看报价和实施周期。",
  };
  const isForEnterprise = status === "acknowledged" || status === "quoted";
  const userId = isForEnterprise ? enterprise.ownerId : provider.ownerId;
  const href = isForEnterprise ? paths.enterprise.enquiry(id) : paths.providerDesk.enquiry(id);
  told.push({ userId, kind: `enquiry.${status}`, params, href, at });
  noted.push({
    action: `enquiry.${status}`,
    subject: { kind: "enquiry", id },
    actorUserId: isForEnterprise ? provider.ownerId : enterprise.ownerId,
    ownerOrganisationId: enterprise.id,
    after: { status },
    at,
  });
}
