import { english } from "../../src/core/language.ts";
import type { Booking } from "../../src/core/booking.ts";
import type { Comment, Thread } from "../../src/core/discussion.ts";
import type { SupportEvent } from "../../src/core/event.ts";
import { UserError } from "../../src/core/errors.ts";
import type { ObservedIssue, StoredRequest } from "../../src/features/feature-requests/feature-request.ts";
import type { RequestAction, RequestPlan } from "../../src/features/feature-requests/actions/request-actions.ts";
import { commentSections } from "../../src/core/plan.ts";
import { decideAccept } from "../../src/features/feature-requests/commands/accept.ts";
import { readAcceptOptions } from "../../src/features/feature-requests/commands/accept/options.ts";
import { decideDecline } from "../../src/features/feature-requests/commands/decline.ts";
import { decideMeeting } from "../../src/features/feature-requests/commands/meeting.ts";
import { decideOutcome } from "../../src/features/feature-requests/commands/outcome.ts";
import { decideReopen } from "../../src/features/feature-requests/commands/reopen.ts";
import { decideDuplicate } from "../../src/features/feature-requests/commands/duplicate.ts";
import { FeatureRequestsConfig } from "../../src/features/feature-requests/config.ts";
import { defaultConfig } from "../../src/config/schema.ts";
import { decideThreadEvent } from "../../src/features/feature-requests/events/thread-event.ts";
import type { EventOf } from "../../src/features/feature.ts";
import { findCommands } from "../../src/text/find-commands.ts";
import { writeSection } from "../../src/text/marker.ts";
import { aBooking } from "./bookings.ts";
import { aComment, aThread, repository } from "./builders.ts";

const config = FeatureRequestsConfig.parse({});
const ideas = { slug: "ideas", name: "Ideas", isAnswerable: false };
type FollowEvent = EventOf<"follow-request" | "booking-changed" | "discussion-opened" | "discussion-changed">;
type BookingEvent = EventOf<"book-session" | "follow-booking">;

/** A thread, its issue and its booking in memory: plans are made by the real functions, and carried out here as `perform` would. */
export class RequestModel {
  thread: Thread = aThread({ category: ideas, author: { login: "ann", isBot: false } });
  stored: StoredRequest | undefined;
  /** By number, those deleted too; `key` is what the marker of each says. */
  readonly issues: { readonly key: string; state: ObservedIssue["state"] }[] = [];
  now = new Date("2026-03-02T09:00:00Z");
  /** Steps of a plan that are done before the process dies, to be done again with the rest. */
  diesAfter = Infinity;
  booking: Booking | undefined;
  readonly #followUps: (FollowEvent | BookingEvent)[] = [];

