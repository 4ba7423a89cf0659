import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { covers, type InstallationViewer } from "../access/viewer.ts";
import type { GitRepository } from "../git/git-repository.ts";
import type { WorldEvent } from "../world/events.ts";
import type { App, Installation, Repository } from "../world/objects.ts";
import type { World } from "../world/world.ts";
import { toPayload, type Payload } from "./payload.ts";
import { DeliveryLog, webhookHeaders, post, type WebhookDelivery } from "./webhook-delivery.ts";
import { seededRandom } from "../seeded-random.ts";

/** GitHub drops larger payloads: https://docs.github.com/webhooks/webhook-events-and-payloads#payload-cap */
const MAX_PAYLOAD_BYTES = 25_000_000;
/** How long deliveries are gathered before they are shuffled. */
const GATHER_MS = 20;

/** How deliveries misbehave. All chances are from 0 to 1 and decided by the seed; by default nothing does. */
export interface WebhookConduct {
  readonly seed?: number;
  /** Deliveries of a burst overtake each other. */
  readonly shuffled?: boolean;
  /** Chance that a delivery comes again under the same GUID. */
  readonly twice?: number;
  /** Chance that a delivery is held back for `lateMs`, while others pass. */
  readonly late?: number;
  readonly lateMs?: number;
}

/** Hears of an attempt when it has ended. */
export type DeliveryListener = (delivery: WebhookDelivery) => void;

interface Job {
  readonly app: App;
  readonly installationId: number;
  readonly repositoryId: number | null;
  readonly event: string;
  readonly action: string | null;
  readonly guid: string;
  readonly redelivery: boolean;
  readonly body: Promise<string>;
}

/**
 * Tells apps what happens in the world, by signed webhooks, and remembers every attempt. Over 200 lines, as order, delay,
 * repetition and redelivery are one queue.
 */
export class Webhooks {
  readonly #world: World;
  readonly #git: (repository: Repository) => GitRepository;
  readonly #log: DeliveryLog;
  readonly #listeners = new Set<DeliveryListener>();
  readonly #queue: Job[] = [];
  readonly #pending = new Set<Promise<unknown>>();
  readonly #stopListening: () => void;
  #conduct: WebhookConduct = {};
  #chance = seededRandom(0);
  #isPumping = false;
  #isClosed = false;

  constructor(world: World, git: (repository: Repository) => GitRepository) {
    this.#world = world;
    this.#git = git;
    this.#log = new DeliveryLog(world);
    this.#stopListening = world.on((event) => this.#receive(event));
  }

  /** Where an app's webhooks go and by which secret they are signed, from now on. Without a URL nothing is sent. */
  setTarget(app: App, target: { readonly url: string | null; readonly secret: string }): void {
    app.webhook = { ...target };
  }

  /** Let deliveries misbehave from now on; `{}` is good behaviour again. */
  setConduct(conduct: WebhookConduct): void {
    this.#conduct = conduct;
    this.#chance = seededRandom(conduct.seed ?? 0);
  }

  /** All attempts, newest first; of one app where given. */
  list(app?: App): WebhookDelivery[] {
    return this.#log.list().filter((delivery) => app === undefined || delivery.appId === app.databaseId);
  }

  find(id: number): WebhookDelivery | undefined {
    return this.#log.find(id);
  }

