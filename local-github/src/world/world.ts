import { deserialize, serialize } from "node:v8";
import { refusal } from "./error-texts.ts";
import type { WorldEvent, WorldListener } from "./events.ts";
import type { Git } from "./git.ts";
import { nodeId } from "./node-ids.ts";
import type {
  App,
  Bot,
  Installation,
  ObjectOf,
  Organization,
  Repository,
  Stamp,
  Typename,
  User,
  WorldObject,
} from "./objects.ts";

/** What `save` writes. Grows by optional fields only, so that older saves still load. */
interface SavedWorld {
  readonly version: 1;
  readonly lastDatabaseId: number;
  readonly objects: readonly WorldObject[];
  readonly secrets: ReadonlyMap<string, string>;
  readonly aheadMs?: number;
}

/** Where a world is reached, what time it is there and how to get at git. None of it is saved. */
export interface WorldOptions {
  /** Base URL of pages and of all `url` fields, without a slash at its end. */
  readonly origin?: string;
  readonly now?: () => Date;
  /** Opens the git side of a repository. */
  readonly git?: (repository: Repository) => Git;
}

/**
 * All objects of the local GitHub, with what finds them and emits their events. 200 lines, as finding,
 * saving and loading share its indexes.
 */
export class World {
  origin: string;
  /** By node id. */
  readonly byId = new Map<string, WorldObject>();
  /** Things that must outlive a restart and are no objects, such as people's tokens. */
  readonly secrets = new Map<string, string>();
  #now: () => Date;
  #aheadMs = 0;
  #git: ((repository: Repository) => Git) | undefined;
  #lastDatabaseId = 1000;
  readonly #listeners = new Set<WorldListener>();
  /** The same objects by type, so that looking for a repository does not walk through all comments. */
  readonly #byType = new Map<Typename, Set<WorldObject>>();

  constructor(options: WorldOptions = {}) {
    this.origin = options.origin ?? "http://127.0.0.1";
    this.#now = options.now ?? (() => new Date());
    this.#git = options.git;
  }

  /** Set what a saved world lost: address, clock and git. */
  attach(options: WorldOptions): void {
    this.origin = options.origin ?? this.origin;
    this.#now = options.now ?? this.#now;
    this.#git = options.git ?? this.#git;
  }

