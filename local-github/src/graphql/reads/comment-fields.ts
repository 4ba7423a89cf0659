import type {
  Actor,
  Discussion,
  DiscussionComment,
  Issue,
  IssueComment,
  PullRequest,
  Reactable,
  Reaction,
  ReactionContent,
} from "../../world/objects.ts";
import { authorAssociation } from "../../world/people.ts";
import { reactionContents, repositoryOfReactable } from "../../world/reactions.ts";
import { pathOf, type ObjectWithUrl } from "../../world/urls.ts";
import { toConnection, type PageArguments } from "../connection.ts";
import type { Fields } from "../context.ts";

type Text = Discussion | DiscussionComment | Issue | IssueComment | PullRequest;

/** `url` and `resourcePath` of whatever has a page. */
export const linkFields: Fields = {
  url: (object: ObjectWithUrl, _args, { world }) => world.origin + pathOf(object),
  resourcePath: (object: ObjectWithUrl) => pathOf(object),
};

/** What all texts people write have in common (GraphQL's `Comment`). */
export const commentFields: Fields = {
  ...linkFields,
  authorAssociation: (text: Text) => authorAssociation(repositoryOfReactable(text), text.author),
  viewerDidAuthor: (text: Text, _args, { viewer, quirks }) =>
    !quirks.deniesAuthorship && text.author !== null && text.author === viewer.actor,
  publishedAt: (text: Text) => text.createdAt,
  createdViaEmail: () => false,
  includesCreatedEdit: (text: Text) => text.lastEditedAt !== null,
};

/** Reactions as GitHub groups them. */
interface ReactionGroup {
  readonly __typename: "ReactionGroup";
  readonly subject: Reactable;
  readonly content: ReactionContent;
  readonly createdAt: string | null;
}

/** One group for each kind of reaction, empty ones included, as GitHub answers. */
export function toReactionGroups(subject: Reactable): ReactionGroup[] {
  return reactionContents.map((content) => ({
    __typename: "ReactionGroup",
    subject,
    content,
    createdAt: subject.reactions.find((reaction) => reaction.content === content)?.createdAt ?? null,
  }));
}

function reactionsOf({ subject, content }: ReactionGroup): Reaction[] {
  return subject.reactions.filter((reaction) => reaction.content === content);
}

function reactorsOf(group: ReactionGroup): Actor[] {
  return reactionsOf(group).map(({ user }) => user);
}

/** A connection of people and bots, whose edges say when each reacted. */
function toReactors(group: ReactionGroup, args: PageArguments) {
  const page = toConnection(reactionsOf(group), args, "reactors");
  return {
    ...page,
    nodes: page.nodes.map(({ user }) => user),
    edges: page.edges.map(({ node, cursor }) => ({ node: node.user, cursor, reactedAt: node.createdAt })),
  };
}

/** `reactions` and `reactionGroups`. */
export const reactableFields: Fields = {
  reactions: (subject: Reactable, args: PageArguments & { readonly content?: ReactionContent | null }, { viewer }) => {
    const wanted = subject.reactions.filter(({ content }) => args.content == null || content === args.content);
    return {
      ...toConnection(wanted, args, "reactions"),
      viewerHasReacted: wanted.some(({ user }) => user === viewer.actor),
    };
  },
  reactionGroups: (subject: Reactable) => toReactionGroups(subject),
};

export const reactionGroupFields: Fields = {
  reactors: toReactors,
  users: (group: ReactionGroup, args: PageArguments) => toConnection(reactorsOf(group), args, "users"),
  viewerHasReacted: (group: ReactionGroup, _args, { viewer }) => reactorsOf(group).includes(viewer.actor),
};
