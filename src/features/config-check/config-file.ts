import { configPath } from "../../config/schema.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { GitHubReads } from "../../core/github-reads.ts";
import type { Folder } from "../../core/proposal.ts";

/** The config as it stands at a commit. */
export interface ConfigFile {
  readonly kind: "missing" | Folder["entries"][number]["kind"];
  /** Git's id of a file. */
  readonly sha?: string;
  readonly text?: string;
  /** Files that somebody may take for a config, and that are none: with another ending, or in another folder. */
  readonly lookalikes: readonly string[];
}

/** What many call the config of a bot by mistake: probot/stale#230 and #279, where `.yaml` was silently ignored for days. */
const lookalikes = [".github/frontdesk.yaml", "frontdesk.yml", "frontdesk.yaml", ".github/.frontdesk.yml"];

/** Reads the config at each of these commits. 1 point, and 1 for each that is a file. */
export async function readConfigFiles(
  repository: RepositoryRef,
  commits: readonly string[],
  github: Pick<GitHubReads, "foldersTo" | "findFile">,
): Promise<readonly ConfigFile[]> {
  const folders = await github.foldersTo(repository, commits, configPath);
  return Promise.all(commits.map((commit, index) => readOne(repository, commit, folders[index] ?? [], github)));
}

async function readOne(
  repository: RepositoryRef,
  commit: string,
  folders: readonly Folder[],
  github: Pick<GitHubReads, "findFile">,
): Promise<ConfigFile> {
  const entries = new Map(
    folders.flatMap(({ path, entries }) =>
      entries.map(({ name, kind }) => [path === "" ? name : `${path}/${name}`, kind] as const),
    ),
  );
  const alike = lookalikes.filter((it) => entries.get(it) === "file");
  const kind = entries.get(configPath) ?? "missing";
  const file = kind === "file" ? await github.findFile(repository, commit, configPath) : undefined;
  if (!file) return { kind, lookalikes: alike };
  return { kind, sha: file.sha, text: new TextDecoder().decode(file.bytes), lookalikes: alike };
}
