/**
 * Unified social credit codes (GB 32100-2015) that are valid and yet nobody's: area 999999 does not exist, and every
 * organisation part begins with DM.
 */
const CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

export function madeCreditCode(serial: number): string {
  const organisation = `DM${String(serial).padStart(6, "0")}`;
  const body = `91999999${organisation}${organisationCheck(organisation)}`;
  return `${body}${creditCheck(body)}`;
}

/** Whether the last of 18 characters is the check character of the others. */
export function isValidCreditCode(code: string): boolean {
  return code.length === 18 && creditCheck(code.slice(0, 17)) === code[17];
}

function creditCheck(body: string): string {
  const rest = (31 - (sumOf(body, CREDIT, CREDIT_WEIGHTS) % 31)) % 31;
  return CREDIT[rest] ?? "";
}

/** GB 11714: 10 is written X. */
function organisationCheck(body: string): string {
  const rest = (11 - (sumOf(body, ORGANISATION, ORGANISATION_WEIGHTS) % 11)) % 11;
  return rest === 10 ? "X" : String(rest);
}

function sumOf(text: string, alphabet: string, weights: number[]): number {
  return [...text].reduce((sum, char, index) => sum + alphabet.indexOf(char) * (weights[index] ?? 0), 0);
}
