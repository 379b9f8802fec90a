/** What to do about a case that waits: in time or late, in the reader's own words, with whom to call. */
import type { Contacts } from "~/domain/clinic/case-page.server";
import type { Contact } from "~/domain/clinic/parties.server";
import type { Holder, Where } from "~/domain/clinic/promises";
import { useTranslate } from "~/i18n/use-translate";

/** Whose words a page speaks: a city and the province read the same. */
export type Side = "enterprise" | "expert" | "park" | "authority";

export function sideOf(viewer: Holder): Side {
  return viewer === "city" || viewer === "province" ? "authority" : viewer;
}

type WayProps = { where: Where; side: Side; contacts: Contacts | null };

export function CaseWay({ where, side, contacts }: WayProps) {
  const t = useTranslate();
  const { holder, lateDays } = where;
  if (holder === null || holder === "city" || holder === "province") return null;
  return (
    <div className="mt-4 border-t border-base-300 pt-3">
      <p className="measure">{t(`desk:way.${side}.${holder}.${lateDays > 0 ? "late" : "in_time"}`)}</p>
      {contacts ? <Called holder={holder} contacts={contacts} /> : null}
    </div>
  );
}

type CalledProps = { holder: "enterprise" | "expert" | "park"; contacts: Contacts };

function Called({ holder, contacts }: CalledProps) {
  const t = useTranslate();
  const called = [
    { part: holder, contact: contacts.holder },
    { part: "park" as const, contact: holder === "park" ? null : contacts.park },
  ].flatMap(({ part, contact }) => (contact ? [{ part, contact }] : []));
  if (called.length === 0) return null;
  return (
    <dl aria-label={t("desk:contact")} className="mt-2 flex flex-wrap gap-x-8 gap-y-1 text-sm">
      {called.map(({ part, contact }) => (
        <div key={part} className="flex flex-wrap items-center gap-x-2">
          <dt className="muted">{t(`desk:contact.${part}`)}</dt>
          <dd className="flex flex-wrap items-center gap-x-2">
            {contact.name}
            <Reach contact={contact} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Reach({ contact: { phone, email } }: { contact: Contact }) {
  const [to, shown] = phone ? [`tel:${phone.replaceAll(" ", "")}`, phone] : [`mailto:${email ?? ""}`, email];
  return shown ? (
    <a href={to} className="link-plain inline-flex min-h-11 items-center break-all">
      {shown}
    </a>
  ) : null;
}
