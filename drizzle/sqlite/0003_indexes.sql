CREATE INDEX `assessment_levels` ON `assessment` (`source`,`schemeKey`,`finishedAt`,`enterpriseId`,`level`);--> statement-breakpoint
CREATE INDEX `diagnosis_by_status` ON `diagnosis` (`status`,`statusSince`);--> statement-breakpoint
CREATE INDEX `project_by_status` ON `project` (`status`,`acceptedOn`);