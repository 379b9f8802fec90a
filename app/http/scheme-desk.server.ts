/** What the scheme pages of province and administrators share: what they read, the dry run, and publishing. */
import { data } from "@remix-run/node";
import { createHash } from "node:crypto";
import { changeForm } from "~/domain/assessment/scheme-change";
import { revisedContent } from "~/domain/assessment/scheme-content";
import { schemePage, type SchemePage, type Tried } from "~/domain/assessment/scheme-page";
import { parseScheme } from "~/domain/assessment/scheme.server";
import { tryScheme } from "~/domain/assessment/scheme-trial.server";
import {
  publishScheme,
  schemeLines,
  schemeToEdit,
  type SchemeEditor,
} from "~/domain/assessment/scheme-versions.server";
import { referenceOf } from "~/domain/scenarios/reference.server";
import type { MessageKey } from "~/i18n/messages";
import { dayOf } from "~/i18n/format";
import { store } from "~/store.server";
import { redirectWith } from "./flash.server";
import { readForm } from "./form.server";
import { found } from "./guards.server";

/** All versions, newest first. */
export async function schemesDesk() {
  return { lines: await schemeLines(store().db) };
}

/** One version with everything that may be edited of it. */
export async function schemeDesk(version: string | undefined): Promise<SchemePage> {
  const { db } = store();
  const read = found(await schemeToEdit(db, Number(version)));
  const line = found((await schemeLines(db)).find((one) => one.version === read.version));
  return schemePage(read, line, dayOf(Date.now()));
}

type Where = { version: string | undefined; at: (version: number) => string };

/** "try" shows what would change; "publish" asks that just this change was tried before. */
export async function answerScheme(request: Request, editor: SchemeEditor, { version, at }: Where) {
  const base = found(await schemeToEdit(store().db, Number(version)));
  const form = await readForm(request, changeForm(base.scheme));
  if (!form.ok) return data({ tried: null, answer: form.reply.data }, { status: 422 });
  const { change, tried, ...when } = form.value;
  const content = revisedContent(base.content, change);
  const digest = createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);
  const refuse = (form_: MessageKey | null, fields: Record<string, MessageKey> = {}) =>
    form.refuse({ form: form_ ?? undefined, fields }).data;
  if (form.intent !== "publish" || tried !== digest) {
    const shown = await tryOut(content, digest);
    const isWarned = form.intent === "publish";
    return data(
      { tried: shown, answer: refuse(isWarned ? "schemes:refused.untried" : null) },
      { status: isWarned ? 409 : 200 },
    );
  }
  const outcome = await store().write((tx) => publishScheme(tx, editor, { base: base.version, change, ...when }));
  if (outcome.ok) {
    return redirectWith(at(outcome.value.version), "schemes:flash.published", { version: outcome.value.version });
  }
  const { reason } = outcome;
  found(reason === "not_found" ? null : reason);
  const answer =
    reason === "too_early"
      ? refuse(null, { effectiveOn: "schemes:refused.too_early" })
      : refuse(`schemes:refused.${reason === "stale" ? "stale" : "unchanged"}`);
  return data({ tried: null, answer }, { status: 409 });
}

async function tryOut(content: Record<string, unknown>, digest: string): Promise<Tried> {
  const { db } = store();
  const { parks } = await referenceOf(db);
  const trials = await tryScheme(db, parseScheme(content));
  return {
    digest,
    trials: trials.map((trial) => ({
      ...trial,
      parks: trial.parks.map(({ parkSlug, up, down }) => {
        const park = parkSlug === null ? undefined : parks.get(parkSlug);
        return { nameZh: park?.nameZh ?? null, nameEn: park?.nameEn ?? null, up, down };
      }),
    })),
  };
}
