import { loadConfig } from "../config/load.ts";
import { renderProblem } from "../config/problem.ts";
import { configPath, defaultConfig, type Config } from "../config/schema.ts";
import { shadowConfig, shadowSource, shadowText } from "../config/shadow-config.ts";
import type { RepositoryRef } from "../core/discussion.ts";
import type { SupportEvent } from "../core/event.ts";
import { nothing } from "../core/plan.ts";
import type { PipelinePlan } from "./pipeline-actions.ts";
import type { Clock } from "../core/clock.ts";
import type { Log } from "../core/log.ts";
import type { FeatureReads } from "../features/index.ts";
import { fullName } from "../core/repository-name.ts";

/** What is in force in a repository. Without a config (broken, and never was a good one) we stay silent. */
export interface ConfigInForce {
  readonly config: Config | undefined;
  /** Nobody here has agreed to Frontdesk yet: only people with a role in the repository are answered. */
  readonly isShadow?: true;
  /** Remembers a good config that is new. */
  readonly plan: PipelinePlan;
}

/** How long a config is used before GitHub is asked again; a push to the default branch asks at once. */
const freshForMs = 5 * 60 * 1000;

/** Problems of a broken config that a line of the log has; a file of unknown keys has thousands. */
const maxLogged = 20;

type ConfigReads = Pick<FeatureReads, "github" | "records" | "onboarding" | "isOnboarding">;

/**
 * Finds the config of a repository: its own file, else the owner's `.github` repository, else the defaults; or shadow mode,
 * where it came without one and has been asked for one since.
 */
export class ConfigSource {
  readonly #reads: ConfigReads;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #seen = new Map<number, { readonly at: number; readonly inForce: ConfigInForce }>();
  /** Loads under way: what is handled side by side asks once. */
  readonly #loading = new Map<number, Promise<ConfigInForce>>();

  constructor(reads: ConfigReads, clock: Clock, log: Log) {
    this.#reads = reads;
    this.#clock = clock;
    this.#log = log;
  }

  /** The config for handling `event`. One GraphQL point at most every five minutes and repository. */
  async inForceFor(event: SupportEvent): Promise<ConfigInForce> {
    if (!("repository" in event) || event.kind === "repository-removed" || event.kind === "read-reactions") {
      return { config: undefined, plan: nothing("nothing asks for a config") };
    }
    const { repository } = event;
    const now = this.#clock().getTime();
    const mayHaveChanged = event.kind === "default-branch-moved" || event.kind === "repository-added";
    const seen = this.#seen.get(repository.id);
    if (seen && !mayHaveChanged && now - seen.at < freshForMs) return seen.inForce;

    const known = nothing("the config is known");
    const underWay = mayHaveChanged ? undefined : this.#loading.get(repository.id);
    if (underWay) return { ...(await underWay), plan: known };
    const load = this.#load(repository).finally(() => this.#loading.delete(repository.id));
    this.#loading.set(repository.id, load);
    const inForce = await load;
    this.#seen.set(repository.id, { at: now, inForce: { ...inForce, plan: known } });
    return inForce;
  }

  async #load(repository: RepositoryRef): Promise<ConfigInForce> {
    const [texts, kept] = await Promise.all([
      this.#reads.github.configTexts(repository, configPath),
      this.#reads.records.findConfig(repository),
    ]);
    const lastGood = texts.some(({ source, isShown }) => !isShown && source === kept?.source) ? undefined : kept;
    const found = texts.find(({ text }) => text !== undefined);
    if (found?.text === undefined) return this.#withoutConfig(repository, lastGood);
    if (!found.isShown) return this.#keepSilent(repository, found.source);

    const loaded = loadConfig(found.text);
    if ("config" in loaded) {
      return { config: loaded.config, plan: this.#keep(repository, found.source, found.text, lastGood) };
    }
    this.#log.warn(
      {
        repository: fullName(repository),
        source: found.source,
        problems: loaded.problems.slice(0, maxLogged).map(renderProblem),
        ...(loaded.problems.length > maxLogged && { more: loaded.problems.length - maxLogged }),
      },
      `the config is broken; ${lastGood ? "the last good one stays in force" : "there was never a good one, so I stay silent"}`,
    );
    const last = lastGood && loadConfig(lastGood.text);
    return {
      config: last && "config" in last ? last.config : undefined,
      ...(lastGood?.source === shadowSource && { isShadow: true as const }),
      plan: nothing("the config is broken"),
    };
  }

  /**
   * The owner's config must not be told to those who may not read it, and going on by the defaults instead could speak
   * where the owner wants silence.
   */
  #keepSilent({ owner, name }: RepositoryRef, source: string): ConfigInForce {
    this.#log.warn(
      { repository: fullName({ owner, name }), source },
      "not everybody who reads the repository may read this config, so I do not use it and stay silent; give the repository a config of its own, or make `.github` as open as the repository",
    );
    return { config: undefined, plan: nothing("not everybody here may read the owner's config") };
  }

  async #withoutConfig(
    repository: RepositoryRef,
    last: { source: string; text: string } | undefined,
  ): Promise<ConfigInForce> {
    const { onboarding, isOnboarding = false } = this.#reads;
    if (await onboarding.mayUseDefaults(repository, isOnboarding)) {
      return { config: defaultConfig, plan: this.#keep(repository, "defaults", "", last) };
    }
    return { config: shadowConfig, isShadow: true, plan: this.#keep(repository, shadowSource, shadowText, last) };
  }

  #keep(
    repository: RepositoryRef,
    source: string,
    text: string,
    last: { source: string; text: string } | undefined,
  ): PipelinePlan {
    if (last?.source === source && last.text === text) return nothing("the config did not change");
    return { actions: [{ do: "keep-config", repository, source, text }], because: `the config in ${source} is good` };
  }
}
