import type { SupportEvent } from "../core/event.ts";
import type { Payload, Webhook } from "./webhook.ts";
import { isWhole } from "./webhook.ts";

/**
 * The app was installed, removed, suspended, or allowed more. GitHub always sends these: they are not in `app.yml`.
 * Which repositories that means is asked of GitHub: lists in payloads can be cut short, and some actions have none.
 */
export const installation: Webhook = {
  name: "installation",

  toEvent(payload) {
    switch (payload.action) {
      case "created":
      case "unsuspend":
      case "new_permissions_accepted":
        return changed(payload, false);
      case "deleted":
      case "suspend":
        return changed(payload, true);
      default:
        return undefined;
    }
  },
};

/** Repositories were added to an installation, or taken from it. */
export const installationRepositories: Webhook = {
  name: "installation_repositories",

  toEvent: (payload) => changed(payload, false),
};

function changed({ installation }: Payload, lost: boolean): SupportEvent | undefined {
  if (!isWhole(installation?.id)) return undefined;
  return { kind: "installation-changed", installation: installation.id, lost };
}
