/** What a person wants to be told of and how often, and what was new lately. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CadenceForm } from "~/components/alerts/cadence-form";
import { FollowForm, FollowOffer, FollowList } from "~/components/alerts/follows";
import { RecentAlerts } from "~/components/alerts/recent-alerts";
import { SearchAlerts } from "~/components/alerts/search-alerts";
import { RefusalNote } from "~/components/kit/form";
import { PageHeader, Section } from "~/components/kit/page";
import type { PageHandle } from "~/components/layout/page-handle";
import { CadenceChoice, FollowChoice, SearchAlert } from "~/domain/alerts/alert-form";
import { lastDigestOf, recentAlerts } from "~/domain/alerts/digest.server";
import { followChoices, followedOf, namedFollow } from "~/domain/alerts/follow-choices.server";
import { followThing, unfollow } from "~/domain/alerts/follows.server";
import { cadenceOf, setCadence, tellOfSearch } from "~/domain/alerts/settings.server";
import { searchAlerts } from "~/domain/catalogue/saved-searches.server";
import { redirectWith } from "~/http/flash.server";
import { readForm, readIntent } from "~/http/form.server";
import { notFound, requireUser } from "~/http/guards.server";
import { localeOf } from "~/http/locale.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "alerts:title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const { userId, belongings } = await requireUser(request);
  const { db } = store();
  const locale = await localeOf(request);
  const followed = await followedOf(db, userId, locale);
  const offered = await namedFollow(db, new URL(request.url).searchParams.get("follow"), locale);
  return {
    cadence: await cadenceOf(db, userId),
    lastDigestAt: await lastDigestOf(db, userId),
    followed,
    choices: await followChoices(db, locale),
    offered: offered && { ...offered, isFollowed: followed.some(({ what }) => what === offered.what) },
    searches: await searchAlerts(db, userId),
    isOfEnterprise: belongings.some(({ kind }) => kind === "enterprise"),
    recent: await recentAlerts(db, userId),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireUser(request);
  const { intent } = await readIntent(request.clone());
  switch (intent) {
    case "cadence":
      return changeCadence(request, userId);
    case "follow":
    case "unfollow":
      return changeFollow(request, userId, intent);
    case "search_on":
    case "search_off":
      return changeSearch(request, userId, intent);
  }
  throw notFound();
}

async function changeCadence(request: Request, userId: string) {
  const form = await readForm(request, CadenceChoice);
  if (!form.ok) return form.reply;
  const { cadence } = form.value;
  await store().write((tx) => setCadence(tx, userId, cadence));
  return redirectWith(paths.account.alerts(), "alerts:done.cadence");
}

async function changeFollow(request: Request, userId: string, intent: "follow" | "unfollow") {
  const form = await readForm(request, FollowChoice);
  if (!form.ok) return form.reply;
  const { what } = form.value;
  if (intent === "unfollow") {
    await store().write((tx) => unfollow(tx, userId, what));
    return redirectWith(paths.account.alerts(), "alerts:done.unfollow");
  }
  const outcome = await store().write((tx) => followThing(tx, userId, what));
  if (!outcome.ok) return form.refuse({ fields: { what: `alerts:refused.${outcome.reason}` } });
  return redirectWith(paths.account.alerts(), "alerts:done.follow");
}

async function changeSearch(request: Request, userId: string, intent: "search_on" | "search_off") {
  const form = await readForm(request, SearchAlert);
  if (!form.ok) return form.reply;
  const change = { id: form.value.id, isAlert: intent === "search_on" };
  const outcome = await store().write((tx) => tellOfSearch(tx, userId, change));
  if (!outcome.ok) return form.refuse({ form: `alerts:refused.${outcome.reason}` });
  return redirectWith(paths.account.alerts(), `alerts:done.${intent}`);
}

export default function AccountAlerts() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t("alerts:title")}
        lead={t("alerts:lead")}
        up={{ to: paths.account.home(), label: t("identity:account.title") }}
      />
      <RefusalNote answer={answer} />
      {page.offered ? <FollowOffer {...page.offered} /> : null}
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <Section id="follows" title={t("alerts:follows.title")} lead={t("alerts:follows.lead")}>
            <FollowList followed={page.followed} />
            <FollowForm choices={page.choices} answer={answer} />
          </Section>
          <Section id="searches" title={t("alerts:searches.title")} lead={t("alerts:searches.lead")}>
            <SearchAlerts searches={page.searches} />
          </Section>
          {page.isOfEnterprise ? (
            <Section id="recommendations" title={t("alerts:recommendations.title")}>
              <p className="measure">{t("alerts:recommendations.text")}</p>
            </Section>
          ) : null}
          <Section id="recent" title={t("alerts:recent.title")}>
            <RecentAlerts parts={page.recent} />
          </Section>
        </div>
        <div className="max-lg:order-first">
          <CadenceForm cadence={page.cadence} lastDigestAt={page.lastDigestAt} />
        </div>
      </div>
    </>
  );
}
