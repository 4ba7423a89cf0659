import type { LocalGitHub } from "local-github-server";
import { readFolder, type GitRepository, type ImportedFile } from "local-github-server/git";
import { projectOf } from "./project-of.ts";

/** Puts a folder in the place of the repository's docs, as one pushed commit; none when nothing differs. */
export async function serveDocs(github: LocalGitHub, folder: string): Promise<void> {
  const { repository, owner } = projectOf(github.world);
  const git = github.git(repository);
  const branch = repository.defaultBranchName;
  const before = await git.resolve(branch);
  if (before === undefined) return;
  const date = github.world.timestamp();
  const after = await git.importFiles(branch, withDocs(git, before, folder), {
    message: "Replace the docs",
    author: { name: owner.name ?? owner.login, email: owner.email, date },
  });
  const [old, fresh] = await Promise.all([git.resolve(`${before}^{tree}`), git.resolve(`${after}^{tree}`)]);
  if (old === fresh) {
    await git.updateRef(`refs/heads/${branch}`, before, after);
    return;
  }
  repository.pushedAt = date;
  const ref = `refs/heads/${branch}`;
  github.world.emit({ event: "push", repository, ref, before, after, forced: false, actor: owner });
}

/** What the repository holds outside `docs/`, and the folder's files as `docs/`. */
async function* withDocs(git: GitRepository, commit: string, folder: string): AsyncGenerator<ImportedFile> {
  for (const { path, mode, type, sha } of await git.tree(commit, { recursive: true })) {
    if (type !== "blob" || path.startsWith("docs/")) continue;
    yield { path, mode, content: await git.readBlob(sha) };
  }
  for await (const file of readFolder(folder)) yield { ...file, path: `docs/${file.path}` };
}