  /** The time of all that happens here: that of the clock it was given, and as much later as it was moved forward. */
  now(): Date {
    return new Date(this.#now().getTime() + this.#aheadMs);
  }

  /** The time of the clock it was given, however far this one was moved: what clients sign and count with. */
  unmovedNow(): Date {
    return this.#now();
  }

  /** Moves the clock forward, in milliseconds and for good: a restart goes on from there. Throws where it would go back. */
  advanceClock(ms: number): void {
    if (!(ms >= 0)) throw new RangeError(`a clock moves forward only, not by ${ms} ms`);
    this.#aheadMs += ms;
  }

  /** Now as GitHub writes it: `2026-01-31T09:30:00Z`. */
  timestamp(): string {
    return this.now()
      .toISOString()
      .replace(/\.\d+Z$/u, "Z");
  }

  /** The git side of a repository. */
  git(repository: Repository): Git {
    if (this.#git === undefined) throw new Error("this world has no git: pass `git` to it");
    return this.#git(repository);
  }

  /** Ids and times for a new object. `repository` is part of the node id of what belongs to one. */
  stamp<Name extends Typename>(typename: Name, repository?: Repository): Stamp<Name> {
    this.#lastDatabaseId += 1;
    const databaseId = this.#lastDatabaseId;
    const at = this.timestamp();
    const id = nodeId(typename, databaseId, repository?.databaseId);
    return { __typename: typename, id, databaseId, createdAt: at, updatedAt: at };
  }

  /** Remember a new object: `world.register<Label>({ ...world.stamp("Label", repository), … })`. */
  register<T extends WorldObject>(object: T): T {
    this.#keep(object);
    return object;
  }

  forget(object: WorldObject): void {
    this.byId.delete(object.id);
    this.#byType.get(object.__typename)?.delete(object);
  }

  #keep(object: WorldObject): void {
    this.byId.set(object.id, object);
    const alike = this.#byType.get(object.__typename) ?? new Set();
    this.#byType.set(object.__typename, alike.add(object));
  }

  /** Set `updatedAt` to now. */
  touch(object: { updatedAt: string }): void {
    object.updatedAt = this.timestamp();
  }

  /** The object of this id, of one of these types where given. Throws NOT_FOUND. */
  node<Name extends Typename = Typename>(id: string, ...types: readonly Name[]): ObjectOf<Name> {
    const found = this.byId.get(id);
    if (found === undefined) throw refusal("nodeNotFound", { id });
    if (!isOf(found, types)) throw refusal("nodeOfOtherType", { id, type: types[0] ?? "" });
    return found;
  }

  /** All objects of one type, in order of creation. */
  all<Name extends Typename>(typename: Name): ObjectOf<Name>[] {
    return [...(this.#byType.get(typename) ?? [])].filter((object) => isOf(object, [typename]));
  }

  findRepository(owner: string, name: string): Repository | undefined {
    return this.all("Repository").find(
      (repository) => sameName(repository.owner.login, owner) && sameName(repository.name, name),
    );
  }

  /** The repository that had this name, unless another has it now. */
  findRenamed(owner: string, name: string): Repository | undefined {
    if (this.findRepository(owner, name) !== undefined) return undefined;
    const wanted = `${owner}/${name}`;
    return this.all("Repository").findLast(({ earlierNames = [] }) => earlierNames.some((it) => sameName(it, wanted)));
  }

  /** A person, organization or bot by login; bots by `my-app` as well as `my-app[bot]`. */
  findAccount(login: string): User | Organization | Bot | undefined {
    return this.findUser(login) ?? this.findOrganization(login) ?? this.findBot(login);
  }

  findUser(login: string): User | undefined {
    return this.all("User").find((user) => sameName(user.login, login));
  }

  findOrganization(login: string): Organization | undefined {
    return this.all("Organization").find((organization) => sameName(organization.login, login));
  }

  findBot(login: string): Bot | undefined {
    return this.all("Bot").find((bot) => sameName(bot.login, login.replace(/\[bot\]$/u, "")));
  }

  findApp(idOrSlug: number | string): App | undefined {
    return this.all("App").find((app) => app.databaseId === Number(idOrSlug) || app.slug === idOrSlug);
  }

  findInstallation(id: number): Installation | undefined {
    return this.all("Installation").find((installation) => installation.databaseId === id);
  }

  /** Calls the listener with every event from now on; what it returns stops that. */
  on(listener: WorldListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tell what has just happened. */
  emit(event: WorldEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Everything but listeners, the given clock, address and git, as bytes for `World.load`. */
  save(): Uint8Array {
    const saved: SavedWorld = {
      version: 1,
      lastDatabaseId: this.#lastDatabaseId,
      objects: [...this.byId.values()],
      secrets: this.secrets,
      aheadMs: this.#aheadMs,
    };
    return serialize(saved);
  }

  static load(bytes: Uint8Array, options: WorldOptions = {}): World {
    const saved: SavedWorld = deserialize(bytes);
    const world = new World(options);
    world.#lastDatabaseId = saved.lastDatabaseId;
    world.#aheadMs = saved.aheadMs ?? 0;
    for (const object of saved.objects) world.#keep(object);
    for (const [name, secret] of saved.secrets) world.secrets.set(name, secret);
    return world;
  }
}

/** Logins and repository names compare without case. */
export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function isOf<Name extends Typename>(object: WorldObject, types: readonly Name[]): object is ObjectOf<Name> {
  return types.length === 0 || types.some((type) => type === object.__typename);
}
