import { afterAll, beforeAll, expect, it } from "vitest";
import { createRepository, openIssue, transferIssue, type Issue } from "local-github-server/world";
import { marker, markerOf } from "../../../src/text/marker.ts";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { botIssues, botText, command, labelsOf, request } from "../../helpers/request-world.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** An issue that the app opened in another repository, with this text, and that was transferred here. */
function transferredHere(title: string, body: string): Issue {
  const { world } = desk.github;
  const elsewhere = createRepository(world, desk.repository.owner, `from-${world.all("Repository").length}`, {
    collaborators: { mia: "admin" },
  });
  const [app] = world.all("App");
  const issue = openIssue(world, app?.bot ?? desk.person("mia"), elsewhere, { title, body });
  return transferIssue(world, desk.person("mia"), issue, desk.repository);
}

it.each(["/accept issue:%", "/duplicate %"])("%s of another repository is refused, and says so", async (line) => {
  const mine = openIssue(desk.github.world, desk.person("sam"), desk.repository, { title: "A bug" });
  const idea = await request(desk, `Take over by ${line.slice(1, 5)}`);
  const address = `${desk.github.url}/other/repo/issues/${mine.number}`;
  const { reactions, replies } = await command(desk, idea, line.replace("%", address));
  expect(reactions).toEqual(["EYES", "CONFUSED"]);
  expect(replies).toEqual([expect.stringContaining("takes a number of this repository, acme/widgets")]);
  expect(labelsOf(idea)).toEqual(["complete"]);
  expect(idea.closed).toBe(false);
  const home = `${desk.github.url}/acme/widgets/issues/${mine.number}`;
  expect((await command(desk, idea, line.replace("%", home))).reactions).toEqual(["EYES", "ROCKET"]);
});

it.each([
  ["of its repository", (number: number) => markerOf({ id: 4711 }, "issue", `${number}`)],
  ["of an earlier release", (number: number) => marker("issue", `${number}`)],
])("an issue that was transferred here with a marker %s is not taken for a request's own", async (_, mark) => {
  const idea = await request(desk, `Print on ${mark(1).length} boards`);
  const foreign = transferredHere("Foreign", `Asked for elsewhere.\n\n${mark(idea.number)}`);
  await command(desk, idea, "/accept");
  const own = botIssues(desk).find(({ title }) => title === idea.title);
  expect(own?.number).not.toBe(foreign.number);
  expect(botText(desk, idea)).toContain(`/issues/${own?.number}>`);
});

it("an issue that an earlier release made here, and did not hear of, is found again", async () => {
  const idea = await request(desk, "Print on silk");
  const [app] = desk.github.world.all("App");
  const earlier = openIssue(desk.github.world, app?.bot ?? desk.person("mia"), desk.repository, {
    title: idea.title,
    body: `Asked for by ann in [${idea.title}](<${desk.github.url}/acme/widgets/discussions/${idea.number}>).\n\n${marker("issue", `${idea.number}`)}`,
  });
  await command(desk, idea, "/accept");
  expect(botText(desk, idea)).toContain(`/issues/${earlier.number}>`);
  expect(botIssues(desk).filter(({ title }) => title === idea.title)).toHaveLength(1);
});
