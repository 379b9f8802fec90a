/** Fields in which a provider writes freely, in the order of the page; what is looked through for words and links. Client-safe. */
export const versionTexts = [
  "title",
  "summary",
  "painPoints",
  "functions",
  "description",
  "hardware",
  "dataExport",
  "security",
  "effects",
  "service",
] as const;

export const versionFields = [...versionTexts, "keywords"] as const;
export const profileFields = ["summary", "localOffice", "certificates", "website"] as const;
export type WarnedField = (typeof versionFields)[number] | (typeof profileFields)[number];
