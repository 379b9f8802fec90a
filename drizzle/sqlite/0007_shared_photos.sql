PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_finding_photo` (
	`fileId` text NOT NULL,
	`findingId` text NOT NULL,
	`caption` text DEFAULT '' NOT NULL,
	`createdAt` integer NOT NULL,
	PRIMARY KEY(`fileId`, `findingId`),
	FOREIGN KEY (`fileId`) REFERENCES `stored_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`findingId`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_finding_photo`("fileId", "findingId", "caption", "createdAt") SELECT "fileId", "findingId", "caption", "createdAt" FROM `finding_photo`;--> statement-breakpoint
DROP TABLE `finding_photo`;--> statement-breakpoint
ALTER TABLE `__new_finding_photo` RENAME TO `finding_photo`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `finding_photo_by_finding` ON `finding_photo` (`findingId`,`createdAt`);