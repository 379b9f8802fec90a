/** Every URL as a function. The same order and names as app/routes.ts. */
const enc = encodeURIComponent;

type Query = Record<string, string | number | null | undefined | readonly string[]>;

/** Adds a query string; null, undefined and empty values are left out, lists repeat. */
export function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) for (const item of value) search.append(name, item);
    else if (value !== null && value !== undefined && value !== "") search.append(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

export const paths = {
  home: () => "/",
  solutions: (query: Query = {}) => withQuery("/solutions", query),
  solution: (slug: string) => `/solutions/${enc(slug)}`,
  compare: (slugs: readonly string[], query: Query = {}) => withQuery("/solutions/compare", { slug: slugs, ...query }),
  favourites: () => "/favourites",
  providers: (query: Query = {}) => withQuery("/providers", query),
  provider: (slug: string) => `/providers/${enc(slug)}`,
  scenarios: () => "/scenarios",
  scenario: (key: string) => `/scenarios/${enc(key)}`,
  parks: (query: Query = {}) => withQuery("/parks", query),
  park: (slug: string) => `/parks/${enc(slug)}`,
  cases: (query: Query = {}) => withQuery("/cases", query),
  case: (slug: string) => `/cases/${enc(slug)}`,
  events: (query: Query = {}) => withQuery("/events", query),
  event: (id: string) => `/events/${enc(id)}`,
  assessment: () => "/assessment",
  assessmentSection: (section: string) => `/assessment/${enc(section)}`,
  assessmentResult: () => "/assessment/result",
  match: (query: Query = {}) => withQuery("/match", query),
  howWeRank: () => "/how-we-rank",
  clinic: () => "/clinic",
  insight: () => "/insight",
  about: () => "/about",
  privacy: () => "/privacy",
  accessibility: () => "/accessibility",

  login: (to?: string) => withQuery("/login", { to }),
  register: (query: Query = {}) => withQuery("/register", query),
  logout: () => "/logout",
  passwordForgotten: () => "/password/forgotten",
  passwordReset: (token?: string) => withQuery("/password/reset", { token }),
  invitation: (token: string) => `/invitations/${enc(token)}`,
  preferences: () => "/preferences",
  outbox: () => "/outbox",

  account: {
    home: () => "/account",
    password: () => "/account/password",
    sessions: () => "/account/sessions",
    organisation: () => "/account/organisation",
    notices: () => "/account/notices",
    searches: () => "/account/searches",
  },
  enterprise: {
    home: () => "/enterprise",
    profile: () => "/enterprise/profile",
    assessments: () => "/enterprise/assessments",
    assessment: (id: string) => `/enterprise/assessments/${enc(id)}`,
    assessmentSection: (id: string, section: string) => `/enterprise/assessments/${enc(id)}/${enc(section)}`,
    diagnoses: () => "/enterprise/diagnoses",
    diagnosisNew: () => "/enterprise/diagnoses/new",
    diagnosis: (id: string) => `/enterprise/diagnoses/${enc(id)}`,
    report: (id: string) => `/enterprise/diagnoses/${enc(id)}/report`,
    recommendation: (id: string) => `/enterprise/recommendations/${enc(id)}`,
    matches: () => "/enterprise/matches",
    enquiries: () => "/enterprise/enquiries",
    enquiryNew: (query: { solution: string; recommendation?: string | null }) =>
      withQuery("/enterprise/enquiries/new", query),
    enquiry: (id: string) => `/enterprise/enquiries/${enc(id)}`,
  },
  providerDesk: {
    home: () => "/provider",
    profile: () => "/provider/profile",
    solutions: () => "/provider/solutions",
    solutionNew: () => "/provider/solutions/new",
    solution: (id: string) => `/provider/solutions/${enc(id)}`,
    solutionPreview: (id: string) => `/provider/solutions/${enc(id)}/preview`,
    solutionSection: (id: string, section: string) => `/provider/solutions/${enc(id)}/${enc(section)}`,
    enquiries: () => "/provider/enquiries",
    enquiry: (id: string) => `/provider/enquiries/${enc(id)}`,
  },
  expert: {
    home: () => "/expert",
    diagnosis: (id: string) => `/expert/diagnoses/${enc(id)}`,
    assessment: (id: string) => `/expert/diagnoses/${enc(id)}/assessment`,
    assessmentSection: (id: string, section: string) => `/expert/diagnoses/${enc(id)}/assessment/${enc(section)}`,
    report: (id: string) => `/expert/diagnoses/${enc(id)}/report`,
  },
  parkDesk: {
    home: () => "/park",
    moderation: () => "/park/moderation",
    provider: (id: string) => `/park/providers/${enc(id)}`,
    solution: (id: string) => `/park/solutions/${enc(id)}`,
    diagnoses: (query: Query = {}) => withQuery("/park/diagnoses", query),
    diagnosis: (id: string) => `/park/diagnoses/${enc(id)}`,
    report: (id: string) => `/park/diagnoses/${enc(id)}/report`,
  },
  province: {
    home: () => "/province",
    moderation: (query: Query = {}) => withQuery("/province/moderation", query),
    provider: (id: string) => `/province/providers/${enc(id)}`,
    solution: (id: string) => `/province/solutions/${enc(id)}`,
    diagnoses: (query: Query = {}) => withQuery("/province/diagnoses", query),
    diagnosis: (id: string) => `/province/diagnoses/${enc(id)}`,
    report: (id: string) => `/province/diagnoses/${enc(id)}/report`,
  },
  admin: {
    home: () => "/admin",
    users: (query: Query = {}) => withQuery("/admin/users", query),
    userNew: () => "/admin/users/new",
    user: (id: string) => `/admin/users/${enc(id)}`,
    journal: (query: Query = {}) => withQuery("/admin/journal", query),
    lexicon: (query: Query = {}) => withQuery("/admin/lexicon", query),
  },
  api: {
    reference: () => "/api",
    openapi: () => "/api/v1/openapi.json",
    solutions: (query: Query = {}) => withQuery("/api/v1/solutions", query),
    providers: (query: Query = {}) => withQuery("/api/v1/providers", query),
    scenarios: (query: Query = {}) => withQuery("/api/v1/scenarios", query),
    suggest: (query: Query = {}) => withQuery("/api/v1/suggest", query),
    match: (query: Query = {}) => withQuery("/api/v1/match", query),
  },
} as const;
