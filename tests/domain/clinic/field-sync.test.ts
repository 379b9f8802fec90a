/** What devices send from the shop floor: each operation once, nobody's change lost. */
import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { assessment, scheme } from "#db/schema/assessment.server";
import { findingPhoto } from "#db/schema/clinic-work.server";
import { diagnosis } from "#db/schema/clinic.server";
import { journalEntry, storedFile } from "#db/schema/support.server";
import type { Answer } from "~/domain/assessment/answers";
import { saveSection } from "~/domain/assessment/assessments.server";
import { assessmentOfDiagnosis } from "~/domain/assessment/results.server";
import { NATIONAL_SCHEME } from "~/domain/assessment/scheme.server";
import { findingsOf, newestReport } from "~/domain/clinic/draft-report.server";
import type { FieldFinding } from "~/domain/clinic/field";
import { FieldRequest, type SentOperation } from "~/domain/clinic/field-form";
import { MAX_PHOTOS, notePhoto, photoFor, placeOfPhoto } from "~/domain/clinic/field-photos.server";
import { photosOfReport } from "~/domain/clinic/report-photos.server";
import { fieldState } from "~/domain/clinic/field-state.server";
import { applyFieldOperations } from "~/domain/clinic/field-sync.server";
import { changeFinding, removeFinding } from "~/domain/clinic/findings.server";
import { onSiteCase } from "~/domain/clinic/on-site-check.server";
import { codeOfIssue } from "~/i18n/form-errors";
import {
  aCase,
  aClinic,
  aFinding,
  anAuthority,
  anEnterprise,
  anExpert,
  aPark,
  must,
  type Clinic,
} from "../../world/clinic";

const onSite = ["accepted", "assigned", "scheduled", "on_site"] as const;
const toIssue = [...onSite, "report_draft", "written", "report_review", "reported"] as const;
const CONTENT = JSON.parse(readFileSync("db/reference/assessment-miit-2024.json", "utf8"));
const SINGLE = "q05_system_coverage";
const OTHER = "q08_plan_execution";

let clinic: Clinic;
let id: string;
let serial = 0;

beforeEach(async () => {
  clinic = await aClinic();
  await clinic.store.write((tx) =>
    tx.insert(scheme).values({ key: NATIONAL_SCHEME, version: 1, effectiveOn: "2024-01-01", content: CONTENT }),
  );
  ({ id } = await aCase(clinic, onSite));
});

const made = (prefix: string) => `${prefix}_${String(++serial).padStart(26, "0")}`;
const noted: FieldFinding = {
  ...{ title: "换线慢", scenarioKey: "planning_scheduling", area: "production", severity: 3 },
  ...{ description: "", evidence: "看板", expectedGain: "" },
};

function finding(value: FieldFinding, seen = 0, key = made("fnd")): SentOperation & { kind: "finding" } {
  return { id: made("fop"), kind: "finding", key, seen, value };
}

function answer(choice: string[], seen: Answer | null, key = SINGLE) {
  return { id: made("fop"), kind: "answer", key, seen, value: { choice, numbers: {} } } as const;
}

/** Sent by a device of the expert, as the address would read it. */
async function send(operations: readonly unknown[], by = clinic.expert) {
  const read = FieldRequest.parse({ operations });
  const results = await clinic.store.write((tx) => applyFieldOperations(tx, by, id, read.operations, codeOfIssue));
  return must(results);
}

const stateOf = async () => {
  const state = await fieldState(clinic.store.db, clinic.expert, id);
  if (!state) throw new Error("no state");
  return state;
};

