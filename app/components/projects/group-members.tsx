/** The enterprises of a group request before its park: their answers, and once sent what went to whom. */
import { Table, type Column } from "~/components/kit/table";
import type { ParkGroup } from "~/domain/projects/group-pages.server";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { MemberStanding } from "./group-standing";

type Member = ParkGroup["members"][number];

export function GroupMembers({ group }: { group: ParkGroup }) {
  const t = useTranslate();
  const locale = useLocale();
  const answers: Column<Member>[] = [
    { head: t("groups:members.enterprise"), cell: ({ name }) => name },
    { head: t("groups:members.finding"), cell: ({ findingTitle }) => findingTitle },
    {
      head: t("groups:members.answer"),
      cell: ({ status, answeredAt }) => (
        <>
          <MemberStanding status={status} />
          {answeredAt === null ? null : <span className="muted block text-sm">{formatDate(locale, answeredAt)}</span>}
        </>
      ),
    },
  ];
  const sent = group.solutions.map(({ id, title, providerName }): Column<Member> => ({
    head: (
      <>
        {title}
        <span className="block text-sm font-normal">{providerName}</span>
      </>
    ),
    cell: ({ status, sentTo }) =>
      status === "joined"
        ? t(sentTo.includes(id) ? "groups:members.sent" : "groups:members.skipped")
        : t("groups:members.none"),
  }));
  return (
    <Table
      caption={t("groups:members.title")}
      rows={group.members}
      keyOf={({ enterpriseId }) => enterpriseId}
      columns={[...answers, ...sent]}
    />
  );
}
