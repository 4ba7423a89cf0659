import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  buildASTSchema,
  extendSchema,
  isObjectType,
  parse,
  type GraphQLSchema,
  Kind,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from "graphql";
import { resolvers } from "./resolvers.ts";
import type { GraphQLContext } from "./context.ts";

/**
 * What GitHub has added since the published schema, which is of early 2025. Only what is used here.
 * https://docs.github.com/en/graphql/reference/input-objects#createissueinput
 */
const additions = `
  "An issue type of an organization."
  type IssueType implements Node { id: ID! name: String! description: String }
  extend input CreateIssueInput { issueTypeId: ID }
  extend input UpdateIssueInput { issueTypeId: ID }
  extend type Issue { issueType: IssueType }
`;

/**
 * Arguments that GitHub has taken away since, by field. `Issue.stateReason` tells of duplicates without being asked to.
 * Announced on 2025-06-17 for 2025-10-01: https://docs.github.com/en/graphql/overview/changelog/2025
 */
const removedArguments = { Issue: { stateReason: "enableDuplicate" } };

/** GitHub's public schema as published, with the additions, without any resolver. Takes about 0.4 s. */
export function loadPublicSchema(): GraphQLSchema {
  // The package exports no path to it, but it lies beside its entry.
  const file = fileURLToPath(new URL("schema.graphql", import.meta.resolve("@octokit/graphql-schema")));
  const document = parse(readFileSync(file, "utf8"), { noLocation: true });
  const published = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  const schema = extendSchema(published, parse(additions, { noLocation: true }), {
    assumeValid: true,
    assumeValidSDL: true,
  });
  for (const [typename, fields] of Object.entries(removedArguments)) {
    for (const [name, argument] of Object.entries(fields)) removeArgument(schema, typename, name, argument);
  }
  return schema;
}

function removeArgument(schema: GraphQLSchema, typename: string, name: string, argument: string): void {
  const type = schema.getType(typename);
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  if (!field) throw new Error(`GitHub's schema has no field ${typename}.${name}`);
  // Loud, so that the entry is taken out once the published schema has caught up.
  if (!field.args.some((it) => it.name === argument)) throw new Error(`${typename}.${name} has no ${argument}`);
  field.args = field.args.filter((it) => it.name !== argument);
}

let shared: GraphQLSchema | undefined;

/** The schema that the local GitHub executes: loaded once a process, shared by all servers in it. */
export function executableSchema(): GraphQLSchema {
  shared ??= attachResolvers(loadPublicSchema());
  return shared;
}

function attachResolvers(schema: GraphQLSchema): GraphQLSchema {
  for (const [typename, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typename);
    if (!isObjectType(type)) throw new Error(`GitHub's schema has no object type ${typename}`);
    const known = type.getFields();
    for (const [name, resolve] of Object.entries(fields)) {
      const field = known[name];
      if (field === undefined) throw new Error(`GitHub's schema has no field ${typename}.${name}`);
      const isConnection = ["first", "last"].every((it) => field.args.some((argument) => argument.name === it));
      field.resolve = isConnection ? allowCountOnly(resolve) : resolve;
    }
  }
  return schema;
}

/** Fields of a connection that need no page: how many there are. */
const counts = /^(?:__typename|totalCount|filteredCount|\w+Count|totalDiskUsage|viewerHasReacted)$/u;

/**
 * A connection's resolver that may be asked without `first` or `last` for nothing but its count, as GitHub's may:
 * `stargazers { totalCount }`. It needs a boundary to answer nodes, edges or a page.
 */
export function allowCountOnly(resolve: GraphQLFieldResolver<unknown, GraphQLContext>): typeof resolve {
  return (source, args: Readonly<Record<string, unknown>>, context, info) => {
    const isBounded = args["first"] != null || args["last"] != null;
    return resolve(source, isBounded || !asksForCounts(info) ? args : { ...args, first: 0 }, context, info);
  };
}

function asksForCounts({ fieldNodes, fragments }: GraphQLResolveInfo): boolean {
  const isCount = (set: SelectionSetNode | undefined): boolean =>
    (set?.selections ?? []).every((it) => {
      if (it.kind === Kind.FIELD) return counts.test(it.name.value);
      return isCount(it.kind === Kind.INLINE_FRAGMENT ? it.selectionSet : fragments[it.name.value]?.selectionSet);
    });
  return fieldNodes.every(({ selectionSet }) => isCount(selectionSet));
}
