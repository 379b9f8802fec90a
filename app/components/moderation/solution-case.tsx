import { Link } from "@remix-run/react";
import { SolutionStatusBadge } from "~/components/catalogue/status-badges";
import { VersionContent } from "~/components/catalogue/version-content";
import { LinkButton } from "~/components/kit/button";
import { PageHeader } from "~/components/kit/page";
import { Note } from "~/components/kit/status";
import type { NamedCodes } from "~/domain/catalogue/named-codes";
import type { moderatedSolution } from "~/domain/moderation/subjects.server";
import { formatDate, formatList } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { CaseFrame } from "./case-frame";
import { DecisionPanel } from "./decision-panel";
import { deskPaths, type DeskAudience } from "./desk-paths";

export type ModeratedSolution = NonNullable<Awaited<ReturnType<typeof moderatedSolution>>> & {
  names: NamedCodes;
  liveNames: NamedCodes | null;
};

type Props = { found: ModeratedSolution; audience: DeskAudience; answer: unknown };

/** A solution as its moderator sees it: every field of the version to decide on, with what changed since the public one. */
export function SolutionCase({ found, audience, answer }: Props) {
  const t = useTranslate();
  const { solution, organisation, seen, live, liveNames, decisions, open } = found;
  const panel =
    open.length > 0 ? <DecisionPanel open={open} answer={answer} seenEdit={seen.edit} versionId={seen.id} /> : null;
  const lead = (
    <Link to={deskPaths[audience].provider(organisation.id)} className="link-plain inline-block py-1">
      {t("moderation:solution.of", { provider: organisation.name })}
    </Link>
  );
  return (
    <>
      <PageHeader
        title={seen.title}
        lead={lead}
        up={{ to: deskPaths[audience].desk(), label: t("moderation:title") }}
        badge={<SolutionStatusBadge status={solution.status} />}
        actions={
          solution.status === "published" ? (
            <LinkButton to={paths.solution(solution.slug)}>{t("moderation:solution.public")}</LinkButton>
          ) : null
        }
      />
      <CaseFrame decide={panel} decisions={decisions}>
        <SeenNote found={found} />
        <VersionContent
          content={seen}
          names={found.names}
          changed={found.changed}
          live={live && liveNames ? { content: live, names: liveNames } : null}
        />
      </CaseFrame>
    </>
  );
}

/** Which version this is, and how it differs from what readers see. */
function SeenNote({ found }: { found: ModeratedSolution }) {
  const t = useTranslate();
  const locale = useLocale();
  const { seen, live, waiting, changed, solution, provider } = found;
  const isPublic = seen.id === live?.id && solution.status === "published";
  const standing = waiting ? "waiting" : isPublic ? "live" : "past";
  const date = seen.submittedAt === null ? "" : formatDate(locale, seen.submittedAt);
  const fields = formatList(
    locale,
    changed.map((field) => t(`catalogue:field.${field}`)),
  );
  return (
    <div className="mb-6">
      <Note tone={waiting ? "waiting" : "info"}>
        <p className="font-semibold">{t(`moderation:solution.version_${standing}`, { number: seen.number, date })}</p>
        {waiting && live && changed.length > 0 ? <p>{t("moderation:solution.changed", { fields })}</p> : null}
        {waiting && live && changed.length === 0 ? <p>{t("moderation:solution.unchanged")}</p> : null}
        {waiting && provider.status !== "open" ? <p>{t("moderation:solution.provider_not_open")}</p> : null}
      </Note>
    </div>
  );
}
