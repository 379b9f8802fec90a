/** Closed lists of the catalogue. Client-safe. */
export const providerTypes = ["integrator", "product", "chain_leader"] as const;
export type ProviderType = (typeof providerTypes)[number];

export const providerStatuses = [
  "pending_approval",
  "changes_requested",
  "open",
  "suspended",
  "terminated",
  "rejected",
] as const;
export type ProviderStatus = (typeof providerStatuses)[number];

export const solutionStatuses = [
  "draft",
  "submitted",
  "changes_requested",
  "rejected",
  "published",
  "withdrawn",
  "suspended",
  "archived",
] as const;
export type SolutionStatus = (typeof solutionStatuses)[number];

export const versionStatuses = [
  "draft",
  "submitted",
  "current",
  "superseded",
  "changes_requested",
  "rejected",
] as const;
export type VersionStatus = (typeof versionStatuses)[number];

export const deployments = ["saas", "on_premises", "hybrid", "edge"] as const;
export type Deployment = (typeof deployments)[number];

export const priceModels = ["subscription", "one_off", "usage", "free"] as const;
export type PriceModel = (typeof priceModels)[number];

export const solutionSorts = ["relevance", "newest", "fastest", "cheapest", "proven"] as const;
export type SolutionSort = (typeof solutionSorts)[number];

/** What a provider proves to be listed, each judged alone. */
export const qualificationCriteria = ["registration", "experience", "people", "security", "product"] as const;
export type QualificationCriterion = (typeof qualificationCriteria)[number];

export const qualificationStatuses = ["draft", "submitted", "passed", "returned"] as const;
export type QualificationStatus = (typeof qualificationStatuses)[number];

/** Pictures and papers of a version of a solution. */
export const versionFileKinds = ["screenshot", "brochure"] as const;
export type VersionFileKind = (typeof versionFileKinds)[number];
