import type { MeasuredLists } from "../measured-repository.ts";
import { presentAnswer } from "../present-answer.ts";
import type { ListMaker } from "./list-maker.ts";

/**
 * People whose answers are marked, by their names: for recognition, so nobody is ranked. An answer that askers gave
 * themselves helped nobody else, and of an account that is gone there is nobody to thank.
 */
export function listHelpers(): ListMaker<MeasuredLists["helpers"]> {
  const people = new Map<string, { login: string; answers: { thread: number; at: Date }[] }>();
  return {
    see(thread, { now }) {
      const answer = presentAnswer(thread, now);
      const { number, asker } = thread.timeline;
      if (!answer || answer.by === undefined || answer.actor === "bot") return;
      const key = answer.by.toLowerCase();
      if (key === asker?.toLowerCase()) return;
      const person = people.get(key) ?? { login: answer.by, answers: [] };
      person.answers.push({ thread: number, at: answer.at });
      people.set(key, person);
    },
    list: () => [...people].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, person]) => person),
  };
}
