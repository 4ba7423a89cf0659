import { Kind, type GraphQLFieldResolver, type GraphQLResolveInfo, type SelectionSetNode } from "graphql";
import type { GraphQLContext } from "./context.ts";

/** Fields of a connection that need no page: how many there are. */
const counts = /^(?:__typename|totalCount|filteredCount|\w+Count|totalDiskUsage|viewerHasReacted)$/u;

/**
 * A connection's resolver that may be asked without `first` or `last` for nothing but its count, as GitHub's may:
 * `stargazers { totalCount }`. It needs a boundary to answer nodes, edges or a page.
 */
export function countable(resolve: GraphQLFieldResolver<unknown, GraphQLContext>): typeof resolve {
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
