import { Link } from "@remix-run/react";
import { CircleAlert, CircleCheck, CircleDashed, Clock, Lightbulb } from "lucide-react";
import type { ReactNode } from "react";
import { qualificationCriteria } from "#db/vocabulary/catalogue";
import { QualificationBadge } from "~/components/catalogue/qualification-badge";
import { Tag } from "~/components/kit/status";
import { onboardingSteps, type OnboardingStep, type StepState } from "~/domain/catalogue/onboarding";
import type { Onboarding } from "~/domain/catalogue/onboarding.server";
import { criterionRules } from "~/domain/catalogue/qualification-status";
import { formatList } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

const icons: Record<StepState, ReactNode> = {
  done: <CircleCheck aria-hidden size={22} className="text-success-content" />,
  todo: <CircleAlert aria-hidden size={22} className="text-warning-content" />,
  blocked: <CircleDashed aria-hidden size={22} className="muted" />,
  waiting: <Clock aria-hidden size={22} className="text-warning-content" />,
  advice: <Lightbulb aria-hidden size={22} className="muted" />,
};

/** Five steps to the first enquiry: each says what it is for, what is missing, and leads there. */
export function OnboardingList({ found, handIn }: { found: Onboarding; handIn: ReactNode }) {
  const bodies: Record<OnboardingStep, ReactNode> = {
    profile: <ProfileStep found={found} />,
    qualifications: <QualificationsStep found={found} />,
    approval: found.states.approval === "todo" ? handIn : null,
    solution: <SolutionStep found={found} />,
    team: <StepLink to={paths.account.organisation()} step="team" />,
  };
  return (
    <ol className="divide-y divide-base-300 rounded-box border border-base-300">
      {onboardingSteps.map((step, index) => (
        <Step key={step} step={step} number={index + 1} state={found.states[step]}>
          {bodies[step]}
        </Step>
      ))}
    </ol>
  );
}

type StepProps = { step: OnboardingStep; number: number; state: StepState; children: ReactNode };

function Step({ step, number, state, children }: StepProps) {
  const t = useTranslate();
  return (
    <li className="flex items-start gap-3 px-4 py-4">
      <span className="mt-0.5 shrink-0">{icons[state]}</span>
      <div className="grid min-w-0 flex-1 gap-2">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 className="text-lg">{t(`onboarding:step.${step}`, { number })}</h2>
          <span className="muted text-sm">{t(`onboarding:state.${state}`)}</span>
        </div>
        <p className="muted measure text-sm">{t(`onboarding:why.${step}`)}</p>
        {children}
      </div>
    </li>
  );
}

function StepLink({ to, step }: { to: string; step: "profile" | "solution" | "team" }) {
  const t = useTranslate();
  return (
    <p>
      <Link to={to} className="link-plain inline-block py-1">
        {t(`onboarding:go.${step}`)}
      </Link>
    </p>
  );
}

function ProfileStep({ found }: { found: Onboarding }) {
  const t = useTranslate();
  const locale = useLocale();
  const fields = found.missing.map((field) => t(`catalogue:profile.field.${field}`));
  return (
    <>
      {fields.length > 0 ? <p>{t("onboarding:missing", { fields: formatList(locale, fields) })}</p> : null}
      <StepLink to={paths.providerDesk.profile()} step="profile" />
    </>
  );
}

function QualificationsStep({ found }: { found: Onboarding }) {
  const t = useTranslate();
  return (
    <ul className="divide-y divide-base-300">
      {qualificationCriteria.map((criterion) => {
        const own = found.qualifications.find((each) => each.criterion === criterion);
        return (
          <li key={criterion} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1">
            <span className="flex flex-wrap items-center gap-2">
              <Link to={paths.providerDesk.qualification(criterion)} className="link-plain inline-block py-1.5">
                {t(`onboarding:criterion.${criterion}`)}
              </Link>
              {criterionRules[criterion].isRequired ? <Tag>{t("onboarding:required")}</Tag> : null}
            </span>
            <QualificationBadge status={own?.status ?? null} days={own?.days ?? null} />
          </li>
        );
      })}
    </ul>
  );
}

function SolutionStep({ found }: { found: Onboarding }) {
  const to = found.firstSolution ? paths.providerDesk.solutions() : paths.providerDesk.solutionNew();
  return <StepLink to={to} step="solution" />;
}
