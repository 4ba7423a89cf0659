import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { GitRepository } from "./git-repository.ts";
import type { Repository } from "../world/objects.ts";

/** The bare git repositories of a server, by database id, so that renaming moves nothing. */
export class GitFolders {
  readonly #folder: string;
  readonly #open = new Map<number, GitRepository>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The git side of a repository; an empty one is made at the first call. */
  of(repository: Repository): GitRepository {
    const known = this.#open.get(repository.databaseId);
    if (known !== undefined) return known;
    const folder = join(this.#folder, `${repository.databaseId}.git`);
    if (!existsSync(folder)) {
      initBare(folder, repository.defaultBranchName);
    }
    const git = new GitRepository(folder);
    this.#open.set(repository.databaseId, git);
    return git;
  }

  /** Ends the processes that read for them. */
  close(): void {
    for (const git of this.#open.values()) git.close();
  }
}

/**
 * What `git init --bare` makes and git needs to know a repository by (gitrepository-layout(5)); a process for it would
 * take twenty times as long, while everything else waits.
 */
function initBare(folder: string, defaultBranch: string): void {
  for (const part of ["objects/info", "objects/pack", "refs/heads", "refs/tags"]) {
    mkdirSync(join(folder, part), { recursive: true });
  }
  writeFileSync(join(folder, "config"), "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n");
  writeFileSync(join(folder, "HEAD"), `ref: refs/heads/${defaultBranch}\n`);
}
