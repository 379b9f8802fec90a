/** The access matrix: what each role is answered at every URL of app/routes.ts. */
import type { Objects } from "./access-objects";
import { roles, type Role } from "./roles";

export type Access = {
  /** The address as app/routes.ts writes it. */
  route: string;
  /** A real address of this kind. */
  path: string;
  /** What a role is answered: a status, or where it is sent on. */
  expected: Record<Role, string>;
};

const everyone = (answer: string): Record<Role, string> => ({
  ...{ visitor: answer, enterprise: answer, enterprise2: answer, provider: answer, provider2: answer },
  ...{ expert: answer, expert2: answer, park: answer, park2: answer },
  ...{ city: answer, city2: answer, province: answer, administrator: answer },
});

/** The same for all who ask: public, or not there. */
const all = (route: string, path: string, answer = "200"): Access => ({ route, path, expected: everyone(answer) });

/** Open to these roles; a visitor is sent to sign in, all others are told that there is nothing. */
function only(route: string, path: string, ...open: Role[]): Access {
  const expected = { ...everyone("404"), visitor: "302 /login" };
  for (const role of open) expected[role] = "200";
  return { route, path, expected };
}

/** Signing in and registering send those on who are in already. */
function door(route: string, desks: Partial<Record<Role, string>>): Access {
  return { route, path: route, expected: { ...everyone("302 /account"), ...desks, visitor: "200" } };
}

const enterprises: Role[] = ["enterprise", "enterprise2"];
const providers: Role[] = ["provider", "provider2"];
const experts: Role[] = ["expert", "expert2"];
const parks: Role[] = ["park", "park2"];
const authorities: Role[] = ["city", "city2", "province"];
const signedIn = roles.filter((role) => role !== "visitor");

export function accessRows(it: Objects): Access[] {
  return [...publicRows(it), ...doorRows(), ...memberRows(it), ...expertRows(it), ...parkRows(it), ...provinceRows(it)];
}

function publicRows(it: Objects): Access[] {
  const shown = it.solution("published");
  return [
    all("/", "/"),
    all("/solutions", "/solutions?q=MES"),
    all("/solutions/compare", `/solutions/compare?slug=${shown.slug}`),
    all("/solutions/:slug", `/solutions/${shown.slug}`),
    ...["draft", "submitted", "changes_requested", "rejected", "withdrawn", "suspended", "archived"].map((status) =>
      all("/solutions/:slug", `/solutions/${it.solution(status).slug}`, "404"),
    ),
    only("/solutions/:slug/complaint", `/solutions/${shown.slug}/complaint`, ...signedIn),
    only("/solutions/:slug/complaint", `/solutions/${it.solution("draft").slug}/complaint`),
    only("/providers/:slug/complaint", `/providers/${it.providerSlug}/complaint`, ...signedIn),
    only("/providers/:slug/complaint", `/providers/${it.applicant("0").slug}/complaint`),
    all("/favourites", "/favourites"),
    all("/providers", "/providers"),
    all("/providers/:slug", `/providers/${it.providerSlug}`),
    all("/providers/:slug", `/providers/${it.applicant("0").slug}`, "404"),
    all("/media/:id", `/media/${it.file("logo")}`),
    all("/media/:id", `/media/${it.file("screenshot")}?size=small`),
    all("/media/:id", "/media/fil_none", "404"),
    {
      ...{ route: "/media/:id", path: `/media/${it.file("evidence")}` },
      expected: { ...everyone("404"), provider: "200", park: "200", city: "200", province: "200" },
    },
    all("/scenarios", "/scenarios"),
    all("/scenarios/:key", `/scenarios/${it.scenario}`),
    all("/scenarios/:key", "/scenarios/nothing", "404"),
    all("/parks", "/parks"),
    all("/parks/:slug", `/parks/${it.parkSlug}`),
    all("/parks/:slug", "/parks/nowhere", "404"),
    all("/cases", "/cases"),
    all("/cases/:slug", `/cases/${it.project.replace("_", "-")}`),
    all("/cases/:slug", `/cases/${it.openProject.replace("_", "-")}`, "404"),
    all("/events", "/events"),
    all("/events/:id", `/events/${it.event}`),
    all("/events/:id", "/events/evt_none", "404"),
    all("/assessment", "/assessment"),
    all("/assessment/result", "/assessment/result"),
    all("/assessment/:section", `/assessment/${it.section}`),
    all("/assessment/:section", "/assessment/nothing", "404"),
    all("/match", `/match?scenario=${it.scenario}`),
    all("/clinic", "/clinic"),
    all("/insight", "/insight"),
    all("/about", "/about"),
    all("/privacy", "/privacy"),
    all("/accessibility", "/accessibility"),
    all("/preferences", "/preferences", "302 /"),
    all("/how-we-rank", "/how-we-rank"),
    all("/api", "/api"),
    all("/api/v1/openapi.json", "/api/v1/openapi.json"),
    all("/api/v1/solutions", "/api/v1/solutions?q=MES"),
    all("/api/v1/providers", "/api/v1/providers"),
    all("/api/v1/scenarios", "/api/v1/scenarios"),
    all("/api/v1/*", "/api/v1/nothing/here", "404"),
    all("/api/v1/suggest", "/api/v1/suggest?q=MES"),
    all("/api/v1/match", `/api/v1/match?scenario=${it.scenario}`),
    all("*", "/nowhere/at/all", "404"),
  ];
}

