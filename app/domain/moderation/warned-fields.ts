import { writtenFields } from "~/domain/catalogue/solution-sections";

/** What is looked through for words and links, in the order of the page. Client-safe. */
export const versionFields = [...writtenFields, "keywords"] as const;
export const profileFields = ["summary", "localOffice", "certificates", "website"] as const;
export type WarnedField = (typeof versionFields)[number] | (typeof profileFields)[number];
