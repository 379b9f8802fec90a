/** Random people try everything at any time; whatever they do, a case only goes where the table lets it, and leaves its traces. */
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { diagnosisStatuses, type DiagnosisStatus } from "#db/vocabulary/clinic";
import {
  diagnosisActs,
  isEnded,
  isOnceEscalated,
  mayAct,
  moveOf,
  openStatuses,
  statusAfterReassign,
  type DiagnosisAct,
  type DiagnosisRole,
} from "~/domain/clinic/diagnosis-status";
import { roleOf, type CaseActor, type Diagnosis } from "~/domain/clinic/moves.server";
import { reachedBy, whereIsIt, type CaseStep, type Holder, type Where } from "~/domain/clinic/promises";
import { write } from "../../world/clinic";
import { attempts, aWalkWorld, type ActName, type ActorName, type Try, type WalkWorld } from "../../world/clinic-walk";

const WALKS = 20;
const STEPS = 500;
const MINUTE_MS = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-03-02T09:00+08:00") });
});
afterEach(() => {
  vi.useRealTimers();
});

const names = Object.keys(attempts) as ActName[];
const people = [
  ...(["owner", "park", "expert", "enterprise2", "enterprise3", "park2", "expert2"] as const),
  ...(["city", "city2", "province"] as const),
] satisfies ActorName[];

/** What usually happens next, by whom; a walk of chance alone would hardly ever reach a report. */
const usual: Record<DiagnosisStatus, readonly [ActName, Holder][]> = {
  draft: [["submit", "enterprise"]],
  submitted: [
    ["accept", "park"],
    ["accept", "park"],
    ["ask", "park"],
    ["decline", "park"],
  ],
  changes_requested: [["answer", "enterprise"]],
  accepted: [
    ["assign", "park"],
    ["assign_many", "park"],
    ["assign", "park"],
    ["cancel", "province"],
  ],
  assigned: [
    ["schedule", "expert"],
    ["pick_visit", "enterprise"],
    ["withdraw", "enterprise"],
  ],
  scheduled: [
    ["start_visit", "expert"],
    ["start_visit", "expert"],
    ["assign", "park"],
  ],
  on_site: [
    ["start_report", "expert"],
    ["remind", "park"],
    ["assign", "city"],
  ],
  report_draft: [
    ["submit_report", "expert"],
    ["submit_report", "expert"],
    ["remind", "province"],
  ],
  report_review: [
    ["issue", "park"],
    ["return_report", "park"],
  ],
  reported: [
    ["confirm", "enterprise"],
    ["object", "enterprise"],
    ["answer_objection", "park"],
    ["correct", "park"],
  ],
  confirmed: [
    ["close", "park"],
    ["correct", "expert"],
  ],
  closed: [],
  declined: [],
  withdrawn: [],
  cancelled: [],
};

const step = fc.record({
  who: fc.constantFrom(...people),
  act: fc.constantFrom(...names),
  target: fc.nat(1000),
  isUsual: fc.integer({ min: 0, max: 9 }).map((n) => n < 6),
  edit: fc.constantFrom(0, 0, 0, 0, 0, 0, -1, 1),
  isRepeated: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  minutes: fc.constantFrom(1, 10, 90, 600, 1440, 2880),
  pick: fc.nat(1000),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

test(
  "10,000 steps of anyone, at any time: nothing illegal, nothing lost, nothing unsaid",
  { timeout: 240_000 },
  async () => {
    const reached = new Set<DiagnosisStatus>();
    const tried = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: STEPS, maxLength: STEPS }), async (steps) => {
        const walk = newWalk(await aWalkWorld());
        for (const one of steps) await take(walk, one, tried);
        // All of it runs without a pause: the runner wants to hear from us now and then.
        await new Promise(setImmediate);
        for (const status of walk.look.statuses()) reached.add(status);
        walk.reports.checkAll();
      }),
      { numRuns: WALKS, endOnFailure: true },
    );
    // A walk that never gets anywhere proves nothing.
    expect([...reached].sort()).toEqual([...diagnosisStatuses].sort());
    for (const name of names) expect(tried.get(`${name}:ok`) ?? 0, name).toBeGreaterThan(0);
  },
);

type Walk = ReturnType<typeof newWalk>;

function newWalk(world: WalkWorld) {
  const look = lookInto(world);
  return {
    world,
    look,
    reports: reportWatch(world),
    last: null as { name: ActName; it: Try } | null,
    dues: new Map<string, Due>(),
  };
}

