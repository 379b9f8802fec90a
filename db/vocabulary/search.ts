/** Closed lists of the dictionary of search. */

/** A name of a scenario, a need or function that hints at one, a name of an industry, a word without meaning of its own. */
export const lexiconKinds = ["scenario", "hint", "industry", "empty"] as const;
export type LexiconKind = (typeof lexiconKinds)[number];

export const lexiconSources = ["reference", "staff"] as const;
export type LexiconSource = (typeof lexiconSources)[number];
