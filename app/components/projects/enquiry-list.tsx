/** The list page of either side: open, ended, all; newest first. */
import { Link } from "@remix-run/react";
import { EmptyState } from "~/components/kit/page";
import { Pager } from "~/components/kit/table";
import type { EnquiryFilter, EnquiryLine } from "~/domain/projects/enquiries.server";
import type { EnquirySide } from "~/domain/projects/enquiry-status";
import { useTranslate } from "~/i18n/use-translate";
import { withQuery } from "~/paths";
import type { ReactNode } from "react";
import { EnquiryRows } from "./enquiry-rows";

export const shows = ["open", "ended", "all"] as const satisfies readonly EnquiryFilter["show"][];

/** What the address asks for; anything unknown is the open ones. */
export function filterOf(params: URLSearchParams): EnquiryFilter {
  return { show: shows.find((show) => show === params.get("show")) ?? "open", after: params.get("after") };
}

type ListProps = {
  lines: readonly EnquiryLine[];
  next: string | null;
  filter: EnquiryFilter;
  side: EnquirySide;
  path: string;
  /** What to do when there is nothing. */
  children: ReactNode;
};

export function EnquiryList({ lines, next, filter, side, path, children }: ListProps) {
  const t = useTranslate();
  const { show, after } = filter;
  return (
    <>
      <nav aria-label={t("projects:enquiries.filter")} className="no-print mb-4">
        <ul className="flex flex-wrap gap-1 border-b border-base-300">
          {shows.map((word) => (
            <li key={word}>
              <Link
                to={withQuery(path, { show: word })}
                aria-current={word === show ? "page" : undefined}
                className="block border-b-2 border-transparent px-3 py-2 aria-[current=page]:border-primary aria-[current=page]:font-semibold aria-[current=page]:text-primary"
              >
                {t(`projects:enquiries.show.${word}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {lines.length > 0 ? (
        <EnquiryRows lines={lines} side={side} />
      ) : (
        <EmptyState title={t(`projects:enquiries.none.${show}`)}>{children}</EmptyState>
      )}
      <Pager
        label={t("projects:enquiries.pages")}
        first={after ? withQuery(path, { show }) : null}
        next={next ? withQuery(path, { show, after: next }) : null}
      />
    </>
  );
}
