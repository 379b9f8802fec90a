/** Pictures and papers of a solution, as readers and moderators see them. */
import { Section } from "~/components/kit/page";
import type { ShownFile } from "~/domain/catalogue/version-files.server";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";
import { FileLink } from "./file-link";

export function SolutionMedia({ files }: { files: readonly ShownFile[] }) {
  const t = useTranslate();
  const pictures = files.filter(({ kind }) => kind === "screenshot");
  const papers = files.filter(({ kind }) => kind === "brochure");
  return (
    <>
      {pictures.length > 0 ? (
        <Section id="pictures" title={t("media:pictures")}>
          <ul className="grid gap-4 sm:grid-cols-2">
            {pictures.map((picture) => (
              <Picture key={picture.id} picture={picture} />
            ))}
          </ul>
        </Section>
      ) : null}
      {papers.length > 0 ? (
        <Section id="papers" title={t("media:papers")}>
          <ul className="grid gap-2">
            {papers.map(({ id, name, bytes, caption }) => (
              <li key={id}>
                <FileLink id={id} name={name} bytes={bytes} isHeld={false} />
                <p className="muted ms-7 text-sm">{caption}</p>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

/** The small picture on the page; a click opens the large one. */
export function Picture({ picture }: { picture: ShownFile }) {
  const { id, caption, width, height } = picture;
  return (
    <li>
      <figure className="grid gap-1">
        <a href={paths.media(id)} className="block overflow-hidden rounded-box border border-base-300 bg-base-200">
          <img
            src={paths.media(id, { size: "small" })}
            srcSet={`${paths.media(id, { size: "small" })} 400w, ${paths.media(id)} 1600w`}
            sizes="(min-width: 640px) 22rem, 92vw"
            alt={caption}
            width={width ?? 400}
            height={height ?? 300}
            loading="lazy"
            decoding="async"
            className="h-auto w-full"
          />
        </a>
        {/* The picture says it to those who do not see it. */}
        <figcaption aria-hidden className="muted text-sm">
          {caption}
        </figcaption>
      </figure>
    </li>
  );
}
