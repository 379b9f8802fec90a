/** Asks providers whether their listings are still true: when six months are over, and once more two weeks later. */
import { and, asc, eq, lt } from "drizzle-orm";
import { provider, solution, solutionVersion } from "#db/schema/catalogue.server";
import type { Reader, Store, Writer } from "#db/store.server";
import { tell } from "~/domain/notices/notices.server";
import { isFirstTime, notYetDone } from "~/domain/notices/once.server";
import { dayOf } from "~/i18n/format";
import { paths } from "~/paths";
import { confirmedBefore, freshnessBegins, freshnessOf, provinceDay } from "./freshness";
import { isLive } from "./published-rows.server";

type Due = { id: string; providerId: string; title: string; confirmedAt: number; key: string; isAgain: boolean };

/** Of many listings so many are named. */
const NAMED = 3;

/**
 * Sends every reminder that is due and was not sent, one for all of a provider's listings that are due together. Safe to run
 * again and from several processes; what was confirmed meanwhile is left alone. Writes done_once, notices and mail, one
 * transaction for each provider. Answers how many it sent.
 */
export async function remindOfFreshness(store: Pick<Store, "db" | "write">, now: number): Promise<number> {
  const groups = new Map<string, Due[]>();
  for (const due of await notYetDone(store.db, await dueOnes(store.db, now))) {
    const group = `${due.providerId} ${due.isAgain}`;
    groups.set(group, [...(groups.get(group) ?? []), due]);
  }
  let sent = 0;
  for (const group of groups.values()) if (await store.write((tx) => remind(tx, group))) sent += 1;
  return sent;
}

async function dueOnes(db: Reader, now: number): Promise<Due[]> {
  const rows = await db
    .select({
      id: solution.id,
      providerId: solution.providerId,
      title: solutionVersion.title,
      confirmedAt: solution.confirmedAt,
    })
    .from(solution)
    .innerJoin(solutionVersion, eq(solutionVersion.id, solution.currentVersionId))
    .innerJoin(provider, eq(provider.organisationId, solution.providerId))
    .where(and(isLive, lt(solution.confirmedAt, confirmedBefore("due", provinceDay(now)))))
    .orderBy(asc(solution.confirmedAt), asc(solution.no));
  return rows.flatMap(({ confirmedAt, ...row }) => {
    if (confirmedAt === null) return [];
    const isAgain = freshnessOf(confirmedAt, now) !== "due";
    return [{ ...row, confirmedAt, isAgain, key: `confirm:${row.id}:${confirmedAt}:${isAgain ? "again" : "due"}` }];
  });
}

async function remind(tx: Writer, group: readonly Due[]): Promise<boolean> {
  const open: Due[] = [];
  for (const due of group) if ((await isAsSeen(tx, due)) && (await isFirstTime(tx, due.key))) open.push(due);
  const [first] = open;
  if (!first) return false;
  const kind = first.isAgain ? ("freshness.again" as const) : ("freshness.due" as const);
  const params = {
    count: open.length,
    titles: open
      .slice(0, NAMED)
      .map(({ title }) => `“${title}”`)
      .join(""),
    date: dayOf(freshnessBegins("sunk", first.confirmedAt)),
  };
  await tell(tx, { organisationId: first.providerId }, { kind, params, href: paths.providerDesk.confirm() });
  return true;
}

async function isAsSeen(tx: Writer, { id, confirmedAt }: Due): Promise<boolean> {
  const isSame = and(eq(solution.id, id), eq(solution.confirmedAt, confirmedAt), eq(solution.status, "published"));
  return (await tx.select({ id: solution.id }).from(solution).where(isSame)).length > 0;
}