type Due = { day: string; promisedAt: number; status: DiagnosisStatus };

async function take(walk: Walk, one: Step, tried: Map<string, number>): Promise<void> {
  vi.setSystemTime(Date.now() + one.minutes * MINUTE_MS);
  const { name, it } = one.isRepeated && walk.last ? walk.last : await chosen(walk, one);
  walk.last = { name, it };
  const { look, world } = walk;
  const [before, other] = [look.case(it.id), look.case(it.other.id)];
  const whereBefore = before && look.where(before);
  const sums = look.sums();
  const writes = look.writes();

  const outcome = await world.store.write((tx) => attempts[name](tx, it) as ReturnType<(typeof attempts)["accept"]>);
  tried.set(
    `${name}:${outcome.ok ? "ok" : "refused"}`,
    (tried.get(`${name}:${outcome.ok ? "ok" : "refused"}`) ?? 0) + 1,
  );
  const context = `${it.actor.kind} ${name} ${before?.status} → ${look.case(it.id)?.status}`;
  if (!outcome.ok) {
    expect(look.writes(), `${context}: refused, yet something was written`).toBe(writes);
    return;
  }
  if (before && before.status !== "draft" && name !== "submit" && name !== "assign_many")
    expect(it.edit, `${context}: stale`).toBe(before.edit);

  const changed = [
    { was: before, whereWas: whereBefore, is: look.case(it.id) },
    ...(name === "assign_many" && it.other.id !== it.id
      ? [{ was: other, whereWas: other && look.where(other), is: look.case(it.other.id) }]
      : []),
  ].filter(({ was, is }) => JSON.stringify(was) !== JSON.stringify(is));
  for (const { was, whereWas, is } of changed) {
    if (!is) throw new Error(`${context}: a case vanished`);
    checkMove(context, it.actor, { was, whereWas, is });
    if (is.status !== "draft") checkTraces(walk, context, it.actor, was, is);
    checkClock(walk, context, is);
  }
  const isStep = changed.filter(({ is }) => is && is.status !== "draft").length;
  const after = look.sums();
  expect(after.steps, `${context}: steps`).toBe(sums.steps + isStep);
  expect(after.edits - sums.edits, `${context}: other cases`).toBe(
    changed.reduce((sum, { was, is }) => sum + (is?.edit ?? 0) - (was?.edit ?? 0), 0),
  );
  if (name === "remind")
    expect(look.lastEntry(it.id)).toMatchObject({ action: "diagnosis.reminded", by: it.actor.userId });
  expect(look.openCasesOf(look.case(it.id)?.enterpriseId ?? ""), `${context}: open cases`).toBeLessThanOrEqual(1);
  walk.reports.check(it.id);
}

/** The act, its actor and its case: what usually comes next, or anything. */
async function chosen({ world, look }: Walk, one: Step): Promise<{ name: ActName; it: Try }> {
  const { actors } = world;
  const [open, cases] = [look.open(), look.lately()];
  const isAsking = one.isUsual && open.length < 2;
  const about = isAsking ? undefined : itemOf(one.isUsual || one.target % 3 > 0 ? open : cases, one.target);
  const next = about && one.isUsual ? itemOf(usual[about.status], one.pick) : undefined;
  const [name, part] = isAsking ? (["submit", null] as const) : (next ?? [one.act, null]);
  const asking = itemOf([actors.owner, actors.enterprise2, actors.enterprise3], one.pick);
  const actor = (isAsking && asking) || (about && part ? look.actor(about, part) : actors[one.who]);
  const other = itemOf(cases, one.pick);
  const isNew = !about || (name === "submit" && about.status !== "draft") || name === "save_draft";
  if (next?.[0] === "submit_report" && about) await writeReport(world, look, about);
  const slots = look.freeSlots(about?.expertUserId ?? "");
  const it = {
    actor,
    id: isNew ? `dia_${String(one.target).padStart(26, "0")}` : about.id,
    edit: isNew ? 1 : about.edit + (part ? 0 : one.edit),
    pick: part ? one.pick - (one.pick % 6) + 5 : one.pick,
    expertUserId: [actors.expert, actors.expert2, actors.expert2, actors.owner][one.pick % 4]?.userId ?? "",
    other: { id: other?.id ?? "dia_none", edit: other?.edit ?? 1 },
    slotId: itemOf(slots, one.pick) ?? "slt_none",
  };
  return { name, it: part === "park" && name === "assign" ? { ...it, expertUserId: actors.expert.userId } : it };
}

