/** What a command answers: its value, or one of the reasons it names. The compiler checks that each reason has a sentence. */
export type Outcome<T, Reason extends string> = { ok: true; value: T } | { ok: false; reason: Reason };

export function done(): { ok: true; value: undefined };
export function done<T>(value: T): { ok: true; value: T };
export function done<T>(value?: T) {
  return { ok: true, value };
}

export function refused<Reason extends string>(reason: Reason): { ok: false; reason: Reason } {
  return { ok: false, reason };
}
