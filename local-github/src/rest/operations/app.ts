import { repositoriesOf } from "../../world/installations.ts";
import type { App, Installation, PermissionLevel, Permissions, Repository } from "../../world/objects.ts";
import type { RestAnswer } from "../../request-context.ts";
import type { World } from "../../world/world.ts";
import { created, noContent, ok, paged } from "../answers.ts";
import { refusalByText, restErrorTexts } from "../error-texts.ts";
import type { RequestBody } from "../request-body.ts";
import { appOperation, mustFind, numberIn, type RestOperation, type RestRequest } from "../rest-operation.ts";
import { toApp, toInstallation } from "../shapes/installation.ts";
import { toRepository } from "../shapes/repository.ts";

const DOCS = "apps/apps#";

/** The app about itself, its installations and their tokens. */
export const appOperations: readonly RestOperation[] = [
  {
    name: "POST /app-manifests/{code}/conversions",
    docs: `${DOCS}create-a-github-app-from-a-manifest`,
    isOpen: true,
    handle: ({ world, access, parameters }) => {
      const { app, clientSecret } = mustFind(access.manifests.exchange(parameters["code"] ?? ""));
      const { webhook, privateKey: pem } = app;
      return created({ ...toApp(world, app), client_secret: clientSecret, webhook_secret: webhook.secret, pem });
    },
  },
  appOperation("GET /app", `${DOCS}get-the-authenticated-app`, ({ world, app }) =>
    ok({ ...toApp(world, app), installations_count: installationsOf(world, app).length }),
  ),
  appOperation("GET /app/installations", `${DOCS}list-installations-for-the-authenticated-app`, (request) =>
    paged(request, installationsOf(request.world, request.app), (installation) =>
      toInstallation(request.world, installation),
    ),
  ),
  appOperation(
    "GET /app/installations/{installation_id}",
    `${DOCS}get-an-installation-for-the-authenticated-app`,
    (request) => ok(toInstallation(request.world, installationIn(request, request.app))),
  ),
  appOperation(
    "POST /app/installations/{installation_id}/access_tokens",
    `${DOCS}create-an-installation-access-token-for-an-app`,
    createToken,
  ),
  appOperation(
    "GET /repos/{owner}/{repo}/installation",
    `${DOCS}get-a-repository-installation-for-the-authenticated-app`,
    ({ world, parameters, app }) => {
      const { owner = "", repo = "" } = parameters;
      const repository = mustFind(world.findRepository(owner, repo));
      const installation = installationsOf(world, app).find((candidate) =>
        repositoriesOf(world, candidate).includes(repository),
      );
      return ok(toInstallation(world, mustFind(installation)));
    },
  ),
  {
    name: "GET /installation/repositories",
    needsToken: true,
    docs: "apps/installations#list-repositories-accessible-to-the-app-installation",
    accepts: "metadata=read",
    handle: listRepositories,
  },
  {
    name: "DELETE /installation/token",
    docs: "apps/installations#revoke-an-installation-access-token",
    handle: ({ access, headers, viewer }) => {
      if (viewer.kind !== "installation") throw refusalByText(restErrorTexts.notForPeople);
      access.revoke({ token: (headers["authorization"] ?? "").replace(/^\S+\s+/u, "") });
      return noContent;
    },
  },
];

function createToken(request: RestRequest & { readonly app: App }): RestAnswer {
  const { world, access, app, input } = request;
  const installation = installationIn(request, app);
  const repositories = wantedRepositories(world, installation, input);
  const permissions = wantedPermissions(input);
  const token = access.mint(app, installation, {
    ...(repositories === undefined ? {} : { repositories }),
    ...(permissions === undefined ? {} : { permissions }),
  });
  return created({
    token: token.token,
    expires_at: token.expiresAt,
    permissions: token.permissions,
    repository_selection: repositories === undefined ? installation.repositorySelection : "selected",
    ...(repositories === undefined ? {} : { repositories: repositories.map((each) => toRepository(world, each)) }),
  });
}

function wantedRepositories(
  world: World,
  installation: Installation,
  input: RequestBody,
): readonly Repository[] | undefined {
  const names = input.optionalTexts("repositories");
  const ids = input.optionalNumbers("repository_ids");
  if (names === undefined && ids === undefined) return undefined;
  const covered = repositoriesOf(world, installation);
  const found = [
    ...(names ?? []).map((name) => covered.find((each) => each.name === name)),
    ...(ids ?? []).map((id) => covered.find((each) => each.databaseId === id)),
  ];
  return found.map((repository) => {
    if (repository !== undefined) return repository;
    throw refusalByText(restErrorTexts.repositoryNotCovered);
  });
}

function wantedPermissions(input: RequestBody): Permissions | undefined {
  if (!input.has("permissions")) return undefined;
  const wanted = input.object("permissions").entries();
  return Object.fromEntries(wanted.map(([name, level]): [string, PermissionLevel] => [name, toLevel(level)]));
}

function toLevel(level: unknown): PermissionLevel {
  if (level === "read" || level === "write" || level === "admin") return level;
  throw refusalByText(restErrorTexts.permissionNotGranted);
}

function listRepositories(request: RestRequest): RestAnswer {
  const { viewer, world } = request;
  if (viewer.kind !== "installation") throw refusalByText(restErrorTexts.notForPeople);
  const repositories = viewer.repositories ?? repositoriesOf(world, viewer.installation);
  return paged(
    request,
    repositories,
    (repository) => toRepository(world, repository),
    (shown) => ({
      total_count: repositories.length,
      repository_selection: viewer.installation.repositorySelection,
      repositories: shown,
    }),
  );
}

function installationsOf(world: World, app: App): Installation[] {
  return world.all("Installation").filter((installation) => installation.app === app);
}

function installationIn(request: RestRequest, app: App): Installation {
  const installation = request.world.findInstallation(numberIn(request, "installation_id"));
  return mustFind(installation?.app === app ? installation : undefined);
}
