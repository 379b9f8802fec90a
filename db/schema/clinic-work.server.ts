/** What experts and reviewers work with: free times, photos, comments, and what devices sent. */
import { bool, check, index, json, primaryKey, sql, table, text, time, uniqueIndex } from "../kit.server";
import { diagnosis, finding, report } from "./clinic.server";
import { user } from "./identity.server";
import { storedFile } from "./support.server";

/**
 * An expert's time: free while `diagnosisId` is null, else the visit of that case. A booked visit always has a row, also
 * when its time was never offered, so that nobody is booked twice.
 */
export const expertSlot = table(
  "expert_slot",
  {
    id: text().primaryKey(),
    expertUserId: text()
      .notNull()
      .references(() => user.id),
    startsAt: time().notNull(),
    endsAt: time().notNull(),
    diagnosisId: text().references(() => diagnosis.id),
    /** Offered by the expert: free again when the visit is moved away. Else the row goes with the visit. */
    isOffered: bool().notNull().default(true),
    createdAt: time().notNull(),
  },
  (t) => [
    check("expert_slot_order", sql`${t.endsAt} > ${t.startsAt}`),
    uniqueIndex("expert_slot_start").on(t.expertUserId, t.startsAt),
    uniqueIndex("expert_slot_case").on(t.diagnosisId),
  ],
);

/** A photo taken into a finding; a corrected report's finding has those of the one it was copied from. */
export const findingPhoto = table(
  "finding_photo",
  {
    fileId: text()
      .notNull()
      .references(() => storedFile.id),
    findingId: text()
      .notNull()
      .references(() => finding.id),
    caption: text().notNull().default(""),
    createdAt: time().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.fileId, t.findingId] }),
    index("finding_photo_by_finding").on(t.findingId, t.createdAt),
  ],
);

/** What a reviewer says about a report handed in, pinned to a finding or to the whole. */
export const reportComment = table(
  "report_comment",
  {
    id: text().primaryKey(),
    reportId: text()
      .notNull()
      .references(() => report.id),
    /** Null: the whole report. A finding taken out leaves its comments behind, hence no reference. */
    findingId: text(),
    text: text().notNull(),
    byUserId: text()
      .notNull()
      .references(() => user.id),
    at: time().notNull(),
    /** The expert's answer, once given. */
    answer: text().notNull().default(""),
    resolvedAt: time(),
    resolvedByUserId: text().references(() => user.id),
  },
  (t) => [index("report_comment_by_report").on(t.reportId, t.at)],
);

/** What a device sent from the shop floor, once each: a repeated send is answered with what the first one led to. */
export const fieldOperation = table(
  "field_operation",
  {
    /** Made on the device. */
    id: text().primaryKey(),
    diagnosisId: text()
      .notNull()
      .references(() => diagnosis.id),
    byUserId: text()
      .notNull()
      .references(() => user.id),
    at: time().notNull(),
    result: json<Record<string, unknown>>().notNull(),
  },
  (t) => [index("field_operation_by_case").on(t.diagnosisId, t.at)],
);
