/** A digest in words, in its reader's language. */
import type { Digest, Letter } from "~/domain/alerts/digest.server";
import type { DigestPart } from "~/domain/alerts/digest-parts.server";
import { unsubscribeToken } from "~/domain/alerts/unsubscribe.server";
import { env } from "~/env.server";
import { translator } from "~/i18n/translator.server";
import { paths } from "~/paths";

/** Solutions grouped by reason, with a link to the rest, to the settings, and out. Every link stands on a line of its own. */
export function letterOf({ userId, locale, cadence, total, parts }: Digest): Letter {
  const t = translator(locale);
  const shown = parts.reduce((sum, { solutions }) => sum + solutions.length, 0);
  const settings = linkTo(paths.account.alerts());
  const name = (part: DigestPart) => (locale === "en" ? part.nameEn : part.nameZh);
  const groups = parts.map((part) =>
    [
      t(`alerts:reason.${part.kind}`, { name: name(part) }),
      ...part.solutions.map(({ title, providerName, slug }) =>
        t("alerts:mail.solution", { title, provider: providerName, link: linkTo(paths.solution(slug)) }),
      ),
      ...(part.recommendationId === null ? [] : [linkTo(paths.enterprise.recommendation(part.recommendationId))]),
    ].join("\n"),
  );
  const rest = total > shown ? [t("alerts:mail.rest", { count: total - shown, link: settings })] : [];
  const foot = t("alerts:mail.foot", {
    cadence: t(`alerts:cadence.${cadence}`),
    settings,
    unsubscribe: linkTo(paths.unsubscribe(unsubscribeToken(userId))),
  });
  return {
    subject: t("alerts:mail.subject", { count: total }),
    body: [t("alerts:mail.lead", { count: total }), ...groups, ...rest, foot].join("\n\n"),
  };
}

function linkTo(path: string): string {
  return new URL(path, env.baseUrl).href;
}
