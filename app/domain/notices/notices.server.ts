import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { membership, organisation, user } from "#db/schema/identity.server";
import { mail, notice } from "#db/schema/support.server";
import type { Reader, Writer } from "#db/store.server";
import { env } from "~/env.server";
import { translator } from "~/i18n/translator.server";
import type { NoticeKind } from "~/i18n/zh-CN/notices";

/** Whom to tell: single users, all members of an organisation, or the staff of a park. */
export type Audience =
  { userIds: string[] } | { organisationId: string } | { parkSlug: string } | { regionCode: string };

export type Tidings = {
  /** A message of i18n area `notices`: `<kind>.title` and `<kind>.body`, both with `params`. */
  kind: NoticeKind;
  params: Record<string, string | number>;
  /** Path of the page that shows it to this audience. */
  href: string;
};

/**
 * Tells an audience in the site and by e-mail, in each reader's language, inside the transaction of the change.
 * The person who acted is left out. Writes notice and mail; nothing is sent here (jobs do).
 */
export async function tell(
  tx: Writer,
  audience: Audience,
  tidings: Tidings,
  except?: { userId: string },
): Promise<void> {
  const at = Date.now();
  for (const reader of await readersOf(tx, audience)) {
    if (reader.id === except?.userId) continue;
    await tx.insert(notice).values({ id: newId("ntc"), userId: reader.id, ...tidings, createdAt: at });
    if (reader.email)
      await tx.insert(mail).values({ ...written(reader, tidings, reader.email), createdAt: at, nextAttemptAt: at });
  }
}

type NoticeReader = { id: string; email: string | null; locale: "zh-CN" | "en" };

function written(reader: NoticeReader, tidings: Tidings, email: string) {
  const t = translator(reader.locale);
  return {
    id: newId("mai"),
    channel: "email" as const,
    recipient: email,
    subject: t(`notices:${tidings.kind}.title`, tidings.params),
    body: t("notices:mail", {
      body: t(`notices:${tidings.kind}.body`, tidings.params),
      link: new URL(tidings.href, env.baseUrl).href,
    }),
  };
}

async function readersOf(db: Reader, audience: Audience): Promise<NoticeReader[]> {
  const person = { id: user.id, email: user.email, locale: user.locale };
  if ("userIds" in audience) {
    if (audience.userIds.length === 0) return [];
    return db
      .select(person)
      .from(user)
      .where(and(inArray(user.id, audience.userIds), isNull(user.disabledAt)));
  }
  const belongs =
    "organisationId" in audience
      ? eq(organisation.id, audience.organisationId)
      : "parkSlug" in audience
        ? and(eq(organisation.kind, "park_committee"), eq(organisation.parkSlug, audience.parkSlug))
        : and(
            inArray(organisation.kind, ["city_authority", "province_authority"]),
            eq(organisation.regionCode, audience.regionCode),
          );
  return db
    .select(person)
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .innerJoin(user, eq(user.id, membership.userId))
    .where(and(belongs, isNull(user.disabledAt)))
    .orderBy(asc(user.id));
}
