/** The reference page of the machine interface, drawn from its OpenAPI document: one section an address, rows of plain text. */
import { z } from "zod";
import type { Translate } from "~/i18n/messages";
import type { ApiDocument } from "./api-document";

const Word = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/** As much of a JSON Schema as the page draws. */
const JsonSchema = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  enum: z.array(Word).optional(),
  const: Word.optional(),
  default: Word.optional(),
  get properties() {
    return z.record(z.string(), JsonSchema).optional();
  },
  get items() {
    return JsonSchema.optional();
  },
  get anyOf() {
    return z.array(JsonSchema).optional();
  },
  get oneOf() {
    return z.array(JsonSchema).optional();
  },
  get additionalProperties() {
    return z.union([z.boolean(), JsonSchema]).optional();
  },
});
type JsonSchema = z.infer<typeof JsonSchema>;

const Described = z.looseObject({ description: z.string().optional() });
const Get = z.looseObject({
  summary: z.string(),
  description: z.string(),
  parameters: z
    .array(z.looseObject({ name: z.string(), description: z.string().optional(), schema: JsonSchema }))
    .default([]),
  responses: z.record(z.string(), Described),
});
const Ok = z.looseObject({ content: z.object({ "application/json": z.object({ schema: JsonSchema }) }) });
const Whole = z.looseObject({
  paths: z.record(z.string(), z.looseObject({ get: Get })),
  components: z.looseObject({ schemas: z.record(z.string(), JsonSchema) }),
});

export type ApiRow = { name: string; type: string; text: string };
export type ApiSection = {
  path: string;
  title: string;
  text: string;
  parameters: ApiRow[];
  fields: ApiRow[];
  statuses: { status: string; text: string }[];
};
/** A named shape that several answers hold. */
export type ApiType = { name: string; fields: ApiRow[] };

/** Addresses and named types, in the order of the document. */
export function apiReference(document: ApiDocument, t: Translate): { sections: ApiSection[]; types: ApiType[] } {
  const { paths, components } = Whole.parse(document);
  const draw = drawing(components.schemas, t);
  const sections = Object.entries(paths).map(([path, { get }]) => ({
    path,
    title: get.summary,
    text: get.description,
    parameters: get.parameters.map(({ name, description, schema }) => ({
      name,
      type: draw.typeOf(schema),
      text: [description ?? draw.meaningOf(schema), draw.noteOf(schema)].filter(Boolean).join(" · "),
    })),
    fields: draw.fieldsOf(Ok.parse(get.responses["200"]).content["application/json"].schema),
    statuses: Object.entries(get.responses).map(([status, { description }]) => ({ status, text: description ?? "" })),
  }));
  const types = Object.entries(components.schemas).map(([name, schema]) => ({ name, fields: draw.fieldsOf(schema) }));
  return { sections, types: types.filter(({ fields }) => fields.length > 0) };
}

function drawing(schemas: Record<string, JsonSchema>, t: Translate) {
  const nameOf = ({ $ref }: JsonSchema) => $ref?.split("/").at(-1);
  const choicesOf = ({ anyOf, oneOf }: JsonSchema) => anyOf ?? oneOf ?? [];

  function typeOf(schema: JsonSchema): string {
    const name = nameOf(schema);
    if (name !== undefined) return name;
    if (schema.enum) return schema.enum.map(String).join(" | ");
    if (schema.const !== undefined) return String(schema.const);
    if (schema.items) return t("api:page.list_of", { type: typeOf(schema.items) });
    const kinds = [schema.type ?? []].flat().map((type) => ({ type }));
    const choices = [...choicesOf(schema), ...(kinds.length > 1 ? kinds : [])];
    const isNull = ({ type }: JsonSchema) => type === "null";
    const words = [...new Set(choices.filter((each) => !isNull(each)).map(typeOf))].join(" | ");
    if (choices.some(isNull)) return t("api:page.or_null", { type: words });
    return words || (kinds[0]?.type ?? "object");
  }

  function meaningOf(schema: JsonSchema): string {
    return schema.description ?? schemas[nameOf(schema) ?? ""]?.description ?? "";
  }

  /** The properties with those of what they hold, named by their way: items[].reasons. Named types are drawn elsewhere. */
  function fieldsOf(schema: JsonSchema, prefix = ""): ApiRow[] {
    const own = Object.entries(schema.properties ?? {}).flatMap(([name, value]) => {
      const row = { name: prefix + name, type: typeOf(value), text: meaningOf(value) };
      return [row, ...fieldsOf(value, `${prefix}${name}.`)];
    });
    const inside = schema.items ? fieldsOf(schema.items, `${prefix.replace(/\.$/, "")}[].`) : [];
    const each = schema.additionalProperties;
    const keyed = typeof each === "object" ? [{ name: `${prefix}*`, type: typeOf(each), text: meaningOf(each) }] : [];
    const isNested = prefix !== "" || schema.properties !== undefined;
    const variants = choicesOf(schema).flatMap((choice) => fieldsOf(choice, prefix));
    return unique([...own, ...inside, ...(isNested ? keyed.filter(({ type }) => type !== "object") : []), ...variants]);
  }

  return {
    typeOf,
    fieldsOf,
    meaningOf,
    /** What else to know: that it may be given again, or what holds when it is not. */
    noteOf(schema: JsonSchema): string {
      if (schema.items) return t("api:page.repeatable");
      return schema.default === undefined ? "" : t("api:page.default", { value: String(schema.default) });
    },
  };
}

/** The variants of one thing share fields: each is drawn once, with what any of them may hold. */
function unique(rows: ApiRow[]): ApiRow[] {
  const byName = new Map<string, ApiRow>();
  for (const row of rows) {
    const types = [byName.get(row.name)?.type, row.type].filter((type) => type !== undefined);
    byName.set(row.name, { ...row, type: [...new Set(types)].join(" | ") });
  }
  return [...byName.values()];
}
