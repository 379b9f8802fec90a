/** Everything anyone can try with a case, for walks of random people through the clinic. */
import { newId } from "#db/ids.server";
import { diagnosisReasons } from "#db/vocabulary/clinic";
import { assignMany } from "~/domain/clinic/assign-many.server";
import { answerObjection, closeDiagnosis, confirmReport, objectToReport } from "~/domain/clinic/confirmations.server";
import { beginCorrection } from "~/domain/clinic/corrections.server";
import {
  acceptDiagnosis,
  assignExpert,
  cancelDiagnosis,
  declineDiagnosis,
  requestChanges,
} from "~/domain/clinic/desk.server";
import { rescheduleReasons } from "~/domain/clinic/diagnosis-status";
import { answerChanges, saveDraft, submitDiagnosis, withdrawDiagnosis } from "~/domain/clinic/diagnoses.server";
import type { CaseActor } from "~/domain/clinic/moves.server";
import { remindHolder } from "~/domain/clinic/reminders.server";
import { issueReport, returnReport, startReport, submitReport } from "~/domain/clinic/reports.server";
import { arrangeVisit, pickVisit, startVisit } from "~/domain/clinic/visits.server";
import { expertSlot } from "#db/schema/clinic-work.server";
import { user } from "#db/schema/identity.server";
import type { Writer } from "#db/store.server";
import { aClinic, anAuthority, anEnterprise, anExpert, aPark, aRequest, CITY } from "./clinic";
import { testStore } from "./store";

const DAY_MS = 86_400_000;
const OFFERED_DAYS = 120;
const PLACES = { park2: "jiujiang-etdz", city2: "360400" };

export type WalkWorld = Awaited<ReturnType<typeof aWalkWorld>>;
export type ActorName = keyof WalkWorld["actors"];

/** Two of everyone; both experts have published a time for every day of four months. */
export async function aWalkWorld() {
  const store = testStore();
  const { owner, park, expert } = await aClinic(store);
  const actors = await store.write(async (tx) => ({
    owner,
    park,
    expert,
    enterprise2: await anEnterprise(tx),
    enterprise3: await anEnterprise(tx, PLACES.park2),
    park2: await aPark(tx, PLACES.park2),
    expert2: await anExpert(tx),
    city: await anAuthority(tx, "city", CITY),
    city2: await anAuthority(tx, "city", PLACES.city2),
    province: await anAuthority(tx, "province", "360000"),
  }));
  const now = Date.now();
  const offered = [actors.expert, actors.expert2].flatMap(({ userId: expertUserId }) =>
    Array.from({ length: OFFERED_DAYS }, (_, day) => {
      const startsAt = now + (day + 1) * DAY_MS;
      return { id: newId("slt"), expertUserId, startsAt, endsAt: startsAt + 4 * 3_600_000, createdAt: now };
    }),
  );
  await store.write((tx) => tx.insert(expertSlot).values(offered));
  // Notices are enough; a mail beside each would take a third of the time.
  await store.write((tx) => tx.update(user).set({ email: null }));
  return { store, actors };
}

export type Try = {
  actor: CaseActor;
  /** The case it is about; unknown ids are tried too. */
  id: string;
  edit: number;
  /** Any number, for choices inside the act. */
  pick: number;
  expertUserId: string;
  /** Another case beside it, for acts on several. */
  other: { id: string; edit: number };
  slotId: string;
};

/** Whoever it is, they try it: the guards of the pages are not asked. */
type Attempt = (tx: Writer, it: Try) => Promise<{ ok: boolean; reason?: string; value?: unknown }>;

const reasonOf = ({ pick }: Try) => diagnosisReasons[Math.floor(pick / 6) % diagnosisReasons.length];
const said = (it: Try) => ({ reason: reasonOf(it), text: "请看说明" });
const seen = ({ id, edit }: Try) => ({ id, edit });
/** Half of the times lie in the past. */
const visitOf = (it: Try) => ({
  edit: it.edit,
  visitAt: Date.now() + ((it.pick % 6) - 2) * DAY_MS,
  visitNote: "南门集合",
  ...whyMoved(it),
});
const whyMoved = (it: Try) => ({ reason: rescheduleReasons.find((known) => known === reasonOf(it)), text: "请看说明" });
const asEnterprise = ({ actor }: Try) => actor as Extract<CaseActor, { kind: "enterprise" }>;
const asPark = ({ actor }: Try) => actor as Extract<CaseActor, { kind: "park" }>;
const asExpert = ({ actor }: Try) => actor as Extract<CaseActor, { kind: "expert" }>;
const note = ({ edit }: Try) => ({ edit, note: "请尽快" });
const isEnterprise = ({ actor }: Try) => actor.kind === "enterprise";
const notTheirs = { ok: false, reason: "not_possible" };

export const attempts = {
  save_draft: async (tx, it) =>
    isEnterprise(it) ? saveDraft(tx, asEnterprise(it), { ...aRequest({ id: it.id }), parkSlug: null }) : notTheirs,
  submit: async (tx, it) =>
    isEnterprise(it) ? submitDiagnosis(tx, asEnterprise(it), aRequest({ id: it.id })) : notTheirs,
  answer: (tx, it) => answerChanges(tx, asEnterprise(it), it.id, { ...aRequest(), edit: it.edit, answer: "已补充" }),
  withdraw: (tx, it) => withdrawDiagnosis(tx, asEnterprise(it), seen(it), said(it)),
  confirm: (tx, it) => confirmReport(tx, asEnterprise(it), it.id, note(it)),
  object: (tx, it) => objectToReport(tx, asEnterprise(it), it.id, note(it)),
  accept: (tx, it) => acceptDiagnosis(tx, asPark(it), seen(it)),
  ask: (tx, it) => requestChanges(tx, asPark(it), seen(it), said(it)),
  decline: (tx, it) => declineDiagnosis(tx, asPark(it), seen(it), said(it)),
  cancel: (tx, it) => cancelDiagnosis(tx, asPark(it), seen(it), said(it)),
  assign: (tx, it) =>
    assignExpert(tx, asPark(it), it.id, { edit: it.edit, expertUserId: it.expertUserId, text: "请支持" }),
  assign_many: async (tx, it) =>
    it.actor.kind === "park"
      ? assignMany(tx, it.actor, { cases: [seen(it), it.other], expertUserId: it.expertUserId, text: "" })
      : notTheirs,
  schedule: (tx, it) => arrangeVisit(tx, asExpert(it), it.id, visitOf(it)),
  pick_visit: (tx, it) =>
    pickVisit(tx, asEnterprise(it), it.id, { edit: it.edit, slotId: it.slotId, visitNote: "", ...whyMoved(it) }),
  start_visit: (tx, it) => startVisit(tx, asExpert(it), seen(it)),
  start_report: (tx, it) => startReport(tx, asExpert(it), seen(it)),
  submit_report: (tx, it) => submitReport(tx, asExpert(it), seen(it)),
  return_report: (tx, it) => returnReport(tx, asPark(it), seen(it), said(it)),
  issue: (tx, it) => issueReport(tx, asPark(it), seen(it)),
  answer_objection: (tx, it) => answerObjection(tx, asPark(it), it.id, note(it)),
  correct: (tx, it) => beginCorrection(tx, asPark(it), it.id, { edit: it.edit, text: "数据有误" }),
  close: (tx, it) => closeDiagnosis(tx, asPark(it), seen(it)),
  remind: (tx, it) => remindHolder(tx, asPark(it), it.id, note(it)),
} satisfies Record<string, Attempt>;

export type ActName = keyof typeof attempts;
