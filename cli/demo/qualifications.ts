/** What providers showed to be listed: judged for those who are open, in every state for those who wait. */
import { into } from "#db/seed/rows.server";
import { qualification } from "#db/schema/catalogue.server";
import { qualificationCriteria, type QualificationCriterion, type QualificationStatus } from "#db/vocabulary/catalogue";
import { dayOf } from "~/i18n/format";
import { idMaker } from "./made-ids";
import { randomFor, type Random } from "./random";
import { qualificationTexts, returnedTexts } from "./texts/qualification-texts";
import type { DemoProvider, World } from "./world";

const DAY_MS = 86_400_000;

type State = { status: QualificationStatus; validUntil: string | null };

export function composeQualifications(world: World): string {
  const random = randomFor("demo/qualifications");
  const id = idMaker(randomFor("demo/qualifications/ids"));
  const add = into(world.writer, qualification);
  let count = 0;
  for (const [index, one] of world.providers.entries()) {
    // The ready logins come first; of the others some were open before anybody asked.
    const isReady = index < 2;
    if (one.status === "rejected" || (one.approvedAt !== null && !isReady && random.chance(0.6))) continue;
    const returned = random.pick(["experience", "security"] as const);
    for (const criterion of qualificationCriteria) {
      const isShown = criterion !== "product" && (criterion !== "people" || isReady || random.chance(0.4));
      if (!isShown) continue;
      const at = (one.approvedAt ?? world.now) - random.whole(2, 5) * DAY_MS;
      const { status, validUntil } = stateOf(world, one, { criterion, index, returned, random });
      const isJudged = status === "passed" || status === "returned";
      add({
        ...{ id: id("qua", at), providerId: one.id, criterion, status, validUntil },
        ...{ statement: random.pick(qualificationTexts[criterion]), updatedAt: at, submittedAt: at },
        ...{ decidedAt: isJudged ? at + DAY_MS : null },
        decidedByUserId: isJudged ? (world.staffOf.get(one.parkSlug) ?? null) : null,
        ...(status === "returned" ? { reason: "incomplete" as const, decisionText: returnedTexts[returned] } : {}),
      });
      count += 1;
    }
  }
  return `${count} qualifications`;
}

type Asked = { criterion: QualificationCriterion; index: number; returned: QualificationCriterion; random: Random };

function stateOf(world: World, one: DemoProvider, { criterion, index, returned, random }: Asked): State {
  const day = (days: number) => dayOf(world.now + days * DAY_MS);
  const ahead = criterion === "security" || criterion === "people" ? day(random.whole(90, 1000)) : null;
  if (one.status === "pending_approval") return { status: "submitted", validUntil: ahead };
  if (one.status === "changes_requested")
    return { status: criterion === returned ? "returned" : "passed", validUntil: ahead };
  // The first ready provider has a certificate that ends soon, the second one that has ended.
  if (index === 0 && criterion === "security") return { status: "passed", validUntil: day(23) };
  if (index === 1 && criterion === "people") return { status: "passed", validUntil: day(-6) };
  return { status: "passed", validUntil: ahead };
}
