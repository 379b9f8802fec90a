import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { ProviderStatusBadge, SolutionStatusBadge } from "~/components/catalogue/status-badges";
import { Facts, PageHeader, Section } from "~/components/kit/page";
import { Tag } from "~/components/kit/status";
import type { Named } from "~/domain/catalogue/named-codes";
import type { ReviewAid as Aid } from "~/domain/moderation/review-aid.server";
import type { moderatedProvider } from "~/domain/moderation/subjects.server";
import { formatDate, formatNumber } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { WithCanned } from "./canned-sentences";
import { CaseFrame } from "./case-frame";
import { DecisionPanel } from "./decision-panel";
import { intentOf, QualificationReview, type ReviewedQualification } from "./qualification-review";
import { deskPaths, type DeskAudience } from "./desk-paths";
import { ReviewAid } from "./review-aid";

export type ModeratedProvider = NonNullable<Awaited<ReturnType<typeof moderatedProvider>>> & {
  scenarioNames: Named[];
  industryNames: Named[];
  park: { nameZh: string; nameEn: string } | null;
  aid: Aid;
  qualifications: ReviewedQualification[];
};

type Props = { found: ModeratedProvider; audience: DeskAudience; answer: unknown; more?: ReactNode };

/** A provider as its moderator sees it: everything it said, what it submitted, what was decided. */
export function ProviderCase({ found, audience, answer, more }: Props) {
  const t = useTranslate();
  const { provider, organisation, decisions, open } = found;
  const isVerdict = intentOf(answer) === "judge";
  const decided = isVerdict ? undefined : answer;
  const panel = open.length > 0 ? <DecisionPanel open={open} answer={decided} seenEdit={provider.edit} /> : null;
  return (
    <WithCanned canned={found.aid.canned}>
      <PageHeader
        title={organisation.name}
        up={{ to: deskPaths[audience].desk(), label: t("moderation:title") }}
        badge={<ProviderStatusBadge status={provider.status} />}
      />
      <CaseFrame decide={panel} answer={decided} decisions={decisions} more={more}>
        <ReviewAid aid={found.aid} fields="profile" />
        <Section id="profile" title={t("moderation:provider.profile")}>
          <ProfileFacts found={found} />
        </Section>
        <Section id="qualifications" title={t("onboarding:review.title")} lead={t("onboarding:review.lead")}>
          <QualificationReview qualifications={found.qualifications} answer={isVerdict ? answer : undefined} />
        </Section>
        <Section id="solutions" title={t("moderation:provider.solutions")}>
          <SubmittedSolutions found={found} audience={audience} />
        </Section>
      </CaseFrame>
    </WithCanned>
  );
}

function ProfileFacts({ found }: { found: ModeratedProvider }) {
  const t = useTranslate();
  const locale = useLocale();
  const named = useNamed();
  const { provider, organisation, park } = found;
  const unknown = t("common:unknown");
  return (
    <Facts
      facts={[
        { label: t("catalogue:profile.credit_code"), value: organisation.creditCode ?? unknown },
        { label: t("catalogue:profile.home_park"), value: park ? named(park) : t("common:none") },
        { label: t("catalogue:profile.field.type"), value: t(`catalogue:provider_type.${provider.type}`) },
        { label: t("catalogue:profile.field.summary"), value: provider.summary || unknown },
        {
          label: t("catalogue:profile.field.foundedOn"),
          value: provider.foundedOn ? formatDate(locale, provider.foundedOn) : unknown,
        },
        {
          label: t("catalogue:profile.field.staff"),
          value: provider.staff === null ? unknown : formatNumber(locale, provider.staff),
        },
        { label: t("catalogue:profile.field.website"), value: <Website address={provider.website} /> },
        { label: t("catalogue:profile.field.localOffice"), value: provider.localOffice || unknown },
        {
          label: t("catalogue:profile.field.certificates"),
          value: provider.certificates.join("\n") || t("common:none"),
        },
        { label: t("catalogue:profile.field.contactName"), value: provider.contactName || unknown },
        { label: t("catalogue:profile.field.contactPhone"), value: provider.contactPhone || unknown },
        { label: t("catalogue:profile.field.scenarios"), value: <Tags names={found.scenarioNames} none={unknown} /> },
        {
          label: t("catalogue:profile.field.industries"),
          value: <Tags names={found.industryNames} none={t("catalogue:all_industries")} />,
        },
      ]}
    />
  );
}

function Website({ address }: { address: string | null }) {
  const t = useTranslate();
  if (address === null) return t("common:unknown");
  return (
    <a href={address} rel="noreferrer nofollow" target="_blank" className="link-plain break-all">
      {address}
    </a>
  );
}

function Tags({ names, none }: { names: Named[]; none: string }) {
  const named = useNamed();
  if (names.length === 0) return none;
  return (
    <span className="flex flex-wrap gap-1.5">
      {names.map((name) => (
        <Tag key={name.code}>{named(name)}</Tag>
      ))}
    </span>
  );
}

function SubmittedSolutions({ found, audience }: { found: ModeratedProvider; audience: DeskAudience }) {
  const t = useTranslate();
  if (found.solutions.length === 0) return <p className="muted">{t("moderation:provider.solutions.none")}</p>;
  return (
    <ul className="divide-y divide-base-300 rounded-box border border-base-300">
      {found.solutions.map(({ id, title, status }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-2 px-3 py-2">
          <Link to={deskPaths[audience].solution(id)} className="link-plain py-1.5">
            {title}
          </Link>
          <SolutionStatusBadge status={status} />
        </li>
      ))}
    </ul>
  );
}
