import { refusal } from "../world/error-texts.ts";
import type {
  Actor,
  App,
  Installation,
  PermissionLevel,
  Permissions,
  Repository,
  RepositoryRole,
} from "../world/objects.ts";
import { roleOf } from "../world/people.ts";

/** A person with a personal token: may do what their role in a repository allows. */
export interface PersonViewer {
  readonly kind: "person";
  readonly actor: Actor;
  readonly permissions: Permissions;
}

/** An app with a JSON web token: may ask about itself and mint tokens, nothing else. */
export interface AppViewer {
  readonly kind: "app";
  readonly actor: Actor;
  readonly app: App;
  readonly permissions: Permissions;
}

/** An app with an installation token: may do what the permissions allow, in the repositories it covers. */
export interface InstallationViewer {
  readonly kind: "installation";
  readonly actor: Actor;
  readonly app: App;
  readonly installation: Installation;
  readonly permissions: Permissions;
  /** The token's repositories; undefined: all of the installation. */
  readonly repositories: readonly Repository[] | undefined;
}

/** An app by its client id and secret: may end its users' tokens, nothing else. */
export interface ClientViewer {
  readonly kind: "client";
  readonly actor: Actor;
  readonly app: App;
  readonly permissions: Permissions;
}

/** Nobody we know: may read what is public over REST, from this address. */
export interface AnonymousViewer {
  readonly kind: "anonymous";
  readonly actor: Actor;
  readonly address: string;
  readonly permissions: Permissions;
}

/** Who asks, as proven by the token sent along. */
export type Viewer = PersonViewer | AppViewer | InstallationViewer | ClientViewer | AnonymousViewer;

/** Whoever sends no token. */
export function anonymousAt(address: string): AnonymousViewer {
  return { kind: "anonymous", actor: nobody, address, permissions: {} };
}

/** In no world, so that nothing is theirs. */
const nobody: Actor = {
  __typename: "User",
  id: "",
  databaseId: 0,
  createdAt: "",
  updatedAt: "",
  login: "",
  name: null,
  email: "",
  bio: null,
  company: null,
  location: null,
};

const levels: Readonly<Record<PermissionLevel, number>> = { read: 1, write: 2, admin: 3 };

/** Whether the repository's existence may be known to the viewer at all. */
export function sees(viewer: Viewer, repository: Repository): boolean {
  switch (viewer.kind) {
    case "person":
      return roleOf(repository, viewer.actor.login) !== undefined;
    case "installation":
      return !repository.isPrivate || covers(viewer, repository);
    default:
      return !repository.isPrivate;
  }
}

/** Whether an installation token reaches a repository. */
export function covers(viewer: InstallationViewer, repository: Repository): boolean {
  const { installation } = viewer;
  if (viewer.repositories !== undefined && !viewer.repositories.includes(repository)) return false;
  if (installation.repositorySelection === "selected") return installation.repositories.includes(repository);
  return installation.account === repository.owner;
}

/**
 * Whether the viewer holds a permission in a repository. People pass where they see it: their roles are checked by the
 * acts themselves. Installation tokens read whatever is public.
 */
export function holds(viewer: Viewer, repository: Repository, permission: string, level: PermissionLevel): boolean {
  if (!sees(viewer, repository)) return false;
  if (viewer.kind === "person") return true;
  if (viewer.kind === "app" || viewer.kind === "client") return false;
  if (level === "read" && !repository.isPrivate) return true;
  if (viewer.kind === "anonymous") return false;
  return covers(viewer, repository) && has(viewer.permissions, permission, level);
}

/** Throws FORBIDDEN "Resource not accessible by integration" unless the viewer holds one of the permissions. */
export function mustHold(
  viewer: Viewer,
  repository: Repository,
  permission: string | readonly string[],
  level: PermissionLevel,
): void {
  const wanted = typeof permission === "string" ? [permission] : permission;
  if (!wanted.some((name) => holds(viewer, repository, name, level))) throw refusal("notAccessibleByIntegration");
}

/** The same for an organization's permission (`members`, `organization_projects`). */
export function mustHoldInOrganization(
  viewer: Viewer,
  organization: Installation["account"],
  permission: string,
  level: PermissionLevel,
): void {
  if (viewer.kind === "person") return;
  const granted =
    viewer.kind === "installation" &&
    viewer.installation.account === organization &&
    has(viewer.permissions, permission, level);
  if (!granted) throw refusal("notAccessibleByIntegration");
}

/** Whether a set of permissions includes one at this level. Metadata can always be read. */
export function has(permissions: Permissions, permission: string, level: PermissionLevel): boolean {
  const granted = permissions[permission] ?? (permission === "metadata" ? "read" : undefined);
  return granted !== undefined && levels[granted] >= levels[level];
}

/** The viewer's role as a person would have it, for GraphQL's `viewerPermission` and REST's `permissions`. */
export function viewerRole(viewer: Viewer, repository: Repository): RepositoryRole | undefined {
  if (viewer.kind === "person") return roleOf(repository, viewer.actor.login);
  if (!sees(viewer, repository)) return undefined;
  return holds(viewer, repository, "contents", "write") ? "write" : "read";
}

/** As GitHub names whoever asks in its messages; also the key of their budget. */
export function nameOf(viewer: Viewer): string {
  switch (viewer.kind) {
    case "installation":
      return `installation ID ${viewer.installation.databaseId}`;
    case "app":
    case "client":
      return `app ID ${viewer.app.databaseId}`;
    case "anonymous":
      return viewer.address;
    default:
      return `user ID ${viewer.actor.databaseId}`;
  }
}
