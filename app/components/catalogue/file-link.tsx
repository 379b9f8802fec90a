import { FileText } from "lucide-react";
import { formatBytes } from "~/i18n/file-size";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

type Props = { id: string; name: string; bytes: number; isHeld: boolean };

/** A file to be downloaded, by its own name and with its size; while it is being scanned it is only named. */
export function FileLink({ id, name, bytes, isHeld }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const size = formatBytes(locale, bytes);
  return (
    <span className="inline-flex items-start gap-2">
      <FileText aria-hidden size={18} className="mt-1 shrink-0" />
      <span className="min-w-0 wrap-anywhere">
        {isHeld ? (
          <>
            {name} <span className="muted text-sm">{t("media:held")}</span>
          </>
        ) : (
          // A file, not a page: the router has nothing to do with it.
          <a href={paths.media(id)} download={name} className="link-plain py-1">
            {t("media:file", { name, size })}
          </a>
        )}
      </span>
    </span>
  );
}
