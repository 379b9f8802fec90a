import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "~/i18n/use-translate";
import type { Kept } from "./device";
import { FindingCard } from "./finding-card";
import type { Kit } from "./kit";
import { findingsShown } from "./shown";

/** Findings of the visit, the last one added open. */
export function FindingsView({ kit, kept }: { kit: Kit; kept: Kept }) {
  const t = useTranslate();
  const [openId, setOpenId] = useState<string | null>(null);
  const findings = findingsShown(kept);
  return (
    <>
      <h2 className="mb-3 text-xl">{t("field:findings.title")}</h2>
      {findings.length === 0 ? <p className="muted mb-3">{t("field:findings.none")}</p> : null}
      <div className="flex flex-col gap-3">
        {findings.map((shown, at) => (
          <FindingCard
            key={shown.id}
            no={at + 1}
            shown={shown}
            kept={kept}
            kit={kit}
            isOpen={shown.id === openId}
            onOpen={(isOpen) => setOpenId(isOpen ? shown.id : null)}
          />
        ))}
      </div>
      {kept.state.isOpen ? (
        <button
          type="button"
          className="btn btn-primary mt-4 min-h-16 w-full text-lg"
          onClick={() => setOpenId(kit.addFinding())}
        >
          <Plus aria-hidden size={24} />
          {t("field:findings.add")}
        </button>
      ) : null}
    </>
  );
}
