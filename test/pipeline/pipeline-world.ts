import type { Backtester } from "../../src/core/backtester.ts";
import type { ChatWrites } from "../../src/core/chat-writes.ts";
import type { Comment, Thread } from "../../src/core/discussion.ts";
import type { SupportEvent } from "../../src/core/event.ts";
import type { Measurer } from "../../src/report/measurer.ts";
import type { FaqEditor } from "../../src/core/faq-editor.ts";
import type { ClaimedDelivery } from "../../src/core/inbox.ts";
import type { Finder, SectionSplitter } from "../../src/core/finder.ts";
import type { GitHubReads } from "../../src/core/github-reads.ts";
import type { GitHubWrites, ProposalWrites } from "../../src/core/github-writes.ts";
import type { KnowledgeRecords } from "../../src/core/knowledge-records.ts";
import type { Log } from "../../src/core/log.ts";
import type { Records } from "../../src/core/records.ts";
import type { Command } from "../../src/features/command.ts";
import type { Feature } from "../../src/features/feature.ts";
import type { FeatureReads, FeatureStores } from "../../src/features/index.ts";
import { acceptEvent } from "../../src/pipeline/accept.ts";
import { ConfigSource } from "../../src/pipeline/config-source.ts";
import { handle, type Outcome } from "../../src/pipeline/handle.ts";
import type { WorkDeps } from "../../src/pipeline/work.ts";
import { stripMarkers } from "../../src/text/marker.ts";
import { aComment, aThread } from "../helpers/builders.ts";
import { MemoryInbox } from "../helpers/memory-inbox.ts";
import { port } from "../helpers/port.ts";

/** What there is: one thread, and what the pipeline works with. */
export interface Given {
  readonly features?: readonly Feature<FeatureReads>[];
  readonly commands?: readonly Command<FeatureReads>[];
  readonly comments?: readonly Comment[];
}

/** A write that does not go well, once: an error instead of it, or behind it. */
interface Trouble {
  readonly write: string;
  readonly error: Error;
  readonly when: "before" | "after";
  left: number;
}

const leaseMs = 60_000;

/** The pipeline on an inbox in memory and a GitHub of one thread, without a database, a server or a thread of its own. */
export class PipelineWorld {
  readonly inbox = new MemoryInbox();
  /** What was changed on GitHub and in our records, in order. */
  readonly changes: string[] = [];
  /** As it is now; comments of ours are added to it. */
  thread: Thread;
  now = new Date("2026-03-02T09:00:00Z");
  /** Whether the installation has writes to spare. */
  hasSpare = true;
  /** Whether what is done now is done as what nobody waits for. */
  isInBackground = false;
  /** Happens right before each write. */
  beforeWrite: (write: string) => Promise<void> | void = () => undefined;
  readonly deps: WorkDeps;
  readonly #troubles: Trouble[] = [];

