/** The kit on the screen: how things stand on top, three places to go at the thumb, and one of them between. */
import { ClipboardList, Inbox, TriangleAlert } from "lucide-react";
import { useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import type { Kept } from "./device";
import { FindingsView } from "./findings-view";
import type { Kit, Snapshot } from "./kit";
import { keepPage } from "./pages";
import { QuestionsView } from "./questions-view";
import { findingsShown, progressShown } from "./shown";
import { StatusLine } from "./status-line";
import { WaitingView } from "./waiting-view";

type Place = "questions" | "findings" | "waiting";
const places: readonly Place[] = ["questions", "findings", "waiting"];

export function KitView({ kit, caseId }: { kit: Kit; caseId: string }) {
  const t = useTranslate();
  const shown = useSyncExternalStore(kit.subscribe, kit.snapshot);
  const place = usePlace();
  const [isOfflineReady, setOfflineReady] = useState<boolean | null>(null);
  useEffect(() => void keepPage().then(setOfflineReady), []);
  const { kept } = shown;
  if (!kept) return <Bringing shown={shown} caseId={caseId} />;
  return (
    <div className="flex min-h-[75vh] flex-col text-lg">
      <p className="mb-2 font-semibold">{kept.book.enterpriseName}</p>
      <StatusLine shown={shown} kept={kept} kit={kit} isOfflineReady={isOfflineReady} />
      {shown.link === "signed_out" ? (
        <Alarm>
          {t("field:link.signed_out")} <a href={paths.login(paths.expert.field(caseId))}>{t("field:sign_in")}</a>
        </Alarm>
      ) : null}
      {shown.link === "not_yours" ? <Alarm>{t("field:link.not_yours")}</Alarm> : null}
      {kept.state.isOpen ? null : <Alarm>{t("field:closed")}</Alarm>}
      {place === "questions" ? <QuestionsView kit={kit} kept={kept} /> : null}
      {place === "findings" ? <FindingsView kit={kit} kept={kept} /> : null}
      {place === "waiting" ? <WaitingView kit={kit} kept={kept} /> : null}
      <Places here={place} kept={kept} />
    </div>
  );
}

function Bringing({ shown, caseId }: { shown: Snapshot; caseId: string }) {
  const t = useTranslate();
  if (shown.isStorageBroken) return <p role="alert">{t("field:kept.broken")}</p>;
  if (shown.link === "idle" || shown.link === "sending") return <p role="status">{t("field:door.asking")}</p>;
  if (shown.link === "offline") return <p role="alert">{t("field:door.offline")}</p>;
  if (shown.link !== "signed_out") return <p role="alert">{t(`field:link.${shown.link}`)}</p>;
  return (
    <p role="alert">
      {t("field:door.signed_out")} <a href={paths.login(paths.expert.field(caseId))}>{t("field:sign_in")}</a>
    </p>
  );
}

export function Alarm({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="mb-4 flex items-start gap-2 rounded-box border-2 border-error p-3">
      <TriangleAlert aria-hidden size={22} className="mt-1 shrink-0 text-error" />
      <span>{children}</span>
    </p>
  );
}

function Places({ here, kept }: { here: Place; kept: Kept }) {
  const t = useTranslate();
  const { answered, total } = progressShown(kept);
  const waiting = kept.drafts.length + kept.photos.filter(({ blob }) => blob !== null).length;
  const items = {
    questions: { icon: ClipboardList, label: t("field:tab.questions", { answered, total }) },
    findings: { icon: TriangleAlert, label: t("field:tab.findings", { count: findingsShown(kept).length }) },
    waiting: { icon: Inbox, label: t("field:tab.waiting", { count: waiting }) },
  };
  return (
    <nav
      aria-label={t("field:tab.label")}
      className="sticky bottom-0 z-10 -mx-4 mt-auto border-y border-base-content/50 bg-base-100 pb-[env(safe-area-inset-bottom)]"
    >
      <ul className="flex">
        {places.map((name) => {
          const { icon: Icon, label } = items[name];
          return (
            <li key={name} className="flex-1">
              <a
                href={`#${name}`}
                aria-current={name === here ? "page" : undefined}
                className="flex min-h-16 flex-col items-center justify-center text-base aria-[current]:border-t-4 aria-[current]:border-primary aria-[current]:font-semibold"
              >
                <Icon aria-hidden size={22} />
                {label}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** The place is in the address, so that a reload comes back to it. */
function usePlace(): Place {
  const read = () => places.find((name) => location.hash === `#${name}`) ?? "questions";
  const [place, setPlace] = useState<Place>(read);
  useEffect(() => {
    const follow = () => setPlace(read());
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  return place;
}
