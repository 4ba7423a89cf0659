/** How long a question waits while another installation, or its own, has a thousand comments with commands in line. */
import { setTimeout as sleep } from "node:timers/promises";
import { nullOid } from "local-github-server/git";
import {
  addDiscussionComment,
  announcePush,
  createOrganization,
  createRepository,
  installApp,
  openDiscussion,
  type Discussion,
  type Repository,
} from "local-github-server/world";
import { openDesk } from "./desk.ts";
import { print } from "./figures.ts";
import { generatedDocs } from "./generated-docs.ts";

const threads = 100;
const commentsEach = 10;
/** Longer than this is not waited for. */
const maxMs = 240_000;

const docs = generatedDocs(50, { bytes: 4_000 });
const desk = await openDesk(docs);
try {
  const { world } = desk.github;
  const [mia, ann] = [world.findUser("mia"), world.findUser("ann")];
  const [app] = world.all("App");
  if (!mia || !ann || !app) throw new Error("Somebody is missing.");
  const globex = createOrganization(world, "globex", { owners: [mia] });
  const gears = createRepository(world, globex, "gears", { collaborators: { mia: "maintain", ann: "read" } });
  const after = await desk.github
    .git(gears)
    .importFiles("main", [{ path: ".github/frontdesk.yml", content: "related-answers: { threshold: 0 }\n" }, ...docs], {
      message: "Write the docs",
      author: { name: "Mia", email: "mia@example.com", date: world.timestamp() },
      keep: true,
    });
  announcePush(world, mia, gears, { ref: "refs/heads/main", before: nullOid, after, forced: false });
  desk.install();
  installApp(world, mia, app, globex);
  await desk.settle();

  const ask = (repository: Repository, title: string, slug = "q-a") => {
    const category = repository.discussionCategories.find((it) => it.slug === slug);
    if (!category) throw new Error(`There is no category ${slug}.`);
    return openDiscussion(world, ann, repository, { category, title, body: "I do not know how." });
  };
  const title = /^## (.*)$/m.exec(docs[7]?.content ?? "")?.[1] ?? "";
  for (const repository of [gears, desk.repository]) await answered(ask(repository, title));
  print("with nothing else in line", await answered(ask(gears, title)));

  const crowded = Array.from({ length: threads }, (_, index) => ask(desk.repository, `Thread ${index}`, "general"));
  await desk.settle();
  for (let round = 0; round < commentsEach; round += 1) {
    for (const thread of crowded) addDiscussionComment(world, mia, thread, { body: "/help" });
    await desk.github.webhooks.drain();
  }
  print("in line at acme by then", `${(await desk.app.counts())["waiting"] ?? 0} deliveries`);
  const [elsewhere, here] = await Promise.all([answered(ask(gears, title)), answered(ask(desk.repository, title))]);
  print("a question at globex, meanwhile", elsewhere);
  print("a question at acme itself, behind all of them", here);
  const memory = await desk.app.memory();
  print("the app holds", memory ? `${memory.now.toFixed(0)} MB` : "unknown on this system");
} finally {
  await desk.close();
}

async function answered({ title, comments }: Discussion): Promise<string> {
  const start = performance.now();
  while (comments.every(({ author }) => author?.__typename !== "Bot")) {
    if (performance.now() - start > maxMs) return `more than ${maxMs / 1000} s ("${title}")`;
    await sleep(10);
  }
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
