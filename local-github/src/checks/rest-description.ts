import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import * as formats from "ajv-formats";
import type { Exchange } from "../api/http-messages.ts";
import { operations } from "../rest/operations/index.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/**
 * Where we may differ from GitHub's description, each because GitHub does too. Nothing else is excused.
 * `problem` is what the check would say.
 */
const EXCEPTIONS: readonly { readonly operation?: string; readonly problem: RegExp; readonly because: string }[] = [
  {
    problem: /^status (304|400|401|403|404|409|410|422) is not described$/u,
    because: "The description leaves out most refusals; their shape is checked as a basic error instead.",
  },
  {
    operation: "GET /app/installations",
    problem: /^answer\/\d+\/account /u,
    because: "The description wants an account that is a user and an enterprise at once (allOf where anyOf is meant).",
  },
  {
    operation: "GET /search/issues",
    problem: /^answer\/items\/\d+\/body must be string$/u,
    because: "An issue without a text has null for it, as the description says of issues everywhere else.",
  },
];

const document = closeRequests(toDraft7(load("openapi.json")));
const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
formats.default.default(ajv);
// GitHub's own formats.
for (const name of ["timestamp", "repo.nwo", "uri-template", "int64"]) ajv.addFormat(name, true);
ajv.addSchema(document, "github");

const undocumented = new Set(operations.filter((each) => each.isUndocumented === true).map(({ name }) => name));

/** How an exchange breaks GitHub's description of its REST API: request (closed) and answer (required fields, types). */
export function restProblems(exchange: Exchange): string[] {
  const { route, status } = exchange;
  if (route === undefined || undocumented.has(route)) return [];
  const [method = "", path = ""] = route.split(" ");
  const pointer = ["paths", path, method.toLowerCase()];
  if (find(pointer) === undefined) return [`${route} is not in the extract: refresh it`];
  // What is refused may have been wrong: sending it is how one learns of the refusal.
  const problems = [...(status >= 400 ? [] : requestProblems(pointer, exchange)), ...answerProblems(pointer, exchange)];
  return problems.filter((problem) => !isExcused(route, problem)).map((problem) => `${route} ${status}: ${problem}`);
}

function isExcused(operation: string, problem: string): boolean {
  return EXCEPTIONS.some((each) => (each.operation ?? operation) === operation && each.problem.test(problem));
}

function requestProblems(pointer: readonly string[], { query, requestBody }: Exchange): string[] {
  const described = asList(find([...pointer, "parameters"])).map((each, index) =>
    dereference(each, [...pointer, "parameters", String(index)]),
  );
  const parameters = new Map(
    described.filter(({ value }) => value["in"] === "query").map((each) => [each.value["name"], each]),
  );
  const problems: string[] = [];
  for (const [name, value] of query) {
    const parameter = parameters.get(name);
    if (parameter === undefined) problems.push(`unknown query parameter ${name}`);
    else
      problems.push(...validate([...parameter.pointer, "schema"], fromQuery(parameter.value, value), `query ${name}`));
  }
  if (requestBody === undefined) return problems;
  const schema = [...pointer, "requestBody", "content", "application/json", "schema"];
  return [
    ...problems,
    ...(find(schema) === undefined ? ["a body is not expected"] : validate(schema, toJson(requestBody), "body")),
  ];
}

function fromQuery(parameter: JsonObject, value: string): Json {
  const type = asObject(parameter["schema"])["type"];
  if (type === "integer" || type === "number") return Number(value);
  return type === "boolean" ? value === "true" : value;
}

function answerProblems(pointer: readonly string[], { status, responseBody }: Exchange): string[] {
  const described = find([...pointer, "responses", String(status)]);
  if (described === undefined) return [`status ${status} is not described`, ...errorProblems(responseBody)];
  const response = dereference(described, [...pointer, "responses", String(status)]);
  if (responseBody === undefined || Buffer.isBuffer(responseBody)) return [];
  const content = asObject(response.value["content"]);
  const type = Object.keys(content).find((each) => each.includes("json"));
  if (type === undefined) return [];
  return validate([...response.pointer, "content", type, "schema"], toJson(responseBody), "answer");
}

/** The shape of every refusal: `basic-error` in GitHub's words. */
function errorProblems(body: unknown): string[] {
  if (body === undefined) return [];
  const { message, documentation_url: documentation } = asObject(toJson(body));
  return typeof message === "string" && typeof documentation === "string" ? [] : ["answer is no basic error"];
}

const compiled = new Map<string, ValidateFunction>();

function validate(pointer: readonly string[], value: Json, name: string): string[] {
  const key = `github#/${pointer.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/")}`;
  const check = compiled.get(key) ?? ajv.compile({ $ref: key });
  compiled.set(key, check);
  if (check(value)) return [];
  return (check.errors ?? []).map(({ instancePath, message, params }) => {
    const extra = "additionalProperty" in params ? ` (${String(params["additionalProperty"])})` : "";
    return `${name}${instancePath} ${message ?? ""}${extra}`;
  });
}

function load(name: string): JsonObject {
  const text = readFileSync(new URL(`../../descriptions/${name}`, import.meta.url), "utf8");
  return asObject(JSON.parse(text) as Json);
}

/** OpenAPI 3.0 knows `nullable`, JSON Schema does not; and its `oneOf` is often ambiguous where "any of" is meant. */
function toDraft7(value: JsonObject): JsonObject {
  const convert = (part: Json): Json => {
    if (Array.isArray(part)) return part.map(convert);
    if (part === null || typeof part !== "object") return part;
    const entries = Object.entries(part).filter(([key, child]) => key !== "nullable" || typeof child === "object");
    const schema = Object.fromEntries(entries.map(([key, child]) => [key === "oneOf" ? "anyOf" : key, convert(child)]));
    return part["nullable"] === true ? { anyOf: [{ type: "null" }, schema] } : schema;
  };
  return asObject(convert(value));
}

/** A field that GitHub does not describe is an error in what we send. */
function closeRequests(document: JsonObject): JsonObject {
  const close = (part: Json): void => {
    if (Array.isArray(part)) part.forEach(close);
    if (part === null || typeof part !== "object" || Array.isArray(part)) return;
    if (part["type"] === "object" && part["properties"] !== undefined) part["additionalProperties"] ??= false;
    Object.values(part).forEach(close);
  };
  for (const path of Object.values(asObject(document["paths"]))) {
    for (const operation of Object.values(asObject(path))) close(asObject(operation)["requestBody"] ?? null);
  }
  return document;
}

function find(pointer: readonly string[]): Json | undefined {
  let value: Json | undefined = document;
  for (const key of pointer) value = Array.isArray(value) ? value[Number(key)] : asObject(value)[key];
  return value;
}

/** Follows `$ref`, so that a pointer below it can be made. */
function dereference(value: Json, pointer: readonly string[] = []): { value: JsonObject; pointer: readonly string[] } {
  const reference = asObject(value)["$ref"];
  if (typeof reference !== "string") return { value: asObject(value), pointer };
  const target = reference.slice(2).split("/");
  return { value: asObject(find(target)), pointer: target };
}

function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

function asObject(value: Json | undefined): JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
}

function asList(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}
