import { useEffect, useRef, useState } from "react";
import {
  asksToDecide,
  fill,
  forget,
  givenUpIn,
  isToRestore,
  readKept,
  typedIn,
  writeKept,
  type DrawnFrom,
} from "./kept-section";

/** Quiet this long, what was typed is sent: often enough to lose little, seldom enough not to write a version a word. */
const SEND_AFTER_MS = 4000;

export type Keeping =
  | { state: "idle" }
  | { state: "kept"; at: number }
  /** Only in this browser: not complete yet, no connection, signed out, or somebody else saved meanwhile, shown here or not. */
  | { state: "here"; why: "invalid" | "offline" | "signed_out" | "stale" | "undecided" };

type Options = {
  formId: string;
  storageKey: string;
  keepAt: string;
  /** Path of the section, and of the solution that a save leads on within. */
  sectionAt: string;
  solutionAt: string;
  now: DrawnFrom;
  /** The refusal of what was just sent, with what was typed last. */
  answer: unknown;
};

/** Keeps the form while it is typed in, in the browser at once and on the server when typing pauses; puts back what was left. */
export function useKeptSection({ formId, storageKey, keepAt, sectionAt, solutionAt, now, answer }: Options) {
  const [drawn, setDrawn] = useState(now);
  const [restoredAt, setRestoredAt] = useState<number | null>(null);
  const [keeping, setKeeping] = useState<Keeping>({ state: "idle" });
  const latest = useRef(drawn);
  latest.current = drawn;
  const isSent = useRef(false);
  const { versionId, seenEdit, marks } = now;

  useEffect(() => setDrawn({ versionId, seenEdit, marks }), [versionId, seenEdit, marks]);

  useEffect(() => {
    const form = formOf(formId);
    const kept = readKept(storageKey);
    if (!form || !kept || answer !== undefined) return;
    if (!isToRestore(kept, typedIn(form), { versionId, seenEdit, marks })) return forget(storageKey);
    fill(form, kept);
    // Drawn from what it was typed on: whoever saved since is noticed when it is saved.
    setDrawn({ versionId: kept.versionId, seenEdit: kept.seenEdit, marks: kept.marks });
    setRestoredAt(kept.at);
    // Only when the page appears: later changes of the version are this page's own.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [formId, storageKey]);

  useEffect(() => {
    if (answer === undefined) return;
    isSent.current = false;
    const kept = readKept(storageKey);
    if (kept) writeKept(storageKey, { ...kept, isSent: false });
  }, [answer, storageKey]);

  useEffect(() => {
    const form = formOf(formId);
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = (hasBeenSent: boolean) => {
      isSent.current = hasBeenSent;
      // While both texts are shown, what is typed is still from before the colleague's: left and come back to, it asks again.
      const earlier = !hasBeenSent && asksToDecide(form) ? readKept(storageKey) : null;
      const { versionId, seenEdit, marks } = earlier ?? latest.current;
      const [values, givenUp] = [typedIn(form), givenUpIn(form)];
      writeKept(storageKey, { versionId, seenEdit, marks, at: Date.now(), values, givenUp, isSent: hasBeenSent });
    };
    const onInput = () => {
      note(false);
      clearTimeout(timer);
      timer = setTimeout(() => void send(), SEND_AFTER_MS);
    };
    const onSubmit = () => {
      clearTimeout(timer);
      note(true);
    };
    async function send() {
      if (!form) return;
      if (asksToDecide(form)) return setKeeping({ state: "here", why: "undecided" });
      const sent = typedIn(form);
      const answer = await keepOnServer(keepAt, form);
      if (answer.state === "here") return setKeeping(answer);
      setDrawn(answer.drawn);
      latest.current = answer.drawn;
      setKeeping({ state: "kept", at: Date.now() });
      if (JSON.stringify(sent) === JSON.stringify(typedIn(form))) forget(storageKey);
    }
    form.addEventListener("input", onInput);
    form.addEventListener("submit", onSubmit);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", onInput);
      form.removeEventListener("submit", onSubmit);
      // Sent, and led on within the solution: it arrived. A refusal stays here, an ended session leads to the sign-in page.
      const { pathname } = window.location;
      if (isSent.current && pathname !== sectionAt && pathname.startsWith(solutionAt)) forget(storageKey);
    };
  }, [formId, storageKey, keepAt, sectionAt, solutionAt]);

  function discard() {
    forget(storageKey);
    formOf(formId)?.reset();
    setDrawn({ versionId, seenEdit, marks });
    setRestoredAt(null);
  }
  return { drawn, restoredAt, keeping, discard };
}

type Sent = { state: "kept"; drawn: DrawnFrom } | Extract<Keeping, { state: "here" }>;

async function keepOnServer(at: string, form: HTMLFormElement): Promise<Sent> {
  const body = new URLSearchParams(
    [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  try {
    const response = await fetch(at, { method: "POST", body, redirect: "manual" });
    if (response.type === "opaqueredirect") return { state: "here", why: "signed_out" };
    if (response.status === 409) return { state: "here", why: "stale" };
    if (response.status === 422) return { state: "here", why: "invalid" };
    const answer: unknown = response.ok ? await response.json() : null;
    return isKeptAnswer(answer)
      ? { state: "kept", drawn: { versionId: answer.versionId, seenEdit: answer.edit, marks: answer.marks } }
      : { state: "here", why: "offline" };
  } catch {
    return { state: "here", why: "offline" };
  }
}

function isKeptAnswer(answer: unknown): answer is { versionId: string; edit: number; marks: string } {
  return (
    typeof answer === "object" &&
    answer !== null &&
    "versionId" in answer &&
    typeof answer.versionId === "string" &&
    "edit" in answer &&
    typeof answer.edit === "number" &&
    "marks" in answer &&
    typeof answer.marks === "string"
  );
}

function formOf(id: string): HTMLFormElement | null {
  const form = document.getElementById(id);
  return form instanceof HTMLFormElement ? form : null;
}
