/** The digital clinic: how a diagnosis goes, with what is promised for each step, and the way to start. */
import { ClinicSteps } from "~/components/clinic/clinic-steps";
import { LinkButton } from "~/components/kit/button";
import { PageHeader, Section } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

export const handle: PageHandle = { title: "home:clinic.title" };

export default function Clinic() {
  const t = useTranslate();
  return (
    <>
      <PageHeader
        title={t("home:clinic.title")}
        lead={t("home:clinic.lead")}
        actions={
          <>
            <LinkButton to={paths.enterprise.diagnosisNew()} tone="primary">
              {t("home:clinic.start")}
            </LinkButton>
            <LinkButton to={paths.assessment()}>{t("home:clinic.assess")}</LinkButton>
          </>
        }
      />
      <Section id="steps" title={t("home:clinic.steps")} lead={t("home:clinic.steps.note")}>
        <ClinicSteps />
      </Section>
      <div className="mt-8 grid gap-x-8 gap-y-6 md:grid-cols-3">
        {(["late", "ties", "seen"] as const).map((topic) => (
          <section key={topic}>
            <h2 className="mb-2 text-lg">{t(`home:clinic.${topic}`)}</h2>
            <p>{t(`home:clinic.${topic}.text`)}</p>
          </section>
        ))}
      </div>
      <p className="mt-8">
        <LinkButton to={paths.enterprise.diagnosisNew()} tone="primary">
          {t("home:clinic.start")}
        </LinkButton>
      </p>
    </>
  );
}
