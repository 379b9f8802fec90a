/** Who hears of a step in a case, and the page each finds it on. */
import { eq } from "drizzle-orm";
import { organisation } from "#db/schema/identity.server";
import { park } from "#db/schema/scenarios.server";
import { one, type Writer } from "#db/store.server";
import { tell, type Audience, type Tidings } from "~/domain/notices/notices.server";
import { paths } from "~/paths";
import type { CaseActor, Diagnosis } from "./moves.server";
import type { Holder } from "./promises";

export type Listener = "enterprise" | "park" | "expert";

/**
 * Tells the listeners of a case in one sentence; every sentence may name `enterprise`, `park` and `text`.
 * The person who acted is left out. Writes notices and mail.
 */
export async function tellCase(
  tx: Writer,
  actor: CaseActor,
  about: Diagnosis,
  listeners: readonly Listener[],
  kind: Tidings["kind"],
  said: Record<string, string> = {},
): Promise<void> {
  const params = { ...(await namesOf(tx, about)), text: "", ...said };
  for (const listener of listeners) {
    const audience = audienceOf(listener, about);
    if (audience) await tell(tx, audience, { kind, params, href: pages[listener](about.id) }, actor);
  }
}

/** The expert whose place another took: the case is no longer theirs to open. */
export async function tellReplacedExpert(tx: Writer, actor: CaseActor, before: Diagnosis): Promise<void> {
  if (before.expertUserId === null) return;
  const params = await namesOf(tx, before);
  await tell(
    tx,
    { userIds: [before.expertUserId] },
    { kind: "diagnosis.reassigned", params, href: paths.expert.home() },
    actor,
  );
}

/** Tells whoever holds a case or looks after its holder, from the system itself. Writes notices and mail. */
export async function tellOffice(
  tx: Writer,
  about: Diagnosis,
  office: Holder,
  kind: Tidings["kind"],
  said: Record<string, string>,
): Promise<void> {
  const params = { ...(await namesOf(tx, about)), ...said };
  if (office !== "city" && office !== "province") {
    const audience = audienceOf(office, about);
    if (audience) await tell(tx, audience, { kind, params, href: pages[office](about.id) });
    return;
  }
  const regionCode = office === "city" ? about.regionCode : provinceOf(about.regionCode);
  await tell(tx, { regionCode }, { kind, params, href: paths.province.diagnosis(about.id) });
}

/** GB/T 2260: two digits name the province, and four zeros follow. */
function provinceOf(regionCode: string): string {
  return `${regionCode.slice(0, 2)}0000`;
}

function audienceOf(listener: Listener, about: Diagnosis): Audience | null {
  switch (listener) {
    case "enterprise":
      return { organisationId: about.enterpriseId };
    case "park":
      return { parkSlug: about.parkSlug };
    case "expert":
      return about.expertUserId === null ? null : { userIds: [about.expertUserId] };
  }
}

const pages: Record<Listener, (id: string) => string> = {
  enterprise: paths.enterprise.diagnosis,
  park: paths.parkDesk.diagnosis,
  expert: paths.expert.diagnosis,
};

/** What every sentence about a case may name. */
export async function namesOf(tx: Writer, about: Diagnosis): Promise<{ enterprise: string; park: string }> {
  const enterprise = await one(
    tx.select({ name: organisation.name }).from(organisation).where(eq(organisation.id, about.enterpriseId)),
  );
  const place = await one(tx.select({ name: park.shortNameZh }).from(park).where(eq(park.slug, about.parkSlug)));
  return { enterprise: enterprise?.name ?? "", park: place?.name ?? about.parkSlug };
}
