import { useWords } from "~/components/assessment/use-words";
import { useTranslate } from "~/i18n/use-translate";
import type { Kept } from "./device";
import type { Draft } from "./drafts";
import { ItemSign } from "./item-sign";
import type { Kit } from "./kit";
import { signOf } from "./shown";

/** Everything the server does not have yet, by name. */
export function WaitingView({ kit, kept }: { kit: Kit; kept: Kept }) {
  const t = useTranslate();
  const words = useWords();
  const photos = kit.unsentPhotos(kept);
  const questions = kept.book.sections.flatMap((section) => section.questions);
  const nameOf = (draft: Draft): string => {
    if (draft.kind === "finding")
      return t("field:waiting.finding", { title: draft.value.title || t("field:finding.untitled") });
    if (draft.kind === "remove_photo") return t("field:waiting.removal");
    const question = questions.find(({ key }) => key === draft.key);
    const topic = question ? words.pick(question.topicZh, question.topicEn) : draft.key;
    return t("field:waiting.answer", { no: question?.no ?? 0, topic });
  };
  return (
    <>
      <h2 className="mb-3 text-xl">{t("field:waiting.title")}</h2>
      {kept.drafts.length + photos.length === 0 ? <p className="muted">{t("field:waiting.none")}</p> : null}
      <ul className="flex flex-col divide-y divide-base-300">
        {kept.drafts.map((draft) => (
          <li
            key={`${draft.kind} ${draft.key}`}
            className="flex min-h-14 flex-wrap items-center justify-between gap-2 py-2"
          >
            <span className="min-w-0 break-words">{nameOf(draft)}</span>
            <ItemSign sign={signOf(draft)} />
            {draft.problem?.kind === "closed" ? (
              <button
                type="button"
                className="btn min-h-12"
                onClick={() => window.confirm(t("field:discard.ask")) && void kit.discard(draft)}
              >
                {t("field:discard")}
              </button>
            ) : null}
          </li>
        ))}
        {photos.map((photo) => (
          <li key={photo.id} className="flex min-h-14 items-center justify-between gap-2 py-2">
            <img src={photo.thumb} alt="" className="size-14 rounded-field object-cover" />
            <span className="flex-1">{t("field:waiting.photo")}</span>
            <ItemSign sign={photo.refusal ? "refused" : "unsent"} />
          </li>
        ))}
      </ul>
    </>
  );
}
