CREATE TABLE `access_entry` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`enterpriseId` text NOT NULL,
	`reportId` text NOT NULL,
	`what` text NOT NULL,
	`byUserId` text NOT NULL,
	`byOrganisationId` text,
	`consentId` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`enterpriseId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reportId`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`byUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consentId`) REFERENCES `consent`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `access_entry_by_enterprise` ON `access_entry` (`enterpriseId`,`id`);--> statement-breakpoint
CREATE INDEX `access_entry_by_reader` ON `access_entry` (`reportId`,`byUserId`,`what`,`at`);--> statement-breakpoint
CREATE TABLE `consent` (
	`id` text PRIMARY KEY NOT NULL,
	`enterpriseId` text NOT NULL,
	`reportId` text NOT NULL,
	`providerId` text NOT NULL,
	`sections` text NOT NULL,
	`withFiles` integer DEFAULT false NOT NULL,
	`until` integer NOT NULL,
	`createdByUserId` text NOT NULL,
	`createdAt` integer NOT NULL,
	`withdrawnAt` integer,
	`withdrawnByUserId` text,
	FOREIGN KEY (`enterpriseId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reportId`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`providerId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`createdByUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawnByUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consent_by_enterprise` ON `consent` (`enterpriseId`,`createdAt`);--> statement-breakpoint
CREATE INDEX `consent_by_provider` ON `consent` (`providerId`,`until`);--> statement-breakpoint
CREATE INDEX `consent_by_report` ON `consent` (`reportId`);--> statement-breakpoint
CREATE TABLE `effect` (
	`id` text PRIMARY KEY NOT NULL,
	`enterpriseId` text NOT NULL,
	`parkSlug` text,
	`recommendationId` text,
	`projectId` text,
	`solutionId` text,
	`providerId` text,
	`stage` text NOT NULL,
	`baseAssessmentId` text NOT NULL,
	`assessmentId` text,
	`figures` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`status` text NOT NULL,
	`createdByUserId` text NOT NULL,
	`createdAt` integer NOT NULL,
	`confirmedByEnterpriseAt` integer,
	`confirmedByParkAt` integer,
	`confirmedByUserId` text,
	`rejection` text DEFAULT '' NOT NULL,
	`edit` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`enterpriseId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recommendationId`) REFERENCES `recommendation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`projectId`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`createdByUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmedByUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "effect_stage" CHECK("effect"."stage" IN ('t1', 't2')),
	CONSTRAINT "effect_status" CHECK("effect"."status" IN ('open', 'enterprise_confirmed', 'confirmed', 'rejected'))
);
--> statement-breakpoint
CREATE INDEX `effect_by_enterprise` ON `effect` (`enterpriseId`,`createdAt`);--> statement-breakpoint
CREATE INDEX `effect_by_provider` ON `effect` (`providerId`,`status`);--> statement-breakpoint
CREATE INDEX `effect_by_park` ON `effect` (`parkSlug`,`status`);--> statement-breakpoint
CREATE TABLE `group_member` (
	`groupId` text NOT NULL,
	`enterpriseId` text NOT NULL,
	`findingId` text NOT NULL,
	`status` text NOT NULL,
	`answeredByUserId` text,
	`answeredAt` integer,
	PRIMARY KEY(`groupId`, `enterpriseId`),
	FOREIGN KEY (`groupId`) REFERENCES `group_request`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enterpriseId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`findingId`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answeredByUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "group_member_status" CHECK("group_member"."status" IN ('invited', 'joined', 'declined'))
);
--> statement-breakpoint
CREATE INDEX `group_member_by_enterprise` ON `group_member` (`enterpriseId`,`status`);--> statement-breakpoint
CREATE TABLE `group_request` (
	`id` text PRIMARY KEY NOT NULL,
	`parkSlug` text NOT NULL,
	`scenarioKey` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`status` text NOT NULL,
	`createdByUserId` text NOT NULL,
	`createdAt` integer NOT NULL,
	`sentAt` integer,
	`edit` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`createdByUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "group_status" CHECK("group_request"."status" IN ('open', 'sent', 'closed'))
);
--> statement-breakpoint
CREATE INDEX `group_request_by_park` ON `group_request` (`parkSlug`,`createdAt`);--> statement-breakpoint
CREATE TABLE `expert_slot` (
	`id` text PRIMARY KEY NOT NULL,
	`expertUserId` text NOT NULL,
	`startsAt` integer NOT NULL,
	`endsAt` integer NOT NULL,
	`diagnosisId` text,
	`isOffered` integer DEFAULT true NOT NULL,
	`createdAt` integer NOT NULL,
	FOREIGN KEY (`expertUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`diagnosisId`) REFERENCES `diagnosis`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "expert_slot_order" CHECK("expert_slot"."endsAt" > "expert_slot"."startsAt")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `expert_slot_start` ON `expert_slot` (`expertUserId`,`startsAt`);--> statement-breakpoint
CREATE UNIQUE INDEX `expert_slot_case` ON `expert_slot` (`diagnosisId`);--> statement-breakpoint
CREATE TABLE `field_operation` (
	`id` text PRIMARY KEY NOT NULL,
	`diagnosisId` text NOT NULL,
	`byUserId` text NOT NULL,
	`at` integer NOT NULL,
	`result` text NOT NULL,
	FOREIGN KEY (`diagnosisId`) REFERENCES `diagnosis`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`byUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `field_operation_by_case` ON `field_operation` (`diagnosisId`,`at`);--> statement-breakpoint
CREATE TABLE `finding_photo` (
	`fileId` text PRIMARY KEY NOT NULL,
	`findingId` text NOT NULL,
	`caption` text DEFAULT '' NOT NULL,
	`createdAt` integer NOT NULL,
	FOREIGN KEY (`fileId`) REFERENCES `stored_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`findingId`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `finding_photo_by_finding` ON `finding_photo` (`findingId`,`createdAt`);--> statement-breakpoint
CREATE TABLE `report_comment` (
	`id` text PRIMARY KEY NOT NULL,
	`reportId` text NOT NULL,
	`findingId` text,
	`text` text NOT NULL,
	`byUserId` text NOT NULL,
	`at` integer NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`resolvedAt` integer,
	`resolvedByUserId` text,
	FOREIGN KEY (`reportId`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`byUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolvedByUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_comment_by_report` ON `report_comment` (`reportId`,`at`);--> statement-breakpoint
CREATE TABLE `done_once` (
	`key` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `stored_file` (
	`id` text PRIMARY KEY NOT NULL,
	`ownerOrganisationId` text NOT NULL,
	`name` text NOT NULL,
	`mediaType` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`width` integer,
	`height` integer,
	`createdByUserId` text NOT NULL,
	`createdAt` integer NOT NULL,
	FOREIGN KEY (`createdByUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `stored_file_by_owner` ON `stored_file` (`ownerOrganisationId`,`createdAt`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_diagnosis_step` (
	`id` text PRIMARY KEY NOT NULL,
	`diagnosisId` text NOT NULL,
	`fromStatus` text,
	`toStatus` text NOT NULL,
	`reason` text,
	`text` text DEFAULT '' NOT NULL,
	`byUserId` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`diagnosisId`) REFERENCES `diagnosis`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`byUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "diagnosis_step_to" CHECK("__new_diagnosis_step"."toStatus" IN ('draft', 'submitted', 'changes_requested', 'accepted', 'assigned', 'scheduled', 'on_site', 'report_draft', 'report_review', 'reported', 'confirmed', 'closed', 'declined', 'withdrawn', 'cancelled')),
	CONSTRAINT "diagnosis_step_reason" CHECK("__new_diagnosis_step"."reason" IN ('information_missing', 'not_in_park', 'not_manufacturing', 'recently_diagnosed', 'no_longer_needed', 'other_support_found', 'enterprise_unreachable', 'report_incomplete', 'evidence_missing', 'conflict_of_interest', 'time_unsuitable', 'production_peak', 'expert_unavailable', 'correction', 'other'))
);
--> statement-breakpoint
INSERT INTO `__new_diagnosis_step`("id", "diagnosisId", "fromStatus", "toStatus", "reason", "text", "byUserId", "at") SELECT "id", "diagnosisId", "fromStatus", "toStatus", "reason", "text", "byUserId", "at" FROM `diagnosis_step`;--> statement-breakpoint
DROP TABLE `diagnosis_step`;--> statement-breakpoint
ALTER TABLE `__new_diagnosis_step` RENAME TO `diagnosis_step`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `diagnosis_step_by_diagnosis` ON `diagnosis_step` (`diagnosisId`,`at`);--> statement-breakpoint
ALTER TABLE `assessment` ADD `effectId` text;--> statement-breakpoint
CREATE INDEX `assessment_by_effect` ON `assessment` (`effectId`);--> statement-breakpoint
ALTER TABLE `scheme` ADD `note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `scheme` ADD `createdByUserId` text REFERENCES user(id);--> statement-breakpoint
ALTER TABLE `scheme` ADD `createdAt` integer;--> statement-breakpoint
CREATE TABLE `__new_finding` (
	`id` text PRIMARY KEY NOT NULL,
	`reportId` text NOT NULL,
	`no` integer NOT NULL,
	`scenarioKey` text NOT NULL,
	`title` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`evidence` text DEFAULT '' NOT NULL,
	`severity` integer NOT NULL,
	`area` text DEFAULT 'production' NOT NULL,
	`expectedGain` text DEFAULT '' NOT NULL,
	`gainMetric` text,
	`gainValue` real,
	`gainUnit` text,
	`edit` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`reportId`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "finding_area" CHECK("__new_finding"."area" IN ('research', 'production', 'management', 'supply_chain', 'data', 'infrastructure', 'organisation')),
	CONSTRAINT "finding_metric" CHECK("__new_finding"."gainMetric" IN ('changeover_time', 'downtime', 'defect_rate', 'delivery_time', 'stock_turnover', 'energy', 'labour', 'cost', 'output', 'other')),
	CONSTRAINT "finding_unit" CHECK("__new_finding"."gainUnit" IN ('percent', 'hours', 'days', 'people', 'wan_yuan_per_year', 'times', 'pieces'))
);
--> statement-breakpoint
INSERT INTO `__new_finding`("id", "reportId", "no", "scenarioKey", "title", "description", "evidence", "severity", "expectedGain") SELECT "id", "reportId", "no", "scenarioKey", "title", "description", "evidence", "severity", "expectedGain" FROM `finding`;--> statement-breakpoint
DROP TABLE `finding`;--> statement-breakpoint
ALTER TABLE `__new_finding` RENAME TO `finding`;--> statement-breakpoint
CREATE UNIQUE INDEX `finding_no` ON `finding` (`reportId`,`no`);--> statement-breakpoint
ALTER TABLE `recommendation` ADD `effort` integer;--> statement-breakpoint
ALTER TABLE `recommendation` ADD `effect` integer;--> statement-breakpoint
ALTER TABLE `recommendation` ADD `originId` text;--> statement-breakpoint
CREATE TABLE `__new_report` (
	`id` text PRIMARY KEY NOT NULL,
	`diagnosisId` text NOT NULL,
	`enterpriseId` text NOT NULL,
	`number` integer NOT NULL,
	`status` text NOT NULL,
	`assessmentId` text,
	`overview` text DEFAULT '' NOT NULL,
	`summary` text DEFAULT '' NOT NULL,
	`analysis` text DEFAULT '' NOT NULL,
	`targetLevel` integer,
	`disclosure` text DEFAULT '' NOT NULL,
	`createdAt` integer NOT NULL,
	`submittedAt` integer,
	`issuedAt` integer,
	`issuedByUserId` text,
	`correctionNote` text DEFAULT '' NOT NULL,
	`supersededAt` integer,
	`reviewerUserId` text,
	`reviewVerdict` text,
	`reviewText` text DEFAULT '' NOT NULL,
	`reviewedAt` integer,
	`frozen` text,
	`edit` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`diagnosisId`) REFERENCES `diagnosis`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enterpriseId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issuedByUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewerUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "report_status" CHECK("__new_report"."status" IN ('draft', 'in_review', 'issued', 'superseded')),
	CONSTRAINT "report_verdict" CHECK("__new_report"."reviewVerdict" IN ('approve', 'return'))
);
--> statement-breakpoint
INSERT INTO `__new_report`("id", "diagnosisId", "enterpriseId", "number", "status", "assessmentId", "summary", "analysis", "targetLevel", "disclosure", "createdAt", "submittedAt", "issuedAt", "issuedByUserId", "edit") SELECT "id", "diagnosisId", "enterpriseId", "number", "status", "assessmentId", "summary", "analysis", "targetLevel", "disclosure", "createdAt", "submittedAt", "issuedAt", "issuedByUserId", "edit" FROM `report`;--> statement-breakpoint
DROP TABLE `report`;--> statement-breakpoint
ALTER TABLE `__new_report` RENAME TO `report`;--> statement-breakpoint
CREATE UNIQUE INDEX `report_number` ON `report` (`diagnosisId`,`number`);--> statement-breakpoint
CREATE INDEX `report_by_enterprise` ON `report` (`enterpriseId`,`issuedAt`);--> statement-breakpoint
CREATE INDEX `report_by_reviewer` ON `report` (`reviewerUserId`,`status`);--> statement-breakpoint
ALTER TABLE `enquiry` ADD `groupId` text;--> statement-breakpoint
CREATE INDEX `enquiry_by_group` ON `enquiry` (`groupId`);--> statement-breakpoint
-- Visits agreed before there were slots, so that nobody is booked a second time; three hours, as for every visit agreed by hand.
INSERT OR IGNORE INTO `expert_slot` (`id`, `expertUserId`, `startsAt`, `endsAt`, `diagnosisId`, `isOffered`, `createdAt`)
SELECT 'slt_' || substr(`id`, 5), `expertUserId`, `visitAt`, `visitAt` + 10800000, `id`, 0, `statusSince` FROM `diagnosis`
WHERE `status` = 'scheduled' AND `visitAt` IS NOT NULL AND `expertUserId` IS NOT NULL;
