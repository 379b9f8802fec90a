/** Every table, for the engine and for tests. The domain imports the area's own file. */
export * from "./schema/alerts.server";
export * from "./schema/assessment.server";
export * from "./schema/catalogue.server";
export * from "./schema/clinic.server";
export * from "./schema/clinic-work.server";
export * from "./schema/clinic-after.server";
export * from "./schema/events.server";
export * from "./schema/identity.server";
export * from "./schema/moderation.server";
export * from "./schema/projects.server";
export * from "./schema/reach.server";
export * from "./schema/scenarios.server";
export * from "./schema/support.server";
