import { z } from "zod";
import { Config } from "./schema.ts";

/** The part of JSON Schema that zod writes. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly title?: string;
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  /** Of a mapping whose keys people choose. */
  readonly additionalProperties?: false | JsonSchema;
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Its name for programs. It is told apart by it, and fetched from wherever somebody keeps it. */
const schemaId = "urn:frontdesk:config";

let made: JsonSchema | undefined;

/**
 * The config as a JSON Schema, for editors and for what settings there are. In draft 7: the language server for YAML
 * "supports JSON Schema 7 and below" (https://github.com/redhat-developer/yaml-language-server#features), and newer
 * drafts only since 2025 (redhat-developer/vscode-yaml 1.16.0). Each setting has its name as a title, which editors show.
 */
export function configJsonSchema(): JsonSchema {
  made ??= {
    ...titled(z.toJSONSchema(Config, { io: "input", target: "draft-7" }) as JsonSchema, ""),
    $id: schemaId,
    title: "Frontdesk",
    description: "The config of Frontdesk: `.github/frontdesk.yml`.",
  };
  return made;
}

function titled(schema: JsonSchema, name: string): JsonSchema {
  const { properties, additionalProperties, items, anyOf } = schema;
  return {
    ...(name !== "" && { title: name }),
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, it]) => [key, titled(it, name === "" ? key : `${name}.${key}`)]),
      ),
    }),
    ...(additionalProperties && { additionalProperties: titled(additionalProperties, `${name}.<name>`) }),
    ...(items && { items: titled(items, "") }),
    ...(anyOf && { anyOf: anyOf.map((it) => titled(it, "")) }),
  };
}

/** Names of the settings that there are at a path; none where people choose the names. */
export function settingsAt(path: readonly PropertyKey[]): readonly string[] {
  let schemas: readonly JsonSchema[] = [configJsonSchema()];
  for (const step of path) schemas = schemas.flatMap((it) => below(it, String(step)));
  return [...new Set(schemas.flatMap(allOf).flatMap(({ properties = {} }) => Object.keys(properties)))];
}

/** Names of settings with the paths of the sections they stand in. */
export function sectionsWith(name: string): readonly string[] {
  const found: string[] = [];
  const visit = (schema: JsonSchema, path: readonly string[]) => {
    for (const it of allOf(schema)) {
      for (const [key, inner] of Object.entries(it.properties ?? {})) {
        if (key === name && path.length > 0) found.push(path.join("."));
        visit(inner, [...path, key]);
      }
    }
  };
  visit(configJsonSchema(), []);
  return [...new Set(found)];
}

function below(schema: JsonSchema, step: string): readonly JsonSchema[] {
  return allOf(schema).flatMap(({ properties, additionalProperties, items }) => {
    const inner = properties && Object.hasOwn(properties, step) ? properties[step] : undefined;
    return inner ?? (additionalProperties || undefined) ?? items ?? [];
  });
}

/** A schema, or its alternatives. */
function allOf(schema: JsonSchema): readonly JsonSchema[] {
  return schema.anyOf ?? [schema];
}
