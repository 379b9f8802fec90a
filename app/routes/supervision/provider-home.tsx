/** The provider's desk: what waits for it, then its solutions and enquiries in numbers. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OnboardingPanel } from "~/components/catalogue/onboarding-panel";
import { Facts, PageHeader, Section } from "~/components/kit/page";
import { LinkButton } from "~/components/kit/button";
import type { PageHandle } from "~/components/layout/page-handle";
import { WeekCounts } from "~/components/insight/week-counts";
import { WaitingList, type Waiting } from "~/components/supervision/waiting-list";
import { onboardingOf } from "~/domain/catalogue/onboarding.server";
import { ownFreshness } from "~/domain/catalogue/renewals.server";
import { ownersTask } from "~/domain/catalogue/way-forward";
import { figuresOfWeek } from "~/domain/insight/provider-figures.server";
import { complaintsToHear } from "~/domain/moderation/complaint-pages.server";
import { providerDesk } from "~/domain/supervision/provider-desk.server";
import { found, requireProvider } from "~/http/guards.server";
import { formatNumber } from "~/i18n/format";
import type { Translate } from "~/i18n/messages";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "supervision:provider.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireProvider(request);
  const { solutions, ...desk } = found(await providerDesk(store().db, member));
  const onboarding = found(await onboardingOf(store().db, member, Date.now()));
  const unconfirmed = (await ownFreshness(store().db, member)).filter(
    ({ freshness, isBlocked }) => freshness !== "fresh" && !isBlocked,
  );
  const count = (fits: (line: (typeof solutions)[number]) => boolean) => solutions.filter(fits).length;
  return {
    organisation: member.organisationName,
    ...desk,
    onboarding: { states: onboarding.states, isOnboarded: onboarding.isOnboarded },
    expiring: onboarding.expiring,
    unconfirmed: {
      count: unconfirmed.length,
      isUrgent: unconfirmed.some(({ freshness }) => freshness === "sunk" || freshness === "hidden"),
    },
    unfinished: solutions.flatMap((row) => {
      const task = ownersTask(row);
      return task ? [{ id: row.id, title: row.title, task }] : [];
    }),
    counts: {
      published: count(({ status }) => status === "published"),
      waiting: count(({ submittedAt }) => submittedAt !== null),
      drafts: count((row) => ownersTask(row) === "draft"),
      for_them: desk.enquiries.forThem,
    },
    hasSolutions: solutions.length > 0,
    complaints: await complaintsToHear(store().db, member),
    week: await figuresOfWeek(store().db, member, Date.now()),
  };
}

type Desk = Awaited<ReturnType<typeof loader>>;

function waitingFor(t: Translate, desk: Desk): Waiting[] {
  const profile = { to: paths.providerDesk.profile(), isUrgent: true };
  const waiting: Waiting[] = [];
  if (desk.status === "changes_requested")
    waiting.push({ key: "changes", text: t("supervision:provider.changes"), ...profile });
  if (desk.status === "suspended")
    waiting.push({ key: "suspended", text: t("supervision:provider.suspended"), ...profile });
  if (desk.status === "pending_approval" && !desk.isSubmitted) {
    const to = paths.providerDesk.onboarding();
    waiting.push({ key: "complete", text: t("supervision:provider.complete"), to, isUrgent: true });
  }
  for (const { criterion, days } of desk.expiring) {
    const params = { criterion: t(`onboarding:criterion.${criterion}`), days };
    const text = t(days < 0 ? "onboarding:desk.expired" : "onboarding:desk.expires", params);
    waiting.push({ key: criterion, text, to: paths.providerDesk.qualification(criterion), isUrgent: days <= 7 });
  }
  if (desk.enquiries.forUs > 0) {
    const text = t("supervision:provider.enquiries", { count: desk.enquiries.forUs });
    waiting.push({ key: "enquiries", text, to: paths.providerDesk.enquiries(), isUrgent: true });
  }
  if (desk.projects > 0) {
    const text = t("quotes:desk.projects", { count: desk.projects });
    waiting.push({ key: "projects", text, to: paths.providerDesk.projects() });
  }
  for (const { id, title } of desk.complaints) {
    const text = t("complaints:waiting", { title });
    waiting.push({ key: id, text, to: paths.providerDesk.complaint(id), isUrgent: true });
  }
  if (desk.unconfirmed.count > 0) {
    const text = t("freshness:waiting", { count: desk.unconfirmed.count });
    waiting.push({ key: "confirm", text, to: paths.providerDesk.confirm(), isUrgent: desk.unconfirmed.isUrgent });
  }
  for (const { id, title, task } of desk.unfinished) {
    const text = t(`supervision:provider.solution.${task}`, { title });
    waiting.push({ key: id, text, to: paths.providerDesk.solution(id), isUrgent: task !== "draft" });
  }
  if (!desk.hasSolutions) {
    waiting.push({ key: "first", text: t("supervision:provider.first"), to: paths.providerDesk.solutionNew() });
  }
  return waiting;
}

const counted = ["published", "waiting", "drafts", "for_them"] as const;

export default function ProviderHome() {
  const t = useTranslate();
  const locale = useLocale();
  const desk = useLoaderData<typeof loader>();
  const facts = counted.map((name) => ({
    label: t(`supervision:provider.${name}`),
    value: formatNumber(locale, desk.counts[name]),
  }));
  return (
    <>
      <PageHeader title={t("supervision:provider.title")} lead={desk.organisation} />
      <OnboardingPanel found={desk.onboarding} />
      <WaitingList items={waitingFor(t, desk)} emptyText={t("supervision:provider.idle")} />
      <Section
        id="counts"
        title={t("supervision:provider.counts")}
        actions={<LinkButton to={paths.providerDesk.solutions()}>{t("nav:my_solutions")}</LinkButton>}
      >
        <div className="panel">
          <Facts facts={facts} />
        </div>
      </Section>
      {desk.week ? <WeekCounts week={desk.week} /> : null}
    </>
  );
}
