/** The self-assessment's front door: what it is, how long it takes, by which standard, and how far this visitor got. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { LevelLadder } from "~/components/assessment/level-ladder";
import { SectionList } from "~/components/assessment/section-list";
import { useWords } from "~/components/assessment/use-words";
import { Button, LinkButton } from "~/components/kit/button";
import { Facts, PageHeader, Section } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { PageHandle } from "~/components/layout/page-handle";
import { factsOf } from "~/domain/assessment/result";
import { questionsOf, scenarioQuestionsOf } from "~/domain/assessment/scheme";
import { openSection, stepsOf } from "~/domain/assessment/section-page";
import { redirectWith } from "~/http/flash.server";
import { readIntent } from "~/http/form.server";
import { signedIn } from "~/http/guards.server";
import { forgetVisitorAnswers, visitorAnswers } from "~/http/visitor-answers.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "assessment:start.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const who = await signedIn(request);
  const { scheme, answers, hasBegun } = await visitorAnswers(request, store().db);
  const scenes = scenarioQuestionsOf(scheme).length;
  return {
    hasBegun,
    isEnterprise: who?.belongings.some(({ kind }) => kind === "enterprise") ?? false,
    scheme: factsOf(scheme),
    steps: stepsOf(scheme, answers),
    scenes,
    scored: questionsOf(scheme).length - scenes,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  await readIntent(request);
  const forget = await forgetVisitorAnswers();
  return redirectWith(paths.assessment(), "assessment:flash.cleared", {}, { "Set-Cookie": forget });
}

export default function AssessmentStart() {
  const t = useTranslate();
  const words = useWords();
  const { hasBegun, isEnterprise, scheme, steps, scenes, scored } = useLoaderData<typeof loader>();
  const facts = [
    { label: t("assessment:start.questions"), value: t("assessment:start.questions.value", { scored, scenes }) },
    { label: t("assessment:start.duration"), value: t("assessment:start.duration.value") },
    {
      label: t("assessment:start.standard"),
      value: t("assessment:result.scheme", {
        title: words.pick(scheme.titleZh, scheme.titleEn),
        no: scheme.issuingNo,
      }),
    },
    { label: t("assessment:start.privacy"), value: t("assessment:start.privacy.value") },
  ];
  return (
    <>
      <PageHeader title={t("assessment:start.title")} lead={t("assessment:start.lead")} />
      {isEnterprise ? (
        <Note>
          {t("assessment:start.enterprise")}{" "}
          <Link to={paths.enterprise.assessments()} className="underline underline-offset-4">
            {t("assessment:start.enterprise.link")}
          </Link>
        </Note>
      ) : null}
      <div className="mt-4 grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          <Facts facts={facts} />
          <div className="mt-5 flex flex-wrap items-center gap-3">
            <LinkButton to={paths.assessmentSection(openSection(steps))} tone="primary">
              {hasBegun ? t("assessment:start.continue") : t("assessment:start.go")}
            </LinkButton>
            {hasBegun ? <BegunButtons /> : null}
          </div>
          <Section title={t("assessment:start.prepare")}>
            <p className="measure">{t("assessment:start.prepare.text")}</p>
          </Section>
          <Section title={t("assessment:start.levels")}>
            <LevelLadder levels={scheme.levels} gates={scheme.gates} level={null} />
            {scheme.areGatesProvisional ? (
              <p className="muted measure text-sm">
                <strong className="font-semibold">{t("common:provisional")}</strong> ·{" "}
                {t("assessment:provisional.gates")}
              </p>
            ) : null}
          </Section>
        </div>
        <section aria-labelledby="parts" className="panel">
          <h2 id="parts" className="mb-2 text-lg">
            {t("assessment:start.sections", { count: steps.length })}
          </h2>
          <SectionList steps={steps} hrefOf={paths.assessmentSection} />
        </section>
      </div>
    </>
  );
}

function BegunButtons() {
  const t = useTranslate();
  return (
    <>
      <LinkButton to={paths.assessmentResult()}>{t("assessment:start.see_result")}</LinkButton>
      <Form method="post">
        <Button tone="quiet" intent="clear">
          {t("assessment:start.clear")}
        </Button>
      </Form>
    </>
  );
}
