import { forksOf } from "../../world/forks.ts";
import type { Repository } from "../../world/objects.ts";
import { nameWithOwner } from "../../world/repositories.ts";
import type { World } from "../../world/world.ts";
import { toAccount } from "./account.ts";

/** What follows the repository's API address in each of its link templates (RFC 6570). */
const LINKS = {
  keys_url: "/keys{/key_id}",
  collaborators_url: "/collaborators{/collaborator}",
  teams_url: "/teams",
  hooks_url: "/hooks",
  issue_events_url: "/issues/events{/number}",
  events_url: "/events",
  assignees_url: "/assignees{/user}",
  branches_url: "/branches{/branch}",
  tags_url: "/tags",
  blobs_url: "/git/blobs{/sha}",
  git_tags_url: "/git/tags{/sha}",
  git_refs_url: "/git/refs{/sha}",
  trees_url: "/git/trees{/sha}",
  statuses_url: "/statuses/{sha}",
  languages_url: "/languages",
  stargazers_url: "/stargazers",
  contributors_url: "/contributors",
  subscribers_url: "/subscribers",
  subscription_url: "/subscription",
  commits_url: "/commits{/sha}",
  git_commits_url: "/git/commits{/sha}",
  comments_url: "/comments{/number}",
  issue_comment_url: "/issues/comments{/number}",
  contents_url: "/contents/{+path}",
  compare_url: "/compare/{base}...{head}",
  merges_url: "/merges",
  archive_url: "/{archive_format}{/ref}",
  downloads_url: "/downloads",
  issues_url: "/issues{/number}",
  pulls_url: "/pulls{/number}",
  milestones_url: "/milestones{/number}",
  notifications_url: "/notifications{?since,all,participating}",
  labels_url: "/labels{/name}",
  releases_url: "/releases{/id}",
  deployments_url: "/deployments",
} as const;

/** Address of a repository in the API. */
export function apiUrl(world: World, repository: Repository): string {
  return `${world.origin}/repos/${nameWithOwner(repository)}`;
}

/** Address of a repository's page. */
export function htmlUrl(world: World, repository: Repository): string {
  return `${world.origin}/${nameWithOwner(repository)}`;
}

/** A repository as REST and webhooks show it. */
export function toRepository(world: World, repository: Repository): Record<string, unknown> {
  const api = apiUrl(world, repository);
  const html = htmlUrl(world, repository);
  const open = openCount(repository);
  const forks = forksOf(world, repository).length;
  return {
    id: repository.databaseId,
    node_id: repository.id,
    name: repository.name,
    full_name: nameWithOwner(repository),
    private: repository.isPrivate,
    owner: toAccount(world, repository.owner),
    html_url: html,
    description: repository.description,
    fork: repository.parent !== undefined,
    url: api,
    forks_url: `${api}/forks`,
    ...Object.fromEntries(Object.entries(LINKS).map(([name, path]) => [name, api + path])),
    created_at: repository.createdAt,
    updated_at: repository.updatedAt,
    pushed_at: repository.pushedAt ?? repository.createdAt,
    git_url: `${html.replace(/^https?:/u, "git:")}.git`,
    ssh_url: `git@${new URL(world.origin).host}:${nameWithOwner(repository)}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    homepage: repository.homepageUrl,
    size: 0,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: repository.hasIssuesEnabled,
    has_projects: repository.hasProjectsEnabled,
    has_downloads: true,
    has_wiki: repository.hasWikiEnabled,
    has_pages: false,
    has_discussions: repository.hasDiscussionsEnabled,
    forks_count: forks,
    mirror_url: null,
    archived: repository.isArchived,
    disabled: false,
    open_issues_count: open,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: repository.isPrivate ? "private" : "public",
    forks,
    open_issues: open,
    watchers: 0,
    default_branch: repository.defaultBranchName,
  };
}

/** GitHub counts open pull requests as open issues. */
function openCount(repository: Repository): number {
  return [...repository.issues, ...repository.pullRequests].filter((thread) => thread.state === "OPEN").length;
}
