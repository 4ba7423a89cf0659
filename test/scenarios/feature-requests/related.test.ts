import { afterAll, beforeAll, expect, it } from "vitest";
import { openIssue } from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { botIssues, botText, command, formBody, request } from "../../helpers/request-world.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const why = "Our office printer is loud, and labels for parcels should be printed at night on a schedule.";

it("a request like another one is shown it, and where an issue tracks that one, its thread", async () => {
  const { world } = desk.github;
  const first = await request(desk, "Print parcel labels at night on a schedule", formBody(why, "A schedule.", "Soon"));
  expect(desk.botComments(first)).toEqual([]);
  const second = await request(desk, "Schedule printing of parcel labels at night", formBody(why, "A plan.", "Soon"));
  expect(botText(desk, second)).toContain("**Looks related**");
  expect(botText(desk, second)).toContain(`[Print parcel labels at night on a schedule](<${desk.github.url}`);
  expect(botText(desk, second)).toContain(`/discussions/${first.number}>) (feature request, open)`);

  await command(desk, first, "/accept");
  const [issue] = botIssues(desk);
  const third = await request(desk, "Printing parcel labels at night", formBody(why, "A plan.", "Soon"));
  expect(botText(desk, third)).toContain(`/discussions/${first.number}>`);
  expect(botText(desk, third)).not.toContain(`/issues/${issue?.number}>`);

  openIssue(world, desk.person("sam"), desk.repository, {
    title: "Rotate the log file by size instead of at midnight",
    body: "The log file grows to gigabytes before midnight. Rotate the log file by size.",
  });
  await desk.settle();
  const fourth = await request(
    desk,
    "Rotate the log file by size",
    formBody("The log file grows to gigabytes.", "x", "y"),
  );
  expect(botText(desk, fourth)).toContain("Rotate the log file by size instead of at midnight");
  expect(await desk.givenUp()).toBe(0);
});
