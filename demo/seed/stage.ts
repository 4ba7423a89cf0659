import type { Discussion, Organization, Repository, User, World } from "local-github-server/world";

/** The world while its history is being told. */
export interface Stage {
  readonly world: World;
  readonly repository: Repository;
  readonly organization: Organization;
  /** Who owns the organization and may therefore do anything. */
  readonly owner: User;
  /** Filled while threads are opened; texts refer to them by name. */
  readonly threads: Map<string, Discussion>;
}

/** Somebody the content names. Throws when there is nobody of this login. */
export function person({ world }: Pick<Stage, "world">, login: string): User {
  const user = world.findUser(login);
  if (user === undefined) throw new Error(`the demo's content names ${login}, whom world.yml does not know`);
  return user;
}

/** One of these by its name. Throws when there is none. */
export function named<T>(things: readonly T[], name: string, nameOf: (thing: T) => string): T {
  const found = things.find((thing) => nameOf(thing) === name);
  if (found === undefined) throw new Error(`the demo's content names "${name}", which world.yml does not know`);
  return found;
}

/** A text with `{docs}` and `{thread:name}` filled in. */
export function fillIn({ world, repository, threads }: Stage, text: string): string {
  const docs = `${world.origin}/${repository.owner.login}/${repository.name}/blob/${repository.defaultBranchName}/docs`;
  return text
    .replaceAll("{docs}", docs)
    .replace(/\{thread:([\w-]+)\}/gu, (_, name: string) => `#${named([...threads], name, ([key]) => key)[1].number}`);
}
