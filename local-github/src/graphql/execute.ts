import {
  GraphQLError,
  Kind,
  defaultTypeResolver,
  execute,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import type { DocumentNode, GraphQLFieldResolver, OperationDefinitionNode } from "graphql";
import { GitHubError } from "../world/errors.ts";
import type { GraphQLContext } from "./context.ts";
import { costOf } from "./cost.ts";
import type { Cost } from "./cost.ts";
import { toErrorEntry } from "./error-envelope.ts";
import type { ErrorEntry } from "./error-envelope.ts";
import { executableSchema } from "./schema.ts";

/** The body of a GraphQL answer. */
export interface GraphQLAnswer {
  readonly data?: unknown;
  readonly errors?: readonly ErrorEntry[];
}

/** A request that has been read and checked against the schema, not yet executed. */
export interface PreparedQuery {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Name of the operation; `query` or `mutation` where it has none. */
  readonly name: string;
  /** Fields asked of the root, aliases left out. */
  readonly rootFields: readonly string[];
  readonly cost: Cost;
}

const maxNodes = 500_000;

/** Read and check a request's body: what can be executed, or what GitHub answers instead. */
export function prepareQuery(body: unknown): PreparedQuery | GraphQLAnswer {
  const { query, variables, operationName } = readBody(body);
  if (typeof query !== "string") return failed("A query attribute must be specified and must be a string.");
  const checked = checkDocument(query);
  if ("refusal" in checked) return checked.refusal;
  const { document } = checked;
  const operation = getOperationAST(document, typeof operationName === "string" ? operationName : undefined);
  if (!operation) return failed("An operation name is required");
  const cost = costOf(document, operation, variables);
  if (cost.nodes > maxNodes) {
    const message = `This query requests up to ${cost.nodes.toLocaleString("en-US")} possible nodes which exceeds the maximum limit of 500,000.`;
    return { errors: [{ type: "MAX_NODE_LIMIT_EXCEEDED", message }] };
  }
  return {
    document,
    operation,
    variables,
    name: operation.name?.value ?? operation.operation,
    rootFields: rootFieldsOf(document, operation),
    cost,
  };
}

/** Whether a request can be executed. */
export function isPrepared(prepared: PreparedQuery | GraphQLAnswer): prepared is PreparedQuery {
  return "document" in prepared;
}

/** Execute a checked request as its viewer. */
export async function executeQuery(prepared: PreparedQuery, contextValue: GraphQLContext): Promise<GraphQLAnswer> {
  const result = await execute({
    schema: executableSchema(),
    document: prepared.document,
    operationName: prepared.operation.name?.value,
    variableValues: prepared.variables,
    contextValue,
    rootValue: {},
    fieldResolver: readProperty,
    typeResolver: defaultTypeResolver,
  });
  return {
    ...(result.data === undefined ? {} : { data: result.data }),
    ...(result.errors === undefined ? {} : { errors: result.errors.map(toErrorEntry) }),
  };
}

/** What no resolver answers is read from the object; what is not there is refused loudly, never answered with null. */
const readProperty: GraphQLFieldResolver<unknown, GraphQLContext> = (source, _args, _context, info) => {
  const value: unknown =
    typeof source === "object" && source !== null ? Reflect.get(source, info.fieldName) : undefined;
  if (value === undefined) {
    const message = `NOT_EMULATED ${info.parentType.name}.${info.fieldName}: the local GitHub does not know this field`;
    throw new GitHubError("NOT_EMULATED", message, 501);
  }
  return value;
};

function readBody(body: unknown): {
  readonly query?: unknown;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: unknown;
} {
  if (typeof body !== "object" || body === null) return { variables: {} };
  const { query, variables, operationName }: Record<string, unknown> = { ...body };
  const values = typeof variables === "object" && variables !== null ? { ...variables } : {};
  return { query, variables: values, operationName };
}

type CheckedDocument = { readonly document: DocumentNode } | { readonly refusal: GraphQLAnswer };

/** Documents by their text, the most recent last: a client sends the same few again and again, and checks cost most. */
const checkedDocuments = new Map<string, CheckedDocument>();
const maxCheckedDocuments = 200;

/** The document of this text if the schema allows it, or what GitHub answers instead. */
function checkDocument(query: string): CheckedDocument {
  const checked = checkedDocuments.get(query) ?? parseAndValidate(query);
  checkedDocuments.delete(query);
  checkedDocuments.set(query, checked);
  const [oldest] = checkedDocuments.keys();
  if (checkedDocuments.size > maxCheckedDocuments && oldest !== undefined) checkedDocuments.delete(oldest);
  return checked;
}

function parseAndValidate(query: string): CheckedDocument {
  const document = tryParse(query);
  if (document instanceof GraphQLError) return { refusal: { errors: [toErrorEntry(document)] } };
  const problems = validate(executableSchema(), document, specifiedRules);
  return problems.length > 0 ? { refusal: { errors: problems.map(toErrorEntry) } } : { document };
}

function tryParse(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** Fields at the root; fragments of the root are looked into. */
function rootFieldsOf(document: DocumentNode, operation: OperationDefinitionNode): string[] {
  const names = new Set<string>();
  const open = [operation.selectionSet];
  for (let set = open.pop(); set !== undefined; set = open.pop()) {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) open.push(selection.selectionSet);
      else {
        for (const definition of document.definitions) {
          const isIt = definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value;
          if (isIt) open.push(definition.selectionSet);
        }
      }
    }
  }
  return [...names];
}

function failed(message: string): GraphQLAnswer {
  return { errors: [{ message }] };
}
