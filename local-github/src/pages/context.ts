import type { GitRepository } from "../git/git-repository.ts";
import type { Repository } from "../world/objects.ts";
import type { World } from "../world/world.ts";

/** What the pages need of the server they are part of. */
export interface PageContext {
  readonly world: World;
  readonly git: (repository: Repository) => GitRepository;
  readonly deliveries: DeliveryLog;
}

/** Webhooks as the activity page shows them. */
interface DeliveryLog {
  /** Newest first. */
  list(): readonly ShownDelivery[];
  /** Send one again under its old GUID; resolves when it was answered or has failed. */
  redeliver(id: number): Promise<unknown>;
}

/** One delivery of a webhook, answered or not. */
export interface ShownDelivery {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  /** ISO 8601. */
  readonly deliveredAt: string;
  /** As GitHub words it: `OK`, or what went wrong. */
  readonly status: string;
  /** HTTP status of the answer; 0 when there was none. */
  readonly statusCode: number;
  /** Seconds. */
  readonly duration: number;
  readonly redelivery: boolean;
}
