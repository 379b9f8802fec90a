/**
 * The words of a trade: what it makes, how, on which machines, what goes wrong. Scenario texts are filled with them, so
 * that a sentence about scheduling reads like a pressing shop in one place and like a weaving mill in another.
 */
export type Family = {
  key: string;
  /** GB/T 4754 codes this family speaks for; the longest prefix of an enterprise's code wins. */
  codes: string[];
  label: string;
  products: string[];
  processes: string[];
  machines: string[];
  defects: string[];
  materials: string[];
  customers: string[];
  /** The trade word of a company's name. */
  trades: string[];
};
