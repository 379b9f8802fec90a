import fc from "fast-check";
import { expect, test } from "vitest";
import { checkCharacterOf, creditCode, creditCodeProblem, foldCreditCode } from "~/domain/identity/credit-code";

const CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const first17 = fc
  .array(fc.constantFrom(...CHARACTERS), { minLength: 17, maxLength: 17 })
  .map((characters) => characters.join(""));

test.each([
  ["91350100M000100Y43", null],
  ["91350100M000100Y44", "form:credit_code_checksum"],
  ["91350100M000100Y4", "form:credit_code_length"],
  ["91350100M000100I43", "form:credit_code_characters"],
  ["91350100M000100Y4O", "form:credit_code_characters"],
  ["", "form:required"],
])("%s is judged %s", (code, problem) => {
  expect(creditCodeProblem(code)).toBe(problem);
});

test("a pasted code with blanks, dashes, lower case and full-width characters is the code", () => {
  expect(foldCreditCode(" ９１350100-m000 100y43 ")).toBe("91350100M000100Y43");
  expect(creditCode().parse("９１３５0100 M000100Y43")).toBe("91350100M000100Y43");
});

test("a code with its check character is right, with any other wrong", () => {
  fc.assert(
    fc.property(first17, fc.constantFrom(...CHARACTERS), (body, last) => {
      const isRight = checkCharacterOf(body) === last;
      expect(creditCodeProblem(body + last) === null).toBe(isRight);
    }),
  );
});

test("changing any one character is noticed", () => {
  fc.assert(
    fc.property(first17, fc.nat(16), fc.constantFrom(...CHARACTERS), (body, at, other) => {
      fc.pre(body[at] !== other);
      const changed = body.slice(0, at) + other + body.slice(at + 1);
      expect(checkCharacterOf(changed)).not.toBe(checkCharacterOf(body));
    }),
  );
});
