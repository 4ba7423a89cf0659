import { afterEach, expect, it } from "vitest";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { command } from "../../helpers/request-world.ts";

let desk: Desk;
afterEach(() => desk.close());

const files = { ".github/frontdesk.yml": "watch:\n  priorities:\n    p3: { first-response: 4h, resolution: 24h }\n" };

it("/why explains the clocks and what was suggested, to helpers", async () => {
  desk = await openDesk({ files });
  const question = desk.ask("How can I change the log level to debug?");
  await desk.settle();
  desk.comment(question, "Like this.", "hana");
  await desk.settle();
  const [text = ""] = (await command(desk, question, "/why", "hana")).replies;
  expect(text).toContain("This discussion **waits on whoever asked**, since");
  expect(text).toContain("Its priority is **p3**, by default; time counts by the calendar always open (UTC).");
  expect(text).toMatch(/\*\*First response\*\*: met, .* of 4 h, met /u);
  expect(text).toMatch(/\*\*Resolution\*\*: paused, .* of 24 h, not due as things stand/u);
  expect(text).toMatch(/\| paused \| 0 s \| the team replied, and the asker has the next word \|/u);
  expect(text).toMatch(/\*\*Suggestions\*\*: \d posted\. It took 0\.6/u);
  expect(text).toMatch(/\| \[.*Change the log level\]\(<.*logging.*>\) \| 0\.\d\d \|/u);
});

it("/why says that there are no clocks, and why, and is answered to helpers alone", async () => {
  desk = await openDesk({ files });
  const announced = desk.ask("How we work", "As follows.", "mia");
  await desk.settle();
  const [text = ""] = (await command(desk, announced, "/why", "hana")).replies;
  expect(text).toContain("This discussion has no clocks: the team opened the discussion.");
  expect(text).toContain("**Suggestions**: none");
  const refused = await command(desk, announced, "/why", "ann");
  expect(refused.replies).toEqual([expect.stringContaining("people with triage rights")]);
});
