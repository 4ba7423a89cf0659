import { setTimeout as sleep } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { openDatabase, type DatabasePlace } from "../../src/storage/open-database.ts";
import { makeModelFolder } from "../helpers/sentence-model/model-folder.ts";
import { openDesk } from "../helpers/open-desk.ts";

const files = {
  "docs/theme.md": "# Theme\n\n## Dark\n\nChoose the dark one under *Appearance*.\n",
  // Confidence is told by words, and there are none in common.
  ".github/frontdesk.yml": "related-answers:\n  threshold: 0\n",
};
const question = ["Black?", "At night."] as const;

/** Resolves when the model has read all items. */
async function haveVectors(place: DatabasePlace): Promise<void> {
  const database = await openDatabase(place);
  const count = async () => (await database.db.selectFrom("item_vectors").select("item").execute()).length;
  const sections = 9;
  while ((await count()) < sections) await sleep(5);
  await database.close();
}

it("answers a question in other words than the docs have", async () => {
  const model = await makeModelFolder();
  onTestFinished(model.remove);
  const desk = await openDesk({ files, model: model.folder });
  onTestFinished(() => desk.close());
  // The items are read behind the first question.
  desk.ask("How do I change the log level?");
  await desk.settle();
  await haveVectors(desk.place);
  const asked = desk.ask(...question);
  await desk.settle();
  expect(desk.botComments(asked).map(({ body }) => body)).toEqual([expect.stringContaining("docs/theme.md")]);
});

it("has no answer to it by words alone", async () => {
  const desk = await openDesk({ files });
  onTestFinished(() => desk.close());
  desk.ask("How do I change the log level?");
  await desk.settle();
  const asked = desk.ask(...question);
  await desk.settle();
  expect(desk.botComments(asked)).toEqual([]);
});
