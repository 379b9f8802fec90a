/**
 * What is said about one scenario. Marks in 〔〕 are filled with the words of the trade (families.ts); #a-b# is a whole
 * number drawn between a and b.
 */
export type Finding = { title: string; body: string; seen: string; gain: string };
export type Advice = { title: string; body: string };

export type ScenarioText = {
  /** What the product calls itself. */
  nouns: string[];
  /** The same with the English or mixed terms of the trade. */
  mixed: string[];
  pitch: string[];
  how: string[];
  result: string[];
  pains: string[];
  functions: string[];
  effects: string[];
  hardware: string[];
  keywords: string[];
  findings: Finding[];
  advice: Advice[];
  /** Working days to go live. */
  days: [number, number];
  /** Yuan a year for a subscription. */
  yearly: [number, number];
  /** Yuan for a one-off licence with installation. */
  once: [number, number];
};
