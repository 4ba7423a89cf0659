import {
  addDiscussionComment,
  closeIssue,
  markAnswer,
  mergePullRequest,
  openDiscussion,
  upvote,
  type Discussion,
  type DiscussionComment,
  type User,
} from "local-github-server/world";
import { hourMs, minuteMs } from "../../src/core/clock.ts";
import { formBody } from "../helpers/request-world.ts";
import { startsAt, type ChaosWorld, type Login } from "./open-world.ts";

/** Something that people do at a time. */
export interface Act {
  /** In milliseconds. */
  readonly at: number;
  readonly what: string;
  /** It needs something that the app has to do first. */
  readonly when?: (stage: Stage) => boolean;
  readonly perform: (stage: Stage) => void | Promise<void>;
}

/** The world in which the script is performed, with what its names mean there. */
export class Stage {
  readonly chaos: ChaosWorld;
  readonly #threads = new Map<string, Discussion>();
  readonly #comments = new Map<string, DiscussionComment>();

  constructor(chaos: ChaosWorld) {
    this.chaos = chaos;
  }

  ask(name: string, by: Login | User, { title, body, category = "q-a" }: Asked): void {
    const { github, repository } = this.chaos;
    const found = repository.discussionCategories.find(({ slug }) => slug === category);
    if (!found) throw new Error(`there is no category ${category}`);
    this.#threads.set(name, openDiscussion(github.world, this.#user(by), repository, { category: found, title, body }));
  }

  say(thread: string, by: Login | User, body: string, name = body): void {
    const { github } = this.chaos;
    this.#comments.set(name, addDiscussionComment(github.world, this.#user(by), this.thread(thread), { body }));
  }

  mark(comment: string, by: Login): void {
    markAnswer(this.chaos.github.world, this.chaos.person(by), this.comment(comment));
  }

  comment(name: string): DiscussionComment {
    const found = this.#comments.get(name);
    if (!found) throw new Error(`nobody said ${name}`);
    return found;
  }

  thread(name: string): Discussion {
    const found = this.#threads.get(name);
    if (!found) throw new Error(`there is no thread ${name}`);
    return found;
  }

  #user(by: Login | User): User {
    return typeof by === "string" ? this.chaos.person(by) : by;
  }

  /** The app's open pull request; undefined when there is none. */
  get proposal() {
    return this.chaos.repository.pullRequests.find(({ state }) => state === "OPEN");
  }

  /** The issue that tracks a request; undefined when there is none. */
  issueOf(thread: string) {
    const { title } = this.thread(thread);
    return this.chaos.repository.issues.find((it) => it.title === title);
  }
}

interface Asked {
  readonly title: string;
  readonly body: string;
  readonly category?: string;
}

const night = formBody("The office is empty by day.", "A schedule.", "It can wait some weeks.");
const blink = formBody("My eyes miss it.", "A lamp on top.", "Never mind.");

/** `9:30`: on the first day; `+1 9:30`: on the second one. */
function at(time: string): number {
  const [, days = "0", hours = "0", minutes = "0"] = /^(?:\+(\d+) )?(\d+):(\d+)$/.exec(time) ?? [];
  return (
    startsAt - (startsAt % (24 * hourMs)) + (Number(days) * 24 + Number(hours)) * hourMs + Number(minutes) * minuteMs
  );
}

const act = (time: string, what: string, perform: Act["perform"], when?: Act["when"]): Act => ({
  at: at(time),
  what,
  perform,
  ...(when && { when }),
});

/**
 * A day of a small project in which everything that Frontdesk does for a thread happens once. What depends on what the
 * app did before leaves it some hours: a webhook may come an hour late, and a limit may hold for one.
 */
