/** Reports shared with providers, and who opened them. The ready enterprise has a consent in each state. */
import { and, eq, inArray } from "drizzle-orm";
import { into, queries } from "#db/seed/rows.server";
import { accessEntry, consent } from "#db/schema/clinic-after.server";
import { diagnosis, report } from "#db/schema/clinic.server";
import { membership } from "#db/schema/identity.server";
import type { ReportSection } from "#db/vocabulary/clinic";
import { endOfDay } from "~/domain/clinic/consent-status";
import { dayOf } from "~/i18n/format";
import { itemAt, type Random } from "./random";
import { loginId, type DemoEnterprise, type DemoProvider, type World } from "./world";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Other enterprises that share their report with the ready providers. */
const OTHERS = 6;

type Issued = { id: string; enterpriseId: string; issuedAt: number; expertUserId: string | null };
type Opening = { userId: string; what: string; at: number; consentId?: string };

export function composeConsents(world: World): string {
  const random = world.random("consents");
  const ready = itemAt(world.enterprises, 0);
  const others = random.some(world.enterprises.slice(1), OTHERS * 3);
  const reports = issuedOf(world, [ready, ...others]);
  const share = sharer(world);
  const open = opener(world);
  let count = 0;
  for (const enterprise of [ready, ...others]) {
    const issued = reports.get(enterprise.id);
    if (!issued || count > OTHERS) continue;
    count += 1;
    const given =
      enterprise === ready ? shareInEveryState(world, share, issued) : shareWithReady(world, share, issued, random);
    open(enterprise, issued, openingsOf(world, enterprise, issued, given));
  }
  return `${share.count()} consents, ${open.count()} entries in ledgers`;
}

function issuedOf(world: World, enterprises: readonly DemoEnterprise[]): Map<string, Issued> {
  const ids = enterprises.map(({ id }) => id);
  const rows = queries(world.writer)
    .select({
      id: report.id,
      enterpriseId: report.enterpriseId,
      issuedAt: report.issuedAt,
      expertUserId: diagnosis.expertUserId,
    })
    .from(report)
    .innerJoin(diagnosis, eq(diagnosis.id, report.diagnosisId))
    .where(and(inArray(report.enterpriseId, ids), eq(report.status, "issued")))
    .all();
  return new Map(rows.map((row) => [row.enterpriseId, { ...row, issuedAt: row.issuedAt ?? world.now }]));
}

type Given = { sections: ReportSection[]; createdAt: number; until: number; withdrawnAt?: number };

function sharer(world: World) {
  const add = into(world.writer, consent);
  let count = 0;
  const share = ({ id: reportId, enterpriseId }: Issued, provider: DemoProvider, given: Given): string => {
    const id = world.id("con", given.createdAt);
    const by = world.enterprises.find((one) => one.id === enterpriseId)?.ownerId ?? "";
    add({
      ...{
        id,
        enterpriseId,
        reportId,
        providerId: provider.id,
        withFiles: given.sections.includes("findings"),
        createdByUserId: by,
        ...given,
      },
      withdrawnByUserId: given.withdrawnAt === undefined ? null : by,
    });
    count += 1;
    return id;
  };
  return Object.assign(share, { count: () => count });
}

type Share = ReturnType<typeof sharer>;

/** Valid for the ready provider; withdrawn from and over for two others. Answers the one that holds. */
function shareInEveryState(world: World, share: Share, issued: Issued): Opening[] {
  const { now } = world;
  const since = (hours: number) => Math.min(issued.issuedAt + hours * HOUR_MS, now - HOUR_MS);
  const [first, second, third] = world.providers.filter(({ status }) => status === "open");
  if (!first || !second || !third) return [];
  const until = endOfDay(dayOf(now + 29 * DAY_MS));
  share(issued, third, { sections: ["summary"], createdAt: since(1), until: endOfDay(dayOf(now - DAY_MS)) });
  const withdrawnAt = since(30);
  share(issued, second, { sections: ["summary", "levels"], createdAt: since(2), until, withdrawnAt });
  const sections: ReportSection[] = ["summary", "findings", "recommendations"];
  const id = share(issued, first, { sections, createdAt: since(3), until });
  return [{ userId: first.ownerId, what: "report", at: since(5), consentId: id }];
}

function shareWithReady(world: World, share: Share, issued: Issued, random: Random): Opening[] {
  const provider = itemAt(world.providers, random.chance(0.7) ? 0 : 1);
  const createdAt = Math.max(issued.issuedAt + HOUR_MS, world.now - random.whole(2, 20) * DAY_MS);
  const sections = random.some<ReportSection>(["summary", "analysis", "levels", "findings", "roadmap"], 3);
  if (createdAt > world.now) return [];
  const id = share(issued, provider, { sections, createdAt, until: endOfDay(dayOf(createdAt + 30 * DAY_MS)) });
  return [
    { userId: provider.ownerId, what: "report", at: Math.min(createdAt + 2 * HOUR_MS, world.now), consentId: id },
  ];
}

/** Written by the expert, issued by the park, looked at by city and province; then what consents let providers do. */
function openingsOf(world: World, enterprise: DemoEnterprise, issued: Issued, given: readonly Opening[]): Opening[] {
  const { issuedAt, expertUserId } = issued;
  const staff = world.staffOf.get(enterprise.parkSlug);
  const isReady = enterprise.login === "enterprise";
  const all: (Opening | null)[] = [
    expertUserId === null ? null : { userId: expertUserId, what: "report", at: issuedAt - 2 * DAY_MS },
    staff === undefined ? null : { userId: staff, what: "report", at: issuedAt - 2 * HOUR_MS },
    staff === undefined ? null : { userId: staff, what: "pdf", at: issuedAt + HOUR_MS / 2 },
    isReady ? { userId: loginId(world, "city"), what: "report", at: issuedAt + 4 * HOUR_MS } : null,
    isReady ? { userId: loginId(world, "province"), what: "docx", at: issuedAt + 6 * HOUR_MS } : null,
    ...given,
  ];
  return all.flatMap((one) => (one !== null && one.at <= world.now ? [one] : [])).toSorted((a, b) => a.at - b.at);
}

function opener(world: World) {
  const add = into(world.writer, accessEntry);
  const { userId, organisationId } = membership;
  const organisations = new Map(world.experts.map((expert) => [expert.userId, expert.organisationId]));
  const organisationOf = (id: string) =>
    organisations.get(id) ??
    queries(world.writer).select({ organisationId }).from(membership).where(eq(userId, id)).get()?.organisationId ??
    null;
  let count = 0;
  const open = (enterprise: DemoEnterprise, issued: Issued, openings: readonly Opening[]): void => {
    for (const { userId: byUserId, what, at, consentId } of openings) {
      const who = { byUserId, byOrganisationId: organisationOf(byUserId) };
      add({ enterpriseId: enterprise.id, reportId: issued.id, what, ...who, consentId: consentId ?? null, at });
      count += 1;
    }
  };
  return Object.assign(open, { count: () => count });
}
