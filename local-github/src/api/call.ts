import { OperationTypeNode } from "graphql";
import type { FaultSubject } from "./faults.ts";
import { isPrepared, prepareQuery, type GraphQLAnswer, type PreparedQuery } from "../graphql/execute.ts";
import { parseBody, type Incoming } from "./http-messages.ts";
import type { Resource } from "./limits.ts";

/** An API request, read and understood, before anybody has asked who sends it. */
export interface Call {
  readonly incoming: Incoming;
  /** Which budget it is taken from. */
  readonly resource: Resource;
  readonly body: unknown;
  /** GraphQL only: what is to be executed, or the answer to what cannot be. */
  readonly query: PreparedQuery | GraphQLAnswer | undefined;
}

/** A request as the API understands it; undefined when its body is no JSON. */
export function toCall(incoming: Incoming): Call | undefined {
  const resource = resourceOf(incoming);
  try {
    const body = parseBody(incoming);
    return { incoming, resource, body, query: resource === "graphql" ? prepareQuery(body) : undefined };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function resourceOf({ path, method }: Incoming): Resource {
  if (path === "/graphql" && method === "POST") return "graphql";
  return path.startsWith("/search/") ? "search" : "core";
}

/** What faults and the ledger know a call by. */
export function toSubject({ incoming, query, body }: Call): FaultSubject {
  const { method, path } = incoming;
  if (query === undefined) return { kind: "rest", method, path, operation: undefined, rootFields: [], body };
  const asked = { kind: "graphql", method, path, body: variablesIn(body) } as const;
  if (!isPrepared(query)) return { ...asked, operation: undefined, rootFields: [] };
  return { ...asked, operation: query.name, rootFields: query.rootFields };
}

function variablesIn(body: unknown): unknown {
  return typeof body === "object" && body !== null && "variables" in body ? body.variables : undefined;
}

/** Points of the primary limit. Asking for the limits is free. */
export function costOfCall({ incoming, query }: Call): number {
  if (query !== undefined) return isPrepared(query) ? query.cost.points : 1;
  return incoming.path === "/rate_limit" ? 0 : 1;
}

/** Whether a call changes nothing. */
export function isRead({ incoming, query }: Call): boolean {
  if (query === undefined) return incoming.method === "GET";
  return isPrepared(query) && query.operation.operation === OperationTypeNode.QUERY;
}
