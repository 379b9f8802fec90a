/** What changed in the reader's organisation, in words, newest first. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState, PageHeader } from "~/components/kit/page";
import { Pager } from "~/components/kit/table";
import type { PageHandle } from "~/components/layout/page-handle";
import { teamLog, type LogLine } from "~/domain/identity/team-log.server";
import { requireMemberOfAny } from "~/http/organisation-member.server";
import { formatDateTime } from "~/i18n/format";
import type { Translate } from "~/i18n/messages";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "onboarding:log.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const { member } = await requireMemberOfAny(request);
  const before = Number(new URL(request.url).searchParams.get("before"));
  if (!member) return { lines: [], next: null, isFirst: true };
  const isFirst = !Number.isSafeInteger(before) || before <= 0;
  return { ...(await teamLog(store().db, member, isFirst ? null : before)), isFirst };
}

export default function AccountOrganisationLog() {
  const t = useTranslate();
  const locale = useLocale();
  const { lines, next, isFirst } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("onboarding:log.title")}
        lead={t("onboarding:log.lead")}
        up={{ to: paths.account.organisation(), label: t("identity:members.title") }}
      />
      {lines.length === 0 ? <EmptyState title={t("onboarding:log.none")} /> : null}
      <ol className="divide-y divide-base-300">
        {lines.map((line) => (
          <li key={line.id} className="grid gap-x-6 py-2 sm:grid-cols-[12rem_minmax(0,1fr)]">
            <time className="muted text-sm sm:pt-0.5" dateTime={new Date(line.at).toISOString()}>
              {formatDateTime(locale, line.at)}
            </time>
            <span className="wrap-anywhere">{sentenceOf(t, line)}</span>
          </li>
        ))}
      </ol>
      <Pager
        label={t("onboarding:log.pages")}
        first={isFirst ? null : paths.account.organisationLog()}
        next={next === null ? null : paths.account.organisationLog({ before: next })}
      />
    </>
  );
}

function sentenceOf(t: Translate, { action, by, of, role, criterion }: LogLine): string {
  const nobody = t("onboarding:log.somebody");
  return t(`onboarding:log.${action}`, {
    by: by ?? nobody,
    of: of ?? nobody,
    role: role === "owner" || role === "member" ? t(`identity:role.${role}`) : "",
    criterion: criterion === null ? "" : t(`onboarding:criterion.${criterion}`),
  });
}
