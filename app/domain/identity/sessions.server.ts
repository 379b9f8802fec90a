/** The only file that names Lucia. Of a session id only its SHA-256 is stored. */
import { and, eq, gt, lt, ne, sql } from "drizzle-orm";
import { Lucia, TimeSpan, type Adapter } from "lucia";
import { createHash } from "node:crypto";
import { preparedOnce } from "#db/prepared.server";
import { session, user } from "#db/schema/identity.server";
import { one, type Store } from "#db/store.server";
import { env } from "~/env.server";
import { store } from "~/store.server";

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof luciaOver>;
    DatabaseUserAttributes: SignedInUser;
    DatabaseSessionAttributes: { userAgent: string };
  }
}

export type SignedInUser = {
  name: string;
  email: string | null;
  mobile: string | null;
  locale: "zh-CN" | "en";
  isAdministrator: boolean;
};

/** Ids of sessions read from the database are hashes; the mark keeps them from being hashed twice. */
const HASHED = "sha256:";

function hashOf(sessionId: string): string {
  if (sessionId.startsWith(HASHED)) return sessionId.slice(HASHED.length);
  return createHash("sha256").update(sessionId).digest("hex");
}

const sessionWithUser = preparedOnce((db) =>
  db
    .select({ session, user })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(eq(session.id, sql.placeholder("id")))
    .prepare(),
);

function adapterOver(open: () => Store): Adapter {
  return {
    async getSessionAndUser(sessionId) {
      if (sessionId.startsWith(HASHED)) return [null, null];
      const found = await one(sessionWithUser(open().db).execute({ id: hashOf(sessionId) }));
      if (!found || found.user.disabledAt !== null) return [null, null];
      const { name, email, mobile, locale, isAdministrator } = found.user;
      return [
        {
          id: sessionId,
          userId: found.user.id,
          expiresAt: new Date(found.session.expiresAt * 1000),
          attributes: { userAgent: found.session.userAgent },
        },
        { id: found.user.id, attributes: { name, email, mobile, locale, isAdministrator } },
      ];
    },
    async getUserSessions(userId) {
      const rows = await open().db.select().from(session).where(eq(session.userId, userId));
      return rows.map((row) => ({
        id: HASHED + row.id,
        userId,
        expiresAt: new Date(row.expiresAt * 1000),
        attributes: { userAgent: row.userAgent },
      }));
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      const at = Date.now();
      await open().write((tx) =>
        tx.insert(session).values({
          id: hashOf(id),
          userId,
          expiresAt: seconds(expiresAt),
          createdAt: at,
          lastSeenAt: at,
          userAgent: attributes.userAgent.slice(0, 300),
        }),
      );
    },
    async updateSessionExpiration(id, expiresAt) {
      await open().write((tx) =>
        tx
          .update(session)
          .set({ expiresAt: seconds(expiresAt), lastSeenAt: Date.now() })
          .where(eq(session.id, hashOf(id))),
      );
    },
    async deleteSession(id) {
      await open().write((tx) => tx.delete(session).where(eq(session.id, hashOf(id))));
    },
    async deleteUserSessions(userId) {
      await open().write((tx) => tx.delete(session).where(eq(session.userId, userId)));
    },
    async deleteExpiredSessions() {
      await open().write((tx) => tx.delete(session).where(lt(session.expiresAt, seconds(new Date()))));
    },
  };
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

function luciaOver(open: () => Store) {
  return new Lucia(adapterOver(open), {
    sessionExpiresIn: new TimeSpan(14, "d"),
    sessionCookie: {
      name: "session",
      attributes: { sameSite: "lax", secure: env.baseUrl.startsWith("https:"), path: "/" },
    },
    getUserAttributes: (attributes) => attributes,
    getSessionAttributes: (attributes) => attributes,
  });
}

const lucia = luciaOver(store);

export type CurrentSession = { sessionId: string; userId: string; user: SignedInUser; refreshedCookie: string | null };

/** Who a Cookie header belongs to, or null. Refreshes a session in the second half of its life. */
export async function currentSession(cookieHeader: string | null): Promise<CurrentSession | null> {
  const sessionId = sessionIdIn(cookieHeader ?? "");
  if (!sessionId) return null;
  const { session: found, user: person } = await lucia.validateSession(sessionId);
  if (!found) return null;
  const { id, ...attributes } = person;
  const refreshedCookie = found.fresh ? lucia.createSessionCookie(found.id).serialize() : null;
  return { sessionId, userId: id, user: attributes, refreshedCookie };
}

/** Lucia's own reader decodes every cookie and throws on a stray "%" in any of them, ours or not; an id needs no decoding. */
function sessionIdIn(cookieHeader: string): string | null {
  const cookies = cookieHeader.split(";").map((cookie) => cookie.trim());
  const mark = `${lucia.sessionCookieName}=`;
  return cookies.find((cookie) => cookie.startsWith(mark))?.slice(mark.length) ?? null;
}

/** Starts a session and returns its Set-Cookie value. Await no transaction around it: it writes its own. */
export async function startSession(userId: string, userAgent: string): Promise<string> {
  const started = await lucia.createSession(userId, { userAgent });
  return lucia.createSessionCookie(started.id).serialize();
}

/** Ends one session and returns the Set-Cookie value that clears it. */
export async function endSession(sessionId: string): Promise<string> {
  await lucia.invalidateSession(sessionId);
  return lucia.createBlankSessionCookie().serialize();
}

/** Signs a user out everywhere: the account was closed or its password reset. Writes session. */
export async function endAllSessions(userId: string): Promise<void> {
  await lucia.invalidateUserSessions(userId);
}

/** Removes what has expired; a job calls it. */
export async function sweepSessions(): Promise<void> {
  await lucia.deleteExpiredSessions();
}

export type ListedSession = { key: string; userAgent: string; createdAt: number; lastSeenAt: number; isThis: boolean };

/** The living sessions of a user, newest first. `key` is the stored hash: it opens nothing. */
export async function sessionsOf(userId: string, currentSessionId: string): Promise<ListedSession[]> {
  const rows = await store()
    .db.select()
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expiresAt, seconds(new Date()))));
  const current = hashOf(currentSessionId);
  return rows
    .map((row) => ({
      key: row.id,
      userAgent: row.userAgent,
      createdAt: row.createdAt,
      lastSeenAt: row.lastSeenAt,
      isThis: row.id === current,
    }))
    .sort((a, b) => b.lastSeenAt - a.lastSeenAt);
}

/** Ends all sessions of a user but the current one. */
export async function endOtherSessions(userId: string, currentSessionId: string): Promise<void> {
  await store().write((tx) =>
    tx.delete(session).where(and(eq(session.userId, userId), ne(session.id, hashOf(currentSessionId)))),
  );
}
