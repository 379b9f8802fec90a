/** GET /api/v1/scenarios: the vocabulary of needs and solutions, in both languages. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { neighboursOf, readCursor, startOf } from "~/domain/catalogue/cursor.server";
import { solutionCountByScenario } from "~/domain/catalogue/highlights.server";
import { pageSizes, type IgnoredValue } from "~/domain/catalogue/listing-query";
import { fold } from "~/domain/fields";
import type { Scenario } from "~/domain/scenarios/reference";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { answerApi, pastTheEnd, readOnly } from "~/http/api.server";
import { leftOut, ScenarioQuery, unread } from "~/http/api-queries";
import { ScenarioList, scenarioKinds } from "~/http/api-shapes";
import { store } from "~/store.server";

const PER = 50;
const READ_ONCE = ["kind", "per", "after"];

export function loader({ request }: LoaderFunctionArgs) {
  return answerApi(request, ScenarioList, async () => {
    const { db } = store();
    const reference = await referenceOf(db);
    const params = new URL(request.url).searchParams;
    const ignored = unread(params, READ_ONCE);
    const kind = understood(params, "kind", scenarioKinds, ignored);
    const per = understood(params, "per", pageSizes, ignored) ?? PER;
    const all = [...reference.scenarios.values()].filter((each) =>
      kind ? each.kind === kind : each.kind !== "example",
    );
    const key = `scenarios ${kind ?? ""}`;
    const after = params.get("after");
    const place = after ? readCursor(after, key) : null;
    if (after && !place) ignored.push({ name: "after", value: after });
    const start = place ? startOf(all, place, keyOf) : 0;
    if (place && start >= all.length) throw pastTheEnd();
    const counts = await solutionCountByScenario(db);
    return {
      total: all.length,
      items: all.slice(start, start + per).map((each) => itemOf(each, counts.get(each.key) ?? 0)),
      next: neighboursOf(all, start, per, key, keyOf).next,
      ...leftOut(ScenarioQuery, params, ignored),
    };
  });
}

export function action() {
  return readOnly();
}

/** The one of the known values that was meant, or null; what is not known is named. */
function understood<Value extends string | number>(
  params: URLSearchParams,
  name: string,
  known: readonly Value[],
  ignored: IgnoredValue[],
): Value | null {
  const typed = fold(params.get(name) ?? "");
  const value = known.find((each) => String(each) === typed.toLowerCase()) ?? null;
  if (typed !== "" && value === null) ignored.push({ name, value: typed });
  return value;
}

function keyOf({ key }: Scenario): string {
  return key;
}

function itemOf(each: Scenario, solutions: number) {
  return {
    key: each.key,
    kind: each.kind,
    name: { zh: each.nameZh, en: each.nameEn },
    description: { zh: each.descriptionZh, en: each.descriptionEn },
    stage: each.stageKey === null ? null : { zh: each.stageZh, en: each.stageEn },
    isConstrained: each.constrained,
    solutions,
  };
}
