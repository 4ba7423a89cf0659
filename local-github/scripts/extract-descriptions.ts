/**
 * Cuts from GitHub's OpenAPI descriptions what the local GitHub emulates, for the conformance tests:
 *
 *     node scripts/extract-descriptions.ts [<openapi.json> <webhooks.json>]
 *
 * Without arguments the two packages are fetched into a temporary folder (about 31 MB). They are no dependency:
 * installed, the first takes 385 MB.
 */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { operations } from "../src/rest/operations/index.ts";
import { webhookActions } from "../test/conformance/webhook-actions.ts";

const run = promisify(execFile);
const TARGET = join(import.meta.dirname, "../descriptions");
const PACKAGES = { openapi: "@octokit/openapi@23.0.2", webhooks: "@octokit/openapi-webhooks@12.1.0" };
/** Prose and examples: for people, not for validation. */
const PROSE = new Set(["description", "summary", "title", "example", "examples", "externalDocs", "tags", "deprecated"]);

/** In characters; a reference is not much shorter than less. */
const SHORTEST_SHARED = 200;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/** The named operations ("GET /repos/{owner}/{repo}") with every component they refer to. */
export function extractOperations(document: JsonObject, names: readonly string[]): JsonObject {
  const paths: JsonObject = {};
  for (const name of names) {
    const [method = "", path = ""] = name.split(" ");
    const operation = at(document, ["paths", path, method.toLowerCase()]);
    paths[path] = { ...asObject(paths[path]), [method.toLowerCase()]: operation };
  }
  return close(document, { paths });
}

/** The named webhooks ("discussion-created") with every component they refer to. */
export function extractWebhooks(document: JsonObject, names: readonly string[]): JsonObject {
  const webhooks = names.map((name) => [name, at(document, ["webhooks", name])] as const);
  return close(document, { webhooks: Object.fromEntries(webhooks) });
}

/** Adds what is referred to, until nothing is missing, and takes the prose out. */
function close(document: JsonObject, part: JsonObject): JsonObject {
  const components: { [kind: string]: JsonObject } = {};
  const queue: string[] = [];
  const body = scrub(part, queue);
  const seen = new Set<string>();
  for (let reference = queue.shift(); reference !== undefined; reference = queue.shift()) {
    if (seen.has(reference)) continue;
    seen.add(reference);
    const [, , kind = "", name = ""] = reference.split("/");
    (components[kind] ??= {})[name] = scrub(at(document, ["components", kind, name]), queue);
  }
  return shareRepeats({ openapi: document["openapi"] ?? null, ...asObject(body), components });
}

/** Webhooks spell the same objects out again and again; what stands there twice is moved to the components. */
function shareRepeats(extract: JsonObject): JsonObject {
  const counts = new Map<string, number>();
  visitObjects(extract, (text) => void counts.set(text, (counts.get(text) ?? 0) + 1));
  const shared: JsonObject = {};
  const names = new Map<string, string>();
  const replace = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(replace);
    if (value === null || typeof value !== "object") return value;
    const text = isObjectSchema(value) ? JSON.stringify(value) : "";
    const known = names.get(text);
    if (known !== undefined) return { $ref: `#/components/schemas/${known}` };
    if ((counts.get(text) ?? 0) < 2 || text.length < SHORTEST_SHARED) return replaceBelow(value, replace);
    const name = `shared-${names.size + 1}`;
    names.set(text, name);
    shared[name] = replaceBelow(value, replace);
    return { $ref: `#/components/schemas/${name}` };
  };
  const result = asObject(replace(extract));
  const components = asObject(result["components"]);
  return { ...result, components: { ...components, schemas: { ...asObject(components["schemas"]), ...shared } } };
}

function replaceBelow(value: JsonObject, replace: (value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, replace(child)]));
}

function visitObjects(value: Json, visit: (text: string) => void): void {
  if (value === null || typeof value !== "object") return;
  if (!Array.isArray(value) && isObjectSchema(value)) visit(JSON.stringify(value));
  for (const child of Object.values(value)) visitObjects(child, visit);
}

/** A schema, and not a map of properties in which one is called "properties". */
function isObjectSchema(value: JsonObject): boolean {
  const isTyped = typeof value["type"] === "string" || Array.isArray(value["type"]);
  return isTyped && Object.keys(asObject(value["properties"])).length > 0;
}

/** @param isNames Whether the keys of `value` are names (of properties, paths, …) and not words of JSON Schema. */
function scrub(value: Json, references: string[], isNames = false): Json {
  if (Array.isArray(value)) return value.map((item) => scrub(item, references));
  if (value === null || typeof value !== "object") return value;
  const result: JsonObject = {};
  for (const [key, child] of Object.entries(value)) {
    if (!isNames && (PROSE.has(key) || key.startsWith("x-"))) continue;
    if (!isNames && key === "$ref" && typeof child === "string") references.push(child);
    const namesBelow = !isNames && ["properties", "patternProperties", "paths", "webhooks", "headers"].includes(key);
    result[key] = key === "enum" || key === "default" ? child : scrub(child, references, namesBelow);
  }
  return result;
}

function at(document: JsonObject, path: readonly string[]): Json {
  let value: Json = document;
  for (const key of path) {
    const next: Json | undefined = asObject(value)[key];
    if (next === undefined) throw new Error(`GitHub's description has no ${path.join(" ")}`);
    value = next;
  }
  return value;
}

function asObject(value: Json | undefined): JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
}

async function download(folder: string, name: string): Promise<string> {
  const { stdout } = await run("npm", ["pack", "--silent", "--pack-destination", folder, name], { cwd: folder });
  const target = join(folder, name.replaceAll(/[^a-z]+/g, "-"));
  await mkdir(target);
  const file = "package/generated/api.github.com.json";
  await run("tar", ["xzf", join(folder, stdout.trim()), "-C", target, file]);
  return join(target, file);
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "github-descriptions-"));
  try {
    const [openapi, webhooks] = process.argv.slice(2);
    const rest = await read(openapi ?? (await download(folder, PACKAGES.openapi)));
    const hooks = await read(webhooks ?? (await download(folder, PACKAGES.webhooks)));
    const names = operations.filter((operation) => operation.isUndocumented !== true).map(({ name }) => name);
    await write("openapi.json", extractOperations(rest, names.toSorted()));
    await write("webhooks.json", extractWebhooks(hooks, webhookActions.toSorted()));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function read(path: string): Promise<JsonObject> {
  return JSON.parse(await readFile(path, "utf8"));
}

async function write(name: string, extract: JsonObject): Promise<void> {
  const text = `${JSON.stringify(extract)}\n`;
  await writeFile(join(TARGET, name), text);
  process.stdout.write(`${name}: ${Math.round(text.length / 1000)} kB\n`);
}

if (process.argv[1] === import.meta.filename) await main();
