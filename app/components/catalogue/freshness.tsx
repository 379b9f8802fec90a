/** Whether a listing is still true: what its provider confirms, and what readers are told. */
import { Link } from "@remix-run/react";
import { Button, LinkButton } from "~/components/kit/button";
import { Note, StatusBadge, type StatusTone } from "~/components/kit/status";
import type { Freshness } from "~/domain/catalogue/freshness";
import { formatDate } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

type Standing = { freshness: Freshness; confirmedAt: number | null; next: number | null; isBlocked: boolean };
type Own = Standing & { id: string; title: string; summary: string };

const tones: Record<Freshness, StatusTone> = {
  ...{ fresh: "done", due: "waiting", reminded: "waiting", sunk: "late", hidden: "late" },
};

/** All that wait, ticked: one click confirms them together. */
export function ConfirmForm({ due }: { due: readonly Own[] }) {
  const t = useTranslate();
  return (
    <form method="post" className="grid gap-4">
      <fieldset>
        <legend className="font-semibold">{t("freshness:choose")}</legend>
        <p className="muted mb-2 text-sm">{t("freshness:choose.hint")}</p>
        <ul className="border-t border-base-300">
          {due.map((each) => (
            <li key={each.id} className="flex items-start gap-3 border-b border-base-300 py-3">
              <input
                type="checkbox"
                name="id"
                value={each.id}
                defaultChecked={!each.isBlocked}
                disabled={each.isBlocked}
                aria-label={t("freshness:confirm.label", { title: each.title })}
                className="checkbox checkbox-primary mt-1 shrink-0"
              />
              <FreshnessRow {...each} />
            </li>
          ))}
        </ul>
      </fieldset>
      {due.some(({ isBlocked }) => !isBlocked) ? (
        <div>
          <Button>{t("freshness:submit")}</Button>
        </div>
      ) : null}
    </form>
  );
}

export function FreshnessRow({ id, title, summary, ...standing }: Own) {
  return (
    <div className="min-w-0 flex-1">
      <Link
        to={paths.providerDesk.solution(id)}
        className="link-plain inline-block py-1 font-semibold [overflow-wrap:anywhere]"
      >
        {title}
      </Link>
      <p className="muted text-sm">{summary}</p>
      <StandingLine {...standing} />
    </div>
  );
}

function StandingLine({ freshness, confirmedAt, next, isBlocked }: Standing) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <StatusBadge tone={tones[freshness]}>{t(`freshness:state.${freshness}`)}</StatusBadge>
      <span className="muted">
        {confirmedAt === null
          ? t("freshness:never_confirmed")
          : t("freshness:confirmed_on", { date: formatDate(locale, confirmedAt) })}
      </span>
      {next === null || freshness === "hidden" ? null : (
        <span className="muted">{t(`freshness:next.${freshness}`, { date: formatDate(locale, next) })}</span>
      )}
      {isBlocked ? <span className="late">{t("freshness:blocked")}</span> : null}
    </p>
  );
}

/** On a solution's own desk page: how it stands, and the one click. */
export function OwnFreshness({ id, title, standing }: { id: string; title: string; standing: Standing | null }) {
  const t = useTranslate();
  if (!standing) return null;
  const { freshness, isBlocked } = standing;
  return (
    <div className="panel mt-6 flex flex-wrap items-center gap-3">
      <div className="min-w-0 flex-1 basis-72">
        <StandingLine {...standing} />
      </div>
      {freshness === "fresh" || isBlocked ? null : (
        <form method="post" action={paths.providerDesk.confirm()}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="to" value={paths.providerDesk.solution(id)} />
          <button aria-label={t("freshness:confirm.label", { title })} className="btn btn-primary min-h-11">
            {t("freshness:confirm")}
          </button>
        </form>
      )}
    </div>
  );
}

/** Above the list of own solutions, while any of them waits. */
export function ConfirmNote({ waiting }: { waiting: number }) {
  const t = useTranslate();
  if (waiting === 0) return null;
  return (
    <div className="mb-6">
      <Note tone="waiting">
        <div className="flex flex-wrap items-center gap-3">
          <span>{t("freshness:waiting", { count: waiting })}</span>
          <LinkButton to={paths.providerDesk.confirm()} small>
            {t("freshness:open")}
          </LinkButton>
        </div>
      </Note>
    </div>
  );
}

type Listed = { confirmedAt: number | null; isSunk: boolean; isHidden: boolean };

/** What readers of a solution's page are told while nobody says that it is still true. */
export function UnconfirmedNote({ confirmedAt, isSunk, isHidden }: Listed) {
  const t = useTranslate();
  const locale = useLocale();
  if (confirmedAt === null || !(isSunk || isHidden)) return null;
  const date = formatDate(locale, confirmedAt);
  return (
    <div className="mb-4">
      <Note tone="waiting">{t(isHidden ? "freshness:public.hidden" : "freshness:public.sunk", { date })}</Note>
    </div>
  );
}