function doorRows(): Access[] {
  const desks: Partial<Record<Role, string>> = {
    ...{ enterprise: "302 /enterprise", enterprise2: "302 /enterprise", provider: "302 /provider" },
    ...{ provider2: "302 /provider", expert: "302 /expert", expert2: "302 /expert", park: "302 /park" },
    ...{ park2: "302 /park", city: "302 /province", city2: "302 /province", province: "302 /province" },
    administrator: "302 /admin",
  };
  return [
    door("/login", desks),
    door("/register", {}),
    all("/logout", "/logout", "302 /"),
    all("/password/forgotten", "/password/forgotten"),
    all("/password/reset", "/password/reset?token=none"),
    all("/invitations/:token", "/invitations/none"),
    all("/outbox", "/outbox"),
    all("/unsubscribe/:token", "/unsubscribe/none", "404"),
    ...["", "/password", "/sessions", "/organisation", "/notices", "/searches", "/alerts", "/complaints"].map((part) =>
      only(`/account${part}`, `/account${part}`, ...signedIn),
    ),
    only("/account/organisation/log", "/account/organisation/log", ...signedIn),
    // Members have nothing to hand over: experts of their centres, the second city's official.
    only(
      "/account/organisation/handover",
      "/account/organisation/handover",
      ...signedIn.filter((role) => ![...experts, "city2", "administrator"].includes(role)),
    ),
    ...["/admin", "/admin/users", "/admin/users/new", "/admin/journal", "/admin/lexicon", "/admin/schemes"].map(
      (path) => only(path, path, "administrator"),
    ),
  ];
}

