import type { Act } from "./act.ts";
import { askers, community, otherBot, team } from "./act.ts";
import { dayMs, hourMs, minuteMs } from "../../src/core/clock.ts";
import { type Chances } from "./chances.ts";

/** What a person may do next in a thread. */
type Move =
  | "team"
  | "asker"
  | "thanks"
  | "community"
  | "bot"
  | "needs-info"
  | "take"
  | "mark"
  | "unmark"
  | "close"
  | "reopen"
  | "priority"
  | "delete"
  | "edit"
  | "lock"
  | "category"
  | "remove";

const priorities = ["p1", "p2", "p3", "p4"];
const helpers = Object.keys(team);

/**
 * The life of one thread, from when it is opened until nobody says anything more. People do what the rules of GitHub let
 * them do, and no two things within the same minute.
 */
export class ThreadWriter {
  readonly acts: Act[] = [];
  readonly #chances: Chances;
  readonly #name: string;
  readonly #asker: string;
  #at: number;
  #category: string;
  #comments: {
    readonly name: string;
    readonly by: string;
    readonly isTop: boolean;
    readonly isCommand: boolean;
    isDeleted: boolean;
  }[] = [];
  #answer: string | undefined;
  #isClosed = false;
  #isLocked = false;
  #label: string | undefined;
  #hasCommand = false;
  #turn: "team" | "asker" = "team";
  #count = 0;

  constructor(chances: Chances, name: string, openedAt: number) {
    this.#chances = chances;
    this.#name = name;
    this.#at = openedAt;
    this.#category = chances.weighted({ "q-a": 78, ideas: 12, general: 10 });
    this.#asker = chances.percent(90) ? chances.pick(askers) : chances.percent(80) ? chances.pick(helpers) : otherBot;
  }

  /** Writes it all. */
  write(): readonly Act[] {
    // By the rules of the project. Whoever changes a priority takes the label off that they see.
    const title = this.#title();
    this.#label = title.includes("data loss") ? "p1" : this.#category === "ideas" ? "p4" : undefined;
    const body = this.#chances.pick(["Please help.", "It does not work at all.", "What do you think?"]);
    this.#act({ do: "open", category: this.#category, title: `${title} (${this.#name})`, body }, this.#asker);
    if (this.#chances.percent(25)) this.#setPriority(this.#chances.wait(0.3));
    const length = this.#chances.weighted({ "0": 8, "2": 20, "4": 30, "7": 27, "12": 12, "25": 3 });
    for (let left = Number(length); left > 0; left--) {
      const move = this.#chances.weighted(this.#moves());
      this.#make(move);
      if (move === "remove") break;
    }
    return this.acts;
  }

  #title(): string {
    return this.#chances.pick([
      "How do I begin",
      "Crash when saving",
      "Where is the setting",
      "Urgent: data loss",
      "An idea",
    ]);
  }

  /** What may come next, with weights. */
  #moves(): Readonly<Partial<Record<Move, number>>> {
    const isAsked = this.#turn === "team";
    const mayAnswer = this.#category === "q-a" && this.#answerable().length > 0;
    if (this.#isLocked) return { lock: 6, team: 3, remove: 1 };
    return {
      team: isAsked ? 44 : 8,
      asker: isAsked ? 8 : 30,
      thanks: isAsked ? 0 : 8,
      community: 10,
      bot: 4,
      "needs-info": isAsked ? 5 : 0,
      take: this.#hasCommand ? 0 : 3,
      mark: mayAnswer && this.#answer === undefined ? 12 : 1,
      unmark: this.#answer === undefined ? 0 : 6,
      close: this.#isClosed ? 0 : 6,
      reopen: this.#isClosed ? 25 : 0,
      priority: 4,
      delete: 3,
      edit: 3,
      lock: 0.6,
      category: 0.8,
      remove: 0.5,
    };
  }

  #make(move: Move): void {
    const chances = this.#chances;
    switch (move) {
      case "team":
        return this.#say(chances.pick(helpers), this.#inHours(chances.wait(5)), chances.pick(replies), "asker");
      case "asker":
        return this.#say(this.#asker, chances.wait(7), chances.pick(words), "team");
      case "thanks":
        return this.#say(this.#asker, chances.wait(4), chances.pick(["Thanks!", "Thank you, that works."]), "asker");
      case "community":
        return this.#say(
          chances.pick(community),
          chances.wait(6),
          "I had the same, and restarting helped.",
          this.#turn,
        );
      case "bot":
        return this.#say(otherBot, chances.wait(1), "The nightly build is green.", this.#turn);
      case "needs-info":
        return this.#say(chances.pick(helpers), this.#inHours(chances.wait(4)), "/needs-info the log, please", "asker");
      case "take":
        this.#hasCommand = true;
        return this.#say(chances.pick(helpers), this.#inHours(chances.wait(3)), "/take", this.#turn);
      case "mark":
        return this.#mark();
      case "unmark":
        return this.#unmark();
      case "close":
        this.#isClosed = true;
        return this.#later(chances.wait(6), { do: "close", reason: chances.pick(reasons) }, chances.pick(helpers));
      case "reopen":
        this.#isClosed = false;
        return this.#later(chances.wait(8), { do: "reopen" }, chances.pick(helpers));
      case "priority":
        return this.#setPriority(chances.wait(2));
      case "delete":
        return this.#delete();
      case "edit":
        return this.#edit();
      case "lock":
        this.#isLocked = !this.#isLocked;
        return this.#later(chances.wait(3), { do: this.#isLocked ? "lock" : "unlock" }, "mia");
      case "category":
        return this.#recategorize();
      case "remove":
        return this.#later(chances.wait(2), { do: "delete-thread" }, "mia");
    }
  }

  #say(by: string, wait: number, body: string, turn: "team" | "asker"): void {
    // In a locked thread only the team may say something.
    if (this.#isLocked && !helpers.includes(by)) return;
    const name = `${this.#name}.${++this.#count}`;
    const tops = this.#comments.filter(({ isTop, isDeleted }) => isTop && !isDeleted);
    const under = tops.length > 0 && this.#chances.percent(45) ? this.#chances.pick(tops) : undefined;
    this.#comments.push({ name, by, isTop: under === undefined, isCommand: body.startsWith("/"), isDeleted: false });
    this.#turn = turn;
    this.#later(wait, { do: "comment", comment: name, body, ...(under && { replyTo: under.name }) }, by);
  }

  #answerable() {
    // Of others than the asker and bots: what a bot wrote is no answer.
    return this.#comments.filter(({ by, isDeleted }) => by !== this.#asker && by !== otherBot && !isDeleted);
  }

  #mark(): void {
    const among = this.#answerable();
    if (among.length === 0 || this.#category !== "q-a") return;
    const { name } = this.#chances.pick(among);
    if (name === this.#answer) return;
    this.#answer = name;
    this.#later(this.#chances.wait(3), { do: "mark", comment: name }, this.#marker());
  }

  #unmark(): void {
    if (this.#answer === undefined) return;
    this.#later(this.#chances.wait(9), { do: "unmark", comment: this.#answer }, this.#marker());
    this.#answer = undefined;
  }

  /** The asker or somebody of the team. */
  #marker(): string {
    return this.#asker !== otherBot && this.#chances.percent(60) ? this.#asker : this.#chances.pick(helpers);
  }

  /**
   * Changes the priority for another one. That a rule's label was merely taken off is known only to who saw it there
   * before: what nobody told in time cannot be told from a rule's label that was never put on.
   */
  #setPriority(wait: number): void {
    const by = this.#chances.pick(helpers);
    if (this.#label !== undefined) this.#later(wait, { do: "unlabel", label: this.#label }, by);
    const others = priorities.filter((it) => it !== this.#label);
    this.#label = this.#chances.pick(others);
    this.#later(minuteMs, { do: "label", label: this.#label }, by);
  }

  /** What may be deleted or edited. A command is obeyed once; what becomes of its comment later changes nothing. */
  #words() {
    return this.#comments.filter(({ isDeleted, isCommand }) => !isDeleted && !isCommand);
  }

  #delete(): void {
    const among = this.#words();
    if (among.length === 0) return;
    const comment = this.#chances.pick(among);
    comment.isDeleted = true;
    if (comment.name === this.#answer) this.#answer = undefined;
    this.#later(this.#chances.wait(5), { do: "delete-comment", comment: comment.name }, "mia");
  }

  #edit(): void {
    const among = this.#words();
    if (among.length === 0) return;
    const { name, by } = this.#chances.pick(among);
    if (by === otherBot) return;
    this.#later(this.#chances.wait(1), { do: "edit-comment", comment: name, body: "What I meant is this." }, by);
  }

  #recategorize(): void {
    // GitHub takes the mark away where the new category has no answers; nobody does both at once here.
    if (this.#answer !== undefined) return;
    this.#category = this.#category === "q-a" ? "general" : "q-a";
    this.#later(this.#chances.wait(3), { do: "recategorize", category: this.#category }, "mia");
  }

  /** Nine in ten words of the team are written on weekdays, in its hours. */
  #inHours(wait: number): number {
    const at = this.#at + wait;
    if (isWorkTime(at) || this.#chances.percent(10)) return wait;
    let day = at - (at % dayMs);
    while (!isWorkTime(day + 8 * hourMs) || day + 8 * hourMs < at) day += dayMs;
    return day + 8 * hourMs + this.#chances.whole(0, 8 * 3600) * 1000 - this.#at;
  }

  #later(wait: number, what: What, by: string): void {
    this.#at += Math.max(wait, minuteMs);
    this.#act(what, by);
  }

  #act(what: What, by: string): void {
    this.acts.push({ at: this.#at, thread: this.#name, by, ...what });
  }
}

const replies = [
  "Have you tried to restart it?",
  "It is in the docs, under Logging.",
  "This is fixed in the next release.",
];
const words = ["It still does not work.", "I see another message now.", "Here is the log.", "And what about Windows?"];
const reasons = ["RESOLVED", "RESOLVED", "OUTDATED", "DUPLICATE"] as const;

type What = Act extends infer Each ? (Each extends Act ? Omit<Each, "at" | "thread" | "by"> : never) : never;

function isWorkTime(at: number): boolean {
  const [day, hour] = [new Date(at).getUTCDay(), new Date(at).getUTCHours()];
  return day % 6 !== 0 && hour >= 8 && hour < 17;
}