describe("once", () => {
  test("an answer that got lost is asked for again and changes nothing twice", async () => {
    const operations = [finding(noted), answer(["B"], null)];
    const first = await send(operations);
    expect(first.map(({ status }) => status)).toEqual(["done", "done"]);
    const [before, entries] = [await stateOf(), await clinic.store.db.$count(journalEntry)];
    expect(await send(operations)).toEqual(first);
    expect(await stateOf()).toEqual(before);
    expect(await clinic.store.db.$count(journalEntry)).toBe(entries);
    expect(before.findings).toMatchObject([{ no: 1, title: "换线慢", edit: 1 }]);
    expect(before.answers[SINGLE]?.choice).toEqual(["B"]);
  });

  test("the lost answer is still told after the case has closed or somebody else has gone on", async () => {
    const operation = finding(noted);
    const first = await send([operation]);
    await send([finding({ ...noted, title: "换线很慢" }, 1, operation.key)]);
    await clinic.store.write((tx) => tx.update(diagnosis).set({ status: "report_review" }));
    expect(await send([operation])).toEqual(first);
    expect((await stateOf()).findings).toMatchObject([{ title: "换线很慢", edit: 2 }]);
    expect(await send([finding(noted)])).toMatchObject([{ status: "closed" }]);
  });

  test("both sends at the same moment make one finding", async () => {
    const operation = finding(noted);
    const [first, second] = await Promise.all([send([operation]), send([operation])]);
    expect(first).toEqual(second);
    expect((await stateOf()).findings).toHaveLength(1);
  });

  test("two hundred findings arrive, in order and numbered", async () => {
    const many = Array.from({ length: 200 }, (_, at) => finding({ ...noted, title: `问题 ${at + 1}` }));
    await send(many.slice(0, 100));
    await send(many.slice(100));
    const { findings } = await stateOf();
    expect(findings.map(({ no, title }) => `${no} ${title}`)).toEqual(many.map((_, at) => `${at + 1} 问题 ${at + 1}`));
  });

  test("one wrong operation keeps none of the others back", async () => {
    const results = await send([finding({ ...noted, title: "" }), finding({ ...noted, title: "对的" })]);
    expect(results).toMatchObject([{ status: "refused", errors: { title: "form:required" } }, { status: "done" }]);
    expect((await stateOf()).findings.map(({ title }) => title)).toEqual(["对的"]);
  });
});

describe("two people on one case", () => {
  test("the second to change a finding is told, and theirs stays until the second has chosen", async () => {
    const begun = finding(noted);
    await send([begun]);
    const phone = finding({ ...noted, title: "手机上的" }, 1, begun.key);
    const tablet = finding({ ...noted, title: "平板上的" }, 1, begun.key);
    expect(await send([phone])).toMatchObject([{ status: "done", seen: 2 }]);
    expect(await send([tablet])).toMatchObject([{ status: "conflict" }]);
    expect((await stateOf()).findings).toMatchObject([{ title: "手机上的", edit: 2 }]);
    const chosen = finding({ ...noted, title: "两人的" }, 2, begun.key);
    expect(await send([chosen])).toMatchObject([{ status: "done", seen: 3 }]);
    expect((await stateOf()).findings).toMatchObject([{ title: "两人的", edit: 3 }]);
  });

  test("a change made at the desk meanwhile is not overwritten from the shop floor", async () => {
    const begun = finding(noted);
    await send([begun]);
    const draft = await newestReport(clinic.store.db, id);
    const desk = { ...aFinding(draft?.edit ?? 0), title: "写字台上的" };
    must(await clinic.store.write((tx) => changeFinding(tx, clinic.expert, id, begun.key, desk)));
    expect(await send([finding({ ...noted, title: "手机上的" }, 1, begun.key)])).toMatchObject([
      { status: "conflict" },
    ]);
    expect((await stateOf()).findings).toMatchObject([{ title: "写字台上的", edit: 2 }]);
  });

  test("and a form drawn at the desk before the shop floor's change is refused as stale", async () => {
    const begun = finding(noted);
    await send([begun]);
    const drawn = (await newestReport(clinic.store.db, id))?.edit ?? 0;
    await send([finding({ ...noted, title: "手机上的" }, 1, begun.key)]);
    const desk = { ...aFinding(drawn), title: "写字台上的" };
    const refusal = await clinic.store.write((tx) => changeFinding(tx, clinic.expert, id, begun.key, desk));
    expect(refusal).toEqual({ ok: false, reason: "stale" });
  });

  test("different questions are filled in side by side, the same one is a conflict", async () => {
    expect(await send([answer(["B"], null)])).toMatchObject([{ status: "done" }]);
    const seen = (await stateOf()).answers[SINGLE] ?? null;
    expect(await send([answer(["A"], null, OTHER)])).toMatchObject([{ status: "done" }]);
    expect(await send([answer(["C"], seen)])).toMatchObject([{ status: "done" }]);
    expect(await send([answer(["D"], seen)])).toMatchObject([{ status: "conflict" }]);
    expect((await stateOf()).answers[SINGLE]?.choice).toEqual(["C"]);
    expect(await send([answer(["C"], seen)])).toMatchObject([{ status: "done" }]);
  });

  test("an answer given on the ordinary page counts as somebody else's", async () => {
    await send([answer(["B"], null)]);
    const filled = await assessmentOfDiagnosis(clinic.store.db, {
      diagnosisId: id,
      enterpriseId: clinic.owner.organisationId,
    });
    const question = filled?.scheme.dimensions
      .flatMap(({ indicators }) => indicators.flatMap(({ questions }) => questions))
      .find(({ key }) => key === SINGLE);
    if (!filled || !question) throw new Error("nothing filled in");
    const typed = { [SINGLE]: { choice: ["A"], numbers: {} } };
    must(
      await clinic.store.write((tx) =>
        saveSection(tx, clinic.expert, filled.id, [question], typed, filled.edit, onSiteCase),
      ),
    );
    expect(await send([answer(["C"], filled.answers[SINGLE] ?? null)])).toMatchObject([{ status: "conflict" }]);
    expect((await stateOf()).answers[SINGLE]?.choice).toEqual(["A"]);
  });

  test("a finding taken out meanwhile is told as gone, not written again", async () => {
    const begun = finding(noted);
    await send([begun]);
    const edit = (await newestReport(clinic.store.db, id))?.edit ?? 0;
    must(await clinic.store.write((tx) => removeFinding(tx, clinic.expert, id, begun.key, edit)));
    expect(await send([finding({ ...noted, title: "改" }, 1, begun.key)])).toMatchObject([{ status: "gone" }]);
    expect((await stateOf()).findings).toEqual([]);
  });
});

