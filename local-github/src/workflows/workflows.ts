import type { Access } from "../access/access.ts";
import type { Limits } from "../api/limits.ts";
import type { GitRepository } from "../git/git-repository.ts";
import { toPayload, type Payload } from "../webhooks/payload.ts";
import { actionsBot } from "../world/actions-bot.ts";
import type { WorldEvent } from "../world/events.ts";
import { installApp, registerApp } from "../world/installations.ts";
import type { App, Installation, Permissions, Repository } from "../world/objects.ts";
import type { World } from "../world/world.ts";

/** An event for which a workflow runs. */
export interface WorkflowRun {
  /** The same when it is run again: https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
  readonly id: number;
  /** As in `GITHUB_EVENT_NAME`. */
  readonly event: string;
  /** What stands in the file of `GITHUB_EVENT_PATH`: a webhook's payload, which names no installation. */
  readonly payload: Payload;
}

/**
 * GitHub's limit for the token of workflows, by repository:
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#primary-rate-limit-for-github_token-in-github-actions
 */
const requestsPerHour = 1_000;

/**
 * GitHub Actions, as far as a workflow meets it: the events it would run for, and a run's `GITHUB_TOKEN`. Nothing is run
 * here. The token is that of GitHub's own App "GitHub Actions", for one repository
 * (https://docs.github.com/en/actions/concepts/security/github_token), so it is one here too.
 */
export class Workflows {
  readonly #world: World;
  readonly #access: Access;
  readonly #limits: Limits;
  readonly #git: (repository: Repository) => GitRepository;
  readonly #runs = new Map<Repository, Promise<WorkflowRun>[]>();
  readonly #stopListening: () => void;
  #nextId = 26_000_000_001;

  constructor(world: World, parts: { access: Access; limits: Limits; git: (repository: Repository) => GitRepository }) {
    this.#world = world;
    this.#access = parts.access;
    this.#limits = parts.limits;
    this.#git = parts.git;
    this.#stopListening = world.on((event) => this.#receive(event));
  }

  /** From now on, what happens in this repository is a run each. */
  enable(repository: Repository): void {
    if (!this.#runs.has(repository)) this.#runs.set(repository, []);
  }

  /** Takes the runs that came since the last call, in order. */
  async take(repository: Repository): Promise<WorkflowRun[]> {
    return Promise.all(this.#runs.get(repository)?.splice(0) ?? []);
  }

  /** A token with what `permissions:` of the job says, by the API's names: `pull_requests`. */
  token(repository: Repository, permissions: Permissions): string {
    const installation = this.#installationFor(repository);
    this.#limits.setPerHour(`installation ID ${installation.databaseId}`, requestsPerHour);
    const { token } = this.#access.mint(installation.app, installation, { repositories: [repository], permissions });
    return token;
  }

  close(): void {
    this.#stopListening();
  }

  /**
   * "Events triggered by the GITHUB_TOKEN will not create a new workflow run":
   * https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/trigger-a-workflow
   */
  #receive(event: WorldEvent): void {
    const runs = "repository" in event ? this.#runs.get(event.repository) : undefined;
    if (!runs || !("repository" in event) || event.actor.login === actionsBot) return;
    const payload = toPayload(this.#world, event, this.#installationFor(event.repository), this.#git);
    if (payload === undefined) return;
    const id = this.#nextId++;
    runs.push(
      payload.then((whole) => {
        const { installation: _, ...fields } = whole;
        return { id, event: event.event, payload: fields };
      }),
    );
  }

  #installationFor(repository: Repository): Installation {
    const app = this.#app();
    const known = this.#world.all("Installation").find((it) => it.app === app && it.repositories.includes(repository));
    return known ?? installApp(this.#world, app.bot, app, repository.owner, [repository]);
  }

  #app(): App {
    const [first, ...others] = this.#world.all("App");
    const known = [first, ...others].find((it) => it?.slug === actionsBot);
    if (known) return known;
    if (first === undefined) throw new Error("a world has an app from its start");
    // Nobody signs by its key here, and making one takes long.
    const { owner, privateKey } = first;
    return registerApp(this.#world, owner, { slug: actionsBot, permissions: all, events: [], privateKey });
  }
}

/** The most that a job can be given, of what is emulated: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions */
const all: Permissions = {
  checks: "write",
  contents: "write",
  discussions: "write",
  issues: "write",
  metadata: "read",
  pull_requests: "write",
};
