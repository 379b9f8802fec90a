import ICAL from "ical.js";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { diagnosis } from "#db/schema/clinic.server";
import type { EnterpriseMember, Expert } from "~/domain/identity/actor";
import { withdrawDiagnosis } from "~/domain/clinic/diagnoses.server";
import { visitEntry } from "~/domain/clinic/visit-calendar.server";
import { arrangeVisit, pickVisit } from "~/domain/clinic/visits.server";
import { calendarFile, calendarText } from "~/http/calendar-file.server";
import { translator } from "~/i18n/translator.server";
import { aCase, aClinic, must, type Clinic } from "../world/clinic";
import { anotherCase, aTime } from "../world/visits";

const NOW = Date.parse("2026-03-03T09:00+08:00");
const LINK = "https://shuzhen.example/enterprise/diagnoses/dia_1";
const why = { reason: "production_peak", text: "赶货" } as const;
const NOTE = `从东门登记入厂；设备上午在生产，下午保养。请带安全帽, 穿劳保鞋; 车停二号仓库\\北侧。${"注意来往叉车。".repeat(30)}`;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A case with a visit on 5 March from nine to eleven. */
async function visited() {
  const clinic = await aClinic();
  const { id, edit } = await aCase(clinic, ["accepted", "assigned"]);
  const slotId = await aTime(clinic, clinic.expert, "2026-03-05", "09:00", 2);
  const pick = { edit, slotId, visitNote: NOTE };
  const after = must(await clinic.store.write((tx) => pickVisit(tx, clinic.owner, id, pick)));
  return { clinic, id, edit: after.edit };
}

async function fileOf({ store }: Pick<Clinic, "store">, actor: EnterpriseMember | Expert, id: string): Promise<string> {
  const entry = await visitEntry(store.db, actor, id);
  if (!entry) throw new Error("no visit");
  return calendarText(entry, LINK, { kind: actor.kind, locale: "zh-CN", t: translator("zh-CN") });
}

/** Read by another library than the one that wrote it. */
function eventOf(text: string): ICAL.Event {
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
  const events = calendar.getAllSubcomponents("vevent");
  expect(events).toHaveLength(1);
  return new ICAL.Event(events[0]);
}

const valueOf = (event: ICAL.Event, name: string) => String(event.component.getFirstPropertyValue(name));

test("the entry says when, where, who and what, in times every calendar understands", async () => {
  const { clinic, id } = await visited();
  const event = eventOf(await fileOf(clinic, clinic.owner, id));
  expect(event.startDate.toJSDate().toISOString()).toBe("2026-03-05T01:00:00.000Z");
  expect(event.endDate.toJSDate().toISOString()).toBe("2026-03-05T03:00:00.000Z");
  expect(event.startDate.zone.tzid).toBe("UTC");
  expect(event.summary).toBe(`入企诊断：${clinic.expert.userName}到厂`);
  expect(event.location).toContain(clinic.owner.organisationName);
  expect(event.description).toContain(NOTE);
  expect(event.description.split("\n").at(-1)).toBe(`详情：${LINK}`);
  expect(valueOf(event, "url")).toBe(LINK);
  expect(valueOf(event, "status")).toBe("CONFIRMED");
  expect(valueOf(event, "dtstamp")).toBe("2026-03-03T01:00:00Z");
});

test("the expert's entry is the same visit, named by the enterprise", async () => {
  const { clinic, id } = await visited();
  const [own, experts] = [await fileOf(clinic, clinic.owner, id), await fileOf(clinic, clinic.expert, id)].map(eventOf);
  expect(experts?.summary).toBe(`入企诊断：${clinic.owner.organisationName}`);
  expect(experts?.uid).toBe(own?.uid);
  expect(experts?.startDate.toString()).toBe(own?.startDate.toString());
});

test("a moved visit keeps its name and counts up; a withdrawn one is cancelled", async () => {
  const { clinic, id, edit } = await visited();
  const { store, owner, park } = clinic;
  const first = eventOf(await fileOf(clinic, owner, id));
  const visit = { edit, visitAt: Date.parse("2026-03-09T14:00+08:00"), visitNote: "", ...why };
  const moved = must(await store.write((tx) => arrangeVisit(tx, park, id, visit)));
  const second = eventOf(await fileOf(clinic, owner, id));
  must(await store.write((tx) => withdrawDiagnosis(tx, owner, { id, edit: moved.edit }, { reason: "other" })));
  const last = eventOf(await fileOf(clinic, owner, id));
  expect(new Set([first.uid, second.uid, last.uid]).size).toBe(1);
  expect([first, second, last].map(({ sequence }) => sequence)).toEqual([0, 1, 2]);
  expect(second.startDate.toJSDate().toISOString()).toBe("2026-03-09T06:00:00.000Z");
  expect(second.endDate.toJSDate().toISOString()).toBe("2026-03-09T09:00:00.000Z");
  expect([second, last].map((event) => valueOf(event, "status"))).toEqual(["CONFIRMED", "CANCELLED"]);
});

test("two cases have two names", async () => {
  const { clinic, id } = await visited();
  const other = await anotherCase(clinic, ["accepted", "assigned", "scheduled"]);
  const names = [await fileOf(clinic, clinic.owner, id), await fileOf(clinic, other.owner, other.id)].map(
    (text) => eventOf(text).uid,
  );
  expect(new Set(names).size).toBe(2);
});

test("lines end in CRLF, are at most 75 octets long and break no character", async () => {
  const { clinic, id } = await visited();
  const text = await fileOf(clinic, clinic.owner, id);
  const lines = text.replace(/\r\n$/, "").split("\r\n");
  expect(text).not.toMatch(/[^\r]\n/);
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  expect(lines.filter((line) => line.startsWith(" ")).length).toBeGreaterThan(10);
  expect(text).not.toContain("\ufffd");
});

test("there is no entry before a visit is agreed, nor for somebody else", async () => {
  const { clinic, id } = await visited();
  const stranger = await anotherCase(clinic, ["accepted", "assigned"]);
  const { db } = clinic.store;
  expect(await visitEntry(db, stranger.owner, stranger.id)).toBeNull();
  expect(await visitEntry(db, stranger.owner, id)).toBeNull();
  expect(await visitEntry(db, clinic.owner, "dia_none")).toBeNull();
  await clinic.store.write((tx) => tx.update(diagnosis).set({ visitAt: null }).where(eq(diagnosis.id, id)));
  expect(await visitEntry(db, clinic.owner, id)).toBeNull();
});

test("the answer is a file a browser hands on, and nobody keeps it", async () => {
  const { clinic, id } = await visited();
  const entry = await visitEntry(clinic.store.db, clinic.owner, id);
  if (!entry) throw new Error("no visit");
  const reply = calendarFile(entry, "/enterprise/diagnoses/x", {
    kind: "enterprise",
    locale: "en",
    t: translator("en"),
  });
  expect(reply.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
  expect(reply.headers.get("Content-Disposition")).toBe('attachment; filename="visit.ics"');
  expect(reply.headers.get("Cache-Control")).toBe("private, no-store");
  const event = eventOf(await reply.text());
  expect(event.summary).toBe(`On-site diagnosis: ${clinic.expert.userName} visits`);
  expect(valueOf(event, "url")).toMatch(/^https?:\/\/.+\/enterprise\/diagnoses\/x$/);
});
