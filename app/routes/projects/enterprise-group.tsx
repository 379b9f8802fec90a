/** A group request as one invited enterprise sees it: what it is about, what providers would see, join or decline. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/kit/button";
import { PostForm, RefusalNote } from "~/components/kit/form";
import { Facts, PageHeader, Section } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import { EnquiryStanding } from "~/components/projects/enquiry-standing";
import { MemberStanding } from "~/components/projects/group-standing";
import { caseNames } from "~/domain/clinic/case-names.server";
import { AnswerGroupForm } from "~/domain/projects/group-form";
import { groupForEnterprise } from "~/domain/projects/group-pages.server";
import { answersOf } from "~/domain/projects/group-status";
import { answerGroup } from "~/domain/projects/groups.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requireEnterprise } from "~/http/guards.server";
import { useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireEnterprise(request);
  const { db } = store();
  const group = found(await groupForEnterprise(db, member, params.id ?? ""));
  const names = await caseNames(db, [{ parkSlug: group.parkSlug, scenarios: [group.scenarioKey] }]);
  return { group, names, enterpriseName: member.organisationName, pageTitle: group.title };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireEnterprise(request);
  const id = params.id ?? "";
  const form = await readForm(request, AnswerGroupForm);
  if (!form.ok) throw notFound();
  const { intent } = form.value;
  const outcome = await store().write((tx) => answerGroup(tx, member, id, intent));
  if (outcome.ok) return redirectWith(paths.enterprise.group(id), `groups:flash.${intent}`);
  if (outcome.reason === "not_found") throw notFound();
  return form.refuse({ form: "groups:refused.not_open" });
}

export default function EnterpriseGroup() {
  const t = useTranslate();
  const named = useNamed();
  const { group, names } = useLoaderData<typeof loader>();
  const park = names.parks[group.parkSlug];
  return (
    <>
      <PageHeader
        title={group.title}
        lead={t("groups:own.lead", { park: park ? named(park) : group.parkSlug })}
        up={{ to: paths.enterprise.enquiries(), label: t("projects:enquiries.title") }}
        badge={<MemberStanding status={group.own.status} />}
      />
      <RefusalNote answer={useActionData<typeof action>()} />
      <Note tone={group.status === "open" ? "waiting" : "info"}>
        {t(`groups:own.is.${group.status}`, group.counts)}
      </Note>
      <Section id="what" title={t("groups:own.what")}>
        <p className="measure break-words whitespace-pre-line">{group.text}</p>
      </Section>
      <Shown />
      <Answers />
      <Enquiries />
    </>
  );
}

/** All that providers would learn. */
function Shown() {
  const t = useTranslate();
  const named = useNamed();
  const { group, names, enterpriseName } = useLoaderData<typeof loader>();
  const scenario = names.scenarios[group.scenarioKey];
  return (
    <Section id="shown" title={t("groups:own.shown")} lead={t("groups:own.shown_lead")}>
      <Facts
        facts={[
          { label: t("groups:own.name"), value: enterpriseName },
          { label: t("groups:scenario"), value: scenario ? named(scenario) : group.scenarioKey },
          {
            label: t("groups:members.finding"),
            value: (
              <Link
                to={`${paths.enterprise.report(group.finding.diagnosisId)}#${group.finding.id}`}
                className="link-plain"
              >
                {group.finding.title}
              </Link>
            ),
          },
          { label: t("groups:own.contact"), value: `${group.contact.name} ${group.contact.phone}` },
        ]}
      />
    </Section>
  );
}

function Answers() {
  const t = useTranslate();
  const { group } = useLoaderData<typeof loader>();
  const answers = answersOf(group.status, group.own.status);
  if (answers.length === 0) return null;
  return (
    <Section id="answer" title={t("groups:own.answer")} lead={t("groups:own.answer_lead")}>
      <PostForm form={{ id: "answer" }} className="flex flex-wrap gap-3">
        {answers.includes("joined") ? <Button intent="joined">{t("groups:own.join")}</Button> : null}
        {answers.includes("declined") ? (
          <Button intent="declined" tone="plain">
            {t(group.own.status === "joined" ? "groups:own.leave" : "groups:own.decline")}
          </Button>
        ) : null}
      </PostForm>
    </Section>
  );
}

function Enquiries() {
  const t = useTranslate();
  const { group } = useLoaderData<typeof loader>();
  if (group.enquiries.length === 0) return null;
  return (
    <Section id="enquiries" title={t("groups:own.enquiries")} lead={t("groups:own.enquiries_lead")}>
      <ul className="rounded-box border border-base-300">
        {group.enquiries.map(({ id, solutionTitle, providerName, state }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-base-300 px-4 py-3 last:border-b-0"
          >
            <span className="min-w-0">
              <Link to={paths.enterprise.enquiry(id)} className="link-plain inline-block py-1">
                {solutionTitle}
              </Link>{" "}
              <span className="muted text-sm">{providerName}</span>
            </span>
            <EnquiryStanding state={state} side="enterprise" />
          </li>
        ))}
      </ul>
    </Section>
  );
}
