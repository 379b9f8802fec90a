import { beforeAll, expect, test } from "vitest";
import { loadReference } from "#db/seed/reference.server";
import { accessEntry, consent, groupMember, groupRequest } from "#db/schema/clinic-after.server";
import { report } from "#db/schema/clinic.server";
import { enquiry } from "#db/schema/projects.server";
import { consentStateAt } from "~/domain/clinic/consent-status";
import { loadDemonstration } from "../../cli/demo/load";
import { testStore } from "../world/store";

const NOW = Date.UTC(2026, 2, 4, 3);

async function loaded() {
  const store = testStore();
  loadReference(store.writer, undefined, NOW);
  await loadDemonstration(store, "small", () => {}, NOW);
  return store;
}

let world: Awaited<ReturnType<typeof loaded>>;

beforeAll(async () => {
  world = await loaded();
});

test("one enterprise has consents in every state, each given after its report was issued and before now", async () => {
  const rows = await world.db.select().from(consent);
  const reports = await world.db.select().from(report);
  const states = rows.map((row) => ({ ...row, state: consentStateAt(row, NOW) }));
  expect(new Set(states.map(({ state }) => state))).toEqual(new Set(["valid", "expired", "withdrawn"]));
  for (const { reportId, createdAt, enterpriseId } of rows) {
    const of = reports.find(({ id }) => id === reportId);
    expect(of).toMatchObject({ enterpriseId, status: "issued" });
    expect(createdAt).toBeGreaterThanOrEqual(of?.issuedAt ?? Infinity);
    expect(createdAt).toBeLessThanOrEqual(NOW);
  }
});

test("ledgers hold openings by office and by consent, in the order of their time", async () => {
  const rows = await world.db.select().from(accessEntry).orderBy(accessEntry.id);
  expect(rows.some(({ consentId }) => consentId !== null)).toBe(true);
  expect(rows.some(({ consentId }) => consentId === null)).toBe(true);
  expect(rows.filter(({ at, byOrganisationId }) => at > NOW || byOrganisationId === null)).toEqual([]);
  for (const { reportId } of rows) {
    const times = rows.filter((row) => row.reportId === reportId).map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  }
});

test("there is a group request in each state, and the one sent has an enquiry for each that joined and each solution", async () => {
  const groups = await world.db.select().from(groupRequest);
  expect(groups.map(({ status }) => status).toSorted()).toEqual(["closed", "open", "sent"]);
  const members = await world.db.select().from(groupMember);
  const sent = groups.find(({ status }) => status === "sent");
  const joined = members.filter(({ groupId, status }) => groupId === sent?.id && status === "joined");
  expect(joined.length).toBeGreaterThanOrEqual(2);
  const enquiries = (await world.db.select().from(enquiry)).filter(({ groupId }) => groupId === sent?.id);
  expect(enquiries).toHaveLength(joined.length * 2);
  expect(new Set(enquiries.map(({ enterpriseId }) => enterpriseId))).toEqual(
    new Set(joined.map(({ enterpriseId }) => enterpriseId)),
  );
});
