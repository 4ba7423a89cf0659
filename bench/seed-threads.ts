import {
  addDiscussionComment,
  closeDiscussion,
  createUser,
  markAnswer,
  openDiscussion,
  type Repository,
  type World,
} from "local-github-server/world";
import { seededChance } from "./seeded-chance.ts";
import { dayMs } from "../src/core/clock.ts";

const peoplePerThread = 0.6;
/** Threads have as few comments as in most Q&A, and some are long. */
const longThreads = 0.05;

/** Fills a repository with threads of many people, ten minutes apart, the last one a day ago; how much was said in them. */
export function seedThreads(
  world: World,
  repository: Repository,
  { threads, openShare }: { readonly threads: number; readonly openShare: number },
): number {
  const chance = seededChance(7);
  const people = Array.from({ length: Math.ceil(threads * peoplePerThread) }, (_, index) =>
    createUser(world, `person-${index}`),
  );
  const mia = world.findUser("mia");
  const category = repository.discussionCategories.find(({ slug }) => slug === "q-a");
  if (!mia || !category) throw new Error("Nobody maintains.");
  const anybody = () => people[Math.floor(chance() * people.length)] ?? mia;
  let said = 0;
  for (let index = 0; index < threads; index++) {
    const asker = anybody();
    const input = { category, title: `Question ${index}`, body: "How does it go?" };
    const it = openDiscussion(world, asker, repository, input);
    const count = chance() < longThreads ? 25 : Math.floor(chance() * 5);
    for (let comment = 0; comment < count; comment++) {
      const by = chance() < 0.5 ? mia : anybody();
      const top = addDiscussionComment(world, by, it, { body: "It goes like this. ".repeat(10) });
      const replies = Math.floor(chance() * 3);
      for (let reply = 0; reply < replies; reply++) {
        addDiscussionComment(world, asker, it, { body: "And then?", replyTo: top });
      }
      said += 1 + replies;
      if (comment === 0 && chance() < 0.5) markAnswer(world, asker, top);
    }
    if (chance() >= openShare) closeDiscussion(world, asker, it);
    const at = new Date(Date.now() - dayMs - (threads - index) * 10 * 60_000).toISOString().replace(/\.\d+Z$/u, "Z");
    Object.assign(it, { createdAt: at, updatedAt: at });
  }
  return said;
}
