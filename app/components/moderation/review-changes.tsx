import type { ReactNode } from "react";
import { DifferenceView, type ShownVersion } from "~/components/catalogue/difference-view";
import type { SolutionField } from "~/domain/catalogue/solution-sections";
import type { FieldDifference } from "~/domain/catalogue/version-difference";
import { useTranslate } from "~/i18n/use-translate";

type Props = {
  differences: readonly FieldDifference[];
  before: ShownVersion;
  after: ShownVersion;
  /** What stands under a field: points of the last review, the moderator's note. */
  under?: (field: SolutionField) => ReactNode;
};

/** Every field that changed, and how; what stayed is not shown. */
export function ReviewChanges({ differences, before, after, under }: Props) {
  const t = useTranslate();
  return (
    <dl className="divide-y divide-base-300 rounded-box border border-base-300">
      {differences.map((difference) => (
        <div key={difference.field} className="px-4 py-3">
          <dt className="font-semibold">{t(`catalogue:field.${difference.field}`)}</dt>
          <dd className="mt-1 min-w-0">
            <DifferenceView difference={difference} before={before} after={after} />
            {under?.(difference.field)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
