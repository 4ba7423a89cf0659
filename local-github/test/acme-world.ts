import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startLocalGitHub, type LocalGitHub, type LocalGitHubOptions } from "local-github-server";
import {
  createOrganization,
  createRepository,
  createUser,
  installApp,
  type App,
  type Installation,
  type Organization,
  type Repository,
  type User,
  type World,
} from "local-github-server/world";

/** The world of these tests: acme's repository widgets, its people, and the app installed there. */
export interface Acme {
  readonly github: LocalGitHub;
  readonly world: World;
  readonly organization: Organization;
  readonly repository: Repository;
  readonly installation: Installation;
  /** olga owns, tom triages, ada and sam merely read. */
  readonly people: Readonly<Record<"olga" | "tom" | "ada" | "sam", User>>;
  /** Ask GraphQL as a person or as the app. */
  ask(who: string, query: string, variables?: object): Promise<Answer>;
  close(): Promise<void>;
}

/** A GraphQL answer; `data` is looked into by the tests, so it is left open. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data;
  readonly errors: readonly { readonly type?: string; readonly message: string; readonly path?: readonly unknown[] }[];
}

/** A JSON object whose parts are found by name. */
export interface Data {
  readonly [name: string]: Data;
}

/** Fill a world with acme. */
export function seedAcme(world: World, app: App): void {
  const owner = createUser(world, "olga", { name: "Olga Owner" });
  const acme = createOrganization(world, "acme", { owners: [owner] });
  createUser(world, "tom");
  createUser(world, "ada");
  createUser(world, "sam");
  createRepository(world, acme, "widgets", { collaborators: { tom: "triage" } });
  installApp(world, owner, app, acme);
}

/** Start a GitHub with acme in a folder of its own. */
export async function startAcme(options: Partial<LocalGitHubOptions> = {}): Promise<Acme> {
  const folder = await mkdtemp(join(tmpdir(), "acme-"));
  const github = await startLocalGitHub({ folder, seed: seedAcme, ...options });
  const { world } = github;
  const [installation] = world.all("Installation");
  const organization = world.findOrganization("acme");
  const repository = world.findRepository("acme", "widgets");
  if (installation === undefined || organization === undefined || repository === undefined) throw new Error("no acme");
  const [olga, tom, ada, sam] = ["olga", "tom", "ada", "sam"].map((login) => world.findUser(login));
  if (olga === undefined || tom === undefined || ada === undefined || sam === undefined) throw new Error("no people");
  return {
    github,
    world,
    organization,
    repository,
    installation,
    people: { olga, tom, ada, sam },
    ask: async (who, query, variables = {}) => {
      const token = who === "app" ? appToken(github, installation) : github.tokenFor(who);
      return postQuery(github.url, token, query, variables);
    },
    close: async () => {
      await github.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** An installation token of the app. */
export function appToken(github: LocalGitHub, installation: Installation): string {
  return github.access.mint(installation.app, installation).token;
}

/** Post a GraphQL document as it is. */
export async function postQuery(url: string, token: string, query: string, variables: object = {}): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { authorization: `bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const body = JSON.parse(await response.text());
  return { status: response.status, headers: response.headers, data: body.data, errors: body.errors ?? [] };
}
