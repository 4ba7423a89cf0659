import { toInstallation } from "../../rest/shapes/installation.ts";
import type { InstallationEvent, InstallationRepositoriesEvent } from "../../world/events.ts";
import type { Repository } from "../../world/objects.ts";
import { nameWithOwner } from "../../world/repositories.ts";
import type { World } from "../../world/world.ts";

/** What `installation` webhooks carry: they name repositories, and have no `repository` of their own. */
export function installationPayload(world: World, event: InstallationEvent): Record<string, unknown> {
  return {
    installation: toInstallation(world, event.installation),
    repositories: event.repositories.map(toName),
    requester: null,
  };
}

/** What `installation_repositories` webhooks carry. */
export function installationRepositoriesPayload(
  world: World,
  event: InstallationRepositoriesEvent,
): Record<string, unknown> {
  return {
    installation: toInstallation(world, event.installation),
    repository_selection: event.installation.repositorySelection,
    repositories_added: event.added.map(toName),
    repositories_removed: event.removed.map(toName),
    requester: null,
  };
}

function toName(repository: Repository): Record<string, unknown> {
  return {
    id: repository.databaseId,
    node_id: repository.id,
    name: repository.name,
    full_name: nameWithOwner(repository),
    private: repository.isPrivate,
  };
}
