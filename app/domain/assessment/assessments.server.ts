/** Filling in an assessment: start, save a section, take over a visitor's answers, finish. */
import { and, desc, eq, isNull } from "drizzle-orm";
import { newId } from "#db/ids.server";
import { assessment } from "#db/schema/assessment.server";
import { one, type Writer } from "#db/store.server";
import { paths } from "~/paths";
import type { EnterpriseMember } from "~/domain/identity/actor";
import { tell } from "~/domain/notices/notices.server";
import { done, refused, type Outcome } from "~/domain/outcome";
import { filledUp, readAnswers, type Answers } from "./answers";
import { levelOf } from "./level";
import {
  mayAssess,
  recordAssessment,
  writableAssessment,
  type Assessor,
  type OnSiteCheck,
  type Subject,
} from "./ownership.server";
import type { Question } from "./scheme";
import { readScheme } from "./scheme.server";
import { scoreAnswers } from "./score";

/**
 * Opens an assessment under the newest scheme, or resumes the open draft of the same enterprise, source and case. A second
 * on-site assessment of one case starts from the answers of the first, so that an expert can correct a point. Refuses what
 * is not the actor's ("not_yours"). Writes assessment and journal.
 */
export async function startAssessment(
  tx: Writer,
  actor: Assessor,
  subject: Subject,
  onSite: OnSiteCheck | null = null,
): Promise<Outcome<{ id: string; edit: number }, "not_yours">> {
  if (!(await mayAssess(tx, actor, subject, onSite))) return refused("not_yours");
  const earlier = await newestOf(tx, subject, subject.source === "self" ? "draft" : null);
  if (earlier?.status === "draft") return done({ id: earlier.id, edit: earlier.edit });
  const { scheme, version } = await readScheme(tx);
  const id = newId("asm");
  const answers = readAnswers(scheme, earlier?.answers ?? {});
  await tx.insert(assessment).values({
    id,
    ...subject,
    schemeKey: scheme.key,
    schemeVersion: version,
    status: "draft",
    answers,
    byUserId: actor.userId,
    startedAt: Date.now(),
  });
  await recordAssessment(
    tx,
    actor,
    { id, ...subject },
    {
      action: "assessment.started",
      after: { source: subject.source, scheme: scheme.key, version },
    },
  );
  return done({ id, edit: 1 });
}

/**
 * Saves the answers to some questions and leaves the others. Refuses an assessment that is not the actor's ("not_found"),
 * a finished one, and a form drawn before somebody else's save ("stale"). Writes assessment and journal.
 */
export async function saveSection(
  tx: Writer,
  actor: Assessor,
  id: string,
  questions: Question[],
  answers: Answers,
  seenEdit: number,
  onSite: OnSiteCheck | null = null,
): Promise<Outcome<{ edit: number }, "not_found" | "finished" | "stale">> {
  const row = await writableAssessment(tx, actor, id, onSite);
  if (!row) return refused("not_found");
  if (row.status === "finished") return refused("finished");
  if (row.edit !== seenEdit) return refused("stale");
  const given = Object.fromEntries(questions.flatMap(({ key }) => (answers[key] ? [[key, answers[key]]] : [])));
  const edit = row.edit + 1;
  await tx
    .update(assessment)
    .set({ answers: { ...row.answers, ...given }, edit, byUserId: actor.userId })
    .where(eq(assessment.id, id));
  const { scheme } = await readScheme(tx, { key: row.schemeKey, version: row.schemeVersion });
  const before = choicesOf(readAnswers(scheme, row.answers), Object.keys(given));
  await recordAssessment(tx, actor, row, {
    action: "assessment.section_saved",
    before,
    after: choicesOf(given, Object.keys(given)),
  });
  return done({ edit });
}

/**
 * Puts a visitor's answers into the enterprise's open self-assessment, which is started when there is none. What the
 * enterprise has answered already stays. Writes assessment and journal.
 */
export async function takeOverAnswers(
  tx: Writer,
  member: EnterpriseMember,
  visitorAnswers: Answers,
): Promise<Outcome<{ id: string }, "not_yours">> {
  const started = await startAssessment(tx, member, { source: "self", enterpriseId: member.organisationId });
  if (!started.ok) return started;
  const { id } = started.value;
  const row = await one(tx.select().from(assessment).where(eq(assessment.id, id)));
  if (!row) return refused("not_yours");
  const { scheme } = await readScheme(tx, { key: row.schemeKey, version: row.schemeVersion });
  const present = readAnswers(scheme, row.answers);
  const answers = filledUp(present, readAnswers(scheme, visitorAnswers));
  await tx
    .update(assessment)
    .set({ answers, edit: row.edit + 1 })
    .where(eq(assessment.id, id));
  const taken = Object.keys(answers).filter((key) => answers[key] !== present[key]);
  await recordAssessment(tx, member, row, { action: "assessment.taken_over", after: choicesOf(answers, taken) });
  return done({ id });
}

/**
 * Closes a filled questionnaire: counts points and level and keeps them with the scheme's version. Refuses one that is not
 * the actor's, is finished, has changed since the form was drawn, or has open questions. Writes assessment, journal and, for
 * an on-site one, a notice to the enterprise.
 */
export async function finishAssessment(
  tx: Writer,
  actor: Assessor,
  id: string,
  seenEdit: number,
  onSite: OnSiteCheck | null = null,
): Promise<Outcome<{ score: number; level: number }, "not_found" | "finished" | "stale" | "incomplete">> {
  const row = await writableAssessment(tx, actor, id, onSite);
  if (!row) return refused("not_found");
  if (row.status === "finished") return refused("finished");
  if (row.edit !== seenEdit) return refused("stale");
  const { scheme } = await readScheme(tx, { key: row.schemeKey, version: row.schemeVersion });
  const score = scoreAnswers(scheme, readAnswers(scheme, row.answers));
  if (score.unanswered.length > 0) return refused("incomplete");
  const level = levelOf(scheme, score.total, score.scenarioLevels);
  const { foundation = 0, management = 0, effect = 0 } = score.byDimension;
  await tx
    .update(assessment)
    .set({
      status: "finished",
      finishedAt: Date.now(),
      score: score.total,
      ...{ foundation, management, effect, level },
      scenarioLevels: score.scenarioLevels,
      edit: row.edit + 1,
      byUserId: actor.userId,
    })
    .where(eq(assessment.id, id));
  await recordAssessment(tx, actor, row, { action: "assessment.finished", after: { score: score.total, level } });
  if (row.source === "on_site") {
    await tell(
      tx,
      { organisationId: row.enterpriseId },
      { kind: "assessment.on_site_finished", params: { level }, href: paths.enterprise.assessment(id) },
      actor,
    );
  }
  return done({ score: score.total, level });
}

/** The newest assessment of a subject, of one status or of any; a re-assessment belongs to its effect. */
async function newestOf(tx: Writer, subject: Subject, status: "draft" | null) {
  const mine = [
    eq(assessment.enterpriseId, subject.enterpriseId),
    eq(assessment.source, subject.source),
    isNull(assessment.effectId),
    ...(subject.source === "on_site" ? [eq(assessment.diagnosisId, subject.diagnosisId)] : []),
    ...(status ? [eq(assessment.status, status)] : []),
  ];
  return one(
    tx
      .select()
      .from(assessment)
      .where(and(...mine))
      .orderBy(desc(assessment.startedAt), desc(assessment.id))
      .limit(1),
  );
}

/** Choices only: the journal is read by more people than the enterprise's figures are. */
function choicesOf(answers: Answers, keys: string[]): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [key, answers[key]?.choice.join("") ?? ""]));
}
