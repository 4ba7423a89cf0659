import { minuteMs, type Clock } from "../../core/clock.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { GitHubReads, Rights } from "../../core/github-reads.ts";
import type { Log } from "../../core/log.ts";
import type { RecordReads } from "../../core/record-reads.ts";
import { fullName, isNameOf } from "../../core/repository-name.ts";
import { configOf } from "../gather/config-of.ts";
import type { Audience, Viewer } from "../page.ts";

/** A repository that somebody may see, and as whom. */
export interface Visible {
  readonly repository: RepositoryRef;
  /** Whether they have triage rights. */
  readonly isHelper: boolean;
}

export interface AccessDeps {
  readonly records: Pick<RecordReads, "repositories" | "findConfig">;
  readonly github: Pick<GitHubReads, "rightsOf">;
  /** Whether everybody may read a repository, as GitHub says. */
  readonly isPublic: (repository: RepositoryRef) => Promise<boolean>;
  readonly clock: Clock;
  readonly log: Log;
}

/** How long what GitHub said of somebody's rights is believed: so long at most somebody sees what is no longer theirs to see. */
const believedMs = minuteMs;
const maxKept = 10_000;

/** For how many private repositories GitHub is asked at once, and in all, when somebody's repositories are listed. */
const askedAtOnce = 8;
const maxAsked = 100;

/**
 * Who may see which repository. Whoever may read it on GitHub may, and nobody else; of what GitHub does not tell the
 * answer is no. Where its config says so, a public repository is for everybody.
 */
export class RepositoryAccess {
  readonly #deps: AccessDeps;
  readonly #rights = new Map<string, { readonly at: number; readonly rights: Promise<Rights | undefined> }>();

  constructor(deps: AccessDeps) {
    this.#deps = deps;
  }

  /** The repository of this name, if it is served here and the viewer may see pages about it for this audience. */
  async find(name: string, viewer: Viewer | undefined, audience: Audience = "reader"): Promise<Visible | undefined> {
    const all = await this.#deps.records.repositories();
    const repository = all.find((it) => isNameOf(name, it));
    const visible = repository && (await this.#look(repository, viewer));
    if (!visible) return undefined;
    if (audience === "helper" && !visible.isHelper) return undefined;
    if (audience === "operator" && viewer?.isOperator !== true) return undefined;
    return visible;
  }

  /**
   * All repositories that the viewer may see as a reader, by their names. Of private ones the first hundred are looked
   * at: each is a request to GitHub.
   */
  async list(viewer: Viewer | undefined): Promise<readonly RepositoryRef[]> {
    const all = (await this.#deps.records.repositories()).toSorted((a, b) => (fullName(a) < fullName(b) ? -1 : 1));
    const left = [...all];
    const seen: RepositoryRef[] = [];
    let asked = 0;
    const work = async (): Promise<void> => {
      for (let it = left.shift(); it; it = left.shift()) {
        const isOpen = await this.#deps.isPublic(it);
        if (!isOpen && (viewer === undefined || ++asked > maxAsked)) continue;
        if (isOpen ? viewer !== undefined || (await this.#isForAll(it)) : await this.#mayRead(it, viewer))
          seen.push(it);
      }
    };
    await Promise.all(Array.from({ length: askedAtOnce }, work));
    return seen.toSorted((a, b) => all.indexOf(a) - all.indexOf(b));
  }

  async #look(repository: RepositoryRef, viewer: Viewer | undefined): Promise<Visible | undefined> {
    const isPublic = await this.#deps.isPublic(repository);
    if (viewer === undefined) {
      return isPublic && (await this.#isForAll(repository)) ? { repository, isHelper: false } : undefined;
    }
    const rights = await this.#rightsOf(repository, viewer);
    if (!isPublic && rights?.mayRead !== true) return undefined;
    return { repository, isHelper: rights?.roles.includes("helper") ?? false };
  }

  async #mayRead(repository: RepositoryRef, viewer: Viewer | undefined): Promise<boolean> {
    return viewer !== undefined && (await this.#rightsOf(repository, viewer))?.mayRead === true;
  }

  /** By the last good config. */
  async #isForAll(repository: RepositoryRef): Promise<boolean> {
    return (await configOf(repository, this.#deps.records)).dashboard.public;
  }

  /** Undefined where GitHub does not tell; that is not kept, but as many as ask meanwhile ask once. */
  #rightsOf(repository: RepositoryRef, viewer: Viewer): Promise<Rights | undefined> {
    const key = `${repository.id}:${viewer.id}`;
    const now = this.#deps.clock().getTime();
    const known = this.#rights.get(key);
    if (known && now - known.at < believedMs) return known.rights;
    const rights = this.#ask(repository, viewer, key);
    this.#rights.delete(key);
    this.#rights.set(key, { at: now, rights });
    // A Map keeps the order of insertion: the first is the oldest.
    for (const oldest of this.#rights.keys()) {
      if (this.#rights.size <= maxKept) break;
      this.#rights.delete(oldest);
    }
    return rights;
  }

  async #ask(repository: RepositoryRef, viewer: Viewer, key: string): Promise<Rights | undefined> {
    try {
      return await this.#deps.github.rightsOf(repository, viewer);
    } catch (err) {
      this.#rights.delete(key);
      this.#deps.log.warn(
        { err, repository: fullName(repository) },
        "GitHub does not tell who may read a repository, so its pages are not shown",
      );
      return undefined;
    }
  }
}