describe("who and when", () => {
  test("another expert is told that there is no such case, also about operations that were carried out", async () => {
    const operation = finding(noted);
    await send([operation]);
    const stranger = await clinic.store.write((tx) => anExpert(tx));
    const asked = await clinic.store.write((tx) => applyFieldOperations(tx, stranger, id, [operation], codeOfIssue));
    expect(asked).toEqual({ ok: false, reason: "not_found" });
    expect(await fieldState(clinic.store.db, stranger, id)).toBeNull();
  });

  test("a report handed in and a finished questionnaire take no more", async () => {
    await send([answer(["B"], null)]);
    await clinic.store.write((tx) => tx.update(assessment).set({ status: "finished" }));
    expect(await send([answer(["C"], null)])).toMatchObject([{ status: "closed" }]);
    const owner = await clinic.store.write((tx) => anEnterprise(tx));
    id = (await aCase({ ...clinic, owner }, toIssue)).id;
    expect(await send([finding(noted)])).toMatchObject([{ status: "closed" }]);
  });

  test("a finding of another case is not reached through this one", async () => {
    const begun = finding(noted);
    await send([begun]);
    id = (await aCase({ ...clinic, owner: await clinic.store.write((tx) => anEnterprise(tx)) }, onSite)).id;
    expect(await send([finding({ ...noted, title: "改" }, 1, begun.key)])).toMatchObject([{ status: "gone" }]);
  });

  test("what is wrong is said at its field", async () => {
    const results = await send([
      finding({ ...noted, scenarioKey: "no_such" }),
      finding({ ...noted, title: "长".repeat(121) }),
      { ...answer(["Z"], null) },
    ]);
    expect(results.map((result) => (result.status === "refused" ? Object.keys(result.errors) : result.status))).toEqual(
      [["scenarioKey"], ["title"], [SINGLE]],
    );
  });
});

