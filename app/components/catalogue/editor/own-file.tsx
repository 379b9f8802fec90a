import { FileLink } from "~/components/catalogue/file-link";
import { Button } from "~/components/kit/button";
import type { FileOfVersion } from "~/domain/catalogue/version-files.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

type Props = { file: FileOfVersion; isFirst: boolean; isEditable: boolean };

/** One picture or paper of the draft with its buttons. */
export function OwnFile({ file, isFirst, isEditable }: Props) {
  const t = useTranslate();
  const { id, kind, name, bytes, caption, width, height, heldSince } = file;
  const isShown = kind === "screenshot" && heldSince === null;
  return (
    <li className="panel grid gap-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
      <div>
        {isShown ? (
          <img
            src={paths.media(id, { size: "small" })}
            alt={caption}
            width={width ?? 400}
            height={height ?? 300}
            className="h-auto max-h-40 w-auto rounded-field border border-base-300"
          />
        ) : (
          <FileLink id={id} name={name} bytes={bytes} isHeld={heldSince !== null} />
        )}
      </div>
      {isEditable ? (
        <form method="post" className="grid content-start gap-3">
          <input type="hidden" name="fileId" value={id} />
          <label className="grid gap-1">
            <span className="text-sm font-semibold">{t("media:caption")}</span>
            <input name="caption" defaultValue={caption} maxLength={120} className="input w-full" />
          </label>
          <div className="flex flex-wrap gap-2">
            <Button intent="caption" tone="plain" small>
              {t("media:caption.save")}
            </Button>
            {isFirst ? null : (
              <Button intent="raise" tone="plain" small>
                {t("media:raise")}
              </Button>
            )}
            <Button intent="remove" tone="danger" small>
              {t("media:remove")}
            </Button>
          </div>
        </form>
      ) : (
        <p>{caption}</p>
      )}
    </li>
  );
}
