import { expect, test } from "vitest";
import { enterprise, membership, organisation, user } from "#db/schema/identity.server";
import { journalEntry } from "#db/schema/support.server";
import { EnterpriseRegistration } from "~/domain/identity/registration-form";
import { registerOrganisation } from "~/domain/identity/registration.server";
import { testStore } from "../../world/store";

const person = { name: "甲", email: "a@x.cn", mobile: "13800000000", passwordHash: "x", locale: "zh-CN" as const };
const factory = {
  kind: "enterprise" as const,
  name: "某某机械有限公司",
  creditCode: "91350100M000100Y43",
  regionCode: "360121",
  parkSlug: null,
  industryCode: "C3670",
};

test("an enterprise is registered with its file, its owner and a journal entry", async () => {
  const store = testStore();
  const outcome = await store.write((tx) => registerOrganisation(tx, person, factory));
  expect(outcome.ok).toBe(true);
  expect(await store.db.select().from(enterprise)).toMatchObject([{ industryCode: "C3670" }]);
  expect(await store.db.select().from(membership)).toMatchObject([{ role: "owner" }]);
  const [entry] = await store.db.select().from(journalEntry);
  expect(JSON.stringify(entry)).not.toContain(factory.creditCode);
});

test.each([
  ["credit_code_taken", { ...person, email: "b@x.cn", mobile: null }, factory],
  ["email_taken", { ...person, mobile: null }, { ...factory, creditCode: "91360121MA35D00000" }],
  ["mobile_taken", { ...person, email: null }, { ...factory, creditCode: "91360121MA35D00000" }],
])("what is taken is refused (%s) and nothing is half written", async (reason, other, organisationOfOther) => {
  const store = testStore();
  await store.write((tx) => registerOrganisation(tx, person, factory));
  expect(await store.write((tx) => registerOrganisation(tx, other, organisationOfOther))).toEqual({
    ok: false,
    reason,
  });
  expect(await store.db.$count(user)).toBe(1);
  expect(await store.db.$count(organisation)).toBe(1);
});

const typed = {
  kind: "enterprise",
  organisationName: " 某某机械有限公司 ",
  creditCode: "９１350100 m000100y43",
  industry: "C3670",
  regionCode: "360121",
  parkSlug: "",
  name: "甲",
  email: "A@X.cn",
  mobile: "",
  password: "a long enough sentence",
  agree: "on",
};

test("what was typed is folded: code, e-mail, blanks", () => {
  expect(EnterpriseRegistration.parse(typed)).toMatchObject({
    organisationName: "某某机械有限公司",
    creditCode: "91350100M000100Y43",
    email: "a@x.cn",
    mobile: null,
    parkSlug: null,
  });
});

test.each([
  ["email", { email: "", mobile: "" }, "identity:register.contact_needed"],
  ["email", { email: "a@b" }, "form:email"],
  ["mobile", { mobile: "123" }, "form:mobile"],
  ["password", { password: "12345678" }, "identity:password.weak"],
  ["agree", { agree: undefined }, "identity:register.agree_needed"],
  ["organisationName", { organisationName: "字".repeat(100_000) }, undefined],
  ["organisationName", { organisationName: "  " }, "form:required"],
])("%s is refused at its field", (field, changed, message) => {
  const parsed = EnterpriseRegistration.safeParse({ ...typed, ...changed });
  const issue = parsed.error?.issues.find(({ path }) => path[0] === field);
  expect(issue).toBeDefined();
  if (message) expect(issue?.message).toBe(message);
});
