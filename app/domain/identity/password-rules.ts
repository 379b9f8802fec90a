/** What makes a password too weak, after NIST SP 800-63B: length and a list of what everybody tries, no composition rules. */
const TRIED_FIRST = [
  "12345678",
  "123456789",
  "1234567890",
  "87654321",
  "11111111",
  "00000000",
  "88888888",
  "66666666",
  "password",
  "password1",
  "passw0rd",
  "qwertyui",
  "qwerty123",
  "1q2w3e4r",
  "1qaz2wsx",
  "abcd1234",
  "abc12345",
  "a1234567",
  "aa123456",
  "woaini1314",
  "iloveyou",
  "admin123",
  "admin888",
  "letmein1",
  "shuzhen",
  "shuzhen1",
  "shuzhen123",
];

export const MIN_PASSWORD = 8;

/** Too short, tried first by everybody, one character again and again, a plain row, or the name it belongs to. */
export function isWeakPassword(password: string, belongsTo: readonly string[]): boolean {
  const plain = password.normalize("NFKC").toLowerCase();
  if (plain.length < MIN_PASSWORD || TRIED_FIRST.includes(plain)) return true;
  if (new Set(plain).size < 4 || isRow(plain)) return true;
  return belongsTo.some(
    (word) => word.length >= 4 && plain.includes(word.toLowerCase()) && plain.length - word.length < 4,
  );
}

/** Each character follows the one before: 23456789, abcdefgh, or backwards. */
function isRow(text: string): boolean {
  const steps = new Set<number>();
  for (let i = 1; i < text.length; i++) steps.add(text.charCodeAt(i) - text.charCodeAt(i - 1));
  return steps.size === 1 && (steps.has(1) || steps.has(-1));
}
