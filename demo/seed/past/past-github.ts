import {
  addDiscussionComment,
  addLabels,
  createLabel,
  editDiscussionComment,
  markAnswer,
  minimize,
  react,
  removeLabels,
  roleOf,
  type Bot,
  type Discussion,
  type DiscussionComment,
  type Repository,
  type World,
} from "local-github-server/world";
import type { Role } from "../../../src/core/discussion.ts";
import type { CommentOpinions, GitHubReads, GivenReaction, ReactionKind } from "../../../src/core/github-reads.ts";
import type { GitHubWrites } from "../../../src/core/github-writes.ts";
import { only } from "./only.ts";
import { toHistory, toThread } from "./past-thread.ts";

const reactions = { eyes: "EYES", rocket: "ROCKET", confused: "CONFUSED" } as const;

/** What the app may ask of GitHub in the past: as much as it needs there, answered by the world without a request. */
export function pastReads(world: World, repository: Repository): GitHubReads {
  const find = (number: number): Discussion | undefined =>
    repository.discussions.findLast((discussion) => discussion.number === number);
  const whole = async (number: number) => {
    const found = find(number);
    return found && toThread(found, world.origin);
  };
  return only<GitHubReads>("GitHub", {
    findThread: (_, number) => whole(number),
    findDiscussion: (_, number) => whole(number),
    async findHistory(_, number) {
      const found = find(number);
      return found && toHistory(found, world.origin);
    },
    rolesOf: async (_, login) => rolesOf(repository, login),
    rolesOfCollaborators: async () =>
      new Map([...repository.collaborators.keys()].map((login) => [login.toLowerCase(), rolesOf(repository, login)])),
    reactionsOn: async (_, comments) => new Map(comments.map((id) => [id, reactionsOn(commentOf(world, id))])),
    opinionsOn: async (_, comments) => new Map(comments.map((id) => [id, opinionsOn(commentOf(world, id))])),
  });
}

/** What the app may change there, in its own name. */
export function pastWrites(world: World, repository: Repository, bot: Bot): GitHubWrites {
  const labelsOf = (names: readonly string[]) => repository.labels.filter(({ name }) => names.includes(name));
  return only<GitHubWrites>("GitHub", {
    async addComment(_, discussion, body, replyTo) {
      const parent = replyTo === undefined ? undefined : commentOf(world, replyTo);
      const top = parent?.replyTo ?? parent;
      const input = { body, ...(top && { replyTo: top }) };
      return addDiscussionComment(world, bot, world.node(discussion, "Discussion"), input).id;
    },
    // What this world shows is never behind what was written.
    shouldReadAgain: async () => false,
    async updateComment(_, comment, body) {
      editDiscussionComment(world, bot, commentOf(world, comment), body);
    },
    async minimizeComment(_, comment, because) {
      minimize(world, bot, commentOf(world, comment), because);
    },
    async react(_, subject, reaction) {
      react(world, bot, commentOf(world, subject), reactions[reaction]);
    },
    async markAnswer(_, comment) {
      markAnswer(world, bot, commentOf(world, comment));
    },
    async addLabels(_, subject, labels) {
      for (const { name, color = "ededed", description = "" } of labels) {
        const isThere = repository.labels.some((label) => label.name === name);
        if (!isThere) createLabel(world, bot, repository, { name, color, description });
      }
      addLabels(world, bot, world.node(subject, "Discussion"), labelsOf(labels.map(({ name }) => name)));
      return { notSet: [] };
    },
    async removeLabels(_, subject, names) {
      removeLabels(world, bot, world.node(subject, "Discussion"), labelsOf(names));
    },
  });
}

function commentOf(world: World, id: string): DiscussionComment {
  return world.node(id, "DiscussionComment");
}

/** What somebody may do in the repository, as the app tells it. */
export function rolesOf(repository: Repository, login: string): readonly Role[] {
  const role = roleOf(repository, login);
  if (role === "triage") return ["helper"];
  return role === undefined || role === "read" ? [] : ["helper", "maintainer"];
}

function opinionsOn({ discussion, reactions }: DiscussionComment): CommentOpinions {
  const asker = discussion.author?.login;
  return {
    ...(asker !== undefined && { asker }),
    reactions: reactions.flatMap(({ user, content, createdAt }) => {
      const isOpinion = content === "THUMBS_UP" || content === "THUMBS_DOWN";
      return isOpinion ? [{ by: user.login, helpful: content === "THUMBS_UP", at: new Date(createdAt) }] : [];
    }),
  };
}

function reactionsOn({ reactions }: DiscussionComment): readonly GivenReaction[] {
  return reactions.map(({ user, content, createdAt }) => {
    return {
      by: user.login,
      reaction: content.toLowerCase().replace("_", "-") as ReactionKind,
      at: new Date(createdAt),
    };
  });
}
