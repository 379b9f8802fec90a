import { LinkButton } from "~/components/kit/button";
import { Section } from "~/components/kit/page";
import { onboardingSteps } from "~/domain/catalogue/onboarding";
import type { Onboarding } from "~/domain/catalogue/onboarding.server";
import { formatList } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

/** On the desk, until enterprises can find the provider: how far it has come and what comes next. */
export function OnboardingPanel({ found }: { found: Pick<Onboarding, "states" | "isOnboarded"> }) {
  const t = useTranslate();
  const locale = useLocale();
  if (found.isOnboarded) return null;
  const needed = onboardingSteps.filter((step) => step !== "team");
  const done = needed.filter((step) => found.states[step] === "done").length;
  const open = needed.filter((step) => found.states[step] === "todo").map((step) => t(`onboarding:next.${step}`));
  return (
    <Section id="onboarding" title={t("onboarding:title")}>
      <div className="panel flex flex-wrap items-center justify-between gap-3">
        <p>
          <strong>{t("onboarding:progress", { done, of: needed.length })}</strong>
          {open.length > 0 ? (
            <span className="block">{t("onboarding:next", { steps: formatList(locale, open) })}</span>
          ) : null}
        </p>
        <LinkButton to={paths.providerDesk.onboarding()} tone="primary">
          {t("onboarding:open")}
        </LinkButton>
      </div>
    </Section>
  );
}