  constructor({ features = [], commands = [], comments = [aComment()] }: Given = {}) {
    this.thread = aThread({ comments });
    const clock = () => this.now;
    const github = { reads: this.#reads(), writes: this.#writes(), proposals: port<ProposalWrites>("proposals", {}) };
    const records = this.#records();
    const knowledge = port<KnowledgeRecords>("knowledge", {});
    const stores: FeatureStores = {
      faq: port("faq", {}),
      requests: port("requests", {}),
      timelines: port("timelines", {}),
      timelineProgress: port("timelineProgress", {}),
      resolutions: port("resolutions", {}),
      livingIssues: port("livingIssues", {}),
      watch: port("watch", {}),
      onCall: port("onCall", {}),
      bookings: port("bookings", {}),
      feeds: port("feeds", {}),
      surveys: port("surveys", {}),
      interviews: port("interviews", {}),
      reports: port("reports", {}),
      onboarding: port<FeatureStores["onboarding"]>("onboarding", { mayUseDefaults: async () => true }),
      configIssues: port("configIssues", {}),
      webhookSweeps: port("webhookSweeps", {}),
    };
    const reads: FeatureReads = {
      ...stores,
      records,
      knowledge,
      github: github.reads,
      finder: port<Finder>("finder", {}),
      splitter: port<SectionSplitter>("splitter", {}),
      editor: port<FaqEditor>("editor", {}),
      measurer: port<Measurer>("measurer", {}),
      backtester: port<Backtester>("backtester", {}),
    };
    this.deps = {
      stores,
      repositoryRows: [],
      forgetOld: async () => 0,
      people: { forgottenSince: async () => undefined },
      records,
      knowledge,
      github,
      chat: port<ChatWrites>("chat", {}),
      reads,
      features,
      commands,
      inbox: this.inbox,
      configs: new ConfigSource(reads, clock, silent),
      log: silent,
      clock,
      wake: () => undefined,
      inBackground: async (act) => {
        this.isInBackground = true;
        return act().finally(() => (this.isInBackground = false));
      },
      backoff: (attempts) => (attempts < 3 ? 0 : undefined),
      concurrency: 4,
    };
  }

  /** The next writes of this name fail with this error: as many as `times`, before or after they are done. */
  fail(
    write: string,
    error: Error,
    { when = "before", times = 1 }: { when?: "before" | "after"; times?: number } = {},
  ): void {
    this.#troubles.push({ write, error, when, left: times });
  }

  /** An event comes into the inbox; its delivery's id. */
  async accept(event: SupportEvent, id = "delivery-1"): Promise<string> {
    await acceptEvent(id, event, this.deps);
    return id;
  }

  /** One try at the next delivery, as the worker makes it; what went wrong is thrown, and the delivery can be tried again. */
  async handleNext(): Promise<Outcome> {
    const delivery = await this.claim();
    try {
      const outcome = await handle(delivery, this.deps);
      await this.inbox.finish(delivery.id, outcome.line, this.now, outcome.shortfall);
      return outcome;
    } catch (error) {
      await this.inbox.fail(delivery.id, String(error), this.now, this.now, "failure");
      throw error;
    }
  }

  async claim(): Promise<ClaimedDelivery> {
    const delivery = await this.inbox.claim(this.now, leaseMs);
    if (!delivery) throw new Error("there is nothing to handle");
    return delivery;
  }

  /** The plans stored for a delivery, by stage: how many actions, and which of them are done. */
  async plans(
    id = "delivery-1",
  ): Promise<Record<string, { readonly actions: number; readonly done: readonly number[] }>> {
    const plans = (await this.inbox.show(id))?.plans ?? {};
    return Object.fromEntries(
      Object.entries(plans).map(([stage, { plan, done }]) => [stage, { actions: plan.actions.length, done }]),
    );
  }

  async #write(write: string, change: () => void = () => undefined): Promise<void> {
    await this.beforeWrite(write);
    const trouble = this.#troubles.find((it) => it.left > 0 && write.startsWith(it.write));
    if (trouble) trouble.left--;
    if (trouble?.when === "before") throw trouble.error;
    this.changes.push(write);
    change();
    if (trouble) throw trouble.error;
  }

  #reads(): GitHubReads {
    return port<GitHubReads>("github.reads", {
      findThread: async () => this.thread,
      findDiscussion: async () => this.thread,
      rolesOf: async (_, login) => (login === "hana" ? ["helper"] : []),
      configTexts: async () => [],
    });
  }

  #writes(): GitHubWrites {
    return port<GitHubWrites>("github.writes", {
      addComment: async (_, __, body, replyTo) => {
        const id = `DC_ours_${this.thread.comments.length}`;
        const ours = aComment({ id, body, isOurs: true, ...(replyTo === undefined ? {} : { replyTo }) });
        await this.#write(`comment: ${stripMarkers(body).trim()}`, () => {
          this.thread = { ...this.thread, comments: [...this.thread.comments, ours] };
        });
        return id;
      },
      react: async (_, subject, reaction) => this.#write(`react ${reaction} to ${subject}`),
      redeliver: async (delivery) => this.#write(`redeliver ${delivery}`),
      ifSpare: async (write) => {
        if (this.hasSpare) await write();
        return this.hasSpare;
      },
    });
  }

  /** The defaults are in force, and known to be. */
  #records(): Records {
    return port<Records>("records", {
      findConfig: async () => ({ source: "defaults", text: "" }),
      commandUses: async () => [],
      recordCommand: async () => undefined,
      findOurComment: async () => undefined,
      keepOurComment: async () => undefined,
    });
  }
}

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
