import { createPublicKey, generateKeyPairSync, randomBytes } from "node:crypto";
import type { Actor, App, Bot, Installation, Organization, Permissions, Repository, User } from "./objects.ts";
import type { World } from "./world.ts";

/** Register a GitHub App with its bot. Makes a private key where none is given, which takes about 100 ms. */
export function registerApp(
  world: World,
  owner: User | Organization,
  app: {
    readonly slug: string;
    readonly name?: string;
    readonly permissions: Permissions;
    readonly events: readonly string[];
    readonly webhook?: { readonly url: string | null; readonly secret: string };
    /** In PEM, as GitHub hands it out. */
    readonly privateKey?: string;
  },
): App {
  const privateKey = app.privateKey ?? createPrivateKey();
  const bot = world.register<Bot>({ ...world.stamp("Bot"), login: app.slug });
  return world.register<App>({
    ...world.stamp("App"),
    slug: app.slug,
    name: app.name ?? app.slug,
    description: "",
    owner,
    bot,
    clientId: `Iv23li${randomBytes(7).toString("hex")}`,
    privateKey,
    publicKey: createPublicKey(privateKey).export({ type: "spki", format: "pem" }).toString(),
    permissions: app.permissions,
    events: app.events,
    webhook: { url: app.webhook?.url ?? null, secret: app.webhook?.secret ?? randomBytes(20).toString("hex") },
  });
}

/** A new private key of an app, in PEM. */
export function createPrivateKey(): string {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return privateKey.export({ type: "pkcs1", format: "pem" }).toString();
}

/** Install an app on an account: on all its repositories, or on some. Permissions and events are the app's of now. */
export function installApp(
  world: World,
  actor: Actor,
  app: App,
  account: User | Organization,
  repositories?: readonly Repository[],
): Installation {
  const installation = world.register<Installation>({
    ...world.stamp("Installation"),
    app,
    account,
    repositorySelection: repositories === undefined ? "all" : "selected",
    repositories: [...(repositories ?? [])],
    permissions: app.permissions,
    events: app.events,
    suspendedAt: null,
    suspendedBy: null,
  });
  emitInstallation(world, actor, installation, "created");
  return installation;
}

/** Take an app away from an account. Its tokens end with it. */
export function uninstallApp(world: World, actor: Actor, installation: Installation): void {
  const repositories = repositoriesOf(world, installation);
  world.forget(installation);
  world.emit({ event: "installation", action: "deleted", installation, repositories, actor });
}

/** Suspend an installation: its tokens answer 403 and it gets no webhooks until `unsuspendInstallation`. */
export function suspendInstallation(world: World, actor: User, installation: Installation): void {
  world.touch(installation);
  installation.suspendedAt = installation.updatedAt;
  installation.suspendedBy = actor;
  emitInstallation(world, actor, installation, "suspend");
}

/** End a suspension. */
export function unsuspendInstallation(world: World, actor: Actor, installation: Installation): void {
  world.touch(installation);
  installation.suspendedAt = null;
  installation.suspendedBy = null;
  emitInstallation(world, actor, installation, "unsuspend");
}

/** Accept what the app asks by now. */
export function acceptPermissions(world: World, actor: Actor, installation: Installation): void {
  installation.permissions = installation.app.permissions;
  installation.events = installation.app.events;
  world.touch(installation);
  emitInstallation(world, actor, installation, "new_permissions_accepted");
}

/** Choose other repositories for an installation of selected ones. */
export function changeRepositories(
  world: World,
  actor: Actor,
  installation: Installation,
  change: { readonly add?: readonly Repository[]; readonly remove?: readonly Repository[] },
): void {
  const added = (change.add ?? []).filter((repository) => !installation.repositories.includes(repository));
  const removed = (change.remove ?? []).filter((repository) => installation.repositories.includes(repository));
  installation.repositorySelection = "selected";
  installation.repositories = [...installation.repositories, ...added].filter((one) => !removed.includes(one));
  world.touch(installation);
  const event = "installation_repositories";
  if (added.length > 0) world.emit({ event, action: "added", installation, added, removed: [], actor });
  if (removed.length > 0) world.emit({ event, action: "removed", installation, added: [], removed, actor });
}

/** All repositories an installation covers, by creation. */
export function repositoriesOf(world: World, installation: Installation): Repository[] {
  const { account, repositorySelection, repositories } = installation;
  if (repositorySelection === "selected") return [...repositories];
  return world.all("Repository").filter((repository) => repository.owner === account);
}

function emitInstallation(
  world: World,
  actor: Actor,
  installation: Installation,
  action: "created" | "suspend" | "unsuspend" | "new_permissions_accepted",
): void {
  const repositories = repositoriesOf(world, installation);
  world.emit({ event: "installation", action, installation, repositories, actor });
}