export const script: readonly Act[] = [
  act("8:00", "ann asks what the docs answer", (it) =>
    it.ask("logs", "ann", { title: "How can I change the log level to debug?", body: "I see too little." }),
  ),
  act("8:01", "tim asks what the docs answer, too", (it) =>
    it.ask("proxy", "tim", { title: "How do I install behind a proxy?", body: "It times out." }),
  ),
  act("8:02", "sam wants something", (it) =>
    it.ask("night", "sam", { title: "Print labels at night", body: night, category: "ideas" }),
  ),
  act("8:03", "tim wants something", (it) =>
    it.ask("blink", "tim", { title: "Blink in colours", body: blink, category: "ideas" }),
  ),
  act("8:04", "eva asks what nobody knows", (it) =>
    it.ask("gyrotron", "eva", { title: "Why does the gyrotron hum?", body: "All night." }),
  ),
  act("8:05", "ann reports a loss, and nobody looks", (it) =>
    it.ask("loss", "ann", { title: "There was data loss after the update", body: "All is gone." }),
  ),
  act("8:06", "ann asks something hard", (it) =>
    it.ask("lease", "ann", { title: "Why does the agent lose its lease?", body: "Each night.", category: "general" }),
  ),
  act("8:07", "ann books a slot", (it) => it.say("lease", "ann", "/office-hours")),
  act("9:30", "hana votes for it", (it) => upvote(it.chaos.person("hana"), it.thread("night"))),
  act("11:30", "it did not help ann", (it) => it.say("logs", "ann", "/not-helpful")),
  act("11:31", "hana answers", (it) => it.say("gyrotron", "hana", "It is cold. Put it into a cupboard.", "cold")),
  act("11:33", "mia accepts it", (it) =>
    it.say(
      "night",
      "mia",
      '/accept milestone:"v2.3" due:2031-12-15 project:"Roadmap"\n- A table of times\n- A page of docs',
    ),
  ),
  act("11:34", "mia declines it", (it) => it.say("blink", "mia", "/decline It is bright enough.")),
  act("11:35", "hana answers", (it) => it.say("proxy", "hana", "Set `HTTPS_PROXY`.", "set it")),
  act("11:36", "tim marks it", (it) => it.mark("set it", "tim")),
  act("11:37", "mia writes about backups", ({ chaos }) =>
    chaos.push({
      "docs/backup.md":
        "# Backup\n\n## Restore a backup\n\nRun `widgets restore`, which needs the passphrase of the backup.\n",
    }),
  ),
  // So late that whoever asks her how content she is finds our comment there.
  act("14:00", "eva marks it", (it) => it.mark("cold", "eva")),
  act("14:30", "hana has the answer kept", (it) => it.say("gyrotron", "hana", "/promote-faq")),
  act("15:30", "tim asks for what is written now", (it) =>
    it.ask("passphrase", "tim", { title: "How do I restore a backup with its passphrase?", body: "I have one." }),
  ),
  act("17:30", "hana tells what came of the session", (it) =>
    it.say("lease", "hana", "/outcome The lease is shorter than the backup takes; raise it."),
  ),
  act(
    "18:00",
    "mia merges what was proposed",
    async ({ proposal, chaos: { github, person } }) => {
      if (proposal) await mergePullRequest(github.world, person("mia"), proposal);
    },
    ({ proposal }) => proposal !== undefined,
  ),
  act(
    "18:01",
    "it is built",
    (it) => {
      const issue = it.issueOf("night");
      if (issue) closeIssue(it.chaos.github.world, it.chaos.person("mia"), issue);
    },
    (it) => it.issueOf("night") !== undefined,
  ),
  act("18:02", "tim is content", (it) => it.say("proxy", "tim", "/rate 5")),
  act("20:00", "hana looks after all", (it) => it.say("loss", "hana", "Restore it from the backup.", "restore")),
];

/** When everything is over, also what is late, lost or put off. */
export const endsAt = at("+1 0:30");

/** Hours, in UTC, at which the app looks at its clock: after what may have been lost, and where something falls due. */
const hoursOfTicks = [9, 13, 15, 17, 19, 21];

/** When the app looks at its clock next, in milliseconds; each hour when the day is over. */
export function nextTick(after: number): number {
  const hour = after - (after % hourMs) + hourMs;
  const isOfDay = hour < at("+1 0:00");
  return isOfDay && !hoursOfTicks.includes(new Date(hour).getUTCHours()) ? nextTick(hour) : hour;
}
