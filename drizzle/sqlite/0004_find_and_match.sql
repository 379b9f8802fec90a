CREATE TABLE `catalogue_change` (
	`seq` integer PRIMARY KEY NOT NULL,
	`no` integer,
	`mark` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `favourite` (
	`userId` text NOT NULL,
	`solutionId` text NOT NULL,
	`createdAt` integer NOT NULL,
	PRIMARY KEY(`userId`, `solutionId`),
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`solutionId`) REFERENCES `solution`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `favourite_by_solution` ON `favourite` (`solutionId`);--> statement-breakpoint
CREATE TABLE `saved_search` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`createdAt` integer NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_search_by_user` ON `saved_search` (`userId`,`query`);--> statement-breakpoint
CREATE TABLE `lexicon_term` (
	`surface` text NOT NULL,
	`kind` text NOT NULL,
	`target` text NOT NULL,
	`source` text NOT NULL,
	`isActive` integer DEFAULT true NOT NULL,
	`updatedAt` integer NOT NULL,
	PRIMARY KEY(`surface`, `kind`, `target`),
	CONSTRAINT "lexicon_term_kind" CHECK("lexicon_term"."kind" IN ('scenario', 'hint', 'industry', 'empty')),
	CONSTRAINT "lexicon_term_source" CHECK("lexicon_term"."source" IN ('reference', 'staff'))
);
