import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { GitRepository } from "./git/git-repository.ts";
import { gitEnvironment } from "./git/run-git.ts";
import type { Repository } from "./world/objects.ts";

/** The bare git repositories of a server, by database id, so that renaming moves nothing. */
export class GitFolders {
  readonly #folder: string;
  readonly #open = new Map<number, GitRepository>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The git side of a repository; an empty one is made at the first look. */
  of(repository: Repository): GitRepository {
    const known = this.#open.get(repository.databaseId);
    if (known !== undefined) return known;
    const folder = join(this.#folder, `${repository.databaseId}.git`);
    if (!existsSync(folder)) {
      mkdirSync(folder, { recursive: true });
      const branch = `--initial-branch=${repository.defaultBranchName}`;
      execFileSync("git", ["init", "--bare", "--quiet", branch, folder], { env: gitEnvironment({}) });
    }
    const git = new GitRepository(folder);
    this.#open.set(repository.databaseId, git);
    return git;
  }
}
