/** Real objects of the small demonstration world for the addresses of the access matrix, found in its database. */
import { demoLogins, type DemoLoginKey } from "#db/vocabulary/demo-logins";
import type { Look } from "./database";

export type Objects = ReturnType<typeof findObjects>;

const filesOf = {
  logo: "SELECT logoFileId FROM provider WHERE organisationId = ?",
  screenshot: `SELECT f.fileId FROM version_file f JOIN solution s ON s.currentVersionId = f.versionId
    WHERE s.providerId = ? AND s.status = 'published' AND f.kind = 'screenshot'`,
  evidence: "SELECT fileId FROM qualification WHERE providerId = ? AND fileId IS NOT NULL",
};

export function findObjects(look: Look) {
  const personOf = (key: DemoLoginKey) =>
    look.value("SELECT id FROM user WHERE email = ?", demoLogins.find((login) => login.key === key)?.email ?? "");
  const organisationOf = (key: DemoLoginKey) =>
    look.value("SELECT organisationId FROM membership WHERE userId = ?", personOf(key));
  const enterprise = organisationOf("enterprise");
  const provider = organisationOf("provider");
  const expert = personOf("expert");
  const parkSlug = look.value("SELECT parkSlug FROM organisation WHERE id = ?", organisationOf("park"));

  const caseOf = (status: string) =>
    look.value("SELECT id FROM diagnosis WHERE parkSlug = ? AND status = ?", parkSlug, status);
  /** A case of the expert, in whatever park. */
  const expertCase = (status: string) =>
    look.value("SELECT id FROM diagnosis WHERE expertUserId = ? AND status = ?", expert, status);
  const enquiry = (status: string) =>
    look.value(
      "SELECT id FROM enquiry WHERE enterpriseId = ? AND providerId = ? AND status = ?",
      ...[enterprise, provider, status],
    );
  const solution = (status: string) =>
    look.row(
      `SELECT s.id, s.slug, v.id AS version, v.edit FROM solution s JOIN solution_version v ON v.solutionId = s.id
       WHERE s.providerId = ? AND s.status = ? AND v.status <> 'submitted' OR s.providerId = ? AND s.status = ? AND s.status = 'submitted'
       ORDER BY s.id`,
      ...[provider, status, provider, status],
    );
  const applicant = (at: string) =>
    look.row(
      `SELECT organisationId AS id, slug, p.edit FROM provider p JOIN organisation o ON o.id = p.organisationId
       WHERE o.parkSlug = ? AND p.status = 'pending_approval' AND p.submittedAt IS NOT NULL ORDER BY 1 LIMIT 1 OFFSET ?`,
      ...[parkSlug, at],
    );

  return {
    people: {
      enterprise: personOf("enterprise"),
      enterprise2: personOf("enterprise2"),
      provider2: personOf("provider2"),
    },
    expert,
    /** A free time of the expert. */
    freeTime: look.value("SELECT id FROM expert_slot WHERE expertUserId = ? AND diagnosisId IS NULL", expert),
    parkSlug,
    enterprise,
    provider,
    /** A published solution besides the first one. */
    secondShown: look.value(
      "SELECT id FROM solution WHERE providerId = ? AND status = 'published' ORDER BY id LIMIT 1 OFFSET 5",
      provider,
    ),
    providerSlug: look.value("SELECT slug FROM provider WHERE organisationId = ?", provider),
    solution,
    applicant,
    /** A file of the provider: its logo, a picture of a published solution, or what it showed its park alone. */
    file: (what: "logo" | "screenshot" | "evidence") => look.value(filesOf[what], provider),
    caseOf,
    expertCase,
    enquiry,
    editOf: (table: "diagnosis" | "report" | "assessment", id: string, by = "id") =>
      look.value(`SELECT edit FROM ${table} WHERE ${by} = ?`, id),
    /** What the enterprise lets the provider read now. */
    consent: look.value(
      "SELECT id FROM consent WHERE enterpriseId = ? AND providerId = ? AND withdrawnAt IS NULL",
      ...[enterprise, provider],
    ),
    /** One that the enterprise has withdrawn. */
    withdrawnConsent: look.value(
      "SELECT id FROM consent WHERE enterpriseId = ? AND withdrawnAt IS NOT NULL",
      enterprise,
    ),
    issuedReport: look.value("SELECT id FROM report WHERE enterpriseId = ? AND status = 'issued'", enterprise),
    /** A group request of the park to which the enterprise belongs. */
    group: (status: string) =>
      look.row(
        `SELECT g.id, g.edit FROM group_request g JOIN group_member m ON m.groupId = g.id
         WHERE m.enterpriseId = ? AND g.status = ?`,
        ...[enterprise, status],
      ),
    /** The enterprise's own case: reported, with an issued report. */
    ownCase: look.value("SELECT id FROM diagnosis WHERE enterpriseId = ? AND status = 'reported'", enterprise),
    /** The report in review about which the second ready expert was asked. */
    review: look.value("SELECT id FROM report WHERE status = 'in_review' AND reviewerUserId IS NOT NULL"),
    recommendation: look.value("SELECT id FROM recommendation WHERE enterpriseId = ?", enterprise),
    selfAssessment: look.value("SELECT id FROM assessment WHERE enterpriseId = ? AND source = 'self'", enterprise),
    openAssessment: look.value("SELECT id FROM assessment WHERE enterpriseId = ? AND status = 'draft'", enterprise),
    /** A section of the questionnaire, as its address says it. */
    section: "equipment-system",
    quote: (enquiryId: string) => look.value("SELECT id FROM quote WHERE enquiryId = ? AND status = 'sent'", enquiryId),
    /** What the enterprise asked several providers, and the enquiry to one that is not the ready one. */
    bundle: look.value("SELECT bundleId FROM enquiry WHERE enterpriseId = ? AND bundleId IS NOT NULL", enterprise),
    rivalEnquiry: look.value(
      "SELECT id FROM enquiry WHERE enterpriseId = ? AND bundleId IS NOT NULL AND providerId NOT IN (?, ?)",
      ...[enterprise, provider, organisationOf("provider2")],
    ),
    /** A project of the two ready logins that waits for acceptance, and one of others. */
    deliveredProject: look.value(
      "SELECT id FROM project WHERE enterpriseId = ? AND providerId = ? AND status = 'completed'",
      ...[enterprise, provider],
    ),
    rivalProject: look.value(
      "SELECT id FROM project WHERE providerId NOT IN (?, ?) AND enterpriseId NOT IN (?, ?)",
      ...[provider, organisationOf("provider2"), enterprise, organisationOf("enterprise2")],
    ),
    event: look.value("SELECT id FROM event WHERE status = 'held'"),
    /** An open complaint about the provider, on which it was heard or not. */
    complaint: (isHeard: boolean) =>
      look.row(
        `SELECT id, edit FROM complaint WHERE providerId = ? AND status = 'open'
         AND providerAnsweredAt IS ${isHeard ? "NOT NULL" : "NULL"}`,
        provider,
      ),
    /** What the enterprise is measuring, and what waits for the park. */
    openEffect: look.value("SELECT id FROM effect WHERE enterpriseId = ? AND status = 'open'", enterprise),
    waitingEffect: look.value("SELECT id FROM effect WHERE parkSlug = ? AND status = 'enterprise_confirmed'", parkSlug),
    project: look.value("SELECT id FROM project WHERE status = 'accepted' AND levelAfter > levelBefore"),
    openProject: look.value("SELECT id FROM project WHERE status <> 'accepted'"),
    scenario: look.value("SELECT key FROM scenario WHERE kind = 'core'"),
  };
}
