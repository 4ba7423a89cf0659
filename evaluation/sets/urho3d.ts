import { z } from "zod";
import { doxygenDocuments, doxygenFile } from "./doxygen-documents.ts";
import type { EvaluationSet, ExtractedSet } from "./evaluation-set.ts";
import { type ForumPost, forumSet, type ForumThread } from "./forum-set.ts";
import type { GitTree } from "./git-tree.ts";
import { addressesIn } from "./mail-threads.ts";
import { SetError } from "./set-error.ts";
import { treeAt } from "./tree-at.ts";

const forum = "https://discourse.urho3d.io/t/";
const manual = "https://urho3d.github.io/documentation/HEAD/";

/** Support, bugs, and two in which things are talked over. The others are news, show-cases, code to share and jobs. */
const kept = new Set([7, 9, 10, 16]);

/** A topic as Discourse's API tells it. */
const topicShape = z.object({
  id: z.number(),
  title: z.string(),
  slug: z.string(),
  category_id: z.number(),
  post_stream: z.object({
    posts: z.array(
      z.object({
        username: z.string(),
        created_at: z.string(),
        post_type: z.number(),
        post_number: z.number(),
        accepted_answer: z.boolean().nullish(),
      }),
    ),
  }),
});

/** Questions of a game engine's forum, answered by its manual and by earlier threads. */
export const urho3d: EvaluationSet = {
  name: "urho3d",
  description: "Questions of the forum of Urho3D, a C++ game engine, answered by its manual and by earlier threads.",
  sources: [
    {
      repository: "SirNate0/Urho3D-Discourse-Archive",
      commit: "9a0514311fb511086df5a544e5c7c4a879b74e29",
      licence: "none given; the posts are their authors'",
      use: "threads of 2014 to 2022",
    },
    {
      repository: "urho3d/Urho3D",
      commit: "b4884e296f0de0307b2a493b92e09f12e43a8fc9",
      licence: "MIT",
      use: "the manual, Docs/*.dox",
    },
  ],
  relation:
    "Relevant is what others than the asker linked in their first five replies: a section of the manual, a page of it (grade 1), an earlier thread. Links into older versions of the manual lead to the page of the same name. Threads before 2017 are the corpus and the train split.",
  checked:
    "26 pairs were read. 11 of 12 pages answer or say where to look; of 14 earlier threads 11 do, and three are of the same thing but of another question.",
  extract: (trees) => extractUrho3d(treeAt(trees, 0), treeAt(trees, 1)),
};

async function extractUrho3d(archive: GitTree, source: GitTree): Promise<ExtractedSet> {
  const pages = await source.readAll(
    (await source.files("Docs")).filter(({ path }) => /(?:GettingStarted|Reference|Urho3D)\.dox$/u.test(path)),
  );
  const docs = pages
    .flatMap(({ text }) => doxygenDocuments(text, manual))
    .filter(({ id }) => !/^docs:(?:History|License|Credits)\b/u.test(id));
  const pageIds = new Map(
    docs.map(({ id }) => id.replace(/#.*/u, "")).map((id) => [doxygenFile(id.slice("docs:".length)), id]),
  );
  return forumSet({
    docs,
    threads: await readThreads(archive),
    cut: "2017-01-01",
    withoutPages: new Set(["docs:Physics", "docs:Tools", "docs:Scripting", "docs:SkeletalAnimation"]),
    documentAt: (address) => threadAt(address) ?? pageAt(address, pageIds),
  });
}

function threadAt(address: string): string | undefined {
  const [, id] = /^https?:\/\/discourse\.urho3d\.io\/t\/(?:[^/\s]+\/)?(\d+)(?:[/?#]|$)/u.exec(address) ?? [];
  return id === undefined ? undefined : `thread:${id}`;
}

function pageAt(address: string, pages: ReadonlyMap<string, string>): string | undefined {
  const [, file = "", anchor = ""] =
    /^https?:\/\/urho3d\.github\.io\/documentation\/(?:[^/#]+\/)?([^/#?]+\.html)(#[\w-]+)?/u.exec(address) ?? [];
  const page = pages.get(file);
  return page === undefined ? undefined : `${page}${anchor}`;
}

async function readThreads(archive: GitTree): Promise<readonly ForumThread[]> {
  const raw = new Map(
    (await archive.readAll(await archive.files("posts/raw"))).map(({ path, text }) => [nameOf(path), text]),
  );
  const topics = await archive.readAll(await archive.files("posts/json"));
  const read = topics.map(({ path, text }) => ({ path, topic: readTopic(path, text) }));
  return read
    .filter(({ topic }) => kept.has(topic.category_id))
    .map(({ path, topic }) => {
      const texts = splitRaw(raw.get(nameOf(path)) ?? "");
      const posts = topic.post_stream.posts.filter(({ post_type }) => post_type === 1);
      return {
        id: String(topic.id),
        title: topic.title,
        url: `${forum}${topic.slug}/${topic.id}`,
        isQuestion: true,
        posts: posts.map((post): ForumPost => {
          const own = texts.get(post.post_number) ?? "";
          return {
            author: post.username,
            date: post.created_at,
            text: own,
            links: addressesIn(own),
            ...(post.accepted_answer === true && { isAccepted: true }),
          };
        }),
      };
    });
}

function readTopic(path: string, text: string): z.infer<typeof topicShape> {
  try {
    return topicShape.parse(JSON.parse(text));
  } catch (error) {
    throw new SetError(
      `${path} is not a topic of Discourse: ${error instanceof Error ? error.message.split("\n")[0] : ""}`,
    );
  }
}

/** Posts by their numbers: each begins with a line `name | 2017-01-02 01:10:13 UTC | #1` and ends with a line of dashes. */
function splitRaw(text: string): ReadonlyMap<number, string> {
  const parts = text.split(/^[\w.-]+ \| \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC \| #(\d+)$/mu);
  const posts = new Map<number, string>();
  for (let at = 1; at + 1 < parts.length; at += 2)
    posts.set(
      Number(parts[at]),
      (parts[at + 1] ?? "")
        .trim()
        .replace(/\n-{25}$/u, "")
        .trim(),
    );
  return posts;
}

function nameOf(path: string): string {
  return path.replace(/^.*\//u, "").replace(/\.(?:json|md)$/u, "");
}
