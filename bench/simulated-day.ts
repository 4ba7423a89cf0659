/** What a repository with 500 threads a month asks of GitHub in a day: one working day of it, hour by hour, by the ledger. */
import {
  addDiscussionComment,
  closeDiscussion,
  markAnswer,
  openDiscussion,
  type Discussion,
} from "local-github-server/world";
import { dayMs, hourMs, minuteMs } from "../src/core/clock.ts";
import * as documents from "../src/github/generated/documents.ts";
import { openDeskWithClock } from "./desk-with-clock.ts";
import { print } from "./figures.ts";
import { generatedDocs } from "./generated-docs.ts";
import { seededChance } from "./seeded-chance.ts";

/** 500 a month are 24 on each of 21 working days. */
const threadsADay = 24;
const daysBefore = 1;

const config = `related-answers: { threshold: 0.3 }
watch:
  priorities:
    p3: { first-response: 4h }
living-issue: { mode: on }
`;

const docs = generatedDocs(100, { bytes: 4_000 });
const desk = await openDeskWithClock({
  startAt: new Date("2026-03-02T00:00:00Z"),
  pages: [{ path: ".github/frontdesk.yml", content: config }, { path: "docs/FAQ.md", content: "# FAQ\n" }, ...docs],
});
const { github, repository, pass, push, settle } = desk;
const { world } = github;
const { mia, ann, sam } = desk.people;

const chance = seededChance(7);
const titles = docs.flatMap(({ content }) => /^## (.*)$/m.exec(content)?.[1] ?? []);
const answered: Discussion[] = [];
console.log(`${threadsADay} threads a day; ${daysBefore} such day before the one that is counted\n`);
for (let day = 0; day < daysBefore; day += 1) await workingDay();
github.ledger.clear();
await workingDay();
tell();
await desk.close();

/** A working day from 9 to 18, and the night around it with its ticks. */
async function workingDay(): Promise<void> {
  const end = world.now().getTime() + dayMs;
  for (let hour = 0; hour < 9; hour += 1) await pass(hourMs);
  const everyMs = (9 * hourMs) / threadsADay;
  for (let thread = 0; thread < threadsADay; thread += 1) {
    await question(thread);
    await pass(everyMs - 5 * minuteMs);
  }
  while (world.now().getTime() < end - minuteMs) await pass(Math.min(hourMs, end - world.now().getTime()));
}

/** One thread of the day: four in five are answered, half of these marked, some closed; and what is written once a day. */
async function question(index: number): Promise<void> {
  const isIdea = index % 12 === 5;
  const category = repository.discussionCategories.find(({ slug }) => slug === (isIdea ? "ideas" : "q-a"));
  if (!category) throw new Error("The repository lacks a category.");
  const title = chance() < 0.5 ? (titles[Math.floor(chance() * titles.length)] ?? "Why?") : `Why does it hum ${index}?`;
  const thread = openDiscussion(world, ann, repository, { category, title, body: "Why: it is loud.\nHow do I?" });
  await pass(5 * minuteMs);
  if (chance() < 0.8) {
    const answer = addDiscussionComment(world, mia, thread, { body: `Set the option of part ${index}.` });
    await settle();
    addDiscussionComment(world, chance() < 0.7 ? ann : sam, thread, { body: chance() < 0.5 ? "Thanks!" : "And then?" });
    await settle();
    if (!isIdea && chance() < 0.5) {
      markAnswer(world, ann, answer);
      answered.push(thread);
    } else if (chance() < 0.3) closeDiscussion(world, mia, thread, "RESOLVED");
  }
  if (isIdea && index === 5) addDiscussionComment(world, mia, thread, { body: '/accept milestone:"v2"' });
  const toPromote = index === 12 || index === 20 ? answered.pop() : undefined;
  if (toPromote) addDiscussionComment(world, mia, toPromote, { body: "/promote-faq force" });
  if (index % 8 === 3) addDiscussionComment(world, ann, thread, { body: "/help" });
  if (index % 12 === 9) await push([{ path: `docs/new-${world.now().getTime()}.md`, content: "# New\n\nA page.\n" }]);
  await settle();
}

function tell(): void {
  const all = github.ledger.list();
  const asked = all.filter(({ installation }) => installation !== undefined);
  const mutations = new Set(
    Object.values(documents).flatMap((it) => (typeof it === "object" && it.kind === "mutation" ? [it.name] : [])),
  );
  const isWrite = ({ kind, method, operation }: (typeof asked)[number]) =>
    kind === "rest" ? method !== "GET" : mutations.has(operation);
  const hours = new Map<string, { points: number; writes: number }>();
  for (const entry of asked) {
    const hour = entry.at.slice(0, 13);
    const { points, writes } = hours.get(hour) ?? { points: 0, writes: 0 };
    hours.set(hour, { points: points + entry.points, writes: writes + (isWrite(entry) ? 1 : 0) });
  }
  const most = (of: "points" | "writes") => Math.max(...[...hours.values()].map((it) => it[of]));
  const points = asked.reduce((sum, it) => sum + it.points, 0);
  print("API calls of the day", `${asked.length}, of these ${asked.filter(isWrite).length} writes`);
  print("points of the day, REST and GraphQL together", String(points));
  print("points of the busiest hour, of 5,000 for each", String(most("points")));
  print("writes of the busiest hour, of 500", String(most("writes")));
  print("beside these as the app itself, which has a quota of its own", String(all.length - asked.length));
  const byName = Map.groupBy(asked, ({ operation }) => operation);
  console.log("\nmost often:");
  for (const [name, entries] of [...byName].toSorted((a, b) => b[1].length - a[1].length).slice(0, 12)) {
    print(`  ${name}`, `${entries.length} calls, ${entries.reduce((sum, it) => sum + it.points, 0)} points`);
  }
}
