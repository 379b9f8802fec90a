CREATE TABLE `assessment` (
	`id` text PRIMARY KEY NOT NULL,
	`enterpriseId` text NOT NULL,
	`schemeKey` text NOT NULL,
	`schemeVersion` integer NOT NULL,
	`source` text NOT NULL,
	`status` text NOT NULL,
	`answers` text NOT NULL,
	`score` real,
	`foundation` real,
	`management` real,
	`effect` real,
	`level` integer,
	`scenarioLevels` text,
	`diagnosisId` text,
	`byUserId` text NOT NULL,
	`startedAt` integer NOT NULL,
	`finishedAt` integer,
	`edit` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`enterpriseId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`byUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assessment_source" CHECK("assessment"."source" IN ('self', 'on_site', 'third_party')),
	CONSTRAINT "assessment_status" CHECK("assessment"."status" IN ('draft', 'finished'))
);
--> statement-breakpoint
CREATE INDEX `assessment_by_enterprise` ON `assessment` (`enterpriseId`,`source`,`finishedAt`);--> statement-breakpoint
CREATE INDEX `assessment_by_diagnosis` ON `assessment` (`diagnosisId`);--> statement-breakpoint
CREATE TABLE `scheme` (
	`key` text NOT NULL,
	`version` integer NOT NULL,
	`effectiveOn` text NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`key`, `version`)
);
--> statement-breakpoint
CREATE TABLE `provider` (
	`organisationId` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`status` text NOT NULL,
	`type` text NOT NULL,
	`summary` text DEFAULT '' NOT NULL,
	`website` text,
	`foundedOn` text,
	`staff` integer,
	`industries` text NOT NULL,
	`scenarios` text NOT NULL,
	`certificates` text NOT NULL,
	`localOffice` text DEFAULT '' NOT NULL,
	`contactName` text DEFAULT '' NOT NULL,
	`contactPhone` text DEFAULT '' NOT NULL,
	`submittedAt` integer,
	`approvedAt` integer,
	`edit` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisationId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "provider_status" CHECK("provider"."status" IN ('pending_approval', 'changes_requested', 'open', 'suspended', 'terminated', 'rejected')),
	CONSTRAINT "provider_type" CHECK("provider"."type" IN ('integrator', 'product', 'chain_leader'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `provider_slug_unique` ON `provider` (`slug`);--> statement-breakpoint
CREATE INDEX `provider_by_status` ON `provider` (`status`,`submittedAt`);--> statement-breakpoint
CREATE TABLE `solution` (
	`id` text PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`providerId` text NOT NULL,
	`slug` text NOT NULL,
	`status` text NOT NULL,
	`currentVersionId` text,
	`acceptedProjects` integer DEFAULT 0 NOT NULL,
	`medianDays` integer,
	`quality` real DEFAULT 0 NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	`publishedAt` integer,
	FOREIGN KEY (`providerId`) REFERENCES `provider`(`organisationId`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "solution_status" CHECK("solution"."status" IN ('draft', 'submitted', 'changes_requested', 'rejected', 'published', 'withdrawn', 'suspended', 'archived'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `solution_no_unique` ON `solution` (`no`);--> statement-breakpoint
CREATE UNIQUE INDEX `solution_slug_unique` ON `solution` (`slug`);--> statement-breakpoint
CREATE INDEX `solution_by_provider` ON `solution` (`providerId`,`status`);--> statement-breakpoint
CREATE INDEX `solution_by_status_published` ON `solution` (`status`,`publishedAt`);--> statement-breakpoint
CREATE TABLE `solution_version` (
	`id` text PRIMARY KEY NOT NULL,
	`solutionId` text NOT NULL,
	`number` integer NOT NULL,
	`status` text NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`summary` text DEFAULT '' NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`painPoints` text DEFAULT '' NOT NULL,
	`functions` text DEFAULT '' NOT NULL,
	`industries` text NOT NULL,
	`scenarios` text NOT NULL,
	`parks` text NOT NULL,
	`regions` text NOT NULL,
	`deployment` text NOT NULL,
	`priceModel` text,
	`priceMinFen` integer,
	`priceMaxFen` integer,
	`firstYearCostFen` integer,
	`deployDays` integer,
	`levelFrom` integer,
	`levelTo` integer,
	`hardware` text DEFAULT '' NOT NULL,
	`dataExport` text DEFAULT '' NOT NULL,
	`security` text DEFAULT '' NOT NULL,
	`ai` integer DEFAULT false NOT NULL,
	`trial` integer DEFAULT false NOT NULL,
	`effects` text DEFAULT '' NOT NULL,
	`service` text DEFAULT '' NOT NULL,
	`keywords` text NOT NULL,
	`createdAt` integer NOT NULL,
	`submittedAt` integer,
	`submittedByUserId` text,
	`decidedAt` integer,
	`edit` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`solutionId`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submittedByUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "solution_version_status" CHECK("solution_version"."status" IN ('draft', 'submitted', 'current', 'superseded', 'changes_requested', 'rejected')),
	CONSTRAINT "solution_version_price_model" CHECK("solution_version"."priceModel" IN ('subscription', 'one_off', 'usage', 'free'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `solution_version_number` ON `solution_version` (`solutionId`,`number`);--> statement-breakpoint
CREATE INDEX `solution_version_by_status` ON `solution_version` (`status`,`submittedAt`);--> statement-breakpoint
CREATE TABLE `diagnosis` (
	`id` text PRIMARY KEY NOT NULL,
	`enterpriseId` text NOT NULL,
	`parkSlug` text NOT NULL,
	`regionCode` text NOT NULL,
	`status` text NOT NULL,
	`contactName` text NOT NULL,
	`contactPhone` text NOT NULL,
	`need` text NOT NULL,
	`scenarios` text NOT NULL,
	`suitableTimes` text DEFAULT '' NOT NULL,
	`expertUserId` text,
	`visitAt` integer,
	`visitNote` text DEFAULT '' NOT NULL,
	`createdByUserId` text NOT NULL,
	`createdAt` integer NOT NULL,
	`submittedAt` integer,
	`statusSince` integer NOT NULL,
	`confirmNote` text DEFAULT '' NOT NULL,
	`edit` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`enterpriseId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`expertUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`createdByUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "diagnosis_status" CHECK("diagnosis"."status" IN ('draft', 'submitted', 'changes_requested', 'accepted', 'assigned', 'scheduled', 'on_site', 'report_draft', 'report_review', 'reported', 'confirmed', 'closed', 'declined', 'withdrawn', 'cancelled'))
);
--> statement-breakpoint
CREATE INDEX `diagnosis_by_park` ON `diagnosis` (`parkSlug`,`status`,`statusSince`);--> statement-breakpoint
CREATE INDEX `diagnosis_by_region` ON `diagnosis` (`regionCode`,`status`,`statusSince`);--> statement-breakpoint
CREATE INDEX `diagnosis_by_enterprise` ON `diagnosis` (`enterpriseId`,`createdAt`);--> statement-breakpoint
CREATE INDEX `diagnosis_by_expert` ON `diagnosis` (`expertUserId`,`status`);--> statement-breakpoint
CREATE TABLE `diagnosis_step` (
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
	CONSTRAINT "diagnosis_step_to" CHECK("diagnosis_step"."toStatus" IN ('draft', 'submitted', 'changes_requested', 'accepted', 'assigned', 'scheduled', 'on_site', 'report_draft', 'report_review', 'reported', 'confirmed', 'closed', 'declined', 'withdrawn', 'cancelled')),
	CONSTRAINT "diagnosis_step_reason" CHECK("diagnosis_step"."reason" IN ('information_missing', 'not_in_park', 'not_manufacturing', 'recently_diagnosed', 'no_longer_needed', 'other_support_found', 'enterprise_unreachable', 'report_incomplete', 'evidence_missing', 'conflict_of_interest', 'other'))
);
--> statement-breakpoint
CREATE INDEX `diagnosis_step_by_diagnosis` ON `diagnosis_step` (`diagnosisId`,`at`);--> statement-breakpoint
CREATE TABLE `finding` (
	`id` text PRIMARY KEY NOT NULL,
	`reportId` text NOT NULL,
	`no` integer NOT NULL,
	`scenarioKey` text NOT NULL,
	`title` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`evidence` text DEFAULT '' NOT NULL,
	`severity` integer NOT NULL,
	`expectedGain` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`reportId`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `finding_no` ON `finding` (`reportId`,`no`);--> statement-breakpoint
CREATE TABLE `recommendation` (
	`id` text PRIMARY KEY NOT NULL,
	`reportId` text NOT NULL,
	`findingId` text NOT NULL,
	`enterpriseId` text NOT NULL,
	`no` integer NOT NULL,
	`scenarioKey` text NOT NULL,
	`title` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`priority` text NOT NULL,
	`budgetMinFen` integer,
	`budgetMaxFen` integer,
	`quarter` text,
	`solutionIds` text NOT NULL,
	`status` text NOT NULL,
	`edit` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`reportId`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`findingId`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enterpriseId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "recommendation_status" CHECK("recommendation"."status" IN ('proposed', 'viewed', 'shortlisted', 'enquired', 'adopted', 'not_adopted')),
	CONSTRAINT "recommendation_priority" CHECK("recommendation"."priority" IN ('high', 'medium', 'low'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recommendation_no` ON `recommendation` (`reportId`,`no`);--> statement-breakpoint
CREATE INDEX `recommendation_by_enterprise` ON `recommendation` (`enterpriseId`,`status`);--> statement-breakpoint
CREATE INDEX `recommendation_by_finding` ON `recommendation` (`findingId`);--> statement-breakpoint
CREATE TABLE `report` (
	`id` text PRIMARY KEY NOT NULL,
	`diagnosisId` text NOT NULL,
	`enterpriseId` text NOT NULL,
	`number` integer NOT NULL,
	`status` text NOT NULL,
	`assessmentId` text,
	`summary` text DEFAULT '' NOT NULL,
	`analysis` text DEFAULT '' NOT NULL,
	`targetLevel` integer,
	`disclosure` text DEFAULT '' NOT NULL,
	`createdAt` integer NOT NULL,
	`submittedAt` integer,
	`issuedAt` integer,
	`issuedByUserId` text,
	`edit` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`diagnosisId`) REFERENCES `diagnosis`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enterpriseId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issuedByUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "report_status" CHECK("report"."status" IN ('draft', 'in_review', 'issued', 'superseded'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `report_number` ON `report` (`diagnosisId`,`number`);--> statement-breakpoint
CREATE INDEX `report_by_enterprise` ON `report` (`enterpriseId`,`issuedAt`);--> statement-breakpoint
CREATE TABLE `event` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`parkSlug` text,
	`regionCode` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`place` text NOT NULL,
	`startsAt` integer NOT NULL,
	`endsAt` integer NOT NULL,
	`capacity` integer NOT NULL,
	`participants` integer,
	CONSTRAINT "event_kind" CHECK("event"."kind" IN ('park_session', 'matchmaking', 'training')),
	CONSTRAINT "event_status" CHECK("event"."status" IN ('draft', 'published', 'held', 'cancelled'))
);
--> statement-breakpoint
CREATE INDEX `event_by_status` ON `event` (`status`,`startsAt`);--> statement-breakpoint
CREATE INDEX `event_by_park` ON `event` (`parkSlug`,`startsAt`);--> statement-breakpoint
CREATE TABLE `enterprise` (
	`organisationId` text PRIMARY KEY NOT NULL,
	`industryCode` text NOT NULL,
	`employees` integer,
	`revenueWan` integer,
	`foundedOn` text,
	`tags` text NOT NULL,
	`budgetFen` integer,
	`edit` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisationId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `enterprise_by_industry` ON `enterprise` (`industryCode`);--> statement-breakpoint
CREATE TABLE `expert` (
	`userId` text PRIMARY KEY NOT NULL,
	`organisationId` text NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`industries` text NOT NULL,
	`parks` text NOT NULL,
	`ties` text NOT NULL,
	`isActive` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisationId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `expert_by_organisation` ON `expert` (`organisationId`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`organisationId` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`tokenHash` text NOT NULL,
	`invitedByUserId` text NOT NULL,
	`createdAt` integer NOT NULL,
	`expiresAt` integer NOT NULL,
	`acceptedAt` integer,
	`revokedAt` integer,
	FOREIGN KEY (`organisationId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invitedByUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_tokenHash_unique` ON `invitation` (`tokenHash`);--> statement-breakpoint
CREATE INDEX `invitation_by_organisation` ON `invitation` (`organisationId`);--> statement-breakpoint
CREATE TABLE `membership` (
	`userId` text NOT NULL,
	`organisationId` text NOT NULL,
	`role` text NOT NULL,
	`createdAt` integer NOT NULL,
	PRIMARY KEY(`userId`, `organisationId`),
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisationId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "membership_role" CHECK("membership"."role" IN ('owner', 'member'))
);
--> statement-breakpoint
CREATE INDEX `membership_by_organisation` ON `membership` (`organisationId`);--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`creditCode` text,
	`regionCode` text NOT NULL,
	`parkSlug` text,
	`createdAt` integer NOT NULL,
	`isDemo` integer DEFAULT false NOT NULL,
	CONSTRAINT "organisation_kind" CHECK("organisation"."kind" IN ('enterprise', 'provider', 'promotion_centre', 'park_committee', 'city_authority', 'province_authority'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisation_creditCode_unique` ON `organisation` (`creditCode`);--> statement-breakpoint
CREATE INDEX `organisation_by_kind_park` ON `organisation` (`kind`,`parkSlug`);--> statement-breakpoint
CREATE INDEX `organisation_by_kind_region` ON `organisation` (`kind`,`regionCode`);--> statement-breakpoint
CREATE TABLE `password_reset` (
	`tokenHash` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`createdAt` integer NOT NULL,
	`expiresAt` integer NOT NULL,
	`usedAt` integer,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`expiresAt` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`lastSeenAt` integer NOT NULL,
	`userAgent` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_by_user` ON `session` (`userId`);--> statement-breakpoint
CREATE INDEX `session_by_expiry` ON `session` (`expiresAt`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`mobile` text,
	`passwordHash` text NOT NULL,
	`isAdministrator` integer DEFAULT false NOT NULL,
	`locale` text DEFAULT 'zh-CN' NOT NULL,
	`createdAt` integer NOT NULL,
	`disabledAt` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `user_mobile_unique` ON `user` (`mobile`);--> statement-breakpoint
CREATE TABLE `decision` (
	`id` text PRIMARY KEY NOT NULL,
	`subjectKind` text NOT NULL,
	`subjectId` text NOT NULL,
	`providerId` text NOT NULL,
	`versionId` text,
	`seenEdit` integer NOT NULL,
	`decision` text NOT NULL,
	`reason` text,
	`text` text DEFAULT '' NOT NULL,
	`byUserId` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`providerId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`byUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decision_subject" CHECK("decision"."subjectKind" IN ('provider', 'solution')),
	CONSTRAINT "decision_decision" CHECK("decision"."decision" IN ('approved', 'changes_requested', 'rejected', 'suspended', 'restored', 'terminated')),
	CONSTRAINT "decision_reason" CHECK("decision"."reason" IN ('incomplete', 'unclear', 'not_truthful', 'wrong_category', 'price_unclear', 'credentials_missing', 'duplicate', 'out_of_scope', 'complaint', 'other'))
);
--> statement-breakpoint
CREATE INDEX `decision_by_subject` ON `decision` (`subjectKind`,`subjectId`,`at`);--> statement-breakpoint
CREATE TABLE `enquiry` (
	`id` text PRIMARY KEY NOT NULL,
	`enterpriseId` text NOT NULL,
	`providerId` text NOT NULL,
	`solutionId` text NOT NULL,
	`versionId` text NOT NULL,
	`recommendationId` text,
	`status` text NOT NULL,
	`message` text NOT NULL,
	`contactName` text NOT NULL,
	`contactPhone` text NOT NULL,
	`createdByUserId` text NOT NULL,
	`createdAt` integer NOT NULL,
	`statusSince` integer NOT NULL,
	`expiresAt` integer NOT NULL,
	`firstAnswerAt` integer,
	`edit` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`enterpriseId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`providerId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`solutionId`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recommendationId`) REFERENCES `recommendation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`createdByUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "enquiry_status" CHECK("enquiry"."status" IN ('sent', 'acknowledged', 'quoted', 'accepted', 'declined', 'withdrawn'))
);
--> statement-breakpoint
CREATE INDEX `enquiry_by_enterprise` ON `enquiry` (`enterpriseId`,`createdAt`);--> statement-breakpoint
CREATE INDEX `enquiry_by_provider` ON `enquiry` (`providerId`,`status`,`statusSince`);--> statement-breakpoint
CREATE INDEX `enquiry_by_recommendation` ON `enquiry` (`recommendationId`);--> statement-breakpoint
CREATE TABLE `enquiry_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`enquiryId` text NOT NULL,
	`byUserId` text NOT NULL,
	`bySide` text NOT NULL,
	`text` text NOT NULL,
	`priceFen` integer,
	`days` integer,
	`validUntil` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`enquiryId`) REFERENCES `enquiry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`byUserId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `enquiry_answer_by_enquiry` ON `enquiry_answer` (`enquiryId`,`at`);--> statement-breakpoint
CREATE TABLE `project` (
	`id` text PRIMARY KEY NOT NULL,
	`enterpriseId` text NOT NULL,
	`providerId` text NOT NULL,
	`solutionId` text NOT NULL,
	`parkSlug` text NOT NULL,
	`status` text NOT NULL,
	`scenarios` text NOT NULL,
	`contractFen` integer NOT NULL,
	`startedOn` text NOT NULL,
	`completedOn` text,
	`acceptedOn` text,
	`levelBefore` integer,
	`levelAfter` integer,
	FOREIGN KEY (`enterpriseId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`providerId`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`solutionId`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "project_status" CHECK("project"."status" IN ('pool', 'contracted', 'filed', 'implementing', 'completed', 'acceptance_requested', 'document_check', 'evaluation', 'rectification', 'accepted', 'terminated'))
);
--> statement-breakpoint
CREATE INDEX `project_by_enterprise` ON `project` (`enterpriseId`);--> statement-breakpoint
CREATE INDEX `project_by_solution` ON `project` (`solutionId`,`status`);--> statement-breakpoint
CREATE INDEX `project_by_park` ON `project` (`parkSlug`,`status`);--> statement-breakpoint
CREATE TABLE `chain` (
	`slug` text PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`nameZh` text NOT NULL,
	`nameEn` text NOT NULL,
	`divisions` text NOT NULL,
	`secondaryDivisions` text NOT NULL,
	`content` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `industry` (
	`code` text PRIMARY KEY NOT NULL,
	`parentCode` text,
	`level` text NOT NULL,
	`nameZh` text NOT NULL,
	`nameEn` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `industry_by_parent` ON `industry` (`parentCode`);--> statement-breakpoint
CREATE TABLE `park` (
	`slug` text PRIMARY KEY NOT NULL,
	`code` text,
	`nameZh` text NOT NULL,
	`shortNameZh` text NOT NULL,
	`nameEn` text NOT NULL,
	`level` text NOT NULL,
	`kind` text NOT NULL,
	`regionCode` text NOT NULL,
	`prefectureCode` text NOT NULL,
	`leadingIndustriesZh` text NOT NULL,
	`leadingIndustries` text NOT NULL,
	`aliasesZh` text NOT NULL,
	`confidence` text NOT NULL,
	`industriesConfidence` text,
	`inProgramme` integer NOT NULL,
	`note` text
);
--> statement-breakpoint
CREATE INDEX `park_by_prefecture` ON `park` (`prefectureCode`);--> statement-breakpoint
CREATE INDEX `park_by_region` ON `park` (`regionCode`);--> statement-breakpoint
CREATE TABLE `reference_file` (
	`name` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`loadedAt` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `region` (
	`code` text PRIMARY KEY NOT NULL,
	`parentCode` text,
	`level` text NOT NULL,
	`nameZh` text NOT NULL,
	`nameEn` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `region_by_parent` ON `region` (`parentCode`);--> statement-breakpoint
CREATE TABLE `scenario` (
	`key` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`no` integer NOT NULL,
	`stageKey` text,
	`nameZh` text NOT NULL,
	`nameEn` text NOT NULL,
	`content` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `journal_entry` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actorUserId` text,
	`actorOrganisationId` text,
	`action` text NOT NULL,
	`subjectKind` text NOT NULL,
	`subjectId` text NOT NULL,
	`ownerOrganisationId` text,
	`parkSlug` text,
	`regionCode` text,
	`before` text,
	`after` text,
	`requestId` text
);
--> statement-breakpoint
CREATE INDEX `journal_by_subject` ON `journal_entry` (`subjectKind`,`subjectId`,`id`);--> statement-breakpoint
CREATE INDEX `journal_by_owner` ON `journal_entry` (`ownerOrganisationId`,`id`);--> statement-breakpoint
CREATE INDEX `journal_by_park` ON `journal_entry` (`parkSlug`,`id`);--> statement-breakpoint
CREATE TABLE `mail` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`createdAt` integer NOT NULL,
	`sentAt` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`nextAttemptAt` integer NOT NULL,
	`lastError` text,
	CONSTRAINT "mail_channel" CHECK("mail"."channel" IN ('email', 'sms'))
);
--> statement-breakpoint
CREATE INDEX `mail_unsent` ON `mail` (`sentAt`,`nextAttemptAt`);--> statement-breakpoint
CREATE INDEX `mail_by_time` ON `mail` (`createdAt`);--> statement-breakpoint
CREATE TABLE `notice` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`kind` text NOT NULL,
	`params` text NOT NULL,
	`href` text NOT NULL,
	`createdAt` integer NOT NULL,
	`readAt` integer,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notice_by_user` ON `notice` (`userId`,`createdAt`);