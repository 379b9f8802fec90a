import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { loadReference } from "#db/seed/reference.server";
import { assessment, scheme as schemeTable } from "#db/schema/assessment.server";
import { park } from "#db/schema/scenarios.server";
import { referenceFile } from "#db/schema/scenarios.server";
import { journalEntry } from "#db/schema/support.server";
import { startAssessment } from "~/domain/assessment/assessments.server";
import { levelOf } from "~/domain/assessment/level";
import { questionsOf } from "~/domain/assessment/scheme";
import { changeForm, fieldOf, typedOf, type SchemeChange } from "~/domain/assessment/scheme-change";
import { revisedContent } from "~/domain/assessment/scheme-content";
import { parseScheme } from "~/domain/assessment/scheme.server";
import { tryScheme } from "~/domain/assessment/scheme-trial.server";
import { publishScheme, schemeLines, schemeToEdit } from "~/domain/assessment/scheme-versions.server";
import { scoreAnswers } from "~/domain/assessment/score";
import type { Administrator, EnterpriseMember } from "~/domain/identity/actor";
import { addAssessment, addEnterprise, addUser } from "../../world/programme";
import { referenceStore } from "../../world/reference";
import { content, national, scenes } from "./national";

const KEY = "miit_sme_2024";
const TODAY = "2031-03-05";
const form = { effectiveOn: TODAY, note: "按新文件调整", newest: "1" };

let store: ReturnType<typeof referenceStore>;
let editor: Administrator;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2031, 2, 5, 4) });
  store = referenceStore();
  editor = { kind: "administrator", userId: await addUser(store), userName: "王工" };
  return () => vi.useRealTimers();
});

const typed = (but: Record<string, string | string[]> = {}) => ({ ...typedOf(national), ...form, ...but });

function changed(but: Record<string, string | string[]>): SchemeChange {
  return changeForm(national).parse(typed(but)).change;
}

function errorsOf(but: Record<string, string | string[]>): Record<string, string> {
  const parsed = changeForm(national).safeParse(typed(but));
  if (parsed.success) return {};
  return Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join("."), message]));
}

const publish = (change: SchemeChange, but: { newest?: number; effectiveOn?: string } = {}) =>
  store.write((tx) =>
    publishScheme(tx, editor, { base: 1, newest: 1, change, effectiveOn: TODAY, note: "按新文件调整", ...but }),
  );

test("a form sent back as it was drawn changes nothing", async () => {
  expect(parseScheme(revisedContent(content, changed({})))).toEqual(national);
  expect(await publish(changed({}))).toEqual({ ok: false, reason: "unchanged" });
});

test.each([
  ["a gate below the one under it", { score_3: "39" }, { score_3: "schemes:error.falls" }],
  ["fewer scenarios than the level below", { scenes_4: "7" }, { scenes_4: "schemes:error.falls" }],
  [
    "more constrained scenarios than are marked",
    { constrained: ["quality"] },
    { constrained_4: "schemes:error.more_than_marked" },
  ],
  ["more constrained scenarios than scenarios", { scenes_1: "2" }, { constrained_1: "schemes:error.more_than_scenes" }],
  ["more scenarios than there are", { scenes_4: "17" }, { scenes_4: "Too big: expected number to be <=16" }],
  ["a gate without a number", { score_2: "" }, { score_2: "form:required" }],
  ["a scenario nobody knows", { constrained: ["nothing"] }, { constrained: "form:choose" }],
  ["a level without an English name", { level_1_en: "" }, { level_1_en: "form:required" }],
  [
    "an option without a Chinese text",
    { [fieldOf.option("q01_network", "A", "zh")]: " " },
    { "option-q01_network-A-zh": "form:required" },
  ],
  ["no note", { note: "" }, { note: "form:required" }],
])("%s is refused at its field", (_what, but, errors) => {
  expect(errorsOf(but)).toMatchObject(errors);
});

test("no question and no option value is ever lost, and points stay, whatever is typed", () => {
  const values = (scheme: typeof national) =>
    questionsOf(scheme).map(({ key, maxScore, options }) => [key, maxScore, options.map((o) => [o.value, o.score])]);
  const anyScenes = fc.subarray(national.constrainedScenes, { minLength: 6 });
  fc.assert(
    fc.property(anyScenes, fc.string({ minLength: 1, maxLength: 40 }), (constrained, name) => {
      const but = { constrained, level_0_zh: `名${name}`, "option-q01_network-A-zh": `文${name}` };
      const revised = parseScheme(revisedContent(content, changed(but)));
      expect(values(revised)).toEqual(values(national));
      expect(revised.constrainedScenes.toSorted()).toEqual(constrained.toSorted());
    }),
    { numRuns: 20 },
  );
});

test("answers come to the same points and scenario levels under an edited scheme", () => {
  const revised = parseScheme(
    revisedContent(content, changed({ score_1: "10", constrained: national.constrainedScenes.slice(0, 7) })),
  );
  const anyAnswers = fc.record(
    Object.fromEntries(
      questionsOf(national).map(({ key, options }) => [
        key,
        fc.record({ choice: fc.constantFrom(...options.map(({ value }) => [value])), numbers: fc.constant({}) }),
      ]),
    ),
  );
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      expect(scoreAnswers(revised, answers)).toEqual(scoreAnswers(national, answers));
    }),
    { numRuns: 50 },
  );
});

