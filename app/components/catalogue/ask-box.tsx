/** The way to a solution's provider, for whoever reads: only enterprises can ask. */
import { OwnPart } from "~/components/layout/own-part";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

/** `other`: signed in, but not for an enterprise. */
export type Asker = "visitor" | "enterprise" | "other";

/** By the workspaces the reader may enter; null for a visitor. */
export function askerOf(audiences: readonly string[] | null): Asker {
  if (audiences === null) return "visitor";
  return audiences.includes("enterprise") ? "enterprise" : "other";
}

type BoxProps = { slug: string; asker: Asker };

export function AskBox(props: BoxProps) {
  return <OwnPart at={{ part: "ask", slug: props.slug }} draw={() => <WayToAsk {...props} />} />;
}

const notes = {
  visitor: "search:page.ask.note",
  enterprise: "search:page.ask.note.enterprise",
  other: "search:page.ask.only_enterprises",
} as const;

function WayToAsk({ slug, asker }: BoxProps) {
  const t = useTranslate();
  return (
    <>
      {asker === "other" ? null : (
        <a href={paths.enterprise.enquiryNew({ solution: slug })} className="btn btn-primary min-h-11">
          {t("search:page.ask")}
        </a>
      )}
      <p className="muted text-sm">{t(notes[asker])}</p>
    </>
  );
}
