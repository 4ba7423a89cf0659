import { readFileSync } from "node:fs";
import { sql } from "kysely";
import type { Bot, Discussion, DiscussionComment, Repository, World } from "local-github-server/world";
import { composeStores } from "../../../src/compose-stores.ts";
import { loadConfig } from "../../../src/config/load.ts";
import type { Config } from "../../../src/config/schema.ts";
import type { Writes } from "../../../src/actions/action-set.ts";
import type { Person, RepositoryRef } from "../../../src/core/discussion.ts";
import { pageGroup, threadGroup, toThreadItem } from "../../../src/core/knowledge-items.ts";
import { toDocsItems } from "../../../src/docs-site/docs-items.ts";
import { toAnsweredThread } from "../../../src/features/answered-threads/to-answered-thread.ts";
import type { SharedAction } from "../../../src/actions/shared-actions.ts";
import type { Command } from "../../../src/features/command.ts";
import { notHelpful } from "../../../src/features/feedback/commands/not-helpful.ts";
import { outcome } from "../../../src/features/office-hours/commands/outcome.ts";
import type { BackfillProgress } from "../../../src/features/timeline/progress.ts";
import type { ChangeFact } from "../../../src/features/timeline/facts.ts";
import { findCommands } from "../../../src/text/find-commands.ts";
import { feedback } from "../../../src/features/feedback/feature.ts";
import type { FeatureReads, FeatureStores } from "../../../src/features/index.ts";
import { interviews } from "../../../src/features/interviews/feature.ts";
import { officeHours } from "../../../src/features/office-hours/feature.ts";
import { relatedAnswers } from "../../../src/features/related-answers/feature.ts";
import { rate } from "../../../src/features/survey/commands/rate.ts";
import { survey } from "../../../src/features/survey/feature.ts";
import { timeline } from "../../../src/features/timeline/feature.ts";
import { watch } from "../../../src/features/watch/feature.ts";
import { splitPage } from "../../../src/section-thread/split-page.ts";
import { repositoryFolder } from "../content.ts";
import { only } from "./only.ts";
import { pastReads, pastWrites } from "./past-github.ts";
import { PastKnowledge } from "./past-knowledge.ts";
import { PastPipeline } from "./past-pipeline.ts";
import { PastRecords } from "./past-records.ts";
import { toThread } from "./past-thread.ts";

type Stores = Awaited<ReturnType<typeof composeStores>>;

/** What people could tell the app in the past by a comment; what else they commented it did not do. */
const commands: readonly Command<FeatureReads>[] = [notHelpful, outcome, rate];

/** Where the app was at work. */
export interface PastPlace {
  readonly world: World;
  readonly repository: Repository;
  readonly bot: Bot;
  /** The app's own folder, where it will go on. */
  readonly dataFolder: string;
}

/**
 * The app as it was at work in the demo's past: its own features decide about each event at the time of the world, and
 * its own stores keep what came of it. GitHub's part is the world itself, without a request, so that a quarter takes
 * seconds.
 */
export class PastApp {
  readonly ref: RepositoryRef;
  readonly bot: Bot;
  readonly config: Config;
  readonly stores: Stores;
  readonly #place: PastPlace;
  readonly #knowledge: PastKnowledge;
  readonly #pipeline: PastPipeline;

  private constructor(place: PastPlace, stores: Stores) {
    const { world, repository, bot } = place;
    this.#place = place;
    this.bot = bot;
    this.stores = stores;
    const { databaseId: id, owner, name } = repository;
    this.ref = { id, owner: owner.login, name, installation: 0 };
    this.config = readConfig();
    this.#knowledge = new PastKnowledge((it) => stores.records.opinions(it));
    const github = pastReads(world, repository);
    const reads = only<FeatureReads>("reads", {
      github,
      finder: this.#knowledge,
      knowledge: stores.knowledge,
      records: new PastRecords(stores.database),
      ...stores.stores,
      // It has been at work there since the repository was made.
      timelineProgress: only<FeatureReads["timelineProgress"]>("progress", {
        findBackfill: async () => servedSince(repository.createdAt),
      }),
    });
    const writes = only<Writes & FeatureStores>("writes", {
      github: { reads: github, writes: pastWrites(world, repository, bot), proposals: only("proposals", {}) },
      records: stores.records,
      ...stores.stores,
      clock: () => world.now(),
      delivery: "past",
    });
    this.#pipeline = new PastPipeline({ ref: this.ref, config: this.config, world, repository, reads, writes });
  }

  static async open(place: PastPlace): Promise<PastApp> {
    const { dataFolder, world } = place;
    const stores = await composeStores({ dataFolder, webUrl: world.origin }, () => world.now());
    // Thousands of small writes, none of which has to outlive a crash: what is broken off is seeded anew.
    await sql`pragma synchronous = normal`.execute(stores.database.db);
    return new PastApp(place, stores);
  }

