/** Where the kit begins: takes the place of the page's links once it knows whose device this is. */
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import type { FieldOpening } from "~/domain/clinic/field";
import { LanguageProvider, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { markDevice, markedUser } from "./device";
import { openKit } from "./kit";
import { KitView } from "./kit-view";
import { pageLocale, wordsOfPage } from "./words";

type Door = "asking" | "open" | "offline" | "signed_out";

const place = document.getElementById("field-kit");
const { user, case: caseId } = place?.dataset ?? {};
if (place && user && caseId) {
  createRoot(place).render(
    <LanguageProvider locale={pageLocale()} t={wordsOfPage()}>
      <Opening userId={user} caseId={caseId} />
    </LanguageProvider>,
  );
}

/**
 * This page may be a copy kept on the device. Who signed in last is known by the mark; without it only the server can say
 * whether the reader is the one the copy was made for.
 */
function Opening({ userId, caseId }: { userId: string; caseId: string }) {
  const [door, setDoor] = useState<Door>(markedUser() === userId ? "open" : "asking");
  useEffect(() => {
    if (door === "asking") void whoAsks(userId, caseId).then(setDoor);
  }, [door, userId, caseId]);
  useEffect(() => {
    const again = () => setDoor((present) => (present === "offline" ? "asking" : present));
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, []);
  return door === "open" ? <Open userId={userId} caseId={caseId} /> : <Closed door={door} caseId={caseId} />;
}

function Open({ userId, caseId }: { userId: string; caseId: string }) {
  const [kit] = useState(() => openKit(userId, caseId));
  return <KitView kit={kit} caseId={caseId} />;
}

async function whoAsks(userId: string, caseId: string): Promise<Door> {
  const response = await fetch(paths.expert.fieldSync(caseId), { redirect: "manual" }).catch(() => null);
  if (response === null) return "offline";
  if (!response.ok) return "signed_out";
  const answer: FieldOpening = await response.json();
  if (answer.userId !== userId) return "signed_out";
  markDevice(userId, 0);
  return "open";
}

function Closed({ door, caseId }: { door: Door; caseId: string }) {
  const t = useTranslate();
  if (door === "offline") return <p role="alert">{t("field:door.offline")}</p>;
  if (door !== "signed_out") return <p role="status">{t("field:door.asking")}</p>;
  return (
    <p role="alert">
      {t("field:door.signed_out")} <a href={paths.login(paths.expert.field(caseId))}>{t("field:sign_in")}</a>
    </p>
  );
}
