import type { Actor, Organization } from "../../world/objects.ts";
import { restLogin } from "../../world/people.ts";
import type { World } from "../../world/world.ts";

/** Somebody, as REST and webhooks show them wherever they are mentioned ("simple user"). */
export function toAccount(world: World, account: Actor | Organization): Record<string, unknown> {
  const login = restLogin(account);
  const api = `${world.origin}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id: account.databaseId,
    node_id: account.id,
    avatar_url: `${world.origin}/avatars/u/${account.databaseId}?v=4`,
    gravatar_id: "",
    url: api,
    html_url: account.__typename === "Bot" ? `${world.origin}/apps/${account.login}` : `${world.origin}/${login}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: account.__typename,
    user_view_type: "public",
    site_admin: false,
  };
}

/** The same for an author who may be gone: null. */
export function toAuthor(world: World, author: Actor | null): Record<string, unknown> | null {
  return author === null ? null : toAccount(world, author);
}

/** An organization as webhooks show it beside the repository. */
export function toOrganization(world: World, organization: Organization): Record<string, unknown> {
  const api = `${world.origin}/orgs/${organization.login}`;
  return {
    login: organization.login,
    id: organization.databaseId,
    node_id: organization.id,
    url: api,
    repos_url: `${api}/repos`,
    events_url: `${api}/events`,
    hooks_url: `${api}/hooks`,
    issues_url: `${api}/issues`,
    members_url: `${api}/members{/member}`,
    public_members_url: `${api}/public_members{/member}`,
    avatar_url: `${world.origin}/avatars/u/${organization.databaseId}?v=4`,
    description: organization.description,
  };
}
