import { expect, test } from "vitest";
import { expert } from "#db/schema/identity.server";
import {
  accountOf,
  accounts,
  createAccount,
  setDisabled,
  staffedOrganisations,
} from "~/domain/identity/accounts.server";
import { anOrganisation, aPerson } from "../../world/people";
import { testStore } from "../../world/store";

const account = {
  name: "乙",
  email: "b@x.cn",
  mobile: null,
  passwordHash: "x",
  isAdministrator: false,
  role: "member" as const,
  isExpert: false,
};

test("an expert belongs to a diagnosing organisation", async () => {
  const store = testStore();
  const [centre, park] = await store.write(async (tx) => [
    await anOrganisation(tx, "促进中心", "promotion_centre"),
    await anOrganisation(tx, "某园区管委会", "park_committee"),
  ]);
  const made = await store.write((tx) =>
    createAccount(tx, null, { ...account, isExpert: true, organisationId: centre ?? "" }),
  );
  expect(made.ok).toBe(true);
  expect(await store.db.select().from(expert)).toHaveLength(1);
  const wrong = { ...account, email: "c@x.cn", isExpert: true, organisationId: park ?? "" };
  expect(await store.write((tx) => createAccount(tx, null, wrong))).toEqual({ ok: false, reason: "not_diagnosing" });
});

test("an unknown organisation is refused", async () => {
  const store = testStore();
  const lost = { ...account, organisationId: "org_none" };
  expect(await store.write((tx) => createAccount(tx, null, lost))).toEqual({
    ok: false,
    reason: "organisation_unknown",
  });
});

test("an administrator closes other accounts, never the own", async () => {
  const store = testStore();
  const [me, other] = await store.write(async (tx) => [await aPerson(tx, "me@x.cn"), await aPerson(tx, "other@x.cn")]);
  const by = { userId: me ?? "" };
  expect(await store.write((tx) => setDisabled(tx, by, me ?? "", "closed"))).toEqual({
    ok: false,
    reason: "own_account",
  });
  await store.write((tx) => setDisabled(tx, by, other ?? "", "closed"));
  expect((await accountOf(store.db, other ?? ""))?.account.disabledAt).not.toBeNull();
  await store.write((tx) => setDisabled(tx, by, other ?? "", "open"));
  expect((await accountOf(store.db, other ?? ""))?.account.disabledAt).toBeNull();
});

test("accounts are found by part of a name and paged; % and _ are letters", async () => {
  const store = testStore();
  await store.write(async (tx) => {
    for (let i = 0; i < 60; i++) await aPerson(tx, `person${i}@x.cn`);
    await aPerson(tx, "100%@x.cn");
  });
  const first = await accounts(store.db, { q: "PERSON", after: null });
  expect([first.total, first.rows.length]).toEqual([60, 50]);
  expect((await accounts(store.db, { q: "person", after: first.next })).rows).toHaveLength(10);
  expect((await accounts(store.db, { q: "%", after: null })).total).toBe(1);
});

test("enterprises have no staff made for them", async () => {
  const store = testStore();
  await store.write(async (tx) => {
    await anOrganisation(tx, "小蓝厂", "enterprise");
    await anOrganisation(tx, "小蓝管委会", "park_committee");
  });
  expect((await staffedOrganisations(store.db, "小蓝")).map(({ name }) => name)).toEqual(["小蓝管委会"]);
});
