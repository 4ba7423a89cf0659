import { minuteMs, type Clock } from "../core/clock.ts";
import type { Delivery } from "../core/delivery.ts";
import type { RepositoryRef } from "../core/discussion.ts";
import type { GitHubReads } from "../core/github-reads.ts";
import type { Log } from "../core/log.ts";

/** How long an answer of GitHub's holds, and for how long the last one is believed while GitHub gives none. */
const freshMs = 10 * minuteMs;
const believedMs = 60 * minuteMs;

/** How often a repository became private, by all processes' records. */
interface Visibility {
  revision(): Promise<number>;
  count(): Promise<void>;
}

interface Answer {
  readonly ids: ReadonlySet<number>;
  readonly at: number;
}

/**
 * Which repositories everybody may read. GitHub is asked once in ten minutes and installation, however many ask us and
 * whatever it answers.
 */
export class PublicRepositories {
  readonly #github: Pick<GitHubReads, "publicRepositoriesOf">;
  readonly #visibility: Visibility;
  readonly #clock: Clock;
  readonly #log: Log;
  #answers = new Map<number, Answer>();
  #revision = 0;
  readonly #asked = new Map<number, { readonly at: number; readonly done: Promise<void> }>();

  constructor(
    github: Pick<GitHubReads, "publicRepositoriesOf">,
    visibility: Visibility,
    { clock, log }: { readonly clock: Clock; readonly log: Log },
  ) {
    this.#github = github;
    this.#visibility = visibility;
    this.#clock = clock;
    this.#log = log;
  }

  /** False where GitHub cannot be asked, and has not told within the last hour either. */
  async isPublic({ id, installation }: RepositoryRef): Promise<boolean> {
    const revision = await this.#visibility.revision();
    if (revision !== this.#revision) {
      this.#revision = revision;
      this.#letGo();
    }
    const now = this.#clock().getTime();
    const asked = this.#asked.get(installation);
    if (!asked || now - asked.at >= freshMs) {
      this.#asked.set(installation, { at: now, done: this.#ask(installation, now) });
    }
    await this.#asked.get(installation)?.done;
    const answer = this.#answers.get(installation);
    return answer !== undefined && now - answer.at < believedMs && answer.ids.has(id);
  }

  /**
   * Lets go of all that GitHub has told when it tells by a webhook that a repository became private, and has all other
   * processes do so.
   */
  async hear({ name, payload }: Pick<Delivery, "name" | "payload">): Promise<void> {
    if (name !== "repository" || !isPrivatized(payload)) return;
    this.#letGo();
    await this.#visibility.count();
  }

  #letGo(): void {
    // What GitHub is being asked just now it may have looked up before: that goes with the old ones.
    this.#answers = new Map();
    this.#asked.clear();
  }

  async #ask(installation: number, at: number): Promise<void> {
    const answers = this.#answers;
    try {
      answers.set(installation, { ids: await this.#github.publicRepositoriesOf(installation), at });
    } catch (err) {
      this.#log.warn(
        { err, installation },
        "GitHub does not tell which repositories are public; calendars and public pages may be missing",
      );
    }
  }
}

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#repository */
function isPrivatized(payload: unknown): boolean {
  return typeof payload === "object" && payload !== null && "action" in payload && payload.action === "privatized";
}
