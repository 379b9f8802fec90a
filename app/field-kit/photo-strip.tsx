import { Camera, Images, Trash2 } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import type { Kept } from "./device";
import { ItemSign } from "./item-sign";
import type { Kit } from "./kit";
import { photosShown } from "./shown";

const refusals = [
  "too_large",
  "not_an_image",
  "too_many_pixels",
  "broken_image",
  "too_many",
  "closed",
  "gone",
] as const;

/** The photos of a finding, each with where it is, and the ways to one more. */
export function PhotoStrip({ findingId, kept, kit }: { findingId: string; kept: Kept; kit: Kit }) {
  const t = useTranslate();
  const [isUnreadable, setUnreadable] = useState(false);
  const photos = photosShown(kept, findingId);
  const take = async (files: FileList | null) => {
    const taken = await Promise.all([...(files ?? [])].map((file) => kit.addPhoto(findingId, file)));
    setUnreadable(taken.includes(false));
  };
  const refusalOf = (reason: string) => refusals.find((known) => known === reason) ?? "broken_image";
  return (
    <div role="group" aria-label={t("field:photo.label")} className="flex flex-col gap-3">
      <p className="font-semibold">{t("field:photo.label")}</p>
      {photos.length > 0 ? (
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {photos.map(({ id, thumb, isSent, refusal }, at) => (
            <li key={id} className="flex flex-col items-start gap-1">
              <img
                src={thumb ?? paths.file(id)}
                alt={t("field:photo.alt", { no: at + 1 })}
                className="aspect-square w-full rounded-field border border-base-300 object-cover"
              />
              <ItemSign sign={refusal ? "refused" : isSent ? "sent" : "unsent"} />
              {refusal ? <span className="text-base">{t(`field:photo.refused.${refusalOf(refusal)}`)}</span> : null}
              <button
                type="button"
                className="btn min-h-12 w-full"
                aria-label={t("field:photo.remove", { no: at + 1 })}
                onClick={() => window.confirm(t("field:photo.remove_ask")) && void kit.removePhoto(id)}
              >
                <Trash2 aria-hidden size={18} />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {isUnreadable ? <p role="alert">{t("field:photo.unreadable")}</p> : null}
      <div className="grid grid-cols-2 gap-3">
        <PhotoInput label={t("field:photo.take")} icon={<Camera aria-hidden size={22} />} onFiles={take} isCamera />
        <PhotoInput label={t("field:photo.choose")} icon={<Images aria-hidden size={22} />} onFiles={take} />
      </div>
    </div>
  );
}

type PhotoInputProps = {
  label: string;
  icon: ReactNode;
  isCamera?: true;
  onFiles: (files: FileList | null) => Promise<void>;
};

/** The whole button opens the camera or the album; the platform's own field lies under it. */
function PhotoInput({ label, icon, isCamera, onFiles }: PhotoInputProps) {
  return (
    <label className="btn min-h-14 focus-within:outline-3 focus-within:outline-primary">
      {icon}
      {label}
      <input
        type="file"
        accept="image/*"
        capture={isCamera ? "environment" : undefined}
        multiple={!isCamera}
        className="sr-only"
        onChange={({ target }) => {
          // The same photo may be chosen again.
          void onFiles(target.files).then(() => (target.value = ""));
        }}
      />
    </label>
  );
}
