import { expect, test } from "vitest";
import { readQuickQuery } from "~/domain/matching/quick-match-form";
import { referenceOf } from "~/domain/scenarios/reference.server";
import { referenceStore } from "../../world/reference";

test("what may be said once counts once; the rest is named", async () => {
  const { query, ignored } = readQuickQuery(
    await referenceOf(referenceStore().db),
    new URLSearchParams("industry=C36&industry=C13&budget=10万"),
  );
  expect(query).toMatchObject({ industry: "C36", budgetFen: 10_000_000 });
  expect(ignored).toEqual([{ field: "industry", value: "C13" }]);
});
