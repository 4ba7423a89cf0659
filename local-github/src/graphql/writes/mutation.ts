import type { Reactable, WorldObject } from "../../world/objects.ts";
import type { GraphQLContext, Resolver } from "../context.ts";

/** The arguments of every mutation: one input object. */
interface MutationArguments {
  readonly input: { readonly clientMutationId?: string | null };
}

/** What a mutation does with its input. Authored as a method for the same reason as `Resolver`. */
type Act = { act(input: object, context: GraphQLContext): object | Promise<object> }["act"];

/** Declares a mutation: what it does with its input, answering its payload without `clientMutationId`. */
export function mutation(act: Act): Resolver {
  return async (_root: unknown, { input }: MutationArguments, context: GraphQLContext) => ({
    clientMutationId: input.clientMutationId ?? null,
    // GitHub names whoever acted in many payloads.
    actor: context.viewer.actor,
    ...(await act(input, context)),
  });
}

/** Which app permission changes an object. */
export function permissionFor(subject: Reactable): string | readonly string[] {
  switch (subject.__typename) {
    case "Discussion":
    case "DiscussionComment":
      return "discussions";
    case "Issue":
      return "issues";
    case "PullRequest":
      return "pull_requests";
    default:
      return ["issues", "pull_requests"];
  }
}

/** The objects of these ids, each of the type. */
export function nodesOf<Name extends WorldObject["__typename"]>(
  { world }: GraphQLContext,
  ids: readonly string[],
  type: Name,
): Extract<WorldObject, { readonly __typename: Name }>[] {
  return ids.map((id) => world.node(id, type));
}
