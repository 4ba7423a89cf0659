import { refusal } from "../world/error-texts.ts";

/** Arguments of every Relay connection. */
export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

/** A Relay connection as GitHub answers it. */
export interface Connection<T> {
  readonly totalCount: number;
  readonly nodes: readonly T[];
  readonly edges: readonly { readonly node: T; readonly cursor: string }[];
  readonly pageInfo: {
    readonly startCursor: string | null;
    readonly endCursor: string | null;
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
  };
}

/**
 * One page of a list, by GitHub's rules: `first` or `last` is required, 1 to 100 (0 asks for the count alone).
 * Cursors hold the node's key, so that a page stays in place while others come and go before it.
 * https://docs.github.com/en/graphql/guides/using-pagination-in-the-graphql-api
 */
export function toConnection<T extends object>(list: readonly T[], page: PageArguments, name: string): Connection<T> {
  checkBoundaries(page, name);
  const { first = null, last = null } = page;
  let from = page.after == null ? 0 : positionOf(list, page.after) + 1;
  let to = page.before == null ? list.length : positionOf(list, page.before);
  to = Math.max(from, to);
  if (first !== null) to = Math.min(to, from + first);
  if (last !== null) from = Math.max(from, to - last);
  const edges = list.slice(from, to).map((node, index) => ({ node, cursor: toCursor(from + index, node) }));
  return {
    totalCount: list.length,
    nodes: edges.map(({ node }) => node),
    edges,
    pageInfo: {
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: to < list.length,
      hasPreviousPage: from > 0,
    },
  };
}

function checkBoundaries({ first, last }: PageArguments, connection: string): void {
  if (first == null && last == null) throw refusal("missingBoundaries", { connection });
  for (const [argument, count] of [
    ["first", first],
    ["last", last],
  ] as const) {
    if (count == null) continue;
    if (count < 0) throw refusal("negativePagination", { argument, connection });
    if (count > 100) throw refusal("excessivePagination", { argument, connection, count });
  }
}

const cursorHead = "cursor:v2:";

/** Opaque to callers: position and id of the node. */
function toCursor(position: number, node: object): string {
  const id = "databaseId" in node && typeof node.databaseId === "number" ? node.databaseId : 0;
  return Buffer.from(`${cursorHead}${position}:${id}`).toString("base64");
}

/** Where the node of a cursor is now: found by id, as the list may have changed, else where it was. */
function positionOf(list: readonly object[], cursor: string): number {
  const text = Buffer.from(cursor, "base64").toString("utf8");
  const [, position, id] = /^cursor:v2:(\d+):(\d+)$/u.exec(text) ?? [];
  if (position === undefined) throw refusal("invalidCursor", { cursor });
  const now = Number(id) === 0 ? -1 : list.findIndex((node) => "databaseId" in node && node.databaseId === Number(id));
  return now >= 0 ? now : Math.min(Number(position), list.length) - (Number(id) === 0 ? 0 : 1);
}

/** GitHub's `orderBy` of discussions, issues, labels and the like. */
export interface Order {
  readonly field: string;
  readonly direction: "ASC" | "DESC";
}

const sortKeys: Readonly<Record<string, string>> = {
  CREATED_AT: "createdAt",
  UPDATED_AT: "updatedAt",
  NAME: "name",
  NUMBER: "number",
  TITLE: "title",
  DUE_DATE: "dueOn",
};

/** A list in the asked order; equals by creation. Throws where the order is one we do not know. */
export function inOrder<T extends object>(list: readonly T[], order: Order | null | undefined): readonly T[] {
  if (order == null) return list;
  const key = sortKeys[order.field];
  if (key === undefined) throw refusal("orderNotEmulated", { field: order.field });
  const sign = order.direction === "DESC" ? -1 : 1;
  return [...list].sort(
    (one, other) => sign * (compare(read(one, key), read(other, key)) || created(one) - created(other)),
  );
}

function compare(one: unknown, other: unknown): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  const left = typeof one === "string" ? one : "";
  const right = typeof other === "string" ? other : "";
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function created(object: object): number {
  return Number(read(object, "databaseId"));
}

function read(object: object, key: string): unknown {
  return Reflect.get(object, key);
}
