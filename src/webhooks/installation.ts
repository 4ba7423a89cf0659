import type { RepositoryRef } from "../core/discussion.ts";
import type { SupportEvent } from "../core/event.ts";
import type { Payload, RepositoryPayload, Webhook } from "./webhook.ts";
import { repositoryOf } from "./webhook.ts";

/** The app was installed, removed, suspended, or allowed more. GitHub always sends these: they are not in `app.yml`. */
export const installation: Webhook = {
  name: "installation",

  toEvent(payload) {
    const repositories = refs(payload, payload.repositories);
    switch (payload.action) {
      case "created":
      case "unsuspend":
      case "new_permissions_accepted":
        return changed(payload, { added: repositories, removed: [], lost: false });
      case "deleted":
      case "suspend":
        return changed(payload, { added: [], removed: repositories, lost: true });
      default:
        return undefined;
    }
  },
};

/** Repositories were added to an installation, or taken from it. */
export const installationRepositories: Webhook = {
  name: "installation_repositories",

  toEvent(payload) {
    return changed(payload, {
      added: refs(payload, payload.repositories_added),
      removed: refs(payload, payload.repositories_removed),
      lost: false,
    });
  },
};

function changed(
  { installation }: Payload,
  change: Pick<Extract<SupportEvent, { kind: "installation-changed" }>, "added" | "removed" | "lost">,
): SupportEvent | undefined {
  if (typeof installation?.id !== "number") return undefined;
  return { kind: "installation-changed", installation: installation.id, ...change };
}

function refs(payload: Payload, repositories: readonly RepositoryPayload[] | undefined): RepositoryRef[] {
  if (!Array.isArray(repositories)) return [];
  return (repositories as readonly RepositoryPayload[]).flatMap((it) => repositoryOf(payload, it) ?? []);
}
