/** Days to deploy: what accepted projects measured comes first, what the provider declares says so. */
import type { SolutionCard } from "~/domain/catalogue/solution-card";
import { useTranslate } from "~/i18n/use-translate";

type Props = {
  card: Pick<SolutionCard, "days" | "areDaysMeasured" | "acceptedProjects">;
  declaredDays: number | null;
  /** A measured figure of another solution stands beside this one. */
  isBesideMeasured?: boolean;
};

/** Without anything measured all figures of the page are declarations, so this one needs no mark. */
export function DeployDays({ card, declaredDays, isBesideMeasured = false }: Props) {
  const t = useTranslate();
  const { days, areDaysMeasured, acceptedProjects } = card;
  const isMeasured = areDaysMeasured && days !== null;
  if (declaredDays === null && !isMeasured) return t("common:unknown");
  if (declaredDays !== null && !isMeasured && !isBesideMeasured) return t("catalogue:days", { days: declaredDays });
  return (
    <>
      {isMeasured ? (
        <span className="block font-semibold">{t("search:days.measured", { days, count: acceptedProjects })}</span>
      ) : null}
      {declaredDays === null ? null : (
        <span className={isMeasured ? "muted block text-sm" : "block"}>
          {t("search:days.declared", { days: declaredDays })}
        </span>
      )}
    </>
  );
}
