import { Trash2 } from "lucide-react";
import { useTranslate } from "~/i18n/use-translate";
import type { Kept } from "./device";
import { FindingConflict } from "./finding-conflict";
import { FindingFields } from "./finding-fields";
import { ItemSign } from "./item-sign";
import type { Kit } from "./kit";
import { PhotoStrip } from "./photo-strip";
import { errorsOf, signOf, type ShownFinding } from "./shown";

type FindingCardProps = {
  no: number;
  shown: ShownFinding;
  kept: Kept;
  kit: Kit;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
};

/** One finding: its head says where it is, below lie its fields and photos. */
export function FindingCard({ no, shown, kept, kit, isOpen, onOpen }: FindingCardProps) {
  const t = useTranslate();
  const { id, value, draft, known } = shown;
  return (
    <section aria-labelledby={`${id}-title`} className="panel border-2 border-base-content/50 p-0">
      <h3 id={`${id}-title`} className="text-lg">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => onOpen(!isOpen)}
          className="flex min-h-16 w-full flex-wrap items-center justify-between gap-2 px-3 py-2 text-start"
        >
          <span className="min-w-0 flex-1 break-words">
            {no}. {value.title || t("field:finding.untitled")}
          </span>
          <ItemSign sign={signOf(draft)} />
        </button>
      </h3>
      {draft?.problem?.kind === "conflict" && known ? (
        <FindingConflict draft={draft} known={known} kept={kept} kit={kit} />
      ) : null}
      {draft?.problem?.kind === "gone" ? (
        <div role="alert" className="m-3 flex flex-col gap-3 rounded-box border-2 border-error p-3">
          <p>{t("field:gone.lead")}</p>
          <button type="button" className="btn btn-primary min-h-14" onClick={() => void kit.writeAnew(draft)}>
            {t("field:gone.write_anew")}
          </button>
          <Discard onDiscard={() => void kit.discard(draft)} />
        </div>
      ) : null}
      {isOpen ? (
        <div className="flex flex-col gap-4 border-t-2 border-base-300 p-3">
          <PhotoStrip findingId={id} kept={kept} kit={kit} />
          <FindingFields
            id={id}
            value={value}
            errors={errorsOf(draft)}
            scenarios={kept.book.scenarios}
            onChange={(next) => kit.finding(id, next)}
          />
          {draft && (!known || draft.problem) ? <Discard onDiscard={() => void kit.discard(draft)} /> : null}
        </div>
      ) : null}
    </section>
  );
}

function Discard({ onDiscard }: { onDiscard: () => void }) {
  const t = useTranslate();
  const ask = () => window.confirm(t("field:discard.ask")) && onDiscard();
  return (
    <button type="button" className="btn btn-outline btn-error min-h-14" onClick={ask}>
      <Trash2 aria-hidden size={20} />
      {t("field:discard")}
    </button>
  );
}
