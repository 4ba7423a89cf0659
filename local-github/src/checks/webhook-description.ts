import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import * as formats from "ajv-formats";

const path = new URL("../../descriptions/webhooks.json", import.meta.url);
const document: { readonly webhooks: Readonly<Record<string, { readonly post: unknown }>> } = JSON.parse(
  readFileSync(path, "utf8"),
);
const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
formats.default.default(ajv);
for (const name of ["uri-template", "int64"]) ajv.addFormat(name, true);
// Commits of apps are signed `12+my-app[bot]@users.noreply.github.com`, which is no address by the rules for addresses.
ajv.addFormat("email", /^[^@\s]+@[^@\s]+$/u);
ajv.addSchema(document, "webhooks");

/** Every header GitHub's documentation lists for a delivery, with what it looks like. */
const HEADERS: Readonly<Record<string, RegExp>> = {
  "user-agent": /^GitHub-Hookshot\/[0-9a-f]+$/u,
  "content-type": /^application\/json$/u,
  "x-github-hook-id": /^\d+$/u,
  "x-github-event": /^[a-z_]+$/u,
  "x-github-delivery": /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u,
  "x-github-hook-installation-target-id": /^\d+$/u,
  "x-github-hook-installation-target-type": /^integration$/u,
  "x-hub-signature": /^sha1=[0-9a-f]{40}$/u,
  "x-hub-signature-256": /^sha256=[0-9a-f]{64}$/u,
};

const compiled = new Map<string, ValidateFunction>();

/** How a webhook breaks GitHub's description: its headers, its fields and their types. */
export function webhookProblems(
  event: string,
  action: string | null,
  payload: unknown,
  headers?: Readonly<Record<string, string>>,
): string[] {
  const name = [event, ...(action === null ? [] : [action])].join("-").replaceAll("_", "-");
  if (document.webhooks[name] === undefined) return [`${name} is not in the extract: refresh it`];
  const reference = `webhooks#/webhooks/${name}/post/requestBody/content/application~1json/schema`;
  const check = compiled.get(name) ?? ajv.compile({ $ref: reference });
  compiled.set(name, check);
  const problems = check(payload)
    ? []
    : (check.errors ?? []).map(
        ({ instancePath, message, params }) => `${instancePath} ${message ?? ""} ${JSON.stringify(params)}`,
      );
  return [...problems, ...(headers === undefined ? [] : headerProblems(headers))].map(
    (problem) => `${name}: ${problem}`,
  );
}

function headerProblems(headers: Readonly<Record<string, string>>): string[] {
  const given = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return Object.entries(HEADERS)
    .filter(([name, pattern]) => !pattern.test(given.get(name) ?? ""))
    .map(([name]) => `header ${name} is ${given.get(name) ?? "missing"}`);
}