test("the check value holds under the loaded scheme, and moves with the gates", () => {
  expect(levelOf(national, 45, scenes(2, 3, 3))).toBe(2);
  expect(levelOf(national, 45, scenes(2, 2, 6))).toBe(0);
  const eased = parseScheme(revisedContent(content, changed({ constrained_1: "2", constrained_2: "2" })));
  expect(levelOf(eased, 45, scenes(2, 2, 6))).toBe(2);
});

test("a published version is the next number, keeps what the form does not know, and is journaled", async () => {
  expect(await publish(changed({ score_1: "25" }))).toEqual({ ok: true, value: { version: 2 } });
  const read = await schemeToEdit(store.db, 2);
  const untouched = ["source", "method", "level_bounds", "other_schemes", "provenance_note"];
  for (const part of untouched) expect(read?.content[part]).toEqual(content[part]);
  expect(read?.content.gating).toMatchObject({ confidence: "reconstructed", implement_as: expect.any(String) });
  expect(read?.scheme.gates[0]).toEqual({ level: 1, minScore: 25, minScenes: 6, minConstrained: 3 });
  expect(read?.scheme.areGatesProvisional).toBe(true);
  expect(await store.db.select().from(journalEntry)).toMatchObject([
    { action: "scheme.published", subjectKind: "scheme", subjectId: `${KEY}/2`, actorUserId: editor.userId },
  ]);
});

test("two who edit at once do not overwrite each other, and no date lies before the newest version's", async () => {
  await publish(changed({ score_1: "25" }), { effectiveOn: "2031-06-01" });
  expect(await publish(changed({ score_1: "15" }))).toEqual({ ok: false, reason: "stale" });
  const early = await publish(changed({ score_1: "15" }), { newest: 2, effectiveOn: "2031-05-31" });
  expect(early).toEqual({ ok: false, reason: "too_early" });
  expect(await publish(changed({ score_1: "15" }), { newest: 2, effectiveOn: "2031-03-04" })).toMatchObject({
    ok: false,
  });
  expect(await schemeLines(store.db)).toMatchObject([
    { version: 2, standing: "coming" },
    { version: 1, standing: "in_force" },
  ]);
});

test("from its date a version serves new assessments; those begun earlier finish under theirs", async () => {
  await publish(changed({ score_1: "25" }), { effectiveOn: "2031-04-01" });
  const members = [await addEnterprise(store), await addEnterprise(store)].map((organisationId): EnterpriseMember => ({
    ...{ kind: "enterprise", userId: editor.userId, userName: "甲", organisationId, organisationName: "某厂" },
    ...{ role: "owner", parkSlug: null, regionCode: "360100" },
  }));
  const [early, late] = members;
  const begin = (member: EnterpriseMember | undefined) =>
    store.write(async (tx) =>
      member
        ? startAssessment(tx, member, { source: "self", enterpriseId: member.organisationId })
        : { ok: false as const, reason: "not_yours" as const },
    );
  await begin(early);
  vi.setSystemTime(Date.UTC(2031, 3, 1, 4));
  await begin(early);
  await begin(late);
  const versionOf = async (member: EnterpriseMember | undefined) =>
    (
      await store.db
        .select()
        .from(assessment)
        .where(eq(assessment.enterpriseId, member?.organisationId ?? ""))
    ).map(({ schemeVersion }) => schemeVersion);
  expect(await versionOf(early)).toEqual([1]);
  expect(await versionOf(late)).toEqual([2]);
});

test("loading the reference data again neither undoes nor doubles a version", async () => {
  await publish(changed({ score_1: "25" }));
  await store.write((tx) => tx.delete(referenceFile).where(eq(referenceFile.name, "assessment-miit-2024.json")));
  loadReference(store.writer);
  const rows = await store.db.select().from(schemeTable).where(eq(schemeTable.key, KEY));
  expect(rows.map(({ version, effectiveOn }) => [version, effectiveOn])).toEqual([
    [1, "2024-09-04"],
    [2, TODAY],
  ]);
  expect((await schemeToEdit(store.db, 2))?.scheme.gates[0]?.minScore).toBe(25);
});

test("a dry run counts moves by level and park, of the latest result of each source, and writes nothing", async () => {
  const slug = (await store.db.select({ slug: park.slug }).from(park).limit(1))[0]?.slug ?? "";
  const inPark = await addEnterprise(store, { parkSlug: slug });
  const outside = await addEnterprise(store);
  const by = { byUserId: editor.userId };
  const strong = { score: 45, level: 2, scenarioLevels: scenes(2, 3, 3), ...by };
  const weak = { score: 22, level: 1, scenarioLevels: scenes(1, 3, 3), ...by };
  await addAssessment(store, { enterpriseId: inPark, ...strong, finishedAt: 5 });
  await addAssessment(store, { enterpriseId: inPark, ...weak, finishedAt: 9 });
  await addAssessment(store, { enterpriseId: outside, ...strong, source: "self" });
  await addAssessment(store, { enterpriseId: outside, ...strong, status: "draft", finishedAt: null });
  const harder = parseScheme(revisedContent(content, changed({ score_1: "30" })));
  const trials = await tryScheme(store.db, harder);
  expect(trials).toMatchObject([
    { source: "self", enterprises: 1, up: 0, down: 0 },
    { source: "on_site", enterprises: 1, up: 0, down: 1, parks: [{ parkSlug: slug, up: 0, down: 1 }] },
  ]);
  expect(trials[1]?.matrix[1]).toEqual([1, 0, 0, 0, 0]);
  const levels = await store.db
    .select({ level: assessment.level })
    .from(assessment)
    .where(and(eq(assessment.enterpriseId, inPark), eq(assessment.finishedAt, 9)));
  expect(levels).toEqual([{ level: 1 }]);
});
