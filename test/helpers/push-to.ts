import { nullOid } from "local-github-server/git";
import { announcePush, type Repository } from "local-github-server/world";
import type { Desk } from "./open-desk.ts";

const heads = new WeakMap<Repository, string>();

/** Somebody pushes to another repository than that of the desk. */
export async function pushTo(
  { github, person }: Desk,
  repository: Repository,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const author = { name: "Mia", email: "mia@example.com", date: github.world.timestamp() };
  const before = heads.get(repository);
  const after = await github.git(repository).importFiles(
    "main",
    Object.entries(files).map(([path, content]) => ({ path, content })),
    { message: "Change it\n", author, keep: before !== undefined },
  );
  heads.set(repository, after);
  const ref = "refs/heads/main";
  announcePush(github.world, person("mia"), repository, { ref, before: before ?? nullOid, after, forced: false });
}
