import { and, count, eq, isNull, sql } from "drizzle-orm";
import { preparedOnce } from "#db/prepared.server";
import { setting } from "#db/schema/scenarios.server";
import { notice } from "#db/schema/support.server";
import { one } from "#db/store.server";
import { env } from "~/env.server";
import { store } from "~/store.server";
import { signedIn, type SignedIn } from "./guards.server";

export const audiences = ["enterprise", "provider", "expert", "park", "province", "admin"] as const;
export type AudienceName = (typeof audiences)[number];

export type Viewer = {
  name: string | null;
  organisationName: string | null;
  audiences: AudienceName[];
  isOfProvince: boolean;
  unread: number;
  isDemo: boolean;
  hasOutbox: boolean;
};

const unreadOf = preparedOnce((db) =>
  db
    .select({ unread: count() })
    .from(notice)
    .where(and(eq(notice.userId, sql.placeholder("userId")), isNull(notice.readAt)))
    .prepare(),
);
const demoWorld = preparedOnce((db) => db.select().from(setting).where(eq(setting.key, "demo.world")).prepare());

const nobody = { name: null, organisationName: null, audiences: [], isOfProvince: false, unread: 0 };

/** What the frame shows of the reader. */
export async function viewerOf(request: Request): Promise<Viewer & { refreshedCookie: string | null }> {
  const [who, isDemo] = await Promise.all([signedIn(request), isDemonstration()]);
  const world = { isDemo, hasOutbox: isDemo && showsLetters };
  if (!who) return { ...nobody, ...world, refreshedCookie: null };
  return {
    name: who.user.name,
    organisationName: who.belongings[0]?.organisationName ?? null,
    audiences: audiencesOf(who),
    isOfProvince: who.belongings.some(({ kind }) => kind === "province_authority"),
    unread: (await one(unreadOf(store().db).execute({ userId: who.userId })))?.unread ?? 0,
    ...world,
    refreshedCookie: who.refreshedCookie,
  };
}

/** The workspaces a person may enter; the first is where signing in leads. */
export function audiencesOf(who: SignedIn): AudienceName[] {
  const kinds = new Set(who.belongings.map(({ kind }) => kind));
  const open: Record<AudienceName, boolean> = {
    enterprise: kinds.has("enterprise"),
    provider: kinds.has("provider"),
    expert: who.expertFor !== null,
    park: kinds.has("park_committee"),
    province: kinds.has("city_authority") || kinds.has("province_authority"),
    admin: who.user.isAdministrator,
  };
  return audiences.filter((name) => open[name]);
}

/** Whether the database holds a demonstration world: every page says so. */
export async function isDemonstration(): Promise<boolean> {
  return (await one(demoWorld(store().db).execute())) !== null;
}

/** Letters hold links that set passwords: they are shown only where demonstration logins are open and nothing else delivers. */
const showsLetters = env.demo !== "none" && env.smtpUrl === null;

export async function isOutboxOpen(): Promise<boolean> {
  return showsLetters && (await isDemonstration());
}
