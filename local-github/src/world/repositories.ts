import { refusal } from "./error-texts.ts";
import type { Actor, DiscussionCategory, Organization, Repository, RepositoryRole, User } from "./objects.ts";
import { mustHaveRole } from "./people.ts";
import type { World } from "./world.ts";

/** A category to make: `isAnswerable` is GitHub's question-and-answer format. */
export interface NewCategory {
  readonly name: string;
  readonly slug: string;
  readonly emoji: string;
  readonly isAnswerable: boolean;
  readonly description?: string;
}

/** The categories GitHub gives a new repository, but for polls, which the API cannot make. */
const usualCategories: readonly NewCategory[] = [
  {
    name: "Announcements",
    slug: "announcements",
    emoji: ":mega:",
    isAnswerable: false,
    description: "Updates from maintainers",
  },
  {
    name: "General",
    slug: "general",
    emoji: ":speech_balloon:",
    isAnswerable: false,
    description: "Chat about anything and everything here",
  },
  { name: "Ideas", slug: "ideas", emoji: ":bulb:", isAnswerable: false, description: "Share ideas for new features" },
  { name: "Q&A", slug: "q-a", emoji: ":pray:", isAnswerable: true, description: "Ask the community for help" },
  {
    name: "Show and tell",
    slug: "show-and-tell",
    emoji: ":raised_hands:",
    isAnswerable: false,
    description: "Show off something you've made",
  },
];

/** A new repository with its categories. The git side is made apart. */
export function createRepository(
  world: World,
  owner: User | Organization,
  name: string,
  more: {
    readonly description?: string;
    readonly isPrivate?: boolean;
    readonly defaultBranchName?: string;
    readonly categories?: readonly NewCategory[];
    readonly collaborators?: Readonly<Record<string, RepositoryRole>>;
  } = {},
): Repository {
  const repository = world.register<Repository>({
    ...world.stamp("Repository"),
    owner,
    name,
    description: more.description ?? null,
    homepageUrl: null,
    defaultBranchName: more.defaultBranchName ?? "main",
    isPrivate: more.isPrivate ?? false,
    isArchived: false,
    hasIssuesEnabled: true,
    hasDiscussionsEnabled: true,
    hasProjectsEnabled: true,
    hasWikiEnabled: false,
    collaborators: new Map(Object.entries(more.collaborators ?? {})),
    discussionCategories: [],
    discussions: [],
    issues: [],
    pullRequests: [],
    labels: [],
    milestones: [],
    nextNumber: 1,
    pushedAt: null,
  });
  for (const category of more.categories ?? usualCategories) createCategory(world, repository, category);
  return repository;
}

/** A new category; GitHub makes these on its pages only, there is no API for it. */
function createCategory(world: World, repository: Repository, category: NewCategory): DiscussionCategory {
  const created = world.register<DiscussionCategory>({
    ...world.stamp("DiscussionCategory", repository),
    repository,
    name: category.name,
    slug: category.slug,
    emoji: category.emoji,
    description: category.description ?? null,
    isAnswerable: category.isAnswerable,
  });
  repository.discussionCategories.push(created);
  return created;
}

/** `owner/name`. */
export function nameWithOwner(repository: Repository): string {
  return `${repository.owner.login}/${repository.name}`;
}

/** Give a repository another name. The old one leads to it until another repository takes it. */
export function renameRepository(world: World, actor: Actor, repository: Repository, name: string): void {
  mustHaveRole(repository, actor, "admin", "UpdateRepository");
  if (world.findRepository(repository.owner.login, name) !== undefined) throw refusal("labelTaken");
  const from = repository.name;
  repository.earlierNames = [...(repository.earlierNames ?? []), nameWithOwner(repository)];
  repository.name = name;
  world.touch(repository);
  world.emit({ event: "repository", action: "renamed", repository, actor, changes: { name: { from } } });
}

/** Make a repository read-only, or writable again. */
export function setArchived(world: World, actor: Actor, repository: Repository, isArchived: boolean): void {
  mustHaveRole(repository, actor, "admin", isArchived ? "ArchiveRepository" : "UnarchiveRepository");
  repository.isArchived = isArchived;
  world.touch(repository);
  world.emit({ event: "repository", action: isArchived ? "archived" : "unarchived", repository, actor });
}

/** Delete a repository with all that belongs to it. */
export function deleteRepository(world: World, actor: Actor, repository: Repository): void {
  mustHaveRole(repository, actor, "admin", "DeleteRepository");
  // Pull requests from a fork stay where they are, and say "unknown repository".
  for (const pull of repository.parent?.pullRequests ?? []) {
    if (pull.headRepository === repository) pull.headRepository = null;
  }
  for (const fork of world.all("Repository")) if (fork.parent === repository) delete fork.parent;
  for (const object of world.byId.values()) {
    if ("repository" in object && object.repository === repository) world.forget(object);
  }
  world.forget(repository);
  world.emit({ event: "repository", action: "deleted", repository, actor });
}
