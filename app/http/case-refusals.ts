const fields: Record<string, string> = {
  visit_in_past: "visitAt",
  visit_taken: "visitAt",
  reason_missing: "reason",
  text_missing: "text",
  unknown_expert: "expertUserId",
};

/** A refusal of the clinic as an answer to its form: at the field it speaks of, else over the whole form. */
export function caseProblem(reason: string, sentence: string) {
  const field = fields[reason];
  return field ? { fields: { [field]: sentence } } : { form: sentence };
}
