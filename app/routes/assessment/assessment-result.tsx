/** What a visitor's answers come to, and how to take them along. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Building2, Search, Stethoscope } from "lucide-react";
import { ResultView } from "~/components/assessment/result-view";
import { Way, WaysOn } from "~/components/assessment/way-on";
import { LinkButton } from "~/components/kit/button";
import { EmptyState, PageHeader } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { factsOf, resultOf } from "~/domain/assessment/result";
import { openSection, stepsOf } from "~/domain/assessment/section-page";
import { signedIn } from "~/http/guards.server";
import { visitorAnswers } from "~/http/visitor-answers.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "assessment:result.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const who = await signedIn(request);
  const { scheme, answers, hasBegun } = await visitorAnswers(request, store().db);
  return {
    result: hasBegun ? resultOf(scheme, answers) : null,
    scheme: factsOf(scheme),
    open: openSection(stepsOf(scheme, answers)),
    isEnterprise: who?.belongings.some(({ kind }) => kind === "enterprise") ?? false,
    isVisitor: who === null,
  };
}

export default function AssessmentResult() {
  const t = useTranslate();
  const { result, scheme, open, isEnterprise, isVisitor } = useLoaderData<typeof loader>();
  if (!result) return <NothingYet />;
  return (
    <>
      <PageHeader
        title={t("assessment:result.title")}
        lead={t("assessment:result.visitor.lead")}
        up={{ to: paths.assessment(), label: t("assessment:start.title") }}
        actions={<LinkButton to={paths.assessmentSection(open)}>{t("assessment:result.edit")}</LinkButton>}
      />
      <ResultView result={result} scheme={scheme} answerOpen={paths.assessmentSection(open)}>
        <WaysOn>
          {isEnterprise || isVisitor ? <KeepIt isVisitor={isVisitor} /> : null}
          <Way
            icon={Stethoscope}
            title={t("assessment:result.next.clinic")}
            text={t("assessment:result.next.clinic.text")}
          >
            <LinkButton to={paths.clinic()}>{t("assessment:result.next.clinic.link")}</LinkButton>
          </Way>
          <Way icon={Search} title={t("assessment:result.next.match")} text={t("assessment:result.next.match.text")}>
            <LinkButton to={matchFor(result)}>{t("assessment:result.next.match.link")}</LinkButton>
          </Way>
        </WaysOn>
      </ResultView>
    </>
  );
}

type LoadedResult = { level: number; blockers: { raise: Array<{ sceneKey: string }> } | null };

/** The quick match, asked for the scenarios that block the next level. */
function matchFor({ level, blockers }: LoadedResult): string {
  return paths.match({ scenario: blockers?.raise.map(({ sceneKey }) => sceneKey) ?? [], level });
}

function KeepIt({ isVisitor }: { isVisitor: boolean }) {
  const t = useTranslate();
  return (
    <Way icon={Building2} title={t("assessment:result.next.keep")} text={t("assessment:result.next.keep.text")}>
      {isVisitor ? (
        <>
          <LinkButton to={paths.register({ as: "enterprise" })} tone="primary">
            {t("assessment:result.next.keep.register")}
          </LinkButton>
          <LinkButton to={paths.login(paths.enterprise.assessments())}>
            {t("assessment:result.next.keep.login")}
          </LinkButton>
        </>
      ) : (
        <LinkButton to={paths.enterprise.assessments()} tone="primary">
          {t("assessment:result.next.keep.enterprise")}
        </LinkButton>
      )}
    </Way>
  );
}

function NothingYet() {
  const t = useTranslate();
  return (
    <>
      <PageHeader
        title={t("assessment:result.title")}
        up={{ to: paths.assessment(), label: t("assessment:start.title") }}
      />
      <EmptyState title={t("assessment:result.empty")}>
        <LinkButton to={paths.assessment()} tone="primary">
          {t("assessment:start.go")}
        </LinkButton>
      </EmptyState>
    </>
  );
}
