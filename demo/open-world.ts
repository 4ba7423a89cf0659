import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { load } from "js-yaml";
import { z } from "zod";
import { startLocalGitHub, type LocalGitHub } from "local-github-server";
import type { World, Organization, Repository, User } from "local-github-server/world";
import { readFolder, type GitRepository, type ImportedFile } from "local-github-server/git";
import type { DemoOptions } from "../src/cli/demo.ts";
import { loadContent } from "./seed/content.ts";
import { seedWorld } from "./seed/seed-world.ts";

const manifest = z.object({
  name: z.string(),
  default_permissions: z.record(z.string(), z.enum(["read", "write", "admin"])),
  default_events: z.array(z.string()),
});

/** Key of the world's secrets under which the address its texts were written for is remembered. */
const ADDRESS = "demo:address";

/** Starts the local GitHub on a port that is free, with the world of last time or a new one. */
export async function openWorld(options: DemoOptions, port: number): Promise<LocalGitHub> {
  if (options.fresh) await forget(options.data);
  const url = `http://127.0.0.1:${port}`;
  const { name, default_permissions: permissions, default_events: events } = readManifest();
  let isNew = false;
  const github = await startLocalGitHub({
    folder: join(options.data, "github"),
    port,
    // Boards are an optional extra of the manifest, and the demo has one.
    app: { slug: name, permissions: { ...permissions, organization_projects: "write" }, events },
    now: () => new Date(),
    // Before it listens: a start that is broken off leaves no half of a world behind.
    seed: async (world, { bot }, git) => {
      isNew = true;
      world.attach({ origin: url });
      // Records of an app of another world would be about other things.
      const dataFolder = join(options.data, "app");
      await rm(dataFolder, { recursive: true, force: true });
      const { docs } = options;
      // Its past would go into a file there; on a server it begins without one, as any app does that is new.
      const app = options.postgres === true ? {} : { app: { bot, dataFolder } };
      await seedWorld(world, { content: loadContent(), now: new Date(), docs, git, ...app });
      world.attach({ now: () => new Date() });
    },
  });
  replaceAddress(github.world, url);
  if (!isNew && options.docs !== undefined) await serveDocs(github, options.docs);
  return github;
}

/** Forgets what earlier runs left, and nothing else that may be in the folder. */
async function forget(data: string): Promise<void> {
  for (const part of ["github", "app"]) await rm(join(data, part), { recursive: true, force: true });
}

/** The app asks for what its manifest says, boards aside, so that the demo shows whether that is enough. */
function readManifest(): z.infer<typeof manifest> {
  return manifest.parse(load(readFileSync(new URL("../app.yml", import.meta.url), "utf8")));
}

/** Texts hold links to this GitHub; on another port than last time they have to lead there. */
function replaceAddress(world: World, url: string): void {
  const before = world.secrets.get(ADDRESS);
  world.secrets.set(ADDRESS, url);
  if (before === undefined || before === url) return;
  for (const object of world.byId.values()) {
    if ("body" in object) object.body = object.body.replaceAll(`${before}/`, `${url}/`);
  }
}

/** The demo's one project. */
export interface Project {
  readonly repository: Repository;
  readonly organization: Organization;
  /** Who owns the organization. */
  readonly owner: User;
}

/** Finds the project in a world that was seeded. Throws where there is none. */
export function projectOf(world: World): Project {
  const repository = world.all("Repository")[0];
  const organization = repository?.owner;
  if (repository === undefined || organization?.__typename !== "Organization") {
    throw new Error("the demo's world holds no project; start with --fresh");
  }
  const login = [...organization.members].find(([, role]) => role === "admin")?.[0];
  const owner = login === undefined ? undefined : world.findUser(login);
  if (owner === undefined) throw new Error(`nobody owns ${organization.login}; start with --fresh`);
  return { repository, organization, owner };
}

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