function memberRows(it: Objects): Access[] {
  const shown = it.solution("published");
  const enquiry = it.enquiry("quoted");
  const own = `/enterprise/diagnoses/${it.ownCase}`;
  const solution = `/provider/solutions/${it.solution("draft").id}`;
  return [
    only("/admin/users/:id", `/admin/users/${it.people.enterprise}`, "administrator"),
    only("/admin/schemes/:version", "/admin/schemes/1", "administrator"),
    only("/admin/schemes/:version", "/admin/schemes/99"),
    only("/enterprise/standing", "/enterprise/standing", ...enterprises),
    only("/enterprise/effects", "/enterprise/effects", ...enterprises),
    only("/enterprise/effects/:id", `/enterprise/effects/${it.openEffect}`, "enterprise"),
    ...["", "/profile", "/assessments", "/diagnoses", "/diagnoses/new", "/matches", "/enquiries"].map((part) =>
      only(`/enterprise${part}`, `/enterprise${part}`, ...enterprises),
    ),
    only("/enterprise/assessments/:id", `/enterprise/assessments/${it.selfAssessment}`, "enterprise"),
    only(
      "/enterprise/assessments/:id/:section",
      `/enterprise/assessments/${it.openAssessment}/${it.section}`,
      "enterprise",
    ),
    only("/enterprise/diagnoses/:id", own, "enterprise"),
    only("/enterprise/diagnoses/:id/report", `${own}/report`, "enterprise"),
    only("/enterprise/diagnoses/:id/report", `/enterprise/diagnoses/${it.caseOf("report_review")}/report`),
    ...["pdf", "docx"].flatMap((as) => [
      only(`/enterprise/diagnoses/:id/report.${as}`, `${own}/report.${as}`, "enterprise"),
      only(
        `/enterprise/diagnoses/:id/report.${as}`,
        `/enterprise/diagnoses/${it.caseOf("report_review")}/report.${as}`,
      ),
    ]),
    // Its visit was made: nothing is left to pick, and the case says where it stands.
    {
      ...{ route: "/enterprise/diagnoses/:id/visit", path: `${own}/visit` },
      expected: { ...everyone("404"), visitor: "302 /login", enterprise: `302 ${own}` },
    },
    only("/enterprise/diagnoses/:id/visit", `/enterprise/diagnoses/${it.caseOf("assigned")}/visit`),
    only("/enterprise/diagnoses/:id/visit.ics", `${own}/visit.ics`, "enterprise"),
    only("/enterprise/diagnoses/:id/visit.ics", `/enterprise/diagnoses/${it.caseOf("scheduled")}/visit.ics`),
    only("/enterprise/diagnoses/:id/report/sharing", `${own}/report/sharing`, "enterprise"),
    only(
      "/enterprise/diagnoses/:id/report/sharing",
      `/enterprise/diagnoses/${it.caseOf("report_review")}/report/sharing`,
    ),
    only("/enterprise/access", "/enterprise/access", ...enterprises),
    only("/enterprise/groups/:id", `/enterprise/groups/${it.group("open").id}`, "enterprise"),
    only("/provider/figures", "/provider/figures", ...providers),
    only("/provider/figures", `/provider/figures?solution=${it.solution("published").id}`, "provider"),
    only("/provider/needs", "/provider/needs", ...providers),
    only("/provider/reports", "/provider/reports", ...providers),
    only("/provider/reports/:id", `/provider/reports/${it.consent}`, "provider"),
    only("/provider/reports/:id", `/provider/reports/${it.withdrawnConsent}`),
    only("/provider/reports/:id/photos/:photo", `/provider/reports/${it.consent}/photos/fil_none`),
    only("/enterprise/recommendations/:id", `/enterprise/recommendations/${it.recommendation}`, "enterprise"),
    only("/enterprise/enquiries/new", `/enterprise/enquiries/new?solution=${shown.slug}`, ...enterprises),
    only("/enterprise/enquiries/:id", `/enterprise/enquiries/${enquiry}`, "enterprise"),
    only("/enterprise/enquiries/new", "/enterprise/enquiries/new?solution=nothing"),
    only("/enterprise/enquiries/new", "/enterprise/enquiries/new", ...enterprises),
    only("/enterprise/quotes/:id", `/enterprise/quotes/${enquiry}`, "enterprise"),
    only("/enterprise/quotes/:id", `/enterprise/quotes/${it.bundle}`, "enterprise"),
    only("/enterprise/projects", "/enterprise/projects", ...enterprises),
    only("/enterprise/projects/:id", `/enterprise/projects/${it.deliveredProject}`, "enterprise"),
    only("/enterprise/projects/:id", `/enterprise/projects/${it.rivalProject}`),
    ...["", "/profile", "/solutions", "/solutions/new", "/enquiries"].map((part) =>
      only(`/provider${part}`, `/provider${part}`, ...providers),
    ),
    ...["/onboarding", "/logo"].map((part) => only(`/provider${part}`, `/provider${part}`, ...providers)),
    only("/provider/qualifications/:criterion", "/provider/qualifications/security", ...providers),
    only("/provider/qualifications/:criterion", "/provider/qualifications/nothing"),
    only("/provider/solutions/:id/media", `${solution}/media`, "provider"),
    only("/provider/solutions/confirm", "/provider/solutions/confirm", ...providers),
    only("/provider/solutions/:id", solution, "provider"),
    only("/provider/solutions/:id/preview", `${solution}/preview`, "provider"),
    only("/provider/solutions/:id/versions", `${solution}/versions`, "provider"),
    only("/provider/solutions/:id/:section", `${solution}/price`, "provider"),
    // Only ever posted to, by the page's own script.
    only("/provider/solutions/:id/:section/keep", `${solution}/price/keep`),
    only("/provider/enquiries/:id", `/provider/enquiries/${enquiry}`, "provider"),
    only("/provider/complaints/:id", `/provider/complaints/${it.complaint(false).id}`, "provider"),
    only("/provider/enquiries/:id/quote", `/provider/enquiries/${enquiry}/quote`, "provider"),
    // One that the enterprise sent to a rival together with the ready provider's own.
    only("/provider/enquiries/:id", `/provider/enquiries/${it.rivalEnquiry}`),
    only("/provider/enquiries/:id/quote", `/provider/enquiries/${it.rivalEnquiry}/quote`),
    only("/provider/projects", "/provider/projects", ...providers),
    only("/provider/projects/:id", `/provider/projects/${it.deliveredProject}`, "provider"),
    only("/provider/projects/:id", `/provider/projects/${it.rivalProject}`),
  ];
}

