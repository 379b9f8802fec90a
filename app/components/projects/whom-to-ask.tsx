/** Choosing whom to ask: up to five solutions, ticked or not, and those that are being asked about already. */
import { Link } from "@remix-run/react";
import { CheckboxGroup } from "~/components/kit/choices";
import type { AnyField } from "~/components/kit/fields";
import { Note } from "~/components/kit/status";
import { MAX_ASKED } from "~/domain/projects/enquiry-status";
import { useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

export type Candidate = {
  slug: string;
  title: string;
  providerName: string;
  openId: string | null;
  /** It was not asked for, but fits as well. */
  isOffered: boolean;
};

export function WhomToAsk({ field, candidates }: { field: AnyField; candidates: readonly Candidate[] }) {
  const t = useTranslate();
  const asked = candidates.filter(({ openId }) => openId !== null);
  const rows = (isOffered: boolean) =>
    candidates
      .filter((each) => each.openId === null && each.isOffered === isOffered)
      .map(({ slug, title, providerName }) => ({ value: slug, label: title, hint: providerName }));
  const [named, offered] = [rows(false), rows(true)];
  const groups = [
    { label: t("quotes:ask.named"), options: named },
    { label: t("quotes:ask.offered"), options: offered },
  ].filter(({ options }) => options.length > 0);
  return (
    <>
      {asked.length > 0 ? (
        <Note tone="waiting">
          <p>{t("quotes:ask.open")}</p>
          <ul>
            {asked.map(({ slug, title, providerName, openId }) => (
              <li key={slug}>
                <Link to={paths.enterprise.enquiry(openId ?? "")} className="inline-block py-1 underline">
                  {title}
                </Link>{" "}
                <span className="text-sm">{providerName}</span>
              </li>
            ))}
          </ul>
        </Note>
      ) : null}
      <CheckboxGroup
        field={field}
        label={t("quotes:ask.solutions")}
        hint={t("quotes:ask.solutions.hint", { max: MAX_ASKED })}
        options={offered.length > 0 ? groups : named}
      />
    </>
  );
}
