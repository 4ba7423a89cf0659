import type { Actor, Discussion, Organization, Repository, User, World } from "local-github-server/world";

/** The world while it is seeded. */
export interface SeedContext {
  readonly world: World;
  readonly repository: Repository;
  readonly organization: Organization;
  /** Who owns the organization and may therefore do anything. */
  readonly owner: User;
  /** Filled while threads are opened; texts refer to them by name. */
  readonly threads: Map<string, Discussion>;
}

/** Somebody the content names, or another app. Throws when there is nobody of this login. */
export function actor({ world }: Pick<SeedContext, "world">, login: string): Actor {
  return world.findBot(login) ?? person({ world }, login);
}

/** Somebody the content names. Throws when there is nobody of this login. */
export function person({ world }: Pick<SeedContext, "world">, login: string): User {
  const user = world.findUser(login);
  if (user === undefined) throw new Error(`the demo's content names ${login}, whom world.yml does not know`);
  return user;
}

/** One of these by its name. Throws when there is none. */
export function mustFindByName<T>(things: readonly T[], name: string, nameOf: (thing: T) => string): T {
  const found = things.find((thing) => nameOf(thing) === name);
  if (found === undefined) throw new Error(`the demo's content names "${name}", which world.yml does not know`);
  return found;
}

/** A text with `{docs}` and `{thread:name}` filled in. */
export function fillPlaceholders({ world, repository, threads }: SeedContext, text: string): string {
  const docs = `${world.origin}/${repository.owner.login}/${repository.name}/blob/${repository.defaultBranchName}/docs`;
  return text
    .replaceAll("{docs}", docs)
    .replace(
      /\{thread:([\w-]+)\}/gu,
      (_, name: string) => `#${mustFindByName([...threads], name, ([key]) => key)[1].number}`,
    );
}
