import type { GitRepository } from "../git/git-repository.ts";
import { toAccount, toOrganization } from "../rest/shapes/account.ts";
import { toRepository } from "../rest/shapes/repository.ts";
import type { WorldEvent } from "../world/events.ts";
import type { Installation, Organization, Repository, User } from "../world/objects.ts";
import type { World } from "../world/world.ts";
import { discussionCommentPayload, discussionPayload } from "./payloads/discussion.ts";
import { installationPayload, installationRepositoriesPayload } from "./payloads/installation.ts";
import {
  issueCommentPayload,
  issuesPayload,
  labelPayload,
  milestonePayload,
  subIssuesPayload,
} from "./payloads/issues.ts";
import { checkRunPayload } from "./payloads/check-run.ts";
import { changeSize, pullRequestPayload } from "./payloads/pull-request.ts";
import { pushPayload } from "./payloads/push.ts";

/** A webhook's body: JSON, known once git was asked. */
export type Payload = Readonly<Record<string, unknown>>;

/**
 * The body of the webhook that tells an installation of an event; undefined for events that are not emulated as webhooks.
 * What the world knows is taken at once, before anything else can happen; git, which forgets nothing, is asked later.
 */
export function toPayload(
  world: World,
  event: WorldEvent,
  installation: Installation,
  git: (repository: Repository) => GitRepository,
): Promise<Payload> | undefined {
  const common = {
    ...(event.event === "push" ? {} : { action: event.action }),
    ...("repository" in event ? { repository: toRepository(world, event.repository) } : {}),
    ...organizationOf(world, accountOf(event)),
    sender: toAccount(world, event.actor),
    installation: { id: installation.databaseId, node_id: installation.id },
  };
  const own = ownPayload(world, event, git);
  return own === undefined ? undefined : Promise.resolve(own).then((fields) => ({ ...common, ...fields }));
}

function ownPayload(
  world: World,
  event: WorldEvent,
  git: (repository: Repository) => GitRepository,
): Payload | Promise<Payload> | undefined {
  switch (event.event) {
    case "discussion":
      return discussionPayload(world, event);
    case "discussion_comment":
      return discussionCommentPayload(world, event);
    case "issues":
      return issuesPayload(world, event);
    case "issue_comment":
      return issueCommentPayload(world, event);
    case "sub_issues":
      return subIssuesPayload(world, event);
    case "label":
      return labelPayload(world, event);
    case "milestone":
      return milestonePayload(world, event);
    case "pull_request": {
      const payload = pullRequestPayload(world, event);
      return changeSize(git(event.repository), event.pullRequest).then((size) => ({
        ...payload,
        pull_request: {
          ...Object(payload["pull_request"]),
          commits: size.commits,
          additions: size.additions,
          deletions: size.deletions,
          changed_files: size.changedFiles,
        },
      }));
    }
    case "push":
      return pushPayload(world, event, git(event.repository));
    case "repository":
      return event.changes === undefined ? {} : { changes: repositoryChanges(event.changes) };
    case "installation":
      return installationPayload(world, event);
    case "installation_repositories":
      return installationRepositoriesPayload(world, event);
    case "check_run":
      return checkRunPayload(world, event);
    // Project items go to organization webhooks, to which nobody here subscribes.
    case "projects_v2_item":
      return undefined;
  }
}

/** `renamed` wraps its change once more than others do: `changes.repository.name.from`. */
function repositoryChanges(changes: Readonly<Record<string, unknown>>): Payload {
  return "name" in changes ? { repository: { name: changes["name"] } } : changes;
}

function accountOf(event: WorldEvent): User | Organization {
  if (event.event === "installation" || event.event === "installation_repositories") return event.installation.account;
  return event.event === "projects_v2_item" ? event.organization : event.repository.owner;
}

/** Installation events name their account inside `installation`, all others beside the repository. */
function organizationOf(world: World, account: User | Organization): Payload {
  return account.__typename === "Organization" ? { organization: toOrganization(world, account) } : {};
}
