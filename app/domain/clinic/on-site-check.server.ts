import type { OnSiteCheck } from "~/domain/assessment/ownership.server";
import { diagnosisFor } from "./moves.server";

/**
 * The enterprise of a case while its expert may fill in the on-site questionnaire: from the visit until the report is handed
 * in, so that a report sent back for a wrong answer does not end in a dead end. Null for everyone and everything else.
 */
export const onSiteCase: OnSiteCheck = async (db, expert, diagnosisId) => {
  const found = await diagnosisFor(db, expert, diagnosisId);
  const isOpen = found?.status === "on_site" || found?.status === "report_draft";
  return found && isOpen ? { enterpriseId: found.enterpriseId } : null;
};
