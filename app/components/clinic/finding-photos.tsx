/** Photos of a finding in a report, in rows that also print; each opens in full size. */
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

type FindingPhotosProps = { photos: readonly { id: string; findingId: string }[]; findingId: string; no: number };

/** `photos` are those of the whole report (photosOfReport). Draws nothing for a finding without any. */
export function FindingPhotos({ photos, findingId, no }: FindingPhotosProps) {
  const t = useTranslate();
  const own = photos.filter((photo) => photo.findingId === findingId);
  if (own.length === 0) return null;
  return (
    <ul aria-label={t("field:photo.of_finding", { no })} className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-3">
      {own.map(({ id }, at) => (
        <li key={id}>
          <a href={paths.file(id)}>
            <img
              src={paths.file(id)}
              alt={t("field:photo.alt_of_finding", { no, photo: at + 1 })}
              loading="lazy"
              className="aspect-4/3 w-full rounded-field border border-base-300 object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
