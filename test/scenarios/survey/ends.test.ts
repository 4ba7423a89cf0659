import { afterEach, expect, it } from "vitest";
import { closeDiscussion, type Discussion } from "local-github-server/world";
import type { Desk } from "../../helpers/open-desk.ts";
import { bookingOf, clinicConfig, openClinic, write } from "../../helpers/office-hours-desk.ts";
import { command, formBody } from "../../helpers/request-world.ts";
import { withStores } from "../../helpers/with-stores.ts";

let desk: Desk;
afterEach(() => desk.close());

const hour = 60 * 60 * 1000;
/** Somebody asks for a feature, with all that has to be known. */
const wish = (title: string, by: string) =>
  desk.ask(title, formBody("My eyes hurt.", "Fewer photons.", "It can wait."), by, "ideas");
const isAsked = (thread: Discussion) =>
  desk.botComments(thread).some(({ body }) => body.includes("How content are you"));

it("asks about sessions with an outcome, requests that are accepted, and what a person closed as resolved", async () => {
  desk = await openClinic(clinicConfig({}, "office-hours:\n  gate: none\nsurvey:\n  once-in-days: 1\n"));
  const session = desk.ask("Why does the agent lose its lease?", "Each night.", "ann", "general");
  await desk.settle();
  await write(desk, session, "/office-hours");
  const end = Date.parse((await bookingOf(desk, session))?.end ?? "");
  await desk.advance(end - desk.github.world.now().getTime() + 6 * 60_000);
  await desk.advance(2 * hour);
  expect(isAsked(session)).toBe(false);

  await write(desk, session, "/outcome The lease is shorter than the backup takes; raise it.", "hana");
  const closed = desk.ask("How can I change the log level to debug?", "I see nothing.", "zoe");
  await desk.settle();
  desk.comment(closed, "Pass `--log-level debug`.", "hana");
  await desk.settle();
  closeDiscussion(desk.github.world, desk.person("hana"), closed);
  const [accepted, declined] = [wish("Dark mode", "sam"), wish("Light mode", "tim")];
  await desk.settle();
  await command(desk, accepted, "/accept");
  await command(desk, declined, "/decline It is light already.");
  await desk.settle();
  await desk.advance(2 * hour);
  expect([session, closed, accepted, declined].map(isAsked)).toEqual([true, true, true, false]);

  // Whoever was declined may say so all the same.
  expect(await write(desk, declined, "/rate 1", "tim")).toBe("");
  expect(
    await withStores(desk, async ({ surveys }, repository) => surveys.findSurvey(repository, declined.number)),
  ).toMatchObject({ isUnasked: true, rated: { rating: 1 } });
});