  /** Calls the listener with every attempt when it has ended; what it returns stops that. */
  onDelivery(listener: DeliveryListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Puts an attempt into the list that nobody made here: of days before, for those who read the list. */
  remember(attempt: Omit<WebhookDelivery, "id">): void {
    this.#log.add(attempt);
  }

  /** Sends a recorded webhook again, byte for byte and under its GUID; resolves to the new attempt. */
  async redeliver(id: number): Promise<WebhookDelivery> {
    const before = this.#log.find(id);
    const app = before === undefined ? undefined : this.#world.findApp(before.appId);
    if (before === undefined || app === undefined) throw new Error(`no webhook delivery ${id}`);
    const { installationId, repositoryId, event, action, guid } = before;
    const body = Promise.resolve(before.request.body);
    return this.#attempt({ app, installationId, repositoryId, event, action, guid, redelivery: true, body });
  }

  /** Starts a redelivery without waiting for it, as the API does. */
  redeliverSoon(id: number): void {
    this.#track(this.redeliver(id));
  }

  /** Resolves when every webhook so far, and whatever they set off, has been answered or given up. */
  async drain(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }

  /** Sends nothing more. What is on its way is waited for. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#stopListening();
    this.#queue.length = 0;
    await this.drain();
  }

  #receive(event: WorldEvent): void {
    for (const installation of listenersOf(this.#world, event)) {
      if (installation.app.webhook.url === null) continue;
      const payload = toPayload(this.#world, event, installation, this.#git);
      if (payload !== undefined) this.#enqueue(event, installation, payload);
    }
  }

  #enqueue(event: WorldEvent, installation: Installation, payload: Promise<Payload>): void {
    const job: Job = {
      app: installation.app,
      installationId: installation.databaseId,
      repositoryId: "repository" in event ? event.repository.databaseId : null,
      event: event.event,
      action: event.action ?? null,
      guid: randomUUID(),
      redelivery: false,
      body: payload.then((fields) => JSON.stringify(fields)),
    };
    // Asked for when its turn comes; until then a failure must not count as unhandled.
    job.body.catch(() => {});
    const { late = 0, lateMs = 200, twice = 0 } = this.#conduct;
    const copies = this.#chance() < twice ? [job, { ...job, redelivery: true }] : [job];
    for (const copy of copies) {
      if (this.#chance() < late) this.#track(delay(lateMs).then(() => this.#finish(copy)));
      else this.#queue.push(copy);
    }
    if (!this.#isPumping) this.#track(this.#pump());
  }

  /** One after the other, so that the app sees the order in which things happened, unless shuffled. */
  async #pump(): Promise<void> {
    this.#isPumping = true;
    try {
      while (this.#queue.length > 0) {
        if (this.#conduct.shuffled === true) await delay(GATHER_MS);
        const at = this.#conduct.shuffled === true ? Math.floor(this.#chance() * this.#queue.length) : 0;
        const [job] = this.#queue.splice(at, 1);
        if (job !== undefined) await this.#finish(job);
      }
    } finally {
      this.#isPumping = false;
    }
  }

  async #finish(job: Job): Promise<void> {
    if (!this.#isClosed) await this.#attempt(job);
  }

  async #attempt(job: Job): Promise<WebhookDelivery> {
    const body = await job.body;
    const { url } = job.app.webhook;
    const headers = webhookHeaders(job.app, job.event, job.guid, body);
    const tooLarge = Buffer.byteLength(body) > MAX_PAYLOAD_BYTES;
    const nothing = { statusCode: 0, duration: 0, response: { headers: {}, body: "" } };
    const outcome =
      url === null || tooLarge
        ? { status: tooLarge ? "payload too large" : "no webhook URL", ...nothing }
        : await post(url, headers, body);
    const { app, body: _promise, ...about } = job;
    const delivery = this.#log.add({
      ...about,
      ...outcome,
      appId: app.databaseId,
      deliveredAt: this.#world.timestamp(),
      url: url ?? "",
      request: { headers, body },
    });
    for (const listener of this.#listeners) listener(delivery);
    return delivery;
  }

  #track(work: Promise<unknown>): void {
    const tracked = work.finally(() => this.#pending.delete(tracked));
    this.#pending.add(tracked);
    tracked.catch(() => {});
  }
}

/** Installations that get an event: those of their own always, those of a repository when they cover it and subscribe. */
function listenersOf(world: World, event: WorldEvent): Installation[] {
  if (event.event === "installation" || event.event === "installation_repositories") return [event.installation];
  if (event.event === "projects_v2_item") return [];
  const { repository } = event;
  return world.all("Installation").filter((installation) => {
    const { app, permissions } = installation;
    // Only the app that made a run is asked for it again.
    if (event.event === "check_run" && event.action === "rerequested" && event.checkRun.app !== app) return false;
    const viewer: InstallationViewer = {
      kind: "installation",
      actor: app.bot,
      app,
      installation,
      permissions,
      repositories: undefined,
    };
    return installation.suspendedAt === null && installation.events.includes(event.event) && covers(viewer, repository);
  });
}
