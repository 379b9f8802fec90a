/** One group request before its park: who joined, whom to ask, send it or call it off. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerFor } from "~/components/clinic/answer-for";
import { Facts, PageHeader, Section } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import { GroupClose } from "~/components/projects/group-close";
import { GroupMembers } from "~/components/projects/group-members";
import { GroupSend } from "~/components/projects/group-send";
import { GroupStanding } from "~/components/projects/group-standing";
import { publishedCatalogue } from "~/domain/catalogue/published.server";
import { caseNames } from "~/domain/clinic/case-names.server";
import { ParkGroupForm } from "~/domain/projects/group-form";
import { groupForPark } from "~/domain/projects/group-pages.server";
import { sendGroup } from "~/domain/projects/group-sending.server";
import { MAX_SOLUTIONS } from "~/domain/projects/group-status";
import { closeGroup, ownGroup } from "~/domain/projects/groups.server";
import { redirectWith } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { found, notFound, requirePark } from "~/http/guards.server";
import { solutionsToName } from "~/http/solutions-to-name.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requirePark(request);
  const { db } = store();
  const group = found(await groupForPark(db, staff, params.id ?? ""));
  const search = new URL(request.url).searchParams;
  const picked =
    group.status === "open" ? await solutionsToName(db, group.scenarioKey, search.get("q") ?? "", []) : null;
  const { bySlug } = await publishedCatalogue(db);
  const chosen = [...new Set(search.getAll("solution"))].slice(0, MAX_SOLUTIONS).flatMap((slug) => {
    const solution = bySlug.get(slug);
    return solution ? [{ slug, title: solution.title, providerName: solution.providerName }] : [];
  });
  const { scenarios } = await caseNames(db, [{ scenarios: [group.scenarioKey] }]);
  return { group, picked, chosen, scenario: scenarios[group.scenarioKey] ?? null, pageTitle: group.title };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requirePark(request);
  const id = params.id ?? "";
  // Not theirs is not there, whatever was typed.
  found(await ownGroup(store().db, staff, id));
  const form = await readForm(request, ParkGroupForm);
  if (!form.ok) return form.reply;
  const { value } = form;
  if (value.intent === "close") {
    const closed = await store().write((tx) => closeGroup(tx, staff, id, value));
    if (closed.ok) return redirectWith(paths.parkDesk.group(id), "groups:flash.closed");
    if (closed.reason === "not_found") throw notFound();
    return form.refuse({ form: `groups:refused.${closed.reason}` });
  }
  const sent = await store().write((tx) => sendGroup(tx, staff, id, value));
  if (sent.ok) return redirectWith(paths.parkDesk.group(id), "groups:flash.sent", sent.value);
  if (sent.reason === "not_found") throw notFound();
  const sentence = `groups:refused.${sent.reason}` as const;
  const isOfSolutions = sent.reason === "not_live" || sent.reason === "all_asked";
  return form.refuse(isOfSolutions ? { fields: { solutions: sentence } } : { form: sentence });
}

export default function ParkGroup() {
  const t = useTranslate();
  const locale = useLocale();
  const named = useNamed();
  const { group, picked, chosen, scenario } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={group.title}
        up={{ to: paths.parkDesk.groups(), label: t("groups:park.title") }}
        badge={<GroupStanding status={group.status} />}
      />
      <Facts
        facts={[
          { label: t("groups:scenario"), value: scenario ? named(scenario) : group.scenarioKey },
          { label: t("groups:new.text"), value: group.text },
          { label: t("groups:created"), value: formatDate(locale, group.createdAt) },
          ...(group.sentAt === null ? [] : [{ label: t("groups:sent_on"), value: formatDate(locale, group.sentAt) }]),
        ]}
      />
      <Section id="members" title={t("groups:members.title")} lead={t(`groups:members.lead.${group.status}`)}>
        <GroupMembers group={group} />
      </Section>
      {picked ? (
        <>
          <Section id="send" title={t("groups:send.title")} lead={t("groups:send.lead", { max: MAX_SOLUTIONS })}>
            <GroupSend group={group} picked={picked} chosen={chosen} answer={answerFor(answer, "send")} />
          </Section>
          <div className="mt-8">
            <GroupClose edit={group.edit} answer={answerFor(answer, "close")} />
          </div>
        </>
      ) : null}
      {group.status === "sent" ? (
        <div className="mt-6">
          <Note>{t("groups:sent.note")}</Note>
        </div>
      ) : null}
    </>
  );
}
