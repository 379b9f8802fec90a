/** GET /api/v1/match: the quick match for other systems, with the parameters of /match. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import { levelWords, missingWords, reasonWords, type MatchLanguage } from "~/components/matching/match-words";
import { quickMatchPage } from "~/domain/matching/match-page.server";
import type { Missing } from "~/domain/matching/missing";
import { readQuickQuery } from "~/domain/matching/quick-match-form";
import type { Match } from "~/domain/matching/score";
import { matchingWeights } from "~/domain/matching/weights";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { answerApi, pastTheEnd, readOnly } from "~/http/api.server";
import { leftOut, MatchQuery, unread } from "~/http/api-queries";
import { MatchList, type MatchNote, type Missing as MissingShape } from "~/http/api-shapes";
import { translateFor } from "~/http/locale.server";
import { solutionItem, yuanOf } from "~/http/solution-item";
import { dayOf } from "~/i18n/format";
import { store } from "~/store.server";

export function loader({ request }: LoaderFunctionArgs) {
  return answerApi(request, MatchList, async () => {
    const { db } = store();
    const reference = await referenceOf(db);
    const language = { ...(await translateFor(request)), reference };
    const params = new URL(request.url).searchParams;
    const { query, ignored } = readQuickQuery(reference, params);
    const after = params.get("after") || null;
    const page = await quickMatchPage(db, query, { after, day: dayOf(Date.now()) });
    if (page.isPastEnd) throw pastTheEnd();
    return {
      total: page.total,
      items: page.matches.map((match) => itemOf(language, match)),
      nearMisses: page.nearMisses.map((match) => nearMissOf(language, match)),
      basis: page.basis.kind,
      weights: matchingWeights.version,
      next: page.next,
      ...leftOut(MatchQuery, params, [
        ...ignored.map(({ field, value }) => ({ name: field, value })),
        ...page.ignored,
        ...unread(params, ["after"]),
      ]),
    };
  });
}

export function action() {
  return readOnly();
}

/** `score` is in [0, 1] and the sum of weight × value over its reasons. */
function itemOf(language: MatchLanguage, match: Match) {
  const { score, reasons, missing } = match;
  return {
    solution: solutionItem(match.solution),
    score: score / 100,
    reasons: reasons.map((reason) => ({
      code: reason.code,
      weight: reason.weight,
      value: reason.value,
      text: reasonWords(language, reason),
    })),
    notes: [...missing.flatMap((each) => limitNote(language, each)), ...levelNote(language, match)],
  };
}

function nearMissOf(language: MatchLanguage, { solution, missing }: Match) {
  return { solution: solutionItem(solution), missing: missing.map((each) => missingOf(language, each)) };
}

function missingOf(language: MatchLanguage, missing: Missing): z.input<typeof MissingShape> {
  const text = missingWords(language, missing);
  switch (missing.code) {
    case "place":
      return { code: missing.code, parks: [...missing.parks], regions: [...missing.regions], text };
    case "industry":
      return { code: missing.code, industries: [...missing.industries], text };
    case "days":
      return { ...missing, text };
    case "budget": {
      const { code, percentOver, priceFen, budgetFen } = missing;
      return { code, percentOver, priceYuan: yuanOf(priceFen), budgetYuan: yuanOf(budgetFen), text };
    }
  }
}

/** Of a match only money and time can be over. */
function limitNote(language: MatchLanguage, missing: Missing): z.input<typeof MatchNote>[] {
  const said = missingOf(language, missing);
  return said.code === "budget" || said.code === "days" ? [said] : [];
}

function levelNote(language: MatchLanguage, { reasons }: Match): z.input<typeof MatchNote>[] {
  return reasons.flatMap((reason) =>
    reason.code === "fit" && reason.levelsOutside > 0
      ? [{ code: "level", levelsOutside: reason.levelsOutside, text: levelWords(language, reason.levelsOutside) }]
      : [],
  );
}
