/** The way from a case to its visit: picking or moving the time, and the entry for the calendar. */
import { CalendarPlus } from "lucide-react";
import { LinkButton } from "~/components/kit/button";
import type { CaseOnPage } from "~/domain/clinic/case-page.server";
import { isLaidDown, mayAct, moveOf } from "~/domain/clinic/diagnosis-status";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

/** To the free times, while the enterprise may pick or move. */
export function PickLink({ about }: { about: CaseOnPage["case"] }) {
  const t = useTranslate();
  const isFirst = moveOf(about.status, "scheduled", "enterprise") !== null;
  if (!isFirst && !mayAct("reschedule", about.status, "enterprise")) return null;
  return (
    <LinkButton to={paths.enterprise.visit(about.id)} tone={isFirst ? "primary" : "plain"}>
      {t(isFirst ? "visits:pick.open" : "visits:pick.open_move")}
    </LinkButton>
  );
}

/** While the visit lies ahead, and once it is given up, so that it can be taken out of the calendar too. */
export function CalendarLink({ about, viewer }: { about: CaseOnPage["case"]; viewer: "enterprise" | "expert" }) {
  const t = useTranslate();
  const isOff = isLaidDown(about.status);
  if (about.visitAt === null || (about.status !== "scheduled" && !isOff)) return null;
  return (
    <LinkButton to={paths[viewer].visitCalendar(about.id)} reloadDocument>
      <CalendarPlus aria-hidden size={18} />
      {t(isOff ? "visits:calendar.off" : "visits:calendar.add")}
    </LinkButton>
  );
}