function expertRows(it: Objects): Access[] {
  const visited = `/expert/diagnoses/${it.expertCase("on_site")}`;
  return [
    only("/expert", "/expert", ...experts),
    // Measured against the enterprise's own assessment: no expert has a part in it.
    only("/expert/effects/:id", `/expert/effects/${it.openEffect}`),
    only("/expert/effects/:id/:section", `/expert/effects/${it.openEffect}/${it.section}`),
    only("/expert/times", "/expert/times", ...experts),
    only("/expert/diagnoses/:id", visited, "expert"),
    only("/expert/diagnoses/:id/visit.ics", `/expert/diagnoses/${it.expertCase("scheduled")}/visit.ics`, "expert"),
    only("/expert/diagnoses/:id/visit.ics", `/expert/diagnoses/${it.expertCase("assigned")}/visit.ics`),
    only("/expert/diagnoses/:id", `/expert/diagnoses/${it.caseOf("submitted")}`),
    only("/expert/diagnoses/:id/assessment", `${visited}/assessment`, "expert"),
    only("/expert/diagnoses/:id/assessment/:section", `${visited}/assessment/${it.section}`, "expert"),
    only("/expert/diagnoses/:id/report", `/expert/diagnoses/${it.expertCase("report_draft")}/report`, "expert"),
    only("/expert/diagnoses/:id/report", `${visited}/report`),
    ...["pdf", "docx"].flatMap((as) => [
      only(
        `/expert/diagnoses/:id/report.${as}`,
        `/expert/diagnoses/${it.expertCase("report_draft")}/report.${as}`,
        "expert",
      ),
      only(`/expert/diagnoses/:id/report.${as}`, `/expert/diagnoses/${it.expertCase("on_site")}/report.${as}`),
    ]),
    only("/expert/reviews/:id", `/expert/reviews/${it.review}`, "expert2"),
    only("/expert/field", "/expert/field", ...experts),
    only("/expert/field/:id", `/expert/field/${it.expertCase("on_site")}`, "expert"),
    only("/expert/field/:id", `/expert/field/${it.caseOf("submitted")}`),
    only("/expert/field/:id/sync", `/expert/field/${it.expertCase("on_site")}/sync`, "expert"),
    only("/expert/field/:id/photos/:photo", `/expert/field/${it.expertCase("on_site")}/photos/fil_none`),
    only("/files/:id", "/files/fil_none"),
  ];
}

