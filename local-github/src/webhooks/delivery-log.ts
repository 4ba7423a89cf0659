import type { World } from "../world/world.ts";
import type { WebhookDelivery } from "./webhook-delivery.ts";

const KEY = "webhook-delivery:";
/** GitHub forgets after three days, we after so many. */
const MOST_KEPT = 2000;

/** Attempts at webhooks, kept with the world so that they outlive a restart. */
export class DeliveryLog {
  readonly #world: World;
  readonly #deliveries: WebhookDelivery[];

  constructor(world: World) {
    this.#world = world;
    const saved = [...world.secrets].filter(([name]) => name.startsWith(KEY));
    this.#deliveries = saved.map(([, text]): WebhookDelivery => JSON.parse(text));
  }

  add(delivery: Omit<WebhookDelivery, "id">): WebhookDelivery {
    const recorded = { id: (this.#deliveries.at(-1)?.id ?? 10_000_000) + 1, ...delivery };
    this.#deliveries.push(recorded);
    this.#world.secrets.set(KEY + recorded.id, JSON.stringify(recorded));
    const forgotten = this.#deliveries.length > MOST_KEPT ? this.#deliveries.shift() : undefined;
    if (forgotten !== undefined) this.#world.secrets.delete(KEY + forgotten.id);
    return recorded;
  }

  find(id: number): WebhookDelivery | undefined {
    return this.#deliveries.find((delivery) => delivery.id === id);
  }

  /** Newest first. */
  list(): WebhookDelivery[] {
    return this.#deliveries.toReversed();
  }
}
