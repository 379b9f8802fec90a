/** Every public figure, defined once: what is counted, in which unit, for which period, from which records. Client-safe. */

type Figure = {
  unit: "enterprise" | "provider" | "solution" | "session" | "park" | "event" | "participant";
  /** to_date: since the programme began; now: as it stands. */
  period: "to_date" | "now";
  /** The records it is computed from; the page says so in words. */
  source: "on_site_assessments" | "projects" | "providers" | "solutions" | "events";
};

export const figures = {
  /** Enterprises with at least one finished on-site assessment, each once. */
  enterprises_diagnosed: { unit: "enterprise", period: "to_date", source: "on_site_assessments" },
  /** Enterprises with at least one retrofit project that was begun and not broken off, each once. */
  enterprises_retrofitted: { unit: "enterprise", period: "to_date", source: "projects" },
  /** Providers open for business. */
  providers: { unit: "provider", period: "now", source: "providers" },
  /** Published solutions of open providers. */
  solutions: { unit: "solution", period: "now", source: "solutions" },
  /** "Into the park" sessions held. */
  park_sessions: { unit: "session", period: "to_date", source: "events" },
  /** Parks in which at least one session was held. */
  parks_covered: { unit: "park", period: "to_date", source: "events" },
  /** Matchmaking and training events held; park sessions are counted apart. */
  events: { unit: "event", period: "to_date", source: "events" },
  /** People who came to the events counted above; one who came twice counts twice. */
  participants: { unit: "participant", period: "to_date", source: "events" },
} as const satisfies Record<string, Figure>;

export type FigureKey = keyof typeof figures;
export const figureKeys = [
  "enterprises_diagnosed",
  "enterprises_retrofitted",
  "providers",
  "solutions",
  "park_sessions",
  "parks_covered",
  "events",
  "participants",
] as const satisfies readonly FigureKey[];

/** Values by key; null where fewer than five enterprises would be counted. */
export type Figures = Record<FigureKey, number | null>;

export const LEVELS = [0, 1, 2, 3, 4] as const;

/** Enterprises by their latest on-site level at the end of a year (the present one: until now). */
export type LevelYear = { year: number; isPresent: boolean; counts: (number | null)[]; total: number | null };

/** Smallest count of enterprises that is shown in public (product rule "Figures"). */
export const SMALLEST_SHOWN = 5;

/** A count of enterprises as the public may see it. */
export function shown(count: number): number | null {
  return count < SMALLEST_SHOWN ? null : count;
}

/**
 * Parts of a whole as the public may see them. When one part alone is hidden, the total would give it away, so the next
 * smallest is hidden too.
 */
export function shownParts(counts: readonly number[]): (number | null)[] {
  const parts = counts.map(shown);
  if (parts.filter((part) => part === null).length !== 1) return parts;
  const visible = parts.filter((part) => part !== null);
  const smallest = parts.indexOf(Math.min(...visible));
  return parts.map((part, index) => (index === smallest ? null : part));
}
