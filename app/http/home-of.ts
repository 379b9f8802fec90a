import { paths } from "~/paths";
import type { AudienceName } from "./viewer.server";

const homes: Record<AudienceName, string> = {
  enterprise: paths.enterprise.home(),
  provider: paths.providerDesk.home(),
  expert: paths.expert.home(),
  park: paths.parkDesk.home(),
  province: paths.province.home(),
  admin: paths.admin.home(),
};

/** Where signing in leads: the desk of the first workspace, or the account of a person without one. */
export function homeOf(audiences: readonly AudienceName[]): string {
  const first = audiences[0];
  return first ? homes[first] : paths.account.home();
}
