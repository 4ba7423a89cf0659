import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Kind, parse, specifiedRules, validate } from "graphql";
import type { DocumentNode } from "graphql";
import { describe, expect, it } from "vitest";
import { loadPublicSchema } from "local-github-server/checks";

const folder = join(import.meta.dirname, "../../src/github/queries");
const documents = new Map(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".graphql"))
    .map((name) => [name, parse(readFileSync(join(folder, name), "utf8"))] as const),
);
const schema = loadPublicSchema();

/** A document with all fragments of the folder it uses; a folder of fragments is one program. */
function whole(document: DocumentNode): DocumentNode {
  const fragments = [...documents.values()]
    .filter((other) => other !== document)
    .flatMap(({ definitions }) => definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION));
  return { ...document, definitions: [...document.definitions, ...fragments] };
}

describe("the app's GraphQL documents, against GitHub's public schema", () => {
  // Fragments of other files are added to each document, so those it does not use are no fault of it.
  const rules = specifiedRules.filter(({ name }) => name !== "NoUnusedFragmentsRule");

  it("are there", () => {
    expect(documents.size).toBeGreaterThan(5);
  });

  it.each([...documents.keys()])("%s is valid", (name) => {
    const document = documents.get(name);
    expect(document).toBeDefined();
    const problems = document === undefined ? [] : validate(schema, whole(document), rules);
    expect(problems.map(({ message }) => message)).toEqual([]);
  });

  it("would be refused with a field GitHub does not have", () => {
    const [problem] = validate(schema, parse('{ repository(owner: "a", name: "b") { colour } }'), specifiedRules);
    expect(problem?.message).toContain('Cannot query field "colour"');
  });
});