function itemOf<T>(list: readonly T[], n: number): T | undefined {
  return list[n % Math.max(1, list.length)];
}

async function writeReport({ store, actors }: WalkWorld, look: Look, about: Diagnosis): Promise<void> {
  if (look.findings(about.id) > 0) return;
  const [expert, owner] = [look.actor(about, "expert"), look.actor(about, "enterprise")];
  if (expert.kind !== "expert" || owner.kind !== "enterprise") return;
  await write({ store, owner, park: actors.park, expert }, about.id);
}

type Change = { was: Diagnosis | null; whereWas: Where | null; is: Diagnosis };

/** Where a case may go is what the table says of this actor in that status. */
function checkMove(context: string, actor: CaseActor, { was, whereWas, is }: Change): void {
  if (!was) return expect(["draft", "submitted"], context).toContain(is.status);
  if (was.status === "draft" && is.status === "draft") return;
  const role = roleOf(actor);
  if (moveOf(was.status, is.status, role)) return;
  const acts = diagnosisActs.map(({ act }) => act).filter((act) => mayDo(act, was.status, role, whereWas));
  const lead = acts.map((act) => leadsTo(act, was.status));
  expect(lead, context).toContain(is.status);
}

function leadsTo(act: DiagnosisAct, from: DiagnosisStatus): DiagnosisStatus {
  if (act === "correct") return "report_draft";
  return act === "reassign" ? statusAfterReassign(from) : from;
}

function mayDo(act: DiagnosisAct, at: DiagnosisStatus, role: DiagnosisRole, where: Where | null): boolean {
  const reached: readonly string[] = where ? reachedBy(where) : [];
  return mayAct(act, at, role) && (!isOnceEscalated(act, role) || reached.includes(role));
}

function checkTraces({ look }: Walk, context: string, actor: CaseActor, was: Diagnosis | null, is: Diagnosis): void {
  // A request handed in begins at 1, however often its draft was saved.
  const isHandedIn = was === null || (was.status === "draft" && is.status === "submitted");
  expect(is.edit, `${context}: edit`).toBe(isHandedIn ? 1 : was.edit + 1);
  expect(look.lastStep(is.id), `${context}: step`).toEqual({
    from: was?.status ?? null,
    to: is.status,
    by: actor.userId,
    at: Date.now(),
  });
  expect(look.lastEntry(is.id), `${context}: journal`).toMatchObject({
    action: `diagnosis.${is.status}`,
    by: actor.userId,
  });
  if (was?.status !== is.status) expect(is.statusSince, `${context}: since`).toBe(Date.now());
}

/** Written by hand: the product's table of who has the case. */
const holderOf: Record<DiagnosisStatus, Holder | null> = {
  ...{ draft: "enterprise", submitted: "park", changes_requested: "enterprise", accepted: "park" },
  ...{ assigned: "expert", scheduled: "expert", on_site: "expert", report_draft: "expert", report_review: "park" },
  ...{ reported: "enterprise", confirmed: "park", closed: null, declined: null, withdrawn: null, cancelled: null },
};

function checkClock({ look, dues }: Walk, context: string, about: Diagnosis): void {
  const where = look.where(about);
  expect(where.holder, context).toBe(where.isObjected ? "park" : holderOf[about.status]);
  expect(where.isPaused, context).toBe(about.status === "changes_requested");
  expect(where.lateDays, context).toBeGreaterThanOrEqual(0);
  if (where.isPaused || isEnded(about.status)) expect([where.dueOn, where.lateDays], context).toEqual([null, 0]);
  if (where.lateDays === 0) expect(where.escalatedTo, context).toBeNull();
  const known = dues.get(about.id);
  if (where.dueOn === null || where.promisedAt === null) return;
  // Of one promise the day only moves by a pause, and never back.
  if (known?.promisedAt === where.promisedAt) expect(where.dueOn >= known.day, `${context}: due`).toBe(true);
  const isPausable = about.status === "submitted" || about.status === "reported";
  if (known?.promisedAt === where.promisedAt && !isPausable) expect(where.dueOn, `${context}: due`).toBe(known.day);
  dues.set(about.id, { day: where.dueOn, promisedAt: where.promisedAt, status: about.status });
}

type Look = ReturnType<typeof lookInto>;

