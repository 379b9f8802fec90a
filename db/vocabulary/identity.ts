/** Closed lists of identity. Client-safe. */
export const organisationKinds = [
  "enterprise",
  "provider",
  "promotion_centre",
  "park_committee",
  "city_authority",
  "province_authority",
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const memberRoles = ["owner", "member"] as const;
export type MemberRole = (typeof memberRoles)[number];

export const locales = ["zh-CN", "en"] as const;
export type Locale = (typeof locales)[number];
