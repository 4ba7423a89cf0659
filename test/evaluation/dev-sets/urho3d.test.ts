import { describe, expect, it } from "vitest";
import { urho3d } from "../../../evaluation/sets/urho3d.ts";
import { treeOf } from "./own-repository.ts";

interface Said {
  readonly who: string;
  readonly text: string;
  readonly type?: number;
}

/** A topic as the archive has it: once as Discourse's JSON, once as text. */
function topic(id: number, year: number, said: readonly Said[], category = 10): Record<string, string> {
  const posts = said.map(({ who, type = 1 }, index) => ({
    username: who,
    created_at: `${year}-05-0${index + 1}T00:00:00Z`,
    post_type: type,
    post_number: index + 1,
  }));
  const raw = said.map(
    ({ who, text }, index) => `${who} | ${year}-05-01 10:00:00 UTC | #${index + 1}\n\n${text}\n\n${"-".repeat(25)}\n\n`,
  );
  const name = `topic-${id}.${id}`;
  return {
    [`posts/json/${name}.json`]: JSON.stringify({
      id,
      title: `Topic ${id}`,
      slug: `topic-${id}`,
      category_id: category,
      post_stream: { posts },
    }),
    [`posts/raw/${name}.md`]: raw.join(""),
  };
}

const manual = { "Docs/Reference.dox": "/**\n\\page LampUse Use\nText.\n\\section LampUse_Oil Oil\nPour.\n*/\n" };

const archive = {
  ...topic(1, 2015, [
    { who: "ann", text: "Dark\u2028dark" },
    { who: "bob", text: "Read [this](http://urho3d.github.io/documentation/1.4/_lamp_use.html#LampUse_Oil)." },
  ]),
  ...topic(2, 2019, [
    { who: "cy", text: "Dark again" },
    { who: "mod", type: 3, text: "" },
    { who: "bob", text: "https://discourse.urho3d.io/t/topic-1/1/2, as before" },
  ]),
  ...topic(
    3,
    2019,
    [
      { who: "cy", text: "My game" },
      { who: "bob", text: "https://discourse.urho3d.io/t/topic-1/1" },
    ],
    12,
  ),
};

describe("the set urho3d", () => {
  it("takes from forum and manual what helpers linked", async () => {
    const { documents, queries, labels } = await urho3d.extract([await treeOf(archive), await treeOf(manual)]);
    expect(documents.map(({ id }) => id)).toEqual(["docs:LampUse", "docs:LampUse#LampUse_Oil", "thread:1"]);
    expect(documents.at(-1)).toMatchObject({ body: "Dark\u2028dark", links: ["docs:LampUse#LampUse_Oil"] });
    expect(queries.map(({ id, split }) => [id, split])).toEqual([
      ["q:1", "train"],
      ["q:2", "test"],
    ]);
    expect(labels).toEqual([
      { query: "q:1", document: "docs:LampUse#LampUse_Oil", grade: 2 },
      { query: "q:2", document: "thread:1", grade: 2 },
    ]);
  });

  it("names the file that is no topic", async () => {
    const broken = await treeOf({ ...archive, "posts/json/broken.9.json": '{"id": 9,' });
    await expect(urho3d.extract([broken, await treeOf(manual)])).rejects.toThrow(
      /posts\/json\/broken\.9\.json is not a topic/u,
    );
  });

  it("names the folder that is missing", async () => {
    await expect(urho3d.extract([await treeOf(archive), await treeOf({ "README.md": "x" })])).rejects.toThrow(
      /has no files under "Docs"/u,
    );
    await expect(urho3d.extract([await treeOf(manual), await treeOf(manual)])).rejects.toThrow(
      /has no files under "posts\/raw"/u,
    );
  });

  it("is made from two repositories", async () => {
    const tree = await treeOf(manual);
    await expect(async () => urho3d.extract([tree])).rejects.toThrow(/made from 2 repositories/u);
  });
});
