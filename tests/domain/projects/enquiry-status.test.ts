import fc from "fast-check";
import { expect, test } from "vitest";
import { enquiryStatuses } from "#db/vocabulary/projects";
import { AskForm, EndForm, SendEnquiryForm } from "~/domain/projects/enquiry-form";
import { enquirySteps, holderOf, isOpen, mayMove, stateAt } from "~/domain/projects/enquiry-status";

test("nothing leads out of an end, and every negative step needs a reason", () => {
  for (const { from, to, needsReason } of enquirySteps) {
    expect(isOpen(from)).toBe(true);
    expect(needsReason).toBe(to === "declined" || to === "withdrawn");
  }
});

test("an expired enquiry cannot move, whoever tries", () => {
  for (const to of enquiryStatuses) {
    expect(mayMove("enterprise", "expired", to)).toBe(false);
    expect(mayMove("provider", "expired", to)).toBe(false);
  }
});

test("only open enquiries expire, and someone holds exactly the open ones", () => {
  fc.assert(
    fc.property(fc.constantFrom(...enquiryStatuses), fc.nat(), fc.nat(), (status, expiresAt, now) => {
      const state = stateAt({ status, expiresAt }, now);
      expect(state).toBe(isOpen(status) && now > expiresAt ? "expired" : status);
      expect(holderOf(state) !== null).toBe(isOpen(state));
    }),
  );
});

test("an enquiry goes to one solution at least and five at most", () => {
  const form = {
    id: `enq_${"0".repeat(26)}`,
    message: "请介绍一下排产方案与费用",
    contactName: "王",
    contactPhone: "13800000000",
  };
  const ask = (solutions: unknown) => AskForm.safeParse({ ...form, recommendation: "", solutions }).success;
  expect([ask(undefined), ask("a"), ask(["a", "b", "c", "d", "e"]), ask(["a", "b", "c", "d", "e", "f"])]).toEqual([
    ...[false, true, true, false],
  ]);
});

test("the end of an enquiry needs a reason and words; an enquiry needs a message and a telephone", () => {
  expect(EndForm.safeParse({ reason: "price", text: " " }).success).toBe(false);
  expect(EndForm.safeParse({ reason: "ugly", text: "不合适" }).success).toBe(false);
  const form = {
    id: `enq_${"0".repeat(26)}`,
    solution: "a",
    recommendation: "",
    message: "请介绍一下排产方案与费用",
    contactName: "王",
    contactPhone: "138 0000 0000",
  };
  expect(SendEnquiryForm.safeParse(form).success).toBe(true);
  expect(SendEnquiryForm.safeParse({ ...form, id: "x" }).success).toBe(false);
  expect(SendEnquiryForm.safeParse({ ...form, contactPhone: "" }).success).toBe(false);
});
