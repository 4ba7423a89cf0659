import type { SharedAction } from "../../../src/actions/shared-actions.ts";
import type { Writes } from "../../../src/actions/action-set.ts";
import type { Config } from "../../../src/config/schema.ts";
import type { RepositoryRef } from "../../../src/core/discussion.ts";
import { UserError } from "../../../src/core/errors.ts";
import type { SupportEvent } from "../../../src/core/event.ts";
import { english } from "../../../src/core/language.ts";
import type { Command, CommandContextIn } from "../../../src/features/command.ts";
import type { Feature } from "../../../src/features/feature.ts";
import type { FeatureReads, FeatureStores } from "../../../src/features/index.ts";
import { officeHours } from "../../../src/features/office-hours/feature.ts";
import { survey } from "../../../src/features/survey/feature.ts";
import { performAction } from "../../../src/pipeline/action-sets.ts";
import type { CommandLine } from "../../../src/text/find-commands.ts";
import type { Discussion, DiscussionComment, Repository, World } from "local-github-server/world";
import { only } from "./only.ts";
import { rolesOf } from "./past-github.ts";
import { toThread } from "./past-thread.ts";

type AppAction = SharedAction;
type AnyFeature = Feature<FeatureReads, Writes & FeatureStores>;

/** What the past is handled with. */
export interface PastPipelineDeps {
  readonly ref: RepositoryRef;
  readonly config: Config;
  readonly world: World;
  readonly repository: Repository;
  readonly reads: FeatureReads;
  readonly writes: Writes & FeatureStores;
}

/** Events and commands of the past, one after the other: gathered, decided and performed as ever, without an inbox. */
export class PastPipeline {
  readonly #deps: PastPipelineDeps;

  constructor(deps: PastPipelineDeps) {
    this.#deps = deps;
  }

  /** What a feature does about an event. */
  async run(which: unknown, event: SupportEvent): Promise<void> {
    const { config, reads, world } = this.#deps;
    const feature = which as AnyFeature;
    const slice = feature.slice === undefined ? undefined : config[feature.slice as keyof Config];
    const context = { config: slice, shared: config, reads, now: world.now() };
    const facts = await feature.gather(event, context);
    await this.perform(feature.decide(event, facts, context).actions as readonly AppAction[]);
  }

  /** What a command does that somebody wrote in a comment. */
  async obey(
    command: Command<FeatureReads>,
    line: CommandLine,
    discussion: Discussion,
    { id, body, author }: DiscussionComment,
  ): Promise<void> {
    const { ref, world, repository, reads } = this.#deps;
    if (!author) return;
    const thread = toThread(discussion, world.origin);
    const isAsker = thread.author?.login === author.login;
    const context = only<CommandContextIn<"discussion">>("command", {
      place: "discussion",
      line,
      repository: ref,
      number: thread.number,
      thread,
      comment: { id, body, at: world.timestamp() },
      actor: { login: author.login, isBot: false },
      locale: english,
      roles: [...rolesOf(repository, author.login), ...(isAsker ? (["asker"] as const) : [])],
      now: world.now(),
    });
    try {
      const plan = command.decide(context, await command.gather(context, reads));
      await this.perform(plan.actions as readonly AppAction[]);
    } catch (error) {
      // The same as in a pipeline: what cannot be done is said under the comment.
      if (!(error instanceof UserError)) throw error;
      const { number, id: discussion } = thread;
      const reply = { repository: ref, discussion, number, to: id, key: id, body: error.message };
      await this.perform([{ do: "reply", ...reply }]);
    }
  }

  /** What follows a plan and is not listed is asked for by whoever tells the past. */
  async perform(actions: readonly AppAction[]): Promise<void> {
    for (const action of actions) {
      if (action.do !== "follow-up") await performAction(action, this.#deps.writes);
      else if (action.event.kind === "survey-thread") await this.run(survey, action.event);
      else if (action.event.kind === "follow-booking") await this.run(officeHours, action.event);
    }
  }
}
