import { z } from "zod";
import { reportSchema } from "../src/report/report.ts";

interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

/** The JSON Schema of a report: https://json-schema.org */
export function reportJsonSchema(): object {
  return { title: "Report", ...z.toJSONSchema(reportSchema) };
}

/** The fields of a report as a table. A figure is told once. */
export function reportFields(): string {
  const { properties = {} } = z.toJSONSchema(reportSchema) as Schema;
  const figure = properties["figures"]?.items?.properties?.["now"];
  const rows = Object.entries(properties).flatMap(([name, it]) => rowsOf(name, it));
  const table = (of: readonly string[]) => ["| Field | Type | Meaning |", "| --- | --- | --- |", ...of].join("\n");
  return `${table(rows)}\n\nA figure:\n\n${table(Object.entries(figure?.properties ?? {}).flatMap(([name, it]) => rowsOf(name, it)))}`;
}

function rowsOf(path: string, schema: Schema): string[] {
  const row = `| \`${path}\` | ${typeOf(schema)} | ${schema.description ?? ""} |`;
  if (isFigure(schema)) return [row];
  const inner = schema.anyOf?.find(({ type }) => type === "object") ?? schema;
  const fields = Object.entries(inner.properties ?? {}).flatMap(([name, it]) => rowsOf(`${path}.${name}`, it));
  const items = schema.items ? rowsOf(`${path}[]`, schema.items).slice(isPlain(schema.items) ? 1 : 0) : [];
  return [row, ...fields, ...items];
}

function typeOf(schema: Schema): string {
  if (isFigure(schema)) return "figure";
  const { type, anyOf, items, additionalProperties, const: constant } = schema;
  if (constant !== undefined) return `\`${JSON.stringify(constant)}\``;
  if (schema.enum) return schema.enum.map((it) => `\`${JSON.stringify(it)}\``).join(", ");
  if (anyOf) return anyOf.map(typeOf).join(" or ");
  if (items) return `array of ${typeOf(items)}`;
  if (typeof additionalProperties === "object") return `object of ${typeOf(additionalProperties)}`;
  return typeof type === "string" ? type : (type ?? []).join(" or ");
}

/** What has all fields of a figure is one. */
function isFigure({ properties }: Schema): boolean {
  return properties !== undefined && "calendar" in properties && "share" in properties;
}

/** Without a row of its own where it says no more than that it is in the array. */
function isPlain({ description }: Schema): boolean {
  return description === undefined;
}