  close(): Promise<void> {
    return this.stores.close();
  }

  /** A question came: it is known, has a priority, and gets what already answers it. */
  async opened(discussion: Discussion): Promise<void> {
    const event = { kind: "discussion-opened", repository: this.ref, ...about(discussion) } as const;
    await this.#pipeline.run(timeline, event);
    await this.#pipeline.run(relatedAnswers, event);
    await this.#pipeline.run(watch, event);
  }

  /** Something happened in a thread: its timeline and clocks are what they are now, and it may be an answer from now on. */
  async changed(discussion: Discussion): Promise<void> {
    const { number } = discussion;
    await this.#follow(discussion);
    await this.#pipeline.run(survey, { kind: "thread-observed", repository: this.ref, number });
    const answered = toAnsweredThread(toThread(discussion, this.#place.world.origin));
    this.#knowledge.put(threadGroup(number), "unfit" in answered ? [] : [toThreadItem(answered)]);
  }

  /** What a webhook told, and no reading shows any more. */
  async tell({ number }: Discussion, change: ChangeFact): Promise<void> {
    await this.stores.timelines.takeIn(this.ref, { number, said: [], changes: [change] });
  }

  /** Somebody closed it: askers are asked of what a person ended. */
  async closed(discussion: Discussion, by: string): Promise<void> {
    await this.#follow(discussion);
    const actor = { login: by, isBot: false };
    const { number } = discussion;
    await this.#pipeline.run(survey, {
      kind: "discussion-changed",
      repository: this.ref,
      number,
      actor,
      change: "closed",
    });
  }

  /** Somebody said something, with commands to the app in it or not. */
  async commented(discussion: Discussion, comment: DiscussionComment): Promise<void> {
    for (const line of findCommands(comment.body)) {
      const command = commands.find(({ name }) => name === line.name);
      if (command) await this.#pipeline.obey(command, line, discussion, comment);
    }
  }

  /** Somebody asked for a slot of the office hours, in the comment with this node id. */
  async book(discussion: Discussion, by: string, askedIn: string): Promise<void> {
    const { ref: repository } = this;
    const { number } = discussion;
    await this.#pipeline.run(officeHours, {
      kind: "book-session",
      repository,
      number,
      session: "office-hours",
      by,
      askedIn,
    });
    await this.followBooking(discussion);
  }

  /** Looks where the booking of a thread stands, and says so there. */
  async followBooking({ number }: Discussion): Promise<void> {
    await this.#pipeline.run(officeHours, { kind: "follow-booking", repository: this.ref, number });
  }

  /** Reads what people clicked on the posts of the last days. */
  async readReactions(days: number): Promise<void> {
    const to = this.#place.world.now();
    const from = new Date(to.getTime() - days * 86_400_000);
    await this.#pipeline.run(feedback, {
      kind: "read-reactions",
      repository: this.ref,
      from: from.toISOString(),
      to: to.toISOString(),
    });
  }

  /** Asks whoever may be asked by now how content they are, and sees what they clicked. */
  async askAndRead(): Promise<void> {
    await this.#pipeline.run(survey, { kind: "sweep-surveys", repository: this.ref });
  }

  /** Names whom to talk to this quarter, by all that has happened. */
  async chooseInterviewees(): Promise<void> {
    await this.#pipeline.run(interviews, { kind: "choose-interviewees", repository: this.ref });
  }

  /** The docs as they are from now on. */
  learnPage(path: string, text: string): void {
    const { owner, name } = this.ref;
    const home = { webUrl: this.#place.world.origin, owner, name, site: undefined };
    this.#knowledge.put(pageGroup(path), toDocsItems(home, splitPage(path, Buffer.from(text))));
  }

  /** Does what is planned. */
  async perform(actions: readonly SharedAction[]): Promise<void> {
    await this.#pipeline.perform(actions);
  }

  async #follow({ number }: Discussion): Promise<void> {
    await this.#pipeline.run(timeline, { kind: "thread-behind", repository: this.ref, number });
    await this.#pipeline.run(watch, { kind: "thread-observed", repository: this.ref, number });
  }
}

function servedSince(at: string): BackfillProgress {
  return { startedAt: at, updatedAt: at, phase: "done", read: 0, total: 0 };
}

function about({ number, author, category }: Discussion): { number: number; actor: Person; category: string } {
  return {
    number,
    actor: { login: author?.login ?? "ghost", isBot: author?.__typename === "Bot" },
    category: category.slug,
  };
}

/** The config that the project has, and had. */
function readConfig(): Config {
  const loaded = loadConfig(readFileSync(new URL(".github/frontdesk.yml", repositoryFolder), "utf8"));
  if ("problems" in loaded) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  return loaded.config;
}
