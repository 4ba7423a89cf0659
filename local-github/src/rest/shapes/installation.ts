import type { App, Installation } from "../../world/objects.ts";
import type { World } from "../../world/world.ts";
import { toAccount, toAuthor } from "./account.ts";

/** A GitHub App ("integration"). */
export function toApp(world: World, app: App): Record<string, unknown> {
  return {
    id: app.databaseId,
    slug: app.slug,
    node_id: app.id,
    client_id: app.clientId,
    owner: toAccount(world, app.owner),
    name: app.name,
    description: app.description,
    external_url: `${world.origin}/apps/${app.slug}`,
    html_url: `${world.origin}/apps/${app.slug}`,
    created_at: app.createdAt,
    updated_at: app.updatedAt,
    permissions: app.permissions,
    events: app.events,
  };
}

/** An installation of an app on somebody's account. */
export function toInstallation(world: World, installation: Installation): Record<string, unknown> {
  const { account, app, databaseId } = installation;
  const isUser = account.__typename === "User";
  const page = isUser ? "settings/installations" : `organizations/${account.login}/settings/installations`;
  return {
    id: databaseId,
    client_id: app.clientId,
    account: toAccount(world, account),
    repository_selection: installation.repositorySelection,
    access_tokens_url: `${world.origin}/app/installations/${databaseId}/access_tokens`,
    repositories_url: `${world.origin}/installation/repositories`,
    html_url: `${world.origin}/${page}/${databaseId}`,
    app_id: app.databaseId,
    app_slug: app.slug,
    target_id: account.databaseId,
    target_type: account.__typename,
    permissions: installation.permissions,
    events: installation.events,
    created_at: installation.createdAt,
    updated_at: installation.updatedAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: toAuthor(world, installation.suspendedBy),
    suspended_at: installation.suspendedAt,
  };
}
