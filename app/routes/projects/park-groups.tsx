/** Group requests of the park, and which enterprises could ask together. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState, PageHeader, Section } from "~/components/kit/page";
import { Table } from "~/components/kit/table";
import type { PageHandle } from "~/components/layout/page-handle";
import { GroupStanding } from "~/components/projects/group-standing";
import { caseNames } from "~/domain/clinic/case-names.server";
import { groupsOfPark, type GroupLine } from "~/domain/projects/group-pages.server";
import { groupSuggestions, type Suggestion } from "~/domain/projects/group-suggestions.server";
import { requirePark } from "~/http/guards.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "groups:park.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requirePark(request);
  const { db } = store();
  const [groups, suggestions] = await Promise.all([groupsOfPark(db, staff), groupSuggestions(db, staff)]);
  const scenarios = [...groups, ...suggestions].map(({ scenarioKey }) => scenarioKey);
  const { scenarios: names } = await caseNames(db, [{ scenarios }]);
  return { groups, suggestions, names };
}

export default function ParkGroups() {
  const t = useTranslate();
  const { groups, suggestions } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("groups:park.title")} lead={t("groups:park.lead")} />
      <Section id="groups" title={t("groups:park.list")}>
        {groups.length === 0 ? <EmptyState title={t("groups:park.none")} /> : <Groups groups={groups} />}
      </Section>
      <Section id="suggestions" title={t("groups:suggestions.title")} lead={t("groups:suggestions.lead")}>
        {suggestions.length === 0 ? (
          <EmptyState title={t("groups:suggestions.none")} />
        ) : (
          <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {suggestions.map((one) => (
              <SuggestionCard key={one.scenarioKey} one={one} />
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

function useScenario(): (key: string) => string {
  const named = useNamed();
  const { names } = useLoaderData<typeof loader>();
  return (key) => (names[key] ? named(names[key]) : key);
}

function Groups({ groups }: { groups: readonly GroupLine[] }) {
  const t = useTranslate();
  const locale = useLocale();
  const scenario = useScenario();
  return (
    <Table
      caption={t("groups:park.list")}
      rows={groups}
      keyOf={({ id }) => id}
      columns={[
        {
          head: t("groups:name"),
          cell: ({ id, title }) => (
            <Link to={paths.parkDesk.group(id)} className="link-plain">
              {title}
            </Link>
          ),
        },
        { head: t("groups:scenario"), cell: ({ scenarioKey }) => scenario(scenarioKey) },
        { head: t("groups:status"), cell: ({ status }) => <GroupStanding status={status} /> },
        {
          head: t("groups:enterprises"),
          cell: ({ members, joined, declined }) => t("groups:counts", { members, joined, declined }),
        },
        {
          head: t("groups:date"),
          cell: ({ createdAt, sentAt }) => formatDate(locale, sentAt ?? createdAt),
        },
      ]}
    />
  );
}

function SuggestionCard({ one }: { one: Suggestion }) {
  const t = useTranslate();
  const scenario = useScenario();
  return (
    <li className="panel flex flex-col gap-1">
      <Link
        to={paths.parkDesk.groupNew({ scenario: one.scenarioKey })}
        className="link-plain inline-block py-1 font-semibold"
      >
        {scenario(one.scenarioKey)}
      </Link>
      <p className="muted text-sm">{t("groups:suggestions.count", { count: one.enterprises })}</p>
    </li>
  );
}
