/** What the field kit keeps on the device, without a device. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FieldFinding, FieldState, FieldVerdict } from "~/domain/clinic/field";
import {
  edited,
  emptyFinding,
  operationOf,
  resolved,
  settled,
  suggestedFinding,
  taken,
  type Draft,
} from "~/field-kit/drafts";

const ID = `fnd_${"0".repeat(26)}`;
const nothing: FieldState = { isOpen: true, assessment: "draft", answers: {}, findings: [], photos: [] };
const whole: FieldFinding = { ...emptyFinding, title: "换线慢", scenarioKey: "planning_scheduling" };
const known = (value: FieldFinding, edit: number): FieldState => ({
  ...nothing,
  findings: [{ ...value, id: ID, no: 1, edit }],
});
const finding = (value: FieldFinding) => ({ kind: "finding", key: ID, value }) as const;

function typed(value: FieldFinding, state = nothing, draft?: Draft): Draft {
  return edited(draft, "dia_a", finding(value), state, 1);
}

function sent(draft: Draft, id = "fop_1"): Draft {
  const going = taken(draft, () => id);
  if (!going) throw new Error("nothing to send");
  return going;
}

describe("sending", () => {
  test("a finding waits until it has a title and a scenario", () => {
    expect(taken(typed({ ...whole, title: " " }), () => "fop_1")).toBeNull();
    expect(taken(typed({ ...whole, scenarioKey: "" }), () => "fop_1")).toBeNull();
    expect(operationOf(sent(typed(whole)))).toEqual({ id: "fop_1", kind: "finding", key: ID, seen: 0, value: whole });
  });

  test("an operation on its way stays the same, whatever is typed before its answer", () => {
    const going = sent(typed(whole));
    const onward = typed({ ...whole, evidence: "看板" }, nothing, going);
    expect(operationOf(sent(onward, "fop_2"))).toEqual(operationOf(going));
  });

  test("what was typed meanwhile goes next, from what is now the server's", () => {
    const onward = typed({ ...whole, evidence: "看板" }, nothing, sent(typed(whole)));
    const left = settled(onward, { status: "done", seen: 1 });
    if (!left) throw new Error("the rest is lost");
    expect(operationOf(sent(left, "fop_2"))).toMatchObject({ id: "fop_2", seen: 1, value: { evidence: "看板" } });
    expect(settled(sent(typed(whole)), { status: "done", seen: 1 })).toBeNull();
  });

  test("a refusal keeps what was typed and is tried again only when it is changed", () => {
    const refused = settled(sent(typed(whole)), { status: "refused", errors: { title: "form:too_long" } });
    expect(refused).toMatchObject({ value: whole, problem: { errors: { title: "form:too_long" } } });
    expect(refused && taken(refused, () => "fop_2")).toBeNull();
    const corrected = typed({ ...whole, title: "短" }, nothing, refused ?? undefined);
    expect(operationOf(sent(corrected, "fop_2"))).toMatchObject({ value: { title: "短" } });
  });
});

describe("conflicts", () => {
  const base = { ...whole, evidence: "原" };
  const mine = { ...base, title: "我的", evidence: "原" };
  const theirs = { ...base, title: "对方的", evidence: "对方的依据" };
  const inConflict = settled(sent(typed(mine, known(base, 1))), { status: "conflict" });

  test("nothing goes until the reader has chosen, and typing on does not end it", () => {
    if (!inConflict) throw new Error("the draft is lost");
    expect(inConflict).toMatchObject({ value: mine, base, problem: { kind: "conflict" } });
    expect(taken(inConflict, () => "fop_2")).toBeNull();
    const onward = typed({ ...mine, title: "我又改了" }, known(theirs, 2), inConflict);
    expect(taken(onward, () => "fop_2")).toBeNull();
  });

  test("a field that only one changed is suggested, one that both changed stays ours", () => {
    expect(suggestedFinding(mine, theirs, base)).toEqual({ ...mine, evidence: "对方的依据" });
    expect(suggestedFinding(mine, theirs, null)).toEqual(mine);
  });

  test("the result goes as a change of theirs", () => {
    const result = resolved("dia_a", finding({ ...mine, title: "合并" }), known(theirs, 2), 3);
    expect(operationOf(sent(result))).toMatchObject({ seen: 2, value: { title: "合并" } });
  });
});

test("in whatever order things happen, what was typed last is on the device or with the server", () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant("type" as const), text: fc.string({ minLength: 1, maxLength: 5 }) }),
    fc.constant({ do: "send" as const }),
    fc.constant({ do: "done" as const }),
    fc.constant({ do: "conflict" as const }),
    fc.constant({ do: "refused" as const }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let draft: Draft | null = null;
      let server = "";
      let last = "";
      let operations = 0;
      for (const one of steps) {
        if (one.do === "type") {
          last = one.text;
          draft = typed({ ...whole, evidence: last }, nothing, draft ?? undefined);
        } else if (one.do === "send") draft = (draft && taken(draft, () => `fop_${++operations}`)) ?? draft;
        else if (draft?.kind === "finding" && draft.sent) {
          if (one.do === "done") server = draft.sent.value.evidence;
          const verdicts: Record<typeof one.do, FieldVerdict> = {
            done: { status: "done", seen: 1 },
            conflict: { status: "conflict" },
            refused: { status: "refused", errors: {} },
          };
          draft = settled(draft, verdicts[one.do]);
        }
        const here = draft?.kind === "finding" ? draft.value.evidence : server;
        expect(here).toBe(last);
      }
    }),
  );
});
