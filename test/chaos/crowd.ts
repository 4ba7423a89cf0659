import { createUser, type Discussion } from "local-github-server/world";
import { formBody } from "../helpers/request-world.ts";
import type { ChaosWorld } from "./open-world.ts";
import { Stage } from "./script.ts";

/** What nobody has asked yet, and none of which is like another. */
const riddles = [
  "Why does the gyrotron hum?",
  "Which certificate signs a nightly parcel?",
  "May two printers share a single spool?",
  "How long is an abandoned cart remembered?",
  "Where are translated receipts archived?",
  "What colour means a frozen shipment?",
  "Who rotates credentials of retired warehouses?",
  "Can barcodes contain emoji?",
  "Is the scale calibrated in ounces?",
  "When does a pallet expire?",
];

type Kind = "question" | "request" | "answered";

interface Thread {
  readonly kind: Kind;
  readonly name: string;
  readonly discussion: Discussion;
}

const isOurs = ({ author }: { readonly author: { readonly __typename: string } | null }) =>
  author?.__typename === "Bot";

/**
 * Many people who come at once. Of each twenty threads fifteen are questions that the docs answer, with the asker's
 * command; four are requests that are accepted at once, with a milestone; one is a question whose answer goes into the FAQ.
 */
export class Crowd {
  readonly #chaos: ChaosWorld;
  readonly #stage: Stage;
  readonly #threads: Thread[] = [];

  constructor(chaos: ChaosWorld) {
    this.#chaos = chaos;
    this.#stage = new Stage(chaos);
  }

  /** How many threads there are. */
  get size(): number {
    return this.#threads.length;
  }

  /** One more thread, with a command in it. */
  comes(): void {
    const number = this.size;
    const kind: Kind = number % 20 === 7 ? "answered" : number % 5 === 1 ? "request" : "question";
    const name = `thread ${number}`;
    if (kind === "question") {
      // Each by somebody else: who is not of the team has a handful of commands an hour.
      const by = createUser(this.#chaos.github.world, `visitor-${number}`);
      this.#stage.ask(name, by, { title: `How can I change the log level to debug? (${number})`, body: "Too little." });
      this.#stage.say(name, by, "/help", name);
    } else if (kind === "request") {
      const body = formBody("It hurts.", "Peace.", "Soon.");
      this.#stage.ask(name, "sam", { title: `Wish ${number}`, body, category: "ideas" });
      this.#stage.say(name, "mia", `/accept milestone:"v${number}" due:2099-01-01`, name);
    } else {
      const title = riddles[Math.floor(number / 20)];
      if (title === undefined) throw new Error("nobody has so many riddles");
      this.#stage.ask(name, "tim", { title, body: "I wonder." });
      this.#stage.say(name, "hana", `As the handbook says of ${number}.`, `answer ${number}`);
      this.#stage.mark(`answer ${number}`, "tim");
      this.#stage.say(name, "hana", "/promote-faq", name);
    }
    this.#threads.push({ kind, name, discussion: this.#stage.thread(name) });
  }

  /** What is wrong with what came of it all: a line for each thing that is missing, or that is there twice. */
  wrongs(): readonly string[] {
    const { repository } = this.#chaos;
    return [
      ...this.#threads.flatMap((it) => this.#wrongsOf(it)),
      ...doubles("label", repository.labels),
      ...repository.discussions.flatMap(({ title, labels }) => doubles(`label of ${title}`, labels)),
    ];
  }

  #wrongsOf({ kind, name, discussion }: Thread): readonly string[] {
    const { repository } = this.#chaos;
    const { title, number, comments } = discussion;
    const counted: Record<string, number> = { comments: comments.filter(isOurs).length };
    if (kind === "question") {
      counted["replies to the command"] = this.#repliesTo(name);
    } else if (kind === "request") {
      counted["acceptances"] = comments.filter((it) => isOurs(it) && it.body.includes("**Accepted**")).length;
      counted["issues"] = repository.issues.filter((it) => it.title === title).length;
      counted["milestones"] = repository.milestones.filter((it) => it.title === name.replace("thread ", "v")).length;
    } else {
      const branch = `faq/discussion-${number}`;
      counted["pull requests"] = repository.pullRequests.filter((it) => it.headRefName === branch).length;
    }
    return Object.entries(counted)
      .filter(([, count]) => count !== 1)
      .map(([what, count]) => `${title}: ${count} ${what}`);
  }

  #repliesTo(name: string): number {
    return this.#stage.comment(name).replies.filter(isOurs).length;
  }
}

function doubles(what: string, named: readonly { readonly name: string }[]): readonly string[] {
  const counts = Map.groupBy(named, ({ name }) => name);
  return [...counts].filter(([, them]) => them.length > 1).map(([name, them]) => `${what} ${name}: ${them.length}`);
}