describe("photos", () => {
  const image = { bytes: Buffer.from("jpeg"), mediaType: "image/jpeg", width: 4, height: 3 } as const;
  const add = (findingId: string, photoId = made("fil")) =>
    clinic.store.write((tx) => notePhoto(tx, clinic.expert, { id: photoId, diagnosisId: id, findingId }, image));

  async function aNotedFinding(): Promise<string> {
    const begun = finding(noted);
    await send([begun]);
    return begun.key;
  }

  test("a photo sent twice is there once", async () => {
    const findingId = await aNotedFinding();
    const photoId = made("fil");
    expect(must(await add(findingId, photoId)).isThere).toBe(false);
    expect(must(await add(findingId, photoId)).isThere).toBe(true);
    expect((await stateOf()).photos).toEqual([{ id: photoId, findingId }]);
  });

  test("one without its finding waits, the thirteenth and one of a closed case are refused", async () => {
    expect(await add(made("fnd"))).toEqual({ ok: false, reason: "gone" });
    const findingId = await aNotedFinding();
    for (let at = 0; at < MAX_PHOTOS; at++) must(await add(findingId));
    expect(await add(findingId)).toEqual({ ok: false, reason: "too_many" });
    const stranger = await clinic.store.write((tx) => anExpert(tx));
    const photo = { id: made("fil"), diagnosisId: id, findingId };
    expect(await placeOfPhoto(clinic.store.db, stranger, photo)).toEqual({ ok: false, reason: "not_found" });
  });

  test("is removed once, and goes with its finding", async () => {
    const findingId = await aNotedFinding();
    const [first, second] = [made("fil"), made("fil")];
    must(await add(findingId, first));
    must(await add(findingId, second));
    const removal = { id: made("fop"), kind: "remove_photo", key: first };
    expect(await send([removal, removal])).toMatchObject([{ status: "done" }, { status: "done" }]);
    expect((await stateOf()).photos.map((photo) => photo.id)).toEqual([second]);
    const edit = (await newestReport(clinic.store.db, id))?.edit ?? 0;
    must(await clinic.store.write((tx) => removeFinding(tx, clinic.expert, id, findingId, edit)));
    expect(await clinic.store.db.$count(storedFile)).toBe(0);
    expect(await clinic.store.db.$count(findingPhoto)).toBe(0);
  });

  test("is read by those who may read its report, and by nobody else", async () => {
    const { store, expert, owner, park } = clinic;
    const inDraft = made("fil");
    must(await add(await aNotedFinding(), inDraft));
    const issued = (await aCase({ ...clinic, owner: await store.write((tx) => anEnterprise(tx)) }, toIssue)).id;
    const report = await newestReport(store.db, issued);
    const [reported] = await findingsOf(store.db, report?.id ?? "");
    const inReport = made("fil");
    await store.write(async (tx) => {
      await tx.insert(storedFile).values({
        ...{ id: inReport, ownerOrganisationId: owner.organisationId, name: "a", mediaType: "image/jpeg", bytes: 1 },
        ...{ sha256: "x", createdByUserId: expert.userId, createdAt: 1 },
      });
      await tx.insert(findingPhoto).values({ fileId: inReport, findingId: reported?.id ?? "", createdAt: 1 });
    });
    expect((await photosOfReport(store.db, report?.id ?? "")).map((photo) => photo.id)).toEqual([inReport]);
    const [province, city, farCity, otherPark, stranger] = await store.write(async (tx) => [
      await anAuthority(tx, "province", "360000"),
      await anAuthority(tx, "city", "360100"),
      await anAuthority(tx, "city", "360400"),
      await aPark(tx, "jiujiang-etdz"),
      await anExpert(tx),
    ]);
    const may = async (fileId: string, ...actors: Parameters<typeof photoFor>[1]) =>
      Promise.all(actors.map(async (actor) => (await photoFor(store.db, [actor], fileId)) !== null));
    expect(await may(inDraft, expert, owner, park, province)).toEqual([true, false, false, false]);
    expect(await may(inReport, expert, park, province, city)).toEqual([true, true, true, true]);
    expect(await may(inReport, owner, farCity, otherPark, stranger)).toEqual([false, false, false, false]);
    expect(await photoFor(store.db, [], inReport)).toBeNull();
    await store.write((tx) => tx.delete(findingPhoto).where(eq(findingPhoto.fileId, inReport)));
    expect(await may(inReport, expert)).toEqual([false]);
  });
});
