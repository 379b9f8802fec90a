/** What the pages of enquiries say of group requests. */
import { Link } from "@remix-run/react";
import { Section } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { Invitation, ProviderGroup } from "~/domain/projects/group-pages.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { EnquiryStanding } from "./enquiry-standing";
import { MemberStanding } from "./group-standing";

/** Group requests that wait for this enterprise's answer, or that it joined and that were not sent yet. */
export function Invitations({ invitations }: { invitations: readonly Invitation[] }) {
  const t = useTranslate();
  if (invitations.length === 0) return null;
  return (
    <div className="mb-8">
      <Section id="groups" title={t("groups:own.open")} lead={t("groups:own.open_lead")}>
        <ul className="rounded-box border border-base-300">
          {invitations.map(({ id, title, status }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-base-300 px-4 py-3 last:border-b-0"
            >
              <Link to={paths.enterprise.group(id)} className="link-plain inline-block min-w-0 py-1">
                {title}
              </Link>
              <MemberStanding status={status} />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

/** On an enquiry of a group: how many ask, what this one's finding is, and the others that came to the same provider. */
export function GroupOfEnquiry({ group, scenario }: { group: ProviderGroup; scenario: string }) {
  const t = useTranslate();
  return (
    <Note>
      <p>{t("groups:provider.part", { title: group.title, enterprises: group.enterprises })}</p>
      <p>{t("groups:provider.finding", { scenario, finding: group.findingTitle })}</p>
      {group.siblings.length > 0 ? (
        <>
          <p className="mt-2">{t("groups:provider.siblings")}</p>
          <ul>
            {group.siblings.map(({ id, enterpriseName, solutionTitle, state }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
                <Link to={paths.providerDesk.enquiry(id)} className="inline-block py-1 underline">
                  {t("groups:provider.sibling", { enterprise: enterpriseName, solution: solutionTitle })}
                </Link>
                <EnquiryStanding state={state} side="provider" />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Note>
  );
}
