/** What a city or the province can do with a case now. */
import { LinkButton } from "~/components/kit/button";
import type { CaseOnPage } from "~/domain/clinic/case-page.server";
import { moveOf } from "~/domain/clinic/diagnosis-status";
import type { SendableExpert } from "~/domain/clinic/experts.server";
import { isCorrection } from "~/domain/clinic/report-version";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { Disclosure, ReasonForm } from "./act-form";
import { answerFor } from "./answer-for";
import { ExpertChoice } from "./expert-choice";
import { RemindForm } from "./remind-form";

type ActsProps = {
  page: CaseOnPage;
  level: "city" | "province";
  /** Null as long as the case has not come up to this office. */
  experts: SendableExpert[] | null;
  canRemind: boolean;
  answer: unknown;
};

export function AuthorityActs({ page, level, experts, canRemind, answer }: ActsProps) {
  const t = useTranslate();
  const holder = useHolderName(page);
  const { status, edit, id, expertUserId } = page.case;
  const cancel = isCorrection(page.report) ? null : moveOf(status, "cancelled", level);
  return (
    <div className="no-print mt-6 flex flex-col gap-4 empty:hidden">
      {page.report ? (
        <p>
          <LinkButton to={paths.province.report(id)}>{t("clinic:report.open")}</LinkButton>
        </p>
      ) : null}
      {canRemind ? <RemindForm edit={edit} name={holder} answer={answer} /> : null}
      {experts ? (
        <Disclosure title={t("clinic:assign.replace_title")} isOpen={answerFor(answer, "assign") !== undefined}>
          <p className="measure muted mb-4">{t("desk:reassign.lead")}</p>
          <ExpertChoice edit={edit} experts={experts} sentId={expertUserId} answer={answer} />
        </Disclosure>
      ) : null}
      {cancel ? (
        <ReasonForm
          intent="cancel"
          edit={edit}
          answer={answer}
          title={t("clinic:cancel.title")}
          lead={t("clinic:cancel.lead")}
          reasons={cancel.reasons}
          submit={t("clinic:cancel.submit")}
        />
      ) : null}
    </div>
  );
}

function useHolderName({ where, case: about, expert, names }: CaseOnPage): string {
  const named = useNamed();
  const park = names.parks[about.parkSlug];
  return where.holder === "expert" && expert ? expert.name : park ? named(park) : about.parkSlug;
}
