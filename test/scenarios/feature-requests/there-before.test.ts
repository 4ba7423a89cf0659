import { afterAll, beforeAll, expect, it } from "vitest";
import { addLabels, createLabel, openDiscussion, type Discussion } from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { botText, command, formBody, labelsOf, request } from "../../helpers/request-world.ts";

let desk: Desk;
let old: Discussion[];
beforeAll(async () => {
  desk = await openDesk({
    before(world, repository) {
      const [ann, mia] = [world.findUser("ann"), world.findUser("mia")];
      const category = repository.discussionCategories.find(({ slug }) => slug === "ideas");
      if (!ann || !mia || !category) throw new Error("somebody is missing");
      old = ["Print parcel labels at night", "Fly to the moon", "Accepted by hand"].map((title) => {
        const body = formBody(`Because of ${title}.`, `${title} on a schedule.`, "Soon");
        return openDiscussion(world, ann, repository, { category, title, body });
      });
      const label = createLabel(world, mia, repository, { name: "accepted" });
      const [, , accepted] = old;
      if (accepted) addLabels(world, mia, accepted, [label]);
    },
  });
});
afterAll(() => desk.close());

it("requests that were there before are known and found, and nothing is said in them", async () => {
  expect(old.flatMap((it) => desk.botComments(it))).toEqual([]);
  const [first] = old;
  const again = await request(
    desk,
    "Printing parcel labels at night",
    formBody("Because of print parcel labels at night.", "Print parcel labels at night on a schedule.", "Soon"),
  );
  expect(botText(desk, again)).toContain(`/discussions/${first?.number}>`);
});

it("they get their labels with the next look, and what people decided by hand stays decided", async () => {
  await desk.restart();
  expect(old.map(labelsOf)).toEqual([["complete"], ["complete"], ["accepted"]]);
  const [, moon] = old;
  if (moon) await command(desk, moon, "/decline It is far.");
  expect(moon?.closed).toBe(true);
  expect(old.flatMap((it) => desk.botComments(it))).toHaveLength(1);
  expect(await desk.givenUp()).toBe(0);
});
