/** What `/accept` with everything set asks of GitHub, and how soon the thread says that it is accepted. */
import { setTimeout as sleep } from "node:timers/promises";
import {
  addDiscussionComment,
  createLabel,
  createProject,
  openDiscussion,
  type Discussion,
} from "local-github-server/world";
import { openDesk } from "./desk.ts";
import { print } from "./figures.ts";

const answers = "Why: it is loud by day.\nOutcome: a schedule.\nUrgency: before winter.";
const everything =
  '/accept milestone:"v2.3" due:2031-12-15 label:area/docs assignee:@mia project:"Roadmap" priority:p2 estimate:5\n- One\n- Two';

/** What the writes before took comes back, one each two seconds. */
const refillMs = 30_000;
const isTold = ({ comments }: Discussion) => comments.some(({ body }) => body.includes("**Accepted**"));

const desk = await openDesk([]);
try {
  const { github, repository, settle } = desk;
  const { world } = github;
  const [mia, ann] = ["mia", "ann"].map((login) => world.findUser(login));
  const category = repository.discussionCategories.find(({ slug }) => slug === "ideas");
  if (!mia || !ann || !category || repository.owner.__typename !== "Organization")
    throw new Error("Somebody is missing.");
  createProject(world, mia, repository.owner, {
    title: "Roadmap",
    fields: [
      { name: "Priority", dataType: "SINGLE_SELECT", options: ["P1", "P2"] },
      { name: "Target date", dataType: "DATE" },
      { name: "Estimate", dataType: "NUMBER" },
    ],
  });
  createLabel(world, mia, repository, { name: "area/docs" });
  desk.install();
  await settle();
  console.log("milestone and labels are new, a board with four fields; each begins with a full bucket of writes\n");

  for (const title of ["the first, which makes milestone and labels", "the next, where they are there"]) {
    const idea = openDiscussion(world, ann, repository, { category, title, body: answers });
    await settle();
    await sleep(refillMs);
    github.ledger.clear();
    const start = performance.now();
    addDiscussionComment(world, mia, idea, { body: everything });
    while (!isTold(idea)) await sleep(5);
    const told = performance.now() - start;
    await settle();
    const calls = github.ledger.list();
    const reads = calls.filter(({ method, kind }) => kind === "rest" && method === "GET").length;
    const points = github.ledger.points({ kind: "graphql" });
    print(
      title,
      `told after ${(told / 1000).toFixed(1)} s, all done after ${((performance.now() - start) / 1000).toFixed(1)} s`,
    );
    print("requests", String(calls.length));
    print("of these GraphQL", `${calls.filter(({ kind }) => kind === "graphql").length} requests, ${points} points`);
    print("of these REST", `${reads} reads, ${calls.filter(({ kind }) => kind === "rest").length - reads} writes`);
  }
} finally {
  await desk.close();
}
