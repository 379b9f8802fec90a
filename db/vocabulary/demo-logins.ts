/**
 * The ready logins of the demonstration world. Client-safe: the sign-in page of that world shows them, and only there do
 * they exist. What each is called: message `identity:demo.role.<key>`.
 */
import type { OrganisationKind } from "./identity";

export const demoPassword = "Shuzhen-2025";

/** Setting that marks a database as holding the demonstration world; its value is the size. */
export const DEMO_SETTING = "demo.world";

export type DemoLoginKey =
  | "enterprise"
  | "provider"
  | "expert"
  | "park"
  | "city"
  | "province"
  | "administrator"
  | "enterprise2"
  | "provider2"
  | "expert2"
  | "park2";

export type DemoLogin = {
  key: DemoLoginKey;
  email: string;
  /** Null: belongs to no organisation. */
  organisationKind: OrganisationKind | null;
};

/** One of each role first; the second of a kind is there to show what is not yours. */
export const demoLogins: readonly DemoLogin[] = [
  { key: "enterprise", email: "enterprise@demo.shuzhen.example", organisationKind: "enterprise" },
  { key: "provider", email: "provider@demo.shuzhen.example", organisationKind: "provider" },
  { key: "expert", email: "expert@demo.shuzhen.example", organisationKind: "promotion_centre" },
  { key: "park", email: "park@demo.shuzhen.example", organisationKind: "park_committee" },
  { key: "city", email: "city@demo.shuzhen.example", organisationKind: "city_authority" },
  { key: "province", email: "province@demo.shuzhen.example", organisationKind: "province_authority" },
  { key: "administrator", email: "admin@demo.shuzhen.example", organisationKind: null },
  { key: "enterprise2", email: "enterprise2@demo.shuzhen.example", organisationKind: "enterprise" },
  { key: "provider2", email: "provider2@demo.shuzhen.example", organisationKind: "provider" },
  { key: "expert2", email: "expert2@demo.shuzhen.example", organisationKind: "promotion_centre" },
  { key: "park2", email: "park2@demo.shuzhen.example", organisationKind: "park_committee" },
];

/** Whether a typed name is one of the ready logins; a start that was not asked for a demonstration refuses them. */
export function isDemoLogin(name: string): boolean {
  const typed = name.trim().toLowerCase();
  return demoLogins.some(({ email }) => email === typed);
}
