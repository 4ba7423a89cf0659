import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { GitTree } from "../../../evaluation/sets/git-tree.ts";

/** A git repository with these files, in a folder of its own. */
export class OwnRepository {
  readonly folder = mkdtempSync(join(tmpdir(), "repository-"));

  constructor(files: Readonly<Record<string, string>>) {
    this.git("init", "--quiet");
    this.commitFiles(files);
  }

  commitFiles(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), text);
    }
    this.git("add", "--all", "--force");
    this.git(
      "-c",
      "user.name=Ada",
      "-c",
      "user.email=ada@example.org",
      "commit",
      "--quiet",
      "--allow-empty",
      "--message",
      "all",
    );
  }

  get commit(): string {
    return this.git("rev-parse", "HEAD").trim();
  }

  git(...args: readonly string[]): string {
    // Git's own variables would lead it to the repository that the tests stand in, in a hook for one.
    const { GIT_DIR: _dir, GIT_INDEX_FILE: _index, GIT_WORK_TREE: _tree, ...env } = process.env;
    return execFileSync("git", ["-C", this.folder, ...args], { encoding: "utf8", env });
  }
}

/** The tree of such a repository. */
export async function treeOf(files: Readonly<Record<string, string>>): Promise<GitTree> {
  const tree = await GitTree.open(new OwnRepository(files).folder, "HEAD");
  if (tree === undefined) throw new Error("The repository has no commit.");
  return tree;
}