function parkRows(it: Objects): Access[] {
  return [
    only("/park", "/park", ...parks),
    only("/park/effects", "/park/effects", ...parks),
    only("/park/effects/:id", `/park/effects/${it.waitingEffect}`, "park"),
    only("/park/effects/:id", `/park/effects/${it.openEffect}`),
    only("/park/groups", "/park/groups", ...parks),
    only("/park/groups/new", `/park/groups/new?scenario=${it.scenario}`, ...parks),
    only("/park/groups/new", "/park/groups/new?scenario=nothing"),
    only("/park/groups/:id", `/park/groups/${it.group("open").id}`, "park"),
    only("/park/groups/:id", `/park/groups/${it.group("sent").id}`, "park"),
    only("/park/moderation", "/park/moderation", ...parks),
    only("/park/moderation/bulk", "/park/moderation/bulk", ...parks),
    only("/park/moderation/statistics", "/park/moderation/statistics", ...parks),
    only("/park/complaints", "/park/complaints", ...parks),
    only("/park/complaints/:id", `/park/complaints/${it.complaint(false).id}`, "park"),
    only("/park/providers/:id", `/park/providers/${it.provider}`, "park"),
    only("/park/solutions/:id", `/park/solutions/${it.solution("submitted").id}`, "park"),
    only("/park/solutions/:id", `/park/solutions/${it.solution("draft").id}`),
    only("/park/diagnoses", "/park/diagnoses", ...parks),
    only("/park/diagnoses/assign", "/park/diagnoses/assign", ...parks),
    only("/park/diagnoses/:id", `/park/diagnoses/${it.caseOf("submitted")}`, "park"),
    only("/park/diagnoses/:id", `/park/diagnoses/${it.caseOf("draft")}`),
    only("/park/diagnoses/:id/report", `/park/diagnoses/${it.caseOf("report_review")}/report`, "park"),
    only("/park/diagnoses/:id/report", `/park/diagnoses/${it.expertCase("report_draft")}/report`),
    ...["pdf", "docx"].flatMap((as) => [
      only(`/park/diagnoses/:id/report.${as}`, `/park/diagnoses/${it.caseOf("report_review")}/report.${as}`, "park"),
      only(`/park/diagnoses/:id/report.${as}`, `/park/diagnoses/${it.expertCase("report_draft")}/report.${as}`),
    ]),
  ];
}

function provinceRows(it: Objects): Access[] {
  return [
    only("/province", "/province", ...authorities),
    only("/province/moderation", "/province/moderation", ...authorities),
    only("/province/moderation/bulk", "/province/moderation/bulk", ...authorities),
    only("/province/moderation/statistics", "/province/moderation/statistics", ...authorities),
    only("/province/moderation/reasons", "/province/moderation/reasons", "province"),
    only("/province/moderation/words", "/province/moderation/words", "province"),
    only("/province/complaints", "/province/complaints", ...authorities),
    only("/province/complaints/:id", `/province/complaints/${it.complaint(false).id}`, "city", "province"),
    only("/province/providers/:id", `/province/providers/${it.provider}`, "city", "province"),
    only("/province/solutions/:id", `/province/solutions/${it.solution("submitted").id}`, "city", "province"),
    only("/province/diagnoses", "/province/diagnoses", ...authorities),
    only("/province/diagnoses/:id", `/province/diagnoses/${it.caseOf("submitted")}`, "city", "province"),
    only("/province/diagnoses/:id", `/province/diagnoses/${it.caseOf("draft")}`),
    only("/province/lexicon", "/province/lexicon", "province"),
    only("/province/schemes", "/province/schemes", "province"),
    only("/province/schemes/:version", "/province/schemes/1", "province"),
    only("/province/diagnoses/:id/report", `/province/diagnoses/${it.ownCase}/report`, "city", "province"),
    only("/province/diagnoses/:id/report", `/province/diagnoses/${it.caseOf("report_review")}/report`),
    ...["pdf", "docx"].flatMap((as) => [
      only(
        `/province/diagnoses/:id/report.${as}`,
        `/province/diagnoses/${it.ownCase}/report.${as}`,
        "city",
        "province",
      ),
      only(`/province/diagnoses/:id/report.${as}`, `/province/diagnoses/${it.caseOf("report_review")}/report.${as}`),
    ]),
  ];
}
