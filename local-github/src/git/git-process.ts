import type { GitAnswer, GitRequest } from "./git-runner.ts";
import { ObjectReader } from "./object-reader.ts";
import { GitError, runGit } from "./run-git.ts";

/** The process that `GitRunner` starts: it runs git for it, and keeps one `git cat-file` for each repository. */

const readers = new Map<string, ObjectReader>();

async function answer(request: GitRequest): Promise<GitAnswer> {
  const { id } = request;
  try {
    switch (request.kind) {
      case "run":
        return { id, output: await runGit(request.command) };
      case "read": {
        const { folder, wanted, revision } = request;
        const reader = readers.get(folder) ?? new ObjectReader(folder);
        readers.set(folder, reader);
        return { id, object: await reader.read(wanted, revision) };
      }
      case "release":
        readers.get(request.folder)?.close();
        readers.delete(request.folder);
        return { id };
    }
  } catch (error) {
    const exitCode = error instanceof GitError ? error.exitCode : undefined;
    return { id, error: { message: error instanceof Error ? error.message : String(error), exitCode } };
  }
}

process.on("message", (request: GitRequest) => {
  void answer(request).then((it) => process.connected && process.send?.(it));
});
// It ends with the process that started it, which alone gets signals of the terminal.
process.on("disconnect", () => process.exit());
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
