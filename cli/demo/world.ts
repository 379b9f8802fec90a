/** What the composing steps share: where, when, who. Each step adds its people and objects and writes its rows. */
import type Sqlite from "better-sqlite3";
import type { DiagnosisStatus } from "#db/vocabulary/clinic";
import type { EnquiryStatus } from "#db/vocabulary/projects";
import type { DemoLoginKey } from "#db/vocabulary/demo-logins";
import type { MakeId } from "./made-ids";
import type { Places } from "./places";
import type { Plan } from "./plan";
import type { Random } from "./random";
import type { Family } from "./texts/family";
import type { WorkingCalendar } from "./working-calendar";

export type DemoExpert = {
  userId: string;
  organisationId: string;
  /** Empty: visits all parks. */
  parks: string[];
  ties: string[];
};

export type DemoProvider = {
  id: string;
  name: string;
  slug: string;
  brand: { zh: string; pinyin: string };
  ownerId: string;
  parkSlug: string;
  prefectureCode: string;
  status: string;
  type: "integrator" | "product" | "chain_leader";
  industries: string[];
  scenarios: string[];
  approvedAt: number | null;
};

export type DemoSolution = {
  id: string;
  versionId: string;
  providerId: string;
  title: string;
  primary: string;
  scenarios: string[];
  industries: string[];
  parks: string[];
  regions: string[];
  deployDays: number;
  priceMinFen: number;
  priceMaxFen: number;
  publishedAt: number;
  /** How readily it is chosen. */
  weight: number;
  /** Days from start to completion of accepted projects. */
  measuredDays: number[];
};

export type DemoEnterprise = {
  id: string;
  name: string;
  ownerId: string;
  contactName: string;
  contactPhone: string;
  parkSlug: string;
  prefectureCode: string;
  countyCode: string;
  industryCode: string;
  family: Family;
  employees: number;
  budgetFen: number | null;
  login: DemoLoginKey | null;
};

/** A recommendation the enterprise may act on: enquiries and notices refer to it. */
export type DemoRecommendation = {
  id: string;
  enterprise: DemoEnterprise;
  solutions: DemoSolution[];
  title: string;
  at: number;
};

export type DemoCase = {
  id: string;
  enterprise: DemoEnterprise;
  status: DiagnosisStatus;
  expertUserId: string | null;
  since: number;
};

/** What waits for a moderator. */
export type DemoSubmission = {
  kind: "provider" | "solution";
  id: string;
  title: string;
  owner: DemoProvider;
  at: number;
  status: string;
};

export type DemoEnquiry = {
  id: string;
  status: EnquiryStatus;
  enterprise: DemoEnterprise;
  solution: DemoSolution;
  at: number;
};

export type World = {
  plan: Plan;
  now: number;
  writer: Sqlite.Database;
  places: Places;
  calendar: WorkingCalendar;
  random: (step: string) => Random;
  id: MakeId;
  passwordHash: string;
  /** User ids of the ready logins. */
  logins: Map<DemoLoginKey, string>;
  /** The person at the desk of a park. */
  staffOf: Map<string, string>;
  committeeOf: Map<string, string>;
  centres: { id: string; prefectureCode: string }[];
  experts: DemoExpert[];
  providers: DemoProvider[];
  solutions: DemoSolution[];
  enterprises: DemoEnterprise[];
  cases: DemoCase[];
  recommendations: DemoRecommendation[];
  submissions: DemoSubmission[];
  enquiries: DemoEnquiry[];
};

/** The user behind a ready login; throws before the step that makes it. */
export function loginId(world: World, key: DemoLoginKey): string {
  const id = world.logins.get(key);
  if (!id) throw new Error(`the demonstration world has no login ${key} yet`);
  return id;
}
