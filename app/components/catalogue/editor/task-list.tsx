import { Link } from "@remix-run/react";
import { CircleAlert, CircleCheck, CircleDashed } from "lucide-react";
import { solutionSections, type Missing, type SectionKey } from "~/domain/catalogue/solution-sections";
import { formatList } from "~/i18n/format";
import { useLocale, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

type Props = { id: string; missing: readonly Missing[]; isEditable: boolean };

/** The sections as tasks, each with what it still lacks. */
export function TaskList({ id, missing, isEditable }: Props) {
  return (
    <ol className="divide-y divide-base-300 rounded-box border border-base-300">
      {solutionSections.map(({ key }) => (
        <Task
          key={key}
          section={key}
          to={isEditable ? paths.providerDesk.solutionSection(id, key) : null}
          missing={missing.filter((each) => each.section === key)}
        />
      ))}
    </ol>
  );
}

type TaskProps = { section: SectionKey; to: string | null; missing: Missing[] };

function Task({ section, to, missing }: TaskProps) {
  const t = useTranslate();
  const locale = useLocale();
  const needed = solutionSections.find(({ key }) => key === section)?.needed.length ?? 0;
  const isDone = missing.length === 0;
  const title = t(`catalogue:section.${section}`);
  return (
    <li className="relative flex items-start gap-3 px-4 py-3 hover:bg-base-200">
      <span className="mt-1 shrink-0">
        {isDone ? <CircleCheck aria-hidden size={20} className="text-success-content" /> : null}
        {!isDone && missing.length === needed ? <CircleDashed aria-hidden size={20} className="muted" /> : null}
        {!isDone && missing.length < needed ? (
          <CircleAlert aria-hidden size={20} className="text-warning-content" />
        ) : null}
      </span>
      <div className="min-w-0 flex-1">
        <h3 className="text-base">
          {to ? (
            <Link to={to} className="link-plain inline-block py-0.5 after:absolute after:inset-0">
              {title}
            </Link>
          ) : (
            title
          )}
        </h3>
        {isDone ? null : (
          <p className="text-sm">
            {t("catalogue:editor.missing", {
              fields: formatList(
                locale,
                missing.map(({ field }) => t(`catalogue:field.${field}`)),
              ),
            })}
          </p>
        )}
      </div>
      <span className="muted shrink-0 pt-0.5 text-sm">
        {isDone ? t("catalogue:editor.complete") : t("catalogue:editor.missing_count", { count: missing.length })}
      </span>
    </li>
  );
}
