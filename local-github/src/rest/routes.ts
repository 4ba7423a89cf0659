import type { World } from "../world/world.ts";
import { nameWithOwner } from "../world/repositories.ts";
import type { RestOperation } from "./rest-operation.ts";

/** Parameters that hold slashes: they match as much as they can. */
const GREEDY = new Set(["path", "ref", "basehead", "branch"]);

/** An operation with the pattern its paths match. */
interface Route {
  readonly operation: RestOperation;
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  /** How many of its parts are no parameters. */
  readonly literals: number;
}

/** An operation and the decoded parameters of the path that led to it. */
export interface Match {
  readonly operation: RestOperation;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Finds operations by method and path; the one with more literal parts wins. */
export class Routes {
  readonly #routes: readonly Route[];

  constructor(operations: readonly RestOperation[]) {
    this.#routes = operations.map(toRoute).toSorted((left, right) => right.literals - left.literals);
  }

  find(method: string, path: string): Match | undefined {
    for (const route of this.#routes) {
      const found = route.method === method ? route.pattern.exec(path) : null;
      if (found === null) continue;
      const values = found.slice(1).map(decode);
      if (values.includes(undefined)) return undefined;
      const parameters = Object.fromEntries(route.names.map((name, index) => [name, values[index] ?? ""]));
      return { operation: route.operation, parameters };
    }
    return undefined;
  }
}

function toRoute(operation: RestOperation): Route {
  const [method = "", template = ""] = operation.name.split(" ");
  const names = [...template.matchAll(/\{(\w+)\}/gu)].map(([, name = ""]) => name);
  const pattern = template
    .replaceAll(/[.]/gu, "\\.")
    // A path may be empty: the root of a repository.
    .replaceAll(/\/\{path\}/gu, "(?:/(.*))?")
    .replaceAll(/\{(\w+)\}/gu, (_whole, name: string) => (GREEDY.has(name) ? "(.+)" : "([^/]+)"));
  const literals = template.split("/").length - names.length;
  return { operation, method, pattern: new RegExp(`^${pattern}/?$`, "u"), names, literals };
}

function decode(part: string | undefined): string | undefined {
  try {
    return decodeURIComponent(part ?? "");
  } catch {
    return undefined; // A lone "%": no such path.
  }
}

/** `/repositories/123/…`, which `Link` headers use, is `/repos/owner/name/…`. */
export function withRepositoryName(world: World, path: string): string {
  return path.replace(/^\/repositories\/(\d+)(?=\/|$)/u, (whole, id: string) => {
    const repository = world.all("Repository").find(({ databaseId }) => databaseId === Number(id));
    return repository === undefined ? whole : `/repos/${nameWithOwner(repository)}`;
  });
}
