import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslate } from "~/i18n/use-translate";

type LatestProps = { area: "solutions" | "events" | "cases"; all: string; isEmpty: boolean; children: ReactNode };

/** One column of what is new, with the way to all of it; says so when there is nothing. */
export function Latest({ area, all, isEmpty, children }: LatestProps) {
  const t = useTranslate();
  return (
    <section aria-labelledby={`new-${area}`}>
      <h3 id={`new-${area}`} className="mb-2 text-lg">
        {t(`home:new.${area}`)}
      </h3>
      {isEmpty ? <p className="muted">{t(`home:new.${area}.none`)}</p> : children}
      <p className="mt-2">
        <Link to={all} className="link-plain inline-block py-2">
          {t(`home:new.${area}.all`)}
        </Link>
      </p>
    </section>
  );
}
