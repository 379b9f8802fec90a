import { DifferenceView, type ShownVersion } from "~/components/catalogue/difference-view";
import { VersionContent } from "~/components/catalogue/version-content";
import { Section } from "~/components/kit/page";
import type { NamedCodes } from "~/domain/catalogue/named-codes";
import type { SolutionContent } from "~/domain/catalogue/solution-sections";
import type { FieldDifference } from "~/domain/catalogue/version-difference";
import { useTranslate } from "~/i18n/use-translate";
import { RestoreForm } from "./restore-form";

type Props = {
  version: SolutionContent & { id: string; number: number };
  names: NamedCodes;
  /** The public version beside it; null: it is that, or there is none. */
  live: (ShownVersion & { content: { number: number } }) | null;
  differences: readonly FieldDifference[];
  canRestore: boolean;
};

/** One version: how it differs from the public one, then all of it. */
export function VersionCompared({ version, names, live, differences, canRestore }: Props) {
  const t = useTranslate();
  const { number } = version;
  return (
    <Section
      id="compared"
      title={
        live ? t("versions:page.compared", { number, live: live.content.number }) : t("catalogue:version", { number })
      }
      lead={live ? lead(t, differences.length) : undefined}
      actions={canRestore ? <RestoreForm versionId={version.id} number={number} /> : null}
    >
      {live && differences.length > 0 ? (
        <dl className="divide-y divide-base-300 rounded-box border border-base-300">
          {differences.map((difference) => (
            <div key={difference.field} className="px-4 py-3">
              <dt className="font-semibold">{t(`catalogue:field.${difference.field}`)}</dt>
              <dd className="mt-1">
                <DifferenceView difference={difference} before={live} after={{ content: version, names }} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <details open={!live} className="mt-4 mb-8 rounded-box border border-base-300">
        <summary className="min-h-11 cursor-pointer px-4 py-2.5 font-semibold">
          {t("versions:page.whole", { number })}
        </summary>
        <div className="border-t border-base-300 p-4">
          <VersionContent content={version} names={names} />
        </div>
      </details>
    </Section>
  );
}

function lead(t: ReturnType<typeof useTranslate>, count: number): string {
  return count === 0 ? t("versions:compared.none") : t("versions:page.compared.lead", { count });
}
