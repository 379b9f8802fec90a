/** Sentences the province keeps ready for moderators; city staff see none of this page. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { PageHandle } from "~/components/layout/page-handle";
import { ReasonsPage } from "~/components/moderation/reasons-page";
import type { ProvinceStaff } from "~/domain/identity/actor";
import { CannedChangeForm, CannedReasonForm, CannedSwitchForm } from "~/domain/moderation/canned-form";
import {
  addCannedReason,
  allCannedReasons,
  changeCannedReason,
  switchCannedReason,
} from "~/domain/moderation/canned-reasons.server";
import { deskTabs } from "~/domain/moderation/desk-tabs.server";
import { redirectWith } from "~/http/flash.server";
import { readForm, readIntent } from "~/http/form.server";
import { notFound, requireProvince } from "~/http/guards.server";
import { paths } from "~/paths";
import { store } from "~/store.server";

export const handle: PageHandle = { title: "moderation:reasons.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireProvince(request);
  const { db } = store();
  const [tabs, reasons] = await Promise.all([deskTabs(db, staff), allCannedReasons(db)]);
  return { tabs, reasons };
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireProvince(request);
  const { intent } = await readIntent(request.clone());
  if (intent === "add") return add(request, staff);
  if (intent === "change") return change(request, staff);
  return switched(request, staff, intent === "on");
}

async function add(request: Request, staff: ProvinceStaff) {
  const form = await readForm(request, CannedReasonForm);
  if (!form.ok) return form.reply;
  const outcome = await store().write((tx) => addCannedReason(tx, staff, form.value));
  if (!outcome.ok) return form.refuse({ fields: { textZh: "moderation:reasons.refused.known" } });
  return redirectWith(paths.province.reasons(), "moderation:reasons.added");
}

async function change(request: Request, staff: ProvinceStaff) {
  const form = await readForm(request, CannedChangeForm);
  if (!form.ok) return form.reply;
  const outcome = await store().write((tx) => changeCannedReason(tx, staff, form.value));
  if (outcome.ok) return redirectWith(paths.province.reasons(), "moderation:reasons.changed");
  if (outcome.reason === "not_found") throw notFound();
  return form.refuse({ form: "moderation:reasons.refused.stale" });
}

async function switched(request: Request, staff: ProvinceStaff, isOn: boolean) {
  const form = await readForm(request, CannedSwitchForm);
  if (!form.ok) return form.reply;
  const outcome = await store().write((tx) => switchCannedReason(tx, staff, form.value.id, isOn));
  if (!outcome.ok) throw notFound();
  return redirectWith(paths.province.reasons(), `moderation:reasons.${isOn ? "switched_on" : "switched_off"}`);
}

export default function ProvinceReasons() {
  return <ReasonsPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
