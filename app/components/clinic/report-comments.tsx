/** What reviewers said about a report, where they said it, and what the author answered. */
import type { ReactNode } from "react";
import { StatusBadge } from "~/components/kit/status";
import type { ShownComment } from "~/domain/clinic/report-comments.server";
import { formatDateTime } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";

type CommentsProps = {
  comments: readonly ShownComment[];
  /** What can be done with one of them. */
  children?: (comment: ShownComment) => ReactNode;
};

export function CommentList({ comments, children }: CommentsProps) {
  const t = useTranslate();
  const locale = useLocale();
  if (comments.length === 0) return null;
  return (
    <ul className="mt-4 flex flex-col gap-3">
      {comments.map((comment) => (
        <li key={comment.id} id={comment.id} className="rounded-box bg-base-200 p-4">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <StatusBadge tone={comment.resolvedAt === null ? "waiting" : "done"}>
              {t(comment.resolvedAt === null ? "reports:comment.open" : "reports:comment.resolved")}
            </StatusBadge>
            <span>{comment.byName}</span>
            <time dateTime={new Date(comment.at).toISOString()}>{formatDateTime(locale, comment.at)}</time>
          </p>
          <p className="measure mt-1 break-words whitespace-pre-line">{comment.text}</p>
          {comment.answer ? (
            <p className="measure mt-2 border-s-4 border-accent ps-3 break-words whitespace-pre-line">
              <span className="font-semibold">{t("reports:comment.answer")}</span> {comment.answer}
            </p>
          ) : null}
          {children?.(comment)}
        </li>
      ))}
    </ul>
  );
}

/** Those of the whole report, and those whose finding was taken out since. */
export function commentsOnWhole(
  comments: readonly ShownComment[],
  findings: readonly { id: string }[],
): ShownComment[] {
  const present = new Set(findings.map(({ id }) => id));
  return comments.filter(({ findingId }) => findingId === null || !present.has(findingId));
}