  /** A maintainer writes a command; what cannot be meant is refused, and changes nothing. */
  command(text: string): void {
    const [line] = findCommands(text);
    if (!line) throw new Error(`no command: ${text}`);
    const comment = aComment({ id: `DC_${text}`, body: text });
    const actor = { login: "mia", isBot: false };
    const ask = {
      line,
      repository,
      thread: this.thread,
      comment,
      actor,
      config: { language: "auto" as const, words: {}, "feature-requests": config, sessions: [{ kind: "request" }] },
      now: this.now,
      locale: english,
    };
    const facts = { ...this.#facts(), votes: 3 };
    const target = {
      number: 99,
      title: "The same",
      url: "https://github.com/acme/widgets/discussions/99",
      request: undefined,
    };
    const nothingElse = { milestones: [], labels: [], projects: undefined, types: [], adopted: undefined };
    const decide: Readonly<Record<string, () => RequestPlan>> = {
      accept: () =>
        decideAccept(ask, {
          ...facts,
          ...nothingElse,
          options: readAcceptOptions(line, {
            actor: "mia",
            now: this.now,
            here: { repository: ask.repository, url: ask.thread.url },
          }),
          assignees: { logins: [], refused: [] },
        }),
      decline: () => decideDecline(ask, { ...facts, instead: [] }),
      meeting: () => decideMeeting(ask, facts),
      outcome: () => decideOutcome(ask, facts),
      reopen: () => decideReopen(ask, facts),
      duplicate: () => decideDuplicate(ask, { ...facts, isRequest: true, target }),
    };
    try {
      const plan = decide[line.name]?.();
      if (plan) this.#perform(plan);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
    this.settle();
  }

  /** What was put in line is handled, and all that follows from it. */
  settle(): void {
    for (let event = this.#followUps.shift(); event; event = this.#followUps.shift()) {
      if (event.kind === "book-session" || event.kind === "follow-booking") this.#followBooking(event);
      else this.look(event);
    }
  }

  /** Its session is over, called off, or at another time; nothing where none is booked. */
  session(change: "over" | "cancelled" | "moved"): void {
    if (this.booking?.state !== "booked") return;
    const start = new Date(Date.parse(this.booking.start) + 60 * 60_000).toISOString();
    this.booking = { ...this.booking, ...(change === "moved" ? { start } : { state: change }) };
    this.look({ kind: "booking-changed", repository, number: this.thread.number });
    this.settle();
  }

  /** As office hours do. */
  #followBooking(event: BookingEvent): void {
    const { number } = this.thread;
    if (event.kind === "book-session") {
      const bookedAt = this.now.toISOString();
      this.booking = aBooking({ kind: "request", number, key: event.askedIn, by: event.by, bookedAt });
    } else if (this.booking) {
      const isOpen = this.booking.state === "booked" || this.booking.state === "over";
      if (event.outcome && isOpen) this.booking = { ...this.booking, state: "done", outcome: event.outcome };
      if (event.cancel && this.booking.state === "booked") this.booking = { ...this.booking, state: "cancelled" };
    }
    this.look({ kind: "booking-changed", repository, number });
  }

  /** A webhook or the sweep makes the app look; what it plans, as data. */
  look(event: FollowEvent = { kind: "follow-request", repository, number: this.thread.number }): RequestPlan {
    const isOfSession = event.kind === "booking-changed" || event.kind === "follow-request";
    const session = isOfSession ? { session: { booking: this.booking } } : {};
    const facts = { found: "request", related: undefined, ...this.#facts(), ...session } as const;
    const plan = JSON.parse(
      JSON.stringify(decideThreadEvent(event, facts, config, { now: this.now, shared: defaultConfig })),
    ) as RequestPlan;
    this.#perform(plan);
    return plan;
  }

  get openIssues(): number {
    return this.issues.filter(({ state }) => state === "open").length;
  }

  #facts() {
    const ours = this.thread.comments.find(({ isOurs }) => isOurs);
    const at = this.stored?.issue && this.issues[this.stored.issue.number - 1000];
    return {
      thread: this.thread,
      stored: this.stored,
      ours,
      wasDeleted: false,
      issue: at && { state: at.state },
      isSearched: true,
    };
  }

  /** Does the plan; where the process dies in between, the step in hand was done and is done again. */
  #perform({ actions }: RequestPlan): void {
    const dies = Math.min(this.diesAfter, actions.length);
    for (const action of [...actions.slice(0, dies), ...actions.slice(Math.max(0, dies - 1))]) this.#do(action);
  }

  #do(action: RequestAction): void {
    switch (action.do) {
      case "keep-request":
        this.stored = { votes: 0, ...this.stored, request: action.request };
        return;
      case "make-issue": {
        const there = this.issues.findIndex(({ key, state }) => key === action.key && state !== "lost");
        const index = there === -1 ? this.issues.push({ key: action.key, state: "open" }) - 1 : there;
        const link = { number: 1000 + index, id: `I_${index}`, url: "", isAdopted: false, notSet: [] };
        if (this.stored) this.stored = { ...this.stored, issue: link };
        return;
      }
      case "change-issue":
      case "change-request-issue": {
        const issue = this.issues[action.number - 1000];
        if (issue && action.change.state !== undefined) issue.state = action.change.state;
        return;
      }
      case "close-thread":
        this.thread = { ...this.thread, closed: action.because };
        return;
      case "reopen-thread": {
        const { closed: _, ...open } = this.thread;
        this.thread = open;
        return;
      }
      case "label": {
        const kept = this.thread.labels.filter((it) => !action.remove.includes(it));
        this.thread = { ...this.thread, labels: [...new Set([...kept, ...action.add.map(({ name }) => name)])] };
        return;
      }
      case "say":
        this.thread = { ...this.thread, comments: [this.#said(action.section, action.body)] };
        return;
      case "follow-up":
        if (isFollowed(action.event) && action.event.number === this.thread.number) this.#followUps.push(action.event);
        return;
      default:
    }
  }

  #said(section: string, body: string): Comment {
    const ours = this.thread.comments.find(({ isOurs }) => isOurs);
    const text = writeSection(ours?.body, section, body, commentSections);
    return aComment({ id: "ours", body: text, isOurs: true, author: { login: "frontdesk", isBot: true } });
  }
}

function isFollowed(event: SupportEvent): event is EventOf<"follow-request"> | BookingEvent {
  return event.kind === "follow-request" || event.kind === "book-session" || event.kind === "follow-booking";
}
