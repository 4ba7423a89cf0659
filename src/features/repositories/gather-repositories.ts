import { unreachable } from "../../core/errors.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { GitHubReads, VisibleRepositories } from "../../core/github-reads.ts";
import type { RecordReads } from "../../core/record-reads.ts";
import { usualRetention, type Retention } from "../../core/retention.ts";
import type { EventOf } from "../feature.ts";

export interface RepositoryFacts {
  /** Repositories we serve, by our records. */
  readonly known: readonly RepositoryRef[];
  /** Repositories that are visible to the app; read only where an event does not name them. */
  readonly visible: readonly RepositoryRef[];
  /** What the operator wants; read only where something is to be forgotten for its age. */
  readonly retention?: Retention;
}

/** What it reads: which repositories there are, by our records and by GitHub, and how long what is kept. */
interface RepositoryReads {
  readonly github: Pick<GitHubReads, "repositoriesOf" | "allRepositories">;
  readonly records: Pick<RecordReads, "repositories">;
  readonly retention?: Retention;
}

/** Asks no more than an event leaves open: GitHub only where it does not name the repositories. */
export async function gatherRepositories(
  event: EventOf<
    | "installation-changed"
    | "repository-added"
    | "repository-removed"
    | "default-branch-moved"
    | "discussion-removed"
    | "issue-removed"
    | "comment-deleted"
    | "tick"
  >,
  { github, records, retention = usualRetention }: RepositoryReads,
): Promise<RepositoryFacts> {
  switch (event.kind) {
    case "repository-added":
      return { known: await records.repositories(), visible: [] };
    case "repository-removed":
    case "discussion-removed":
    case "issue-removed":
    case "comment-deleted":
      return { known: [], visible: [] };
    case "installation-changed":
      return {
        known: await records.repositories(),
        visible: event.lost ? [] : await github.repositoriesOf(event.installation),
      };
    case "default-branch-moved":
      return { known: isShared(event.repository) ? await records.repositories() : [], visible: [] };
    case "tick":
      if (event.every === "day") return { known: [], visible: [], retention };
      return toFacts(await records.repositories(), await github.allRepositories());
    default:
      return unreachable(event);
  }
}

/** Repositories of an installation that GitHub refuses to tell of count as visible. */
function toFacts(known: readonly RepositoryRef[], { repositories, refused }: VisibleRepositories): RepositoryFacts {
  const unknown = known.filter(({ installation }) => refused.includes(installation));
  return { known, visible: [...repositories, ...unknown] };
}

/** The owner's `.github` repository holds the config of repositories that have none of their own. */
export function isShared({ name }: RepositoryRef): boolean {
  return name === ".github";
}
