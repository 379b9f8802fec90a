import fc from "fast-check";
import { expect, test } from "vitest";
import { readAnswers } from "~/domain/assessment/answers";
import { packAnswers, packedVersion, unpackAnswers } from "~/domain/assessment/compact";
import { bestAnswers, national } from "./national";

test("answers survive the cookie, which stays small and needs no escaping", () => {
  const answers = readAnswers(national, {
    ...bestAnswers(),
    q02_equipment_digitised: { choice: [], numbers: { equip_total: 1234567, equip_digital: 1234 } },
    q13_pass_rate: { choice: [], numbers: { pass_rate: 98.1234, pass_rate_prev: 98.1 } },
  });
  const packed = packAnswers(1, national, answers);
  expect(packed).toMatch(/^[\w.~!]+$/);
  expect(packed.length).toBeLessThan(500);
  expect(packedVersion(packed, national.key)).toBe(1);
  expect(packAnswers(1, national, unpackAnswers(national, packed))).toBe(packed);
});

test("a cookie of any other content is no answers and no error", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      const prefixed = `1~${national.key}~1~${text}`;
      for (const packed of [text, prefixed]) {
        for (const { choice } of Object.values(unpackAnswers(national, packed))) expect(choice.length).toBeLessThan(16);
      }
      expect(packedVersion(`2~${text}`, national.key)).toBeNull();
    }),
  );
});
