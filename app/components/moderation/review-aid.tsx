import { Link } from "@remix-run/react";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { Note } from "~/components/kit/status";
import type { ReviewAid as Aid } from "~/domain/moderation/review-aid.server";
import { useTranslate } from "~/i18n/use-translate";
import { WarningsPanel } from "./warnings-panel";

/** Above what is judged: the place in the queue, whether other eyes are needed, and what to look at first. */
export function ReviewAid({ aid, fields }: { aid: Aid; fields: "version" | "profile" }) {
  const t = useTranslate();
  const { place, secondLook } = aid;
  return (
    <div className="mb-6 flex flex-col gap-4">
      {place ? <PlaceInQueue place={place} back={aid.back} /> : null}
      {secondLook ? (
        <Note tone={secondLook.isYou ? "urgent" : "waiting"}>
          <p className="font-semibold">{t("moderation:second_look.title")}</p>
          <p>{t(`moderation:second_look.${secondLook.isYou ? "you" : "other"}`, { count: secondLook.returned })}</p>
        </Note>
      ) : null}
      {place ? <WarningsPanel warnings={aid.warnings} scenario={aid.scenario} fields={fields} /> : null}
    </div>
  );
}

const keys = [
  ["J", "next"],
  ["K", "previous"],
  ["A", "approve"],
  ["R", "return"],
  ["?", "help"],
] as const;

/** Neighbours as links; with JavaScript the same by single keys, announced and to be switched off (WCAG 2.1.4). */
function PlaceInQueue({ place, back }: { place: NonNullable<Aid["place"]>; back: string }) {
  const t = useTranslate();
  const said = {
    noNext: t("moderation:keys.no_next"),
    noPrevious: t("moderation:keys.no_previous"),
    notHere: t("moderation:keys.not_here"),
    approved: t("moderation:keys.chosen.approved"),
    changes_requested: t("moderation:keys.chosen.changes_requested"),
  };
  return (
    <nav aria-label={t("moderation:place.label")} className="no-print flex flex-wrap items-center gap-x-4 gap-y-2">
      <Neighbour to={place.before} rel="prev" label={t("moderation:place.previous")} />
      <span className="muted text-sm">{t("moderation:place.at", { at: place.at, of: place.of })}</span>
      <Neighbour to={place.after} rel="next" label={t("moderation:place.next")} />
      <Link to={back} className="link-plain inline-flex min-h-9 items-center text-sm">
        {t("moderation:place.back")}
      </Link>
      <div data-desk-keys={JSON.stringify(said)} hidden className="basis-full">
        <details className="rounded-box border border-base-300 px-3">
          <summary className="min-h-9 cursor-pointer py-1.5 text-sm font-semibold">
            {t("moderation:keys.title")}
          </summary>
          <label className="flex min-h-11 cursor-pointer items-center gap-3">
            <input type="checkbox" data-use-keys defaultChecked className="checkbox checkbox-primary" />
            {t("moderation:keys.use")}
          </label>
          <dl className="grid grid-cols-[max-content_1fr] items-center gap-x-4 gap-y-1 pb-3 text-sm">
            {keys.map(([key, what]) => (
              <div key={key} className="contents">
                <dt>
                  <kbd className="kbd kbd-sm">{key}</kbd>
                </dt>
                <dd>{t(`moderation:keys.${what}`)}</dd>
              </div>
            ))}
          </dl>
        </details>
        <p role="status" data-said className="muted text-sm" />
      </div>
      <script src="/desk-keys.js" type="module" />
    </nav>
  );
}

function Neighbour({ to, rel, label }: { to: string | null; rel: "prev" | "next"; label: string }) {
  if (to === null) return null;
  return (
    <Link to={to} rel={rel} data-neighbour={rel} className="btn btn-sm min-h-9 border-base-300 bg-base-100">
      {rel === "prev" ? <ChevronLeft aria-hidden size={16} /> : null}
      {label}
      {rel === "next" ? <ChevronRight aria-hidden size={16} /> : null}
    </Link>
  );
}
