/**
 * TABLE OF CONTENTS: every URL, grouped by audience. Files lie in routes/<area>/, named by audience and thing.
 * The address of each is a function of the same name in paths.ts.
 */
import { route, type RouteConfig, type RouteConfigEntry } from "@remix-run/route-config";

const r = (path: string, file: string) => route(path, `routes/${file}.tsx`, { id: file });

const everyone: RouteConfigEntry[] = [
  r("/", "public/home"),
  r("/solutions", "catalogue/solutions"),
  r("/solutions/compare", "catalogue/solutions-compare"),
  r("/solutions/:slug", "catalogue/solution"),
  r("/favourites", "catalogue/favourites"),
  r("/providers", "catalogue/providers"),
  r("/providers/:slug", "catalogue/provider"),
  r("/scenarios", "scenarios/scenarios"),
  r("/scenarios/:key", "scenarios/scenario"),
  r("/parks", "scenarios/parks"),
  r("/parks/:slug", "scenarios/park"),
  r("/cases", "projects/cases"),
  r("/cases/:slug", "projects/case"),
  r("/events", "events/events"),
  r("/events/:id", "events/event"),
  r("/assessment", "assessment/assessment"),
  r("/assessment/result", "assessment/assessment-result"),
  r("/assessment/:section", "assessment/assessment-section"),
  r("/match", "matching/match"),
  r("/how-we-rank", "matching/how-we-rank"),
  r("/api", "public/api-reference"),
  r("/clinic", "clinic/clinic"),
  r("/insight", "insight/insight"),
  r("/about", "public/about"),
  r("/privacy", "public/privacy"),
  r("/accessibility", "public/accessibility"),
  r("/preferences", "public/preferences"),
];

const doors: RouteConfigEntry[] = [
  r("/login", "identity/login"),
  r("/register", "identity/register"),
  r("/logout", "identity/logout"),
  r("/password/forgotten", "identity/password-forgotten"),
  r("/password/reset", "identity/password-reset"),
  r("/invitations/:token", "identity/invitation"),
  r("/outbox", "identity/outbox"),
  r("/files/:id", "clinic/file"),
];

const account: RouteConfigEntry[] = [
  r("/account", "identity/account"),
  r("/account/password", "identity/account-password"),
  r("/account/sessions", "identity/account-sessions"),
  r("/account/organisation", "identity/account-organisation"),
  r("/account/notices", "notices/account-notices"),
  r("/account/searches", "catalogue/account-searches"),
];

const enterprise: RouteConfigEntry[] = [
  r("/enterprise", "supervision/enterprise-home"),
  r("/enterprise/profile", "identity/enterprise-profile"),
  r("/enterprise/assessments", "assessment/enterprise-assessments"),
  r("/enterprise/assessments/:id", "assessment/enterprise-assessment"),
  r("/enterprise/assessments/:id/:section", "assessment/enterprise-assessment-section"),
  r("/enterprise/standing", "assessment/enterprise-standing"),
  r("/enterprise/effects", "effects/enterprise-effects"),
  r("/enterprise/effects/:id", "effects/enterprise-effect"),
  r("/enterprise/diagnoses", "clinic/enterprise-diagnoses"),
  r("/enterprise/diagnoses/new", "clinic/enterprise-diagnosis-new"),
  r("/enterprise/diagnoses/:id", "clinic/enterprise-diagnosis"),
  r("/enterprise/diagnoses/:id/visit", "clinic/enterprise-visit"),
  r("/enterprise/diagnoses/:id/visit.ics", "clinic/enterprise-visit-calendar"),
  r("/enterprise/diagnoses/:id/report", "clinic/enterprise-report"),
  r("/enterprise/diagnoses/:id/report.pdf", "clinic/enterprise-report-pdf"),
  r("/enterprise/diagnoses/:id/report.docx", "clinic/enterprise-report-docx"),
  r("/enterprise/diagnoses/:id/report/sharing", "clinic/enterprise-sharing"),
  r("/enterprise/access", "clinic/enterprise-access"),
  r("/enterprise/groups/:id", "projects/enterprise-group"),
  r("/enterprise/recommendations/:id", "matching/enterprise-recommendation"),
  r("/enterprise/matches", "matching/enterprise-matches"),
  r("/enterprise/enquiries", "projects/enterprise-enquiries"),
  r("/enterprise/enquiries/new", "projects/enterprise-enquiry-new"),
  r("/enterprise/enquiries/:id", "projects/enterprise-enquiry"),
];