function lookInto({ store, actors }: WalkWorld) {
  const all = <Row>(sql: string) => {
    const statement = store.writer.prepare(sql);
    return (...values: unknown[]) => statement.all(...values) as Row[];
  };
  const statuses = openStatuses.map((status) => `'${status}'`).join();
  const statusesSeen = all<{ status: DiagnosisStatus }>(
    "SELECT toStatus status FROM diagnosis_step UNION SELECT status FROM diagnosis",
  );
  const lately = all<Diagnosis>("SELECT * FROM diagnosis ORDER BY rowid DESC LIMIT 6");
  const openOnes = all<Diagnosis>(`SELECT * FROM diagnosis WHERE status IN (${statuses}) ORDER BY id`);
  const byId = all<Diagnosis>("SELECT * FROM diagnosis WHERE id = ?");
  const steps = all<CaseStep>("SELECT toStatus, at FROM diagnosis_step WHERE diagnosisId = ? ORDER BY at, id");
  const lastStep = all<object>(
    'SELECT fromStatus "from", toStatus "to", byUserId "by", at FROM diagnosis_step WHERE diagnosisId = ? ORDER BY at DESC, id DESC LIMIT 1',
  );
  const lastEntry = all<object>(
    "SELECT action, actorUserId \"by\" FROM journal_entry WHERE subjectKind = 'diagnosis' AND subjectId = ? ORDER BY id DESC LIMIT 1",
  );
  const sums = all<{ edits: number; steps: number }>(
    "SELECT (SELECT coalesce(sum(edit), 0) FROM diagnosis) edits, (SELECT count(*) FROM diagnosis_step) steps",
  );
  const open = all<{ n: number }>(
    `SELECT count(*) n FROM diagnosis WHERE enterpriseId = ? AND status IN (${statuses})`,
  );
  const found = all<{ n: number }>(
    "SELECT count(*) n FROM finding JOIN report ON report.id = finding.reportId WHERE diagnosisId = ?",
  );
  const slots = all<{ id: string }>(
    "SELECT id FROM expert_slot WHERE expertUserId = ? AND diagnosisId IS NULL AND startsAt > ? ORDER BY startsAt LIMIT 20",
  );
  const writes = all<{ n: number }>("SELECT total_changes() n");
  const everyone = Object.values(actors);
  return {
    statuses: () => statusesSeen().map(({ status }) => status),
    lately: () => lately(),
    open: () => openOnes(),
    case: (id: string) => byId(id)[0] ?? null,
    where: (about: Diagnosis) => whereIsIt(about, steps(about.id), Date.now()),
    lastStep: (id: string) => lastStep(id)[0],
    lastEntry: (id: string) => lastEntry(id)[0],
    sums: () => sums()[0] ?? { edits: 0, steps: 0 },
    openCasesOf: (enterpriseId: string) => open(enterpriseId)[0]?.n ?? 0,
    findings: (id: string) => found(id)[0]?.n ?? 0,
    freeSlots: (expertUserId: string) => slots(expertUserId, Date.now() + 86_400_000).map(({ id }) => id),
    writes: () => writes()[0]?.n ?? 0,
    actor(about: Diagnosis, part: Holder): CaseActor {
      if (part === "city" || part === "province") return actors[part];
      const is = (one: CaseActor) =>
        part === "enterprise"
          ? one.kind === "enterprise" && one.organisationId === about.enterpriseId
          : part === "expert"
            ? one.userId === about.expertUserId
            : one.kind === "park" && one.parkSlug === about.parkSlug;
      return everyone.find(is) ?? actors.province;
    },
  };
}

/** Keeps what each report was when it was issued. */
function reportWatch({ store }: WalkWorld) {
  const statement = store.writer.prepare(
    `SELECT report.id, report.number, report.summary, report.analysis, report.targetLevel, report.disclosure, report.assessmentId,
      report.issuedAt, report.issuedByUserId, report.frozen,
      (SELECT json_group_array(json_array(no, title, description, evidence, severity, scenarioKey)) FROM finding WHERE reportId = report.id) findings,
      (SELECT json_group_array(json_array(no, title, description, priority, solutionIds)) FROM recommendation WHERE reportId = report.id) advice
    FROM report WHERE report.diagnosisId = ? AND report.issuedAt IS NOT NULL`,
  );
  const kept = new Map<string, string>();
  const about = new Set<string>();
  const check = (diagnosisId: string) => {
    for (const row of statement.all(diagnosisId) as { id: string }[]) {
      const now = JSON.stringify(row);
      expect(kept.get(row.id) ?? now, "an issued report changed").toBe(now);
      kept.set(row.id, now);
      about.add(diagnosisId);
    }
  };
  return { check, checkAll: () => about.forEach(check) };
}
