/** GET /api/v1/match: the quick match for other systems, with the parameters of /match. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { missingWords, reasonWords, type MatchLanguage } from "~/components/matching/match-words";
import { quickMatch } from "~/domain/matching/matches.server";
import { readQuickQuery } from "~/domain/matching/quick-match-form";
import type { Match } from "~/domain/matching/score";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { translateFor } from "~/http/locale.server";
import { readOnly } from "~/http/problem.server";
import { solutionItem } from "~/http/solution-item";
import { dayOf } from "~/i18n/format";
import { store } from "~/store.server";

const LIMIT = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = store();
  const reference = await referenceOf(db);
  const language = { ...(await translateFor(request)), reference };
  const { query } = readQuickQuery(reference, new URL(request.url).searchParams);
  const { matches, nearMisses } = await quickMatch(db, query, { limit: LIMIT, day: dayOf(Date.now()) });
  return Response.json({
    items: matches.map((match) => itemOf(language, match)),
    nearMisses: nearMisses.map((match) => nearMissOf(language, match)),
  });
}

export function action() {
  return readOnly();
}

/** `score` is in [0, 1] and the sum of weight × value over its reasons. */
function itemOf(language: MatchLanguage, match: Match) {
  return {
    solution: solutionItem(match.solution),
    score: match.score / 100,
    reasons: match.reasons.map((reason) => ({
      code: reason.code,
      weight: reason.weight,
      value: reason.value,
      text: reasonWords(language, reason),
    })),
  };
}

function nearMissOf(language: MatchLanguage, match: Match) {
  return {
    solution: solutionItem(match.solution),
    missing: match.missing.map((missing) => ({ ...missing, text: missingWords(language, missing) })),
  };
}
