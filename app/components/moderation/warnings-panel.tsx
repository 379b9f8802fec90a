import { Link } from "@remix-run/react";
import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Tag } from "~/components/kit/status";
import { piecesMarked } from "~/domain/moderation/risky-words";
import { profileFields, versionFields, type WarnedField } from "~/domain/moderation/warned-fields";
import type { BadLink, Warnings } from "~/domain/moderation/warnings.server";
import { formatMoney } from "~/i18n/format";
import { useLocale, useNamed, useTranslate } from "~/i18n/use-translate";
import { paths } from "~/paths";

type Props = {
  warnings: Warnings;
  scenario: { nameZh: string; nameEn: string } | null;
  /** Whose fields these are, for their names. */
  fields: "version" | "profile";
};

/** What to look at first, with where it stands: reasons to look, no verdicts. */
export function WarningsPanel({ warnings, scenario, fields }: Props) {
  const t = useTranslate();
  const { risky, alike, price, links } = warnings;
  const hasAny = risky.length + alike.length + links.length > 0 || price !== null;
  if (!hasAny) return <p className="muted text-sm">{t("moderation:warnings.none")}</p>;
  return (
    <section aria-labelledby="warnings-title" className="rounded-box border-2 border-warning p-4">
      <h2 id="warnings-title" className="flex items-center gap-2 text-lg">
        <TriangleAlert aria-hidden size={20} />
        {t("moderation:warnings.title")}
      </h2>
      <p className="muted mt-1 text-sm">{t("moderation:warnings.lead")}</p>
      {risky.length > 0 ? <Risky places={risky} fields={fields} /> : null}
      {alike.length > 0 ? <Alike listings={alike} /> : null}
      {price ? <Price price={price} scenario={scenario} /> : null}
      {links.length > 0 ? <Links links={links} fields={fields} /> : null}
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mt-4">
      <h3 className="font-semibold">{title}</h3>
      <ul className="mt-1 flex flex-col gap-1.5">{children}</ul>
    </div>
  );
}

function useFieldName(fields: Props["fields"]): (field: WarnedField) => string {
  const t = useTranslate();
  return (field) => {
    const ofVersion = fields === "version" ? versionFields.find((name) => name === field) : undefined;
    const ofProfile = profileFields.find((name) => name === field);
    if (ofVersion) return t(`catalogue:field.${ofVersion}`);
    return ofProfile ? t(`catalogue:profile.field.${ofProfile}`) : field;
  };
}

function Risky({ places, fields }: { places: Warnings["risky"]; fields: Props["fields"] }) {
  const t = useTranslate();
  const nameOf = useFieldName(fields);
  const sentences = [...new Map(places.map((place) => [`${place.field} ${place.sentence}`, place])).values()];
  return (
    <Part title={t("moderation:warnings.risky")}>
      {sentences.map(({ field, sentence }) => {
        const own = places.filter((place) => place.field === field && place.sentence === sentence);
        return (
          <li key={`${field} ${sentence}`} className="break-words">
            <span className="muted me-1 text-sm">{t("moderation:warnings.risky.in", { field: nameOf(field) })}</span>
            <Sentence sentence={sentence} words={own.map(({ word }) => word)} />
          </li>
        );
      })}
    </Part>
  );
}

function Sentence({ sentence, words }: { sentence: string; words: readonly string[] }) {
  const t = useTranslate();
  const pieces = piecesMarked(sentence, words);
  const marked = new Set(pieces.filter(({ isRisky }) => isRisky).map(({ text }) => text.toLowerCase()));
  const folded = words.filter((word) => !marked.has(word));
  return (
    <>
      {pieces.map(({ text, isRisky }, index) =>
        isRisky ? (
          <mark key={index} className="rounded-sm bg-warning px-0.5 font-semibold text-warning-content">
            {text}
          </mark>
        ) : (
          text
        ),
      )}
      {folded.map((word) => (
        <span key={word} className="muted ms-1">
          {t("moderation:warnings.risky.folded", { word })}
        </span>
      ))}
    </>
  );
}

function Alike({ listings }: { listings: Warnings["alike"] }) {
  const t = useTranslate();
  return (
    <Part title={t("moderation:warnings.alike")}>
      {listings.map(({ solutionId, title, slug, percent, isOwn, providerName }) => (
        <li key={solutionId} className="flex flex-wrap items-baseline gap-x-3">
          <strong>{t("moderation:warnings.alike.percent", { percent })}</strong>
          {slug ? (
            <Link to={paths.solution(slug)} className="link-plain">
              {title}
            </Link>
          ) : (
            <span>{title}</span>
          )}
          <span className="muted text-sm">
            {isOwn
              ? t("moderation:warnings.alike.own")
              : t("moderation:warnings.alike.other", { provider: providerName })}
            {slug ? null : ` · ${t("moderation:warnings.alike.hidden")}`}
          </span>
        </li>
      ))}
    </Part>
  );
}

function Price({ price, scenario }: { price: NonNullable<Warnings["price"]>; scenario: Props["scenario"] }) {
  const t = useTranslate();
  const locale = useLocale();
  const named = useNamed();
  const money = (fen: number) => formatMoney(locale, fen);
  return (
    <Part title={t("moderation:warnings.price")}>
      <li>
        {t("moderation:warnings.price.text", {
          price: money(price.priceFen),
          scenario: scenario ? named(scenario) : price.scenario,
          model: t(`catalogue:price_model.${price.model}`),
          count: price.count,
          median: money(price.medianFen),
          lower: money(price.lowerFen),
          upper: money(price.upperFen),
          from: money(price.fromFen),
          to: money(price.toFen),
        })}
      </li>
    </Part>
  );
}

function Links({ links, fields }: { links: readonly BadLink[]; fields: Props["fields"] }) {
  const t = useTranslate();
  const nameOf = useFieldName(fields);
  return (
    <Part title={t("moderation:warnings.links")}>
      {links.map(({ field, address, problems }, index) => (
        <li key={index} className="flex flex-wrap items-baseline gap-x-3">
          <span className="muted text-sm">{t("moderation:warnings.risky.in", { field: nameOf(field) })}</span>
          <code className="text-sm break-all">{address}</code>
          <span className="flex flex-wrap gap-1.5">
            {problems.map((problem) => (
              <Tag key={problem}>{t(`moderation:warnings.link.${problem}`)}</Tag>
            ))}
          </span>
        </li>
      ))}
    </Part>
  );
}
