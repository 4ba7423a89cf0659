import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GitRepository } from "local-github-server/git";
import { World, createRepository, createUser, type Repository, type User } from "local-github-server/world";
import type { PageContext } from "../../src/pages/visit.ts";
import { AppManifests } from "../../src/access/app-manifests.ts";
import { UserAuthorizations } from "../../src/access/user-authorizations.ts";
import { MovableClock } from "../../src/clock/movable-clock.ts";
import { handlePage } from "../../src/pages/router.ts";

const origin = "http://127.0.0.1:4400";

/** A repository `ada/tool` with an owner, a triager and a reader, seen through its pages. */
export interface SmallSite {
  readonly world: World;
  readonly context: PageContext;
  readonly repository: Repository;
  readonly ada: User;
  readonly tri: User;
  readonly rob: User;
  /** Opens a page as somebody, or as nobody. */
  get(path: string, as?: User): Promise<Response>;
  /** Sends a form. */
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    as?: User,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
  close(): Promise<void>;
}

/** Makes the site; `files` are committed to `main`. */
export async function openSmallSite(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<SmallSite> {
  const folder = await mkdtemp(join(tmpdir(), "local-github-pages-"));
  const git = await GitRepository.init(join(folder, "tool.git"));
  const world = new World({ origin, git: () => git });
  const [ada, tri, rob] = [createUser(world, "ada"), createUser(world, "tri"), createUser(world, "rob")];
  const repository = createRepository(world, ada, "tool", { collaborators: { tri: "triage" } });
  const imported = Object.entries(files).map(([path, content]) => ({ path, content }));
  const author = { name: "Ada", email: "ada@example.com", date: "2026-01-31T09:30:00Z" };
  await git.importFiles("main", imported, { message: "Start", author });
  const clock = new MovableClock(world, () => {});
  const authorizations = new UserAuthorizations(world, () => world.now());
  const context: PageContext = {
    world,
    git: () => git,
    deliveries: { list: () => [], redeliver: async () => {} },
    clock,
    authorizations,
    manifests: new AppManifests(world, authorizations, () => world.now()),
  };
  const open = async (path: string, init: RequestInit, as: User | undefined): Promise<Response> => {
    const request = new Request(origin + path, { redirect: "manual", ...init });
    request.headers.set("host", "127.0.0.1:4400");
    if (as !== undefined) request.headers.set("cookie", `act_as=${as.login}`);
    const page = await handlePage(request, context);
    if (page === undefined) throw new Error(`${path} is left to the API`);
    return page;
  };
  return {
    world,
    context,
    repository,
    ada,
    tri,
    rob,
    get: (path, as) => open(path, { headers: { accept: "text/html" } }, as),
    post: (path, fields, as, headers = {}) =>
      open(path, { method: "POST", headers: { origin, ...headers }, body: new URLSearchParams(fields) }, as),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
