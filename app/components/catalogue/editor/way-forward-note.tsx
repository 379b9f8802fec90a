import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Note } from "~/components/kit/status";
import type { WayForward } from "~/domain/catalogue/way-forward";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

const tones: Record<WayForward, "info" | "waiting" | "done" | "urgent"> = {
  archived: "info",
  rejected: "urgent",
  suspended: "urgent",
  changes: "urgent",
  incomplete: "info",
  provider: "waiting",
  ready: "info",
  waiting: "waiting",
  hidden: "info",
  shown: "done",
};

type Props = {
  way: WayForward;
  missing: number;
  slug: string;
  submittedAt: number | null;
  /** The moderator's last negative words, when they are what has to be answered. */
  words: ReactNode;
};

/** One sentence: how things stand and what the owner can do next. */
export function WayForwardNote({ way, missing, slug, submittedAt, words }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const date = submittedAt === null ? "" : formatDate(locale, submittedAt);
  return (
    <Note tone={tones[way]}>
      <p className="font-semibold">{t(`catalogue:way.${way}`, { count: missing, date })}</p>
      {words}
      {way === "provider" ? (
        <p>
          <Link to={paths.providerDesk.profile()} className="underline underline-offset-4">
            {t("catalogue:way.to_profile")}
          </Link>
        </p>
      ) : null}
      {way === "shown" ? (
        <p>
          <Link to={paths.solution(slug)} className="underline underline-offset-4">
            {t("catalogue:way.to_public")}
          </Link>
        </p>
      ) : null}
      {way === "rejected" ? (
        <p>
          <Link to={paths.providerDesk.solutionNew()} className="link-plain">
            {t("catalogue:mine.new")}
          </Link>
        </p>
      ) : null}
    </Note>
  );
}