const provider: RouteConfigEntry[] = [
  r("/provider", "supervision/provider-home"),
  r("/provider/profile", "catalogue/provider-profile"),
  r("/provider/solutions", "catalogue/provider-solutions"),
  r("/provider/solutions/new", "catalogue/provider-solution-new"),
  r("/provider/solutions/:id", "catalogue/provider-solution"),
  r("/provider/solutions/:id/preview", "catalogue/provider-solution-preview"),
  r("/provider/solutions/:id/:section", "catalogue/provider-solution-section"),
  r("/provider/enquiries", "projects/provider-enquiries"),
  r("/provider/enquiries/:id", "projects/provider-enquiry"),
  r("/provider/reports", "clinic/provider-reports"),
  r("/provider/reports/:id", "clinic/provider-report"),
  r("/provider/reports/:id/photos/:photo", "clinic/provider-report-photo"),
];

const expert: RouteConfigEntry[] = [
  r("/expert", "supervision/expert-home"),
  r("/expert/effects/:id", "effects/expert-effect"),
  r("/expert/effects/:id/:section", "effects/expert-effect-section"),
  r("/expert/times", "clinic/expert-times"),
  r("/expert/diagnoses/:id", "clinic/expert-diagnosis"),
  r("/expert/diagnoses/:id/visit.ics", "clinic/expert-visit-calendar"),
  r("/expert/diagnoses/:id/assessment", "assessment/expert-assessment"),
  r("/expert/diagnoses/:id/assessment/:section", "assessment/expert-assessment-section"),
  r("/expert/diagnoses/:id/report", "clinic/expert-report"),
  r("/expert/diagnoses/:id/report.pdf", "clinic/expert-report-pdf"),
  r("/expert/diagnoses/:id/report.docx", "clinic/expert-report-docx"),
  r("/expert/reviews/:id", "clinic/expert-review"),
  r("/expert/field", "clinic/expert-field-device"),
  r("/expert/field/:id", "clinic/expert-field"),
  r("/expert/field/:id/sync", "clinic/expert-field-sync"),
  r("/expert/field/:id/photos/:photo", "clinic/expert-field-photo"),
];

const park: RouteConfigEntry[] = [
  r("/park", "supervision/park-home"),
  r("/park/effects", "effects/park-effects"),
  r("/park/effects/:id", "effects/park-effect"),
  r("/park/groups", "projects/park-groups"),
  r("/park/groups/new", "projects/park-group-new"),
  r("/park/groups/:id", "projects/park-group"),
  r("/park/moderation", "moderation/park-moderation"),
  r("/park/providers/:id", "moderation/park-provider"),
  r("/park/solutions/:id", "moderation/park-solution"),
  r("/park/diagnoses", "clinic/park-diagnoses"),
  r("/park/diagnoses/assign", "clinic/park-assign"),
  r("/park/diagnoses/:id", "clinic/park-diagnosis"),
  r("/park/diagnoses/:id/report", "clinic/park-report"),
  r("/park/diagnoses/:id/report.pdf", "clinic/park-report-pdf"),
  r("/park/diagnoses/:id/report.docx", "clinic/park-report-docx"),
];

const province: RouteConfigEntry[] = [
  r("/province", "supervision/province-home"),
  r("/province/moderation", "moderation/province-moderation"),
  r("/province/providers/:id", "moderation/province-provider"),
  r("/province/solutions/:id", "moderation/province-solution"),
  r("/province/diagnoses", "clinic/province-diagnoses"),
  r("/province/diagnoses/:id", "clinic/province-diagnosis"),
  r("/province/diagnoses/:id/report", "clinic/province-report"),
  r("/province/diagnoses/:id/report.pdf", "clinic/province-report-pdf"),
  r("/province/diagnoses/:id/report.docx", "clinic/province-report-docx"),
  r("/province/lexicon", "search/province-lexicon"),
  r("/province/schemes", "assessment/province-schemes"),
  r("/province/schemes/:version", "assessment/province-scheme"),
];

const admin: RouteConfigEntry[] = [
  r("/admin", "supervision/admin-home"),
  r("/admin/users", "identity/admin-users"),
  r("/admin/users/new", "identity/admin-user-new"),
  r("/admin/users/:id", "identity/admin-user"),
  r("/admin/journal", "journal/admin-journal"),
  r("/admin/lexicon", "search/admin-lexicon"),
  r("/admin/schemes", "assessment/admin-schemes"),
  r("/admin/schemes/:version", "assessment/admin-scheme"),
];

const machines: RouteConfigEntry[] = [
  r("/api/v1/openapi.json", "public/api-openapi"),
  r("/api/v1/solutions", "catalogue/api-solutions"),
  r("/api/v1/providers", "catalogue/api-providers"),
  r("/api/v1/scenarios", "scenarios/api-scenarios"),
  r("/api/v1/suggest", "catalogue/api-suggest"),
  r("/api/v1/match", "matching/api-match"),
  r("/api/v1/*", "public/api-unknown"),
];

const notFound: RouteConfigEntry[] = [r("*", "public/not-found")];

export default [
  ...everyone,
  ...doors,
  ...account,
  ...enterprise,
  ...provider,
  ...expert,
  ...park,
  ...province,
  ...admin,
  ...machines,
  ...notFound,
] satisfies RouteConfig;
