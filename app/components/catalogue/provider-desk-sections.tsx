/** The catalogue's part of a provider's desk. */
import { Link } from "@remix-run/react";
import { LinkButton } from "~/components/kit/button";
import { EmptyState, Section } from "~/components/kit/page";
import { StatusBadge, type StatusTone } from "~/components/kit/status";
import type { ProviderDesk } from "~/domain/catalogue/provider-desk.server";
import type { OwnersTurn } from "~/domain/catalogue/way-forward";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { ProfileStanding } from "./profile-standing";

/** Said on top until the park has approved the organisation, and again when it was suspended. */
export function ProviderStanding({ desk }: { desk: ProviderDesk }) {
  const t = useTranslate();
  if (desk.provider.status === "open") return null;
  return (
    <div className="mb-6 flex flex-col items-start gap-3">
      <div className="w-full">
        <ProfileStanding provider={desk.provider} last={null} />
      </div>
      <LinkButton to={paths.providerDesk.profile()} tone="primary">
        {t("catalogue:desk.to_profile")}
      </LinkButton>
    </div>
  );
}

/** Solutions that wait for their owner: taken down or returned first, then what can be submitted, then what is unfinished. */
export function SolutionsToDo({ desk }: { desk: ProviderDesk }) {
  const t = useTranslate();
  return (
    <Section
      id="to-do"
      title={t("catalogue:desk.to_do")}
      actions={
        <Link to={paths.providerDesk.solutions()} className="link-plain py-1">
          {t("catalogue:desk.all", { count: desk.publicCount })}
        </Link>
      }
    >
      {desk.ownersTurn.length === 0 ? (
        <EmptyState title={t("catalogue:desk.to_do.none")}>
          <LinkButton to={paths.providerDesk.solutionNew()}>{t("catalogue:mine.new")}</LinkButton>
        </EmptyState>
      ) : (
        <ul className="divide-y divide-base-300 rounded-box border border-base-300">
          {desk.ownersTurn.map((row) => (
            <TurnRow key={row.id} row={row} />
          ))}
        </ul>
      )}
    </Section>
  );
}

const tones: Record<OwnersTurn, StatusTone> = {
  suspended: "late",
  changes: "late",
  ready: "active",
  incomplete: "quiet",
};

function TurnRow({ row }: { row: ProviderDesk["ownersTurn"][number] }) {
  const t = useTranslate();
  const words = t(`catalogue:desk.way.${row.way}`, { count: row.missing });
  return (
    <li className="relative flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3 hover:bg-base-200">
      <Link
        to={paths.providerDesk.solution(row.id)}
        className="link-plain inline-block py-0.5 font-semibold after:absolute after:inset-0"
      >
        {row.title}
      </Link>
      <StatusBadge tone={tones[row.way]}>{words}</StatusBadge>
    </li>
  );
}

/** Solutions the park is looking at. */
export function SolutionsWithPark({ desk }: { desk: ProviderDesk }) {
  const t = useTranslate();
  const locale = useLocale();
  if (desk.withPark.length === 0) return null;
  return (
    <Section id="with-park" title={t("catalogue:desk.with_park")}>
      <ul className="divide-y divide-base-300 rounded-box border border-base-300">
        {desk.withPark.map(({ id, title, submittedAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2">
            <Link to={paths.providerDesk.solution(id)} className="link-plain py-1.5">
              {title}
            </Link>
            <span className="muted text-sm">
              {t("catalogue:desk.submitted_on", { date: formatDate(locale, submittedAt ?? 0) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
