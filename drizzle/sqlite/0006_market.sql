CREATE TABLE `alert_item` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`solutionId` text NOT NULL,
	`createdAt` integer NOT NULL,
	`toldAt` integer,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`solutionId`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "alert_item_kind" CHECK("alert_item"."kind" IN ('search', 'follow', 'recommendation'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `alert_item_once` ON `alert_item` (`userId`,`kind`,`reason`,`solutionId`);--> statement-breakpoint
CREATE INDEX `alert_item_untold` ON `alert_item` (`toldAt`,`userId`);--> statement-breakpoint
CREATE TABLE `alert_setting` (
	`userId` text PRIMARY KEY NOT NULL,
	`cadence` text NOT NULL,
	`lastDigestAt` integer,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "alert_setting_cadence" CHECK("alert_setting"."cadence" IN ('never', 'now', 'daily', 'weekly'))
);
--> statement-breakpoint
CREATE TABLE `follow` (
	`userId` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`createdAt` integer NOT NULL,
	PRIMARY KEY(`userId`, `kind`, `key`),
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "follow_kind" CHECK("follow"."kind" IN ('park', 'scenario', 'industry'))
);
--> statement-breakpoint
CREATE INDEX `follow_by_key` ON `follow` (`kind`,`key`);--> statement-breakpoint
CREATE TABLE `qualification` (
	`id` text PRIMARY KEY NOT NULL,
	`providerId` text NOT NULL,
	`criterion` text NOT NULL,
	`status` text NOT NULL,
	`statement` text DEFAULT '' NOT NULL,
	`fileId` text,
	`validUntil` text,
	`updatedAt` integer NOT NULL,
	`submittedAt` integer,
	`decidedAt` integer,
	`decidedByUserId` text,
	`reason` text,
	`decisionText` text DEFAULT '' NOT NULL,
	`edit` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`providerId`) REFERENCES `provider`(`organisationId`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fileId`) REFERENCES `stored_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decidedByUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "qualification_criterion" CHECK("qualification"."criterion" IN ('registration', 'experience', 'people', 'security', 'product')),
	CONSTRAINT "qualification_status" CHECK("qualification"."status" IN ('draft', 'submitted', 'passed', 'returned')),
	CONSTRAINT "qualification_reason" CHECK("qualification"."reason" IN ('incomplete', 'unclear', 'not_truthful', 'wrong_category', 'price_unclear', 'credentials_missing', 'duplicate', 'out_of_scope', 'complaint', 'other'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `qualification_of_provider` ON `qualification` (`providerId`,`criterion`);--> statement-breakpoint
CREATE INDEX `qualification_by_expiry` ON `qualification` (`validUntil`);--> statement-breakpoint
CREATE TABLE `version_file` (
	`versionId` text NOT NULL,
	`fileId` text NOT NULL,
	`kind` text NOT NULL,
	`caption` text DEFAULT '' NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`versionId`, `fileId`),
	FOREIGN KEY (`versionId`) REFERENCES `solution_version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fileId`) REFERENCES `stored_file`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "version_file_kind" CHECK("version_file"."kind" IN ('screenshot', 'brochure'))
);
--> statement-breakpoint
CREATE INDEX `version_file_by_file` ON `version_file` (`fileId`);--> statement-breakpoint
CREATE TABLE `join_request` (
	`id` text PRIMARY KEY NOT NULL,
	`organisationId` text NOT NULL,
	`userId` text NOT NULL,
	`message` text DEFAULT '' NOT NULL,
	`createdAt` integer NOT NULL,
	`decidedAt` integer,
	`decidedByUserId` text,
	`isAccepted` integer,
	FOREIGN KEY (`organisationId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decidedByUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `join_request_by_organisation` ON `join_request` (`organisationId`,`decidedAt`);--> statement-breakpoint
CREATE INDEX `join_request_by_user` ON `join_request` (`userId`,`createdAt`);--> statement-breakpoint
CREATE TABLE `canned_reason` (
	`id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`textZh` text NOT NULL,
	`textEn` text DEFAULT '' NOT NULL,
	`isActive` integer DEFAULT true NOT NULL,
	`updatedAt` integer NOT NULL,
	CONSTRAINT "canned_reason_reason" CHECK("canned_reason"."reason" IN ('incomplete', 'unclear', 'not_truthful', 'wrong_category', 'price_unclear', 'credentials_missing', 'duplicate', 'out_of_scope', 'complaint', 'other'))
);
--> statement-breakpoint
CREATE INDEX `canned_reason_by_reason` ON `canned_reason` (`reason`,`isActive`);--> statement-breakpoint
CREATE TABLE `complaint` (
	`id` text PRIMARY KEY NOT NULL,
	`subjectKind` text NOT NULL,
	`subjectId` text NOT NULL,
	`providerId` text NOT NULL,
	`ground` text NOT NULL,
	`text` text NOT NULL,
	`byUserId` text NOT NULL,
	`byOrganisationId` text,
	`status` text NOT NULL,
	`createdAt` integer NOT NULL,
	`providerAnswer` text DEFAULT '' NOT NULL,
	`providerAnsweredAt` integer,
	`answer` text DEFAULT '' NOT NULL,
	`decidedAt` integer,
	`decidedByUserId` text,
	`edit` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`providerId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`byUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`byOrganisationId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decidedByUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "complaint_subject" CHECK("complaint"."subjectKind" IN ('provider', 'solution')),
	CONSTRAINT "complaint_ground" CHECK("complaint"."ground" IN ('not_truthful', 'price_differs', 'no_answer', 'bad_conduct', 'not_delivered', 'infringement', 'other')),
	CONSTRAINT "complaint_status" CHECK("complaint"."status" IN ('open', 'upheld', 'dismissed'))
);
--> statement-breakpoint
CREATE INDEX `complaint_by_subject` ON `complaint` (`subjectKind`,`subjectId`,`status`);--> statement-breakpoint
CREATE INDEX `complaint_by_provider` ON `complaint` (`providerId`,`status`,`createdAt`);--> statement-breakpoint
CREATE INDEX `complaint_by_user` ON `complaint` (`byUserId`,`createdAt`);--> statement-breakpoint
CREATE TABLE `risky_word` (
	`word` text PRIMARY KEY NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`isActive` integer DEFAULT true NOT NULL,
	`updatedAt` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `signature_band` (
	`band` integer NOT NULL,
	`hash` integer NOT NULL,
	`solutionId` text NOT NULL,
	PRIMARY KEY(`band`, `hash`, `solutionId`),
	FOREIGN KEY (`solutionId`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `signature_band_by_solution` ON `signature_band` (`solutionId`);--> statement-breakpoint
CREATE TABLE `text_signature` (
	`solutionId` text PRIMARY KEY NOT NULL,
	`versionId` text NOT NULL,
	`signature` text NOT NULL,
	FOREIGN KEY (`solutionId`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `version_comment` (
	`id` text PRIMARY KEY NOT NULL,
	`versionId` text NOT NULL,
	`field` text NOT NULL,
	`text` text NOT NULL,
	`byUserId` text NOT NULL,
	`at` integer NOT NULL,
	`resolvedAt` integer,
	`resolvedByUserId` text,
	FOREIGN KEY (`versionId`) REFERENCES `solution_version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`byUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolvedByUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `version_comment_by_version` ON `version_comment` (`versionId`,`at`);--> statement-breakpoint
CREATE TABLE `project_step` (
	`id` text PRIMARY KEY NOT NULL,
	`projectId` text NOT NULL,
	`status` text NOT NULL,
	`bySide` text NOT NULL,
	`byUserId` text NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`reason` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`projectId`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`byUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "project_step_status" CHECK("project_step"."status" IN ('pool', 'contracted', 'filed', 'implementing', 'completed', 'acceptance_requested', 'document_check', 'evaluation', 'rectification', 'accepted', 'terminated')),
	CONSTRAINT "project_step_reason" CHECK("project_step"."reason" IN ('not_as_agreed', 'does_not_work', 'incomplete', 'no_training', 'other'))
);
--> statement-breakpoint
CREATE INDEX `project_step_by_project` ON `project_step` (`projectId`,`at`);--> statement-breakpoint
CREATE TABLE `quote` (
	`id` text PRIMARY KEY NOT NULL,
	`enquiryId` text NOT NULL,
	`number` integer NOT NULL,
	`status` text NOT NULL,
	`days` integer NOT NULL,
	`warrantyMonths` integer NOT NULL,
	`validUntil` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`byUserId` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`enquiryId`) REFERENCES `enquiry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`byUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "quote_status" CHECK("quote"."status" IN ('sent', 'superseded', 'accepted', 'declined'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quote_number` ON `quote` (`enquiryId`,`number`);--> statement-breakpoint
CREATE TABLE `quote_line` (
	`id` text PRIMARY KEY NOT NULL,
	`quoteId` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`priceFen` integer NOT NULL,
	`isEligible` integer NOT NULL,
	FOREIGN KEY (`quoteId`) REFERENCES `quote`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quote_line_position` ON `quote_line` (`quoteId`,`position`);--> statement-breakpoint
CREATE TABLE `rating` (
	`projectId` text PRIMARY KEY NOT NULL,
	`enterpriseId` text NOT NULL,
	`providerId` text NOT NULL,
	`solutionId` text NOT NULL,
	`fit` integer NOT NULL,
	`schedule` integer NOT NULL,
	`service` integer NOT NULL,
	`benefit` integer NOT NULL,
	`text` text NOT NULL,
	`byUserId` text NOT NULL,
	`at` integer NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`answeredAt` integer,
	`answeredByUserId` text,
	FOREIGN KEY (`projectId`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enterpriseId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`providerId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`solutionId`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`byUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answeredByUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rating_fit" CHECK("rating"."fit" BETWEEN 1 AND 5),
	CONSTRAINT "rating_schedule" CHECK("rating"."schedule" BETWEEN 1 AND 5),
	CONSTRAINT "rating_service" CHECK("rating"."service" BETWEEN 1 AND 5),
	CONSTRAINT "rating_benefit" CHECK("rating"."benefit" BETWEEN 1 AND 5)
);
--> statement-breakpoint
CREATE INDEX `rating_by_solution` ON `rating` (`solutionId`,`at`);--> statement-breakpoint
CREATE INDEX `rating_by_provider` ON `rating` (`providerId`,`at`);--> statement-breakpoint
CREATE TABLE `search_reach` (
	`solutionId` text NOT NULL,
	`week` text NOT NULL,
	`query` text NOT NULL,
	`times` integer NOT NULL,
	PRIMARY KEY(`solutionId`, `week`, `query`),
	FOREIGN KEY (`solutionId`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `search_reach_by_week` ON `search_reach` (`week`);--> statement-breakpoint
CREATE TABLE `solution_reach` (
	`solutionId` text NOT NULL,
	`day` text NOT NULL,
	`views` integer DEFAULT 0 NOT NULL,
	`shown` integer DEFAULT 0 NOT NULL,
	`matches` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`solutionId`, `day`),
	FOREIGN KEY (`solutionId`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `solution_reach_by_day` ON `solution_reach` (`day`);--> statement-breakpoint
ALTER TABLE `provider` ADD `logoFileId` text;--> statement-breakpoint
ALTER TABLE `saved_search` ADD `isAlert` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `solution` ADD `confirmedAt` integer;--> statement-breakpoint
ALTER TABLE `enquiry` ADD `bundleId` text;--> statement-breakpoint
CREATE INDEX `enquiry_by_bundle` ON `enquiry` (`bundleId`);--> statement-breakpoint
ALTER TABLE `project` ADD `enquiryId` text;--> statement-breakpoint
ALTER TABLE `project` ADD `quoteId` text;--> statement-breakpoint
ALTER TABLE `project` ADD `statusSince` integer;--> statement-breakpoint
ALTER TABLE `project` ADD `edit` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `project_by_provider` ON `project` (`providerId`,`status`);--> statement-breakpoint
CREATE UNIQUE INDEX `project_by_enquiry` ON `project` (`enquiryId`);--> statement-breakpoint
ALTER TABLE `stored_file` ADD `hasSmall` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `stored_file` ADD `heldSince` integer;--> statement-breakpoint
-- What was listed before anyone was asked whether it still holds is asked in six months.
UPDATE `solution` SET `confirmedAt` = unixepoch() * 1000 WHERE `publishedAt` IS NOT NULL;--> statement-breakpoint
-- Quotes given as one sum in an answer; the last one of an enquiry is the one in force.
INSERT INTO `quote` (`id`, `enquiryId`, `number`, `status`, `days`, `warrantyMonths`, `validUntil`, `note`, `byUserId`, `at`)
SELECT 'quo_' || substr(a.`id`, instr(a.`id`, '_') + 1), a.`enquiryId`,
  row_number() OVER (PARTITION BY a.`enquiryId` ORDER BY a.`at`, a.`id`),
  CASE
    WHEN row_number() OVER (PARTITION BY a.`enquiryId` ORDER BY a.`at` DESC, a.`id` DESC) > 1 THEN 'superseded'
    WHEN e.`status` IN ('accepted', 'declined') THEN e.`status`
    ELSE 'sent'
  END,
  coalesce(a.`days`, 0), 0, coalesce(a.`validUntil`, date(a.`at` / 1000, 'unixepoch', '+30 days')), '', a.`byUserId`, a.`at`
FROM `enquiry_answer` a JOIN `enquiry` e ON e.`id` = a.`enquiryId` WHERE a.`priceFen` IS NOT NULL;--> statement-breakpoint
INSERT INTO `quote_line` (`id`, `quoteId`, `position`, `text`, `priceFen`, `isEligible`)
SELECT 'quo_' || substr(a.`id`, instr(a.`id`, '_') + 1) || '_1', 'quo_' || substr(a.`id`, instr(a.`id`, '_') + 1), 1, '报价', a.`priceFen`, 0
FROM `enquiry_answer` a WHERE a.`priceFen` IS NOT NULL;
