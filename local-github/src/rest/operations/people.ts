import { mustHoldInOrganization } from "../../access/viewer.ts";
import type { Resource } from "../../api/limits.ts";
import type { RestAnswer } from "../../request-context.ts";
import type { Actor, Organization, Team } from "../../world/objects.ts";
import { sameName, type World } from "../../world/world.ts";
import { ok } from "../answers.ts";
import { refusalByText, restErrorTexts } from "../error-texts.ts";
import { mustFind, type RestOperation, type RestRequest } from "../rest-operation.ts";
import { toAccount } from "../shapes/account.ts";

/** People, teams, and what is left of one's rate limit. */
export const peopleOperations: readonly RestOperation[] = [
  { name: "GET /user", docs: "users/users#get-the-authenticated-user", needsToken: true, handle: getSelf },
  {
    name: "GET /users/{username}",
    docs: "users/users#get-a-user",
    handle: ({ world, parameters }) => {
      const account = mustFind(world.findAccount(parameters["username"] ?? ""));
      return ok(toPublicUser(world, account));
    },
  },
  {
    name: "GET /orgs/{org}/teams/{team_slug}/memberships/{username}",
    docs: "teams/members#get-team-membership-for-a-user",
    accepts: "members=read",
    needsToken: true,
    handle: getMembership,
  },
  {
    name: "GET /rate_limit",
    docs: "rate-limit/rate-limit#get-rate-limit-status-for-the-authenticated-user",
    handle: getRateLimit,
  },
];

function getSelf({ viewer, world }: RestRequest): RestAnswer {
  if (viewer.kind !== "person") throw refusalByText(restErrorTexts.notForApps);
  const privateParts = {
    private_gists: 0,
    total_private_repos: 0,
    owned_private_repos: 0,
    disk_usage: 0,
    collaborators: 0,
    two_factor_authentication: true,
  };
  return ok({ ...toPublicUser(world, viewer.actor), ...privateParts });
}

function toPublicUser(world: World, account: Actor | Organization): Record<string, unknown> {
  const person = account.__typename === "User" ? account : undefined;
  return {
    ...toAccount(world, account),
    name: account.__typename === "Bot" ? null : account.name,
    company: person?.company ?? null,
    blog: "",
    location: person?.location ?? null,
    email: null,
    hireable: null,
    bio: person?.bio ?? null,
    public_repos: world.all("Repository").filter(({ owner, isPrivate }) => owner === account && !isPrivate).length,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: account.createdAt,
    updated_at: account.updatedAt,
  };
}

/** Members of child teams belong to the parent too. */
function getMembership({ world, viewer, parameters }: RestRequest): RestAnswer {
  const { org = "", team_slug: slug = "", username = "" } = parameters;
  const organization = mustFind(world.findOrganization(org));
  mustHoldInOrganization(viewer, organization, "members", "read");
  const team = mustFind(organization.teams.find((candidate) => sameName(candidate.slug, slug)));
  const role = mustFind(roleIn(team, username));
  return ok({
    url: `${world.origin}/organizations/${organization.databaseId}/team/${team.databaseId}/memberships/${username}`,
    role,
    state: "active",
  });
}

function roleIn(team: Team, login: string): "maintainer" | "member" | undefined {
  const own = [...team.members].find(([member]) => sameName(member, login))?.[1];
  if (own !== undefined) return own;
  const children = team.organization.teams.filter((child) => child.parentTeam === team);
  return children.some((child) => roleIn(child, login) !== undefined) ? "member" : undefined;
}

function getRateLimit(request: RestRequest): RestAnswer {
  const rate = (resource: Resource): Record<string, unknown> => {
    const { limit, used, remaining, resetAt } = request.budget(resource);
    return { limit, used, remaining, reset: Math.ceil(resetAt.getTime() / 1000), resource };
  };
  const core = rate("core");
  return { status: 200, body: { resources: { core, search: rate("search"), graphql: rate("graphql") }, rate: core } };
}
