import { afterEach, expect, it } from "vitest";
import { addDiscussionComment, openDiscussion, type Repository, type World } from "local-github-server/world";
import { openChat, type Chat } from "../../helpers/open-chat.ts";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { botIssues, labelsOf } from "../../helpers/request-world.ts";

const day = 24 * 3_600_000;

let desk: Desk;
let chat: Chat;
afterEach(async () => {
  await desk.close();
  await chat.close();
});

/** Everything that speaks, loud. */
const config = `watch:
  expectation: { alone: true }
  rules: [{ title: [flange], priority: p2 }]
  priorities:
    p2: { first-response: 8h, next-response: 8h, resolution: 400h }
    p3: { first-response: 8h, next-response: 8h, resolution: 400h }
on-call:
  layers: [{ name: main, people: [hana], start: 2020-01-06 }]
  escalation:
    near: { label: soon, mention: on-call, webhook: true }
    breach: { mention: on-call, webhook: true }
resolution: { remind-after: 3, close-after: 4 }
`;

/** Some that wait for the team, for the asker, and that were thanked for; the last of them three days ago. */
function oldThreads(world: World, repository: Repository): void {
  const [ann, hana] = ["ann", "hana"].map((login) => world.all("User").find((it) => it.login === login));
  const category = repository.discussionCategories.find(({ slug }) => slug === "q-a");
  if (!ann || !hana || !category) throw new Error("nobody can ask");
  for (let i = 0; i < 12; i++) {
    const old = openDiscussion(world, ann, repository, { category, title: `Flange ${i}`, body: "How?" });
    if (i % 3 > 0) addDiscussionComment(world, hana, old, { body: "Like this." });
    if (i % 3 > 1) addDiscussionComment(world, ann, old, { body: "Thanks, that works!" });
    world.advanceClock(day / 2);
  }
  world.advanceClock(3 * day);
}

it("an app that comes to a busy project says nothing in what was there, labels nothing and calls nobody", async () => {
  chat = await openChat();
  desk = await openDesk({ before: oldThreads, chat: chat.url, files: { ".github/frontdesk.yml": config } });
  for (const days of [0.01, 0.01, 1, 1, 7, 7, 7]) await desk.advance(days * day);
  const { discussions } = desk.repository;
  expect(discussions.flatMap(labelsOf)).toEqual([]);
  expect(discussions.flatMap((it) => desk.botComments(it))).toEqual([]);
  expect(discussions.flatMap(({ comments }) => comments.flatMap((it) => desk.botReplies(it)))).toEqual([]);
  expect(discussions.filter(({ closed }) => closed)).toEqual([]);
  expect([chat.texts, botIssues(desk)]).toEqual([[], []]);

  const question = desk.ask("Why does the flange squeak?");
  await desk.settle();
  expect([labelsOf(question), desk.botComments(question).length]).toEqual([["p2"], 1]);
  await desk.advance(0.01 * day);
  expect(botIssues(desk)[0]?.body).toContain("### Waiting on us (5)");
});
