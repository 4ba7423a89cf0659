import type { Incoming } from "./incoming.ts";
import type { Outgoing } from "./outgoing.ts";

const mostKept = 500;

/** The last answer to each read, for stale reads. */
export class RememberedAnswers {
  readonly #answers = new Map<string, Outgoing>();

  /** What was answered to the same question last time; the new answer where it was not asked before. */
  last(incoming: Incoming, fresh: Outgoing): Outgoing {
    return this.#answers.get(keyOf(incoming)) ?? fresh;
  }

  keep(incoming: Incoming, answer: Outgoing): void {
    const key = keyOf(incoming);
    // Kept as text: objects in an answer may change with the world. Deleting first moves the key to the end.
    this.#answers.delete(key);
    const isPlain = answer.body === undefined || typeof answer.body === "string" || Buffer.isBuffer(answer.body);
    this.#answers.set(key, isPlain ? answer : { ...answer, body: JSON.stringify(answer.body) });
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > mostKept && oldest !== undefined) this.#answers.delete(oldest);
  }
}

function keyOf({ method, path, query, headers, bytes }: Incoming): string {
  return [method, path, query.toString(), headers["accept"] ?? "", bytes.toString("base64")].join("\n");
}
