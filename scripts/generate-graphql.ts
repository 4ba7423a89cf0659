/**
 * Writes `src/github/generated/documents.ts` from `src/github/queries/*.graphql`: each operation as a typed document,
 * checked against GitHub's public schema. With `--check` it writes nothing and exits 1 when the file is stale.
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { codegen } from "@graphql-codegen/core";
import * as operationTypes from "@graphql-codegen/typescript-operations";
import { schema as githubSchema } from "@octokit/graphql-schema";
import {
  buildSchema,
  Kind,
  parse,
  print,
  OperationTypeNode,
  validate,
  visit,
  concatAST,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from "graphql";
import { format, resolveConfig } from "prettier";

const queries = new URL("../src/github/queries/", import.meta.url);
const target = new URL("../src/github/generated/documents.ts", import.meta.url);

/** How GitHub's scalars arrive in JSON, for those we use. */
const scalars = { Date: "string", DateTime: "string", GitObjectID: "string", ID: "string", URI: "string" };

/** Fragments whose text is needed by itself, for documents that are put together at run time. */
const standaloneFragments = new Set(["BlobText", "VoteFields"]);

async function generate(): Promise<string> {
  const documents = await readDocuments();
  const all = concatAST(documents.map(({ document }) => document));
  const problems = validate(buildSchema(githubSchema.idl, { assumeValidSDL: true }), all).filter(
    ({ nodes }) => !nodes?.some((it) => it.kind === Kind.FRAGMENT_DEFINITION && standaloneFragments.has(it.name.value)),
  );
  if (problems.length > 0) throw new Error(problems.map(String).join("\n\n"));

  const types = await codegen({
    schema: parse(githubSchema.idl),
    documents,
    config: {},
    filename: target.pathname,
    plugins: [
      {
        typed: {
          immutableTypes: true,
          inlineFragmentTypes: "combine",
          mergeFragmentTypes: true,
          useTypeImports: true,
          skipTypename: true,
          scalars,
        },
      },
    ],
    pluginMap: { typed: operationTypes },
  });
  const text = [
    "// Written by scripts/generate-graphql.ts from src/github/queries. Change those.",
    `import type { GraphqlDocument } from "../graphql-document.ts";`,
    types,
    ...toConstants(all),
  ].join("\n\n");
  return format(text, { ...(await resolveConfig(target)), parser: "typescript" });
}

async function readDocuments(): Promise<{ location: string; document: DocumentNode }[]> {
  const files = (await readdir(queries, { recursive: true })).filter((file) => file.endsWith(".graphql")).sort();
  return Promise.all(
    files.map(async (location) => ({ location, document: parse(await readFile(new URL(location, queries), "utf8")) })),
  );
}

/** One exported constant for each operation, and one for each standalone fragment. */
function toConstants({ definitions }: DocumentNode): string[] {
  const fragments = new Map(
    definitions.flatMap((it) => (it.kind === Kind.FRAGMENT_DEFINITION ? [[it.name.value, it] as const] : [])),
  );
  return definitions.flatMap((it) => {
    if (it.kind === Kind.OPERATION_DEFINITION) return [operationConstant(it, fragments)];
    if (it.kind === Kind.FRAGMENT_DEFINITION && standaloneFragments.has(it.name.value)) {
      return [`export const ${it.name.value} = \`${print(it)}\`;`];
    }
    return [];
  });
}

function operationConstant(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string {
  const name = operation.name?.value;
  if (!name) throw new Error(`A ${operation.operation} has no name.`);
  const type = `${name}${operation.operation === OperationTypeNode.MUTATION ? "Mutation" : "Query"}`;
  const used = usedFragments(operation, fragments);
  const text = [operation, ...used].map(print).join("\n");
  return `export const ${name}: GraphqlDocument<${type}, ${type}Variables> = {
    name: ${JSON.stringify(name)}, kind: ${JSON.stringify(operation.operation)}, text: \`${text}\` };`;
}

/** The fragments that `start` spreads, and those that these spread. */
function usedFragments(
  start: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FragmentDefinitionNode[] {
  const used = new Map<string, FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value);
        if (!fragment || used.has(value)) return;
        used.set(value, fragment);
        collect(fragment);
      },
    });
  };
  collect(start);
  return [...used.values()];
}

const generated = await generate();
if (!process.argv.includes("--check")) {
  await writeFile(target, generated);
} else if (generated !== (await readFile(target, "utf8").catch(() => ""))) {
  console.error("src/github/generated/documents.ts is stale. Run: node scripts/generate-graphql.ts");
  process.exitCode = 1;
}
