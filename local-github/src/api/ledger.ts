/** One request of an app or a script. Pages and clones are not counted. */
export interface LedgerEntry {
  /** ISO 8601. */
  readonly at: string;
  readonly kind: "rest" | "graphql";
  readonly method: string;
  readonly path: string;
  /** REST: the route (`GET /repos/{owner}/{repo}`), or method and path where none answered. GraphQL: the operation's name. */
  readonly operation: string;
  /** GraphQL: fields asked of the root, aliases left out. */
  readonly rootFields: readonly string[];
  /** 0: the connection broke or hung. */
  readonly status: number;
  /** Points of the primary limit: one for REST, the computed cost for GraphQL, none for what was refused before the work. */
  readonly points: number;
  /** Database id of the installation that asked. */
  readonly installation: number | undefined;
  /** REST login of whoever asked; undefined when nobody was recognised. */
  readonly login: string | undefined;
  /** Messages of GraphQL errors, or the message of a REST refusal. */
  readonly errors: readonly string[];
  /** Name of the fault that was played, if any. */
  readonly fault: string | undefined;
  readonly durationMs: number;
}

/** Which entries: all given keys must hold. */
export interface LedgerFilter {
  readonly kind?: LedgerEntry["kind"];
  /** Matches `operation` or one of `rootFields`. */
  readonly operation?: string;
  readonly installation?: number;
}

/** Remembers each request, so that a test can ask what something cost. */
export class Ledger {
  readonly #entries: LedgerEntry[] = [];

  record(entry: LedgerEntry): void {
    this.#entries.push(entry);
  }

  /** Oldest first. */
  list(filter: LedgerFilter = {}): readonly LedgerEntry[] {
    return this.#entries.filter(
      (entry) =>
        (filter.kind === undefined || entry.kind === filter.kind) &&
        (filter.installation === undefined || entry.installation === filter.installation) &&
        (filter.operation === undefined ||
          entry.operation === filter.operation ||
          entry.rootFields.includes(filter.operation)),
    );
  }

  count(filter: LedgerFilter = {}): number {
    return this.list(filter).length;
  }

  /** Points spent. */
  points(filter: LedgerFilter = {}): number {
    return this.list(filter).reduce((sum, entry) => sum + entry.points, 0);
  }

  clear(): void {
    this.#entries.length = 0;
  }
}
