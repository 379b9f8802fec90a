/** Shapes of what a device sends. What was typed may be wrong and is then kept on the device; the frame around it may not. */
import { z } from "zod";
import { findingAreas } from "#db/vocabulary/clinic";
import { code, line, oneOf, optionalLine, optionalParagraph } from "~/domain/fields";

const MOST_OPERATIONS = 100;
const deviceId = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[0-9a-z]{26}$`));
const typedText = z.string().max(30_000);

const Answer = z.object({
  choice: z.array(z.string().max(80)).max(60),
  numbers: z.record(z.string().max(80), z.number().nullable()),
});

const TypedFinding = z.object({
  ...{ title: typedText, scenarioKey: z.string().max(80), area: z.string().max(40), severity: z.number() },
  ...{ description: typedText, evidence: typedText, expectedGain: typedText },
});

export const FieldRequest = z.object({
  operations: z
    .array(
      z.discriminatedUnion("kind", [
        z.object({
          ...{ id: deviceId("fop"), kind: z.literal("answer"), key: z.string().max(80), seen: Answer.nullable() },
          value: z.object({
            choice: z.array(z.string().max(80)).max(60),
            numbers: z.record(z.string().max(80), z.string().max(200)),
          }),
        }),
        z.object({
          ...{ id: deviceId("fop"), kind: z.literal("finding"), key: deviceId("fnd"), seen: z.number().int().min(0) },
          value: TypedFinding,
        }),
        z.object({ id: deviceId("fop"), kind: z.literal("remove_photo"), key: deviceId("fil") }),
      ]),
    )
    .max(MOST_OPERATIONS),
});
export type FieldRequest = z.infer<typeof FieldRequest>;
export type SentOperation = FieldRequest["operations"][number];

/** A finding as it may be kept: the limits of the report editor. */
export const FieldFindingForm = z.object({
  title: line(120),
  scenarioKey: code(),
  area: oneOf(findingAreas),
  severity: z.number().int().min(1).max(4),
  description: optionalParagraph(5000),
  evidence: optionalParagraph(2000),
  expectedGain: optionalLine(200),
});

/** What an operation led to, read back for a device that asks again. */
export const KeptVerdict = z.object({
  status: z.literal("done"),
  seen: z.union([z.number(), Answer, z.null()]),
});
