CREATE INDEX `assessment_by_status` ON `assessment` (`status`,`finishedAt`,`id`);--> statement-breakpoint
CREATE INDEX `report_by_status` ON `report` (`status`,`issuedAt`);--> statement-breakpoint
CREATE INDEX `enterprise_by_edit` ON `enterprise` (`edit`);