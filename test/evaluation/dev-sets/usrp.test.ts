import { describe, expect, it } from "vitest";
import { GitTree } from "../../../evaluation/sets/git-tree.ts";
import { readMailThreads } from "../../../evaluation/sets/mail-threads.ts";
import { usrp } from "../../../evaluation/sets/usrp.ts";
import { OwnRepository, treeOf } from "./own-repository.ts";

function mail(headers: Readonly<Record<string, string>>, body: string): string {
  const lines = Object.entries({ "Content-Type": "text/plain; charset=utf-8", ...headers });
  return [...lines.map(([name, value]) => `${name}: ${value}`), "", body].join("\r\n");
}

const first = mail(
  {
    From: "Ann <ann@x.org>",
    Subject: "[list] Dark",
    Date: "Tue, 05 May 2020 10:00:00 +0000",
    "Message-ID": "<1@x>",
    "Message-ID-Hash": "A".repeat(32),
  },
  "Dark\u2028dark.\r\n\r\n_______________________________________________\r\nlist mailing list\r\nlist@x.org\r\n",
);
const reply = mail(
  {
    From: "Bob via list <list@x.org>",
    Subject: "Re: [list] Dark",
    Date: "Tue, 05 May 2020 11:00:00 +0000",
    "Message-ID": "<2@x>",
    "In-Reply-To": "<1@x>",
  },
  "On 05/05/2020 10:00, Ann wrote:\r\n> Dark. https://files.ettus.com/manual/page_oil.html\r\n\r\nSee https://files.ettus.com/manual/page_lamp.html#lamp_oil.\r\n",
);
const later = mail(
  { From: "Cy <cy@x.org>", Subject: "Dark again", Date: "Wed, 05 May 2021 10:00:00 +0000", "Message-ID": "<3@x>" },
  "Still dark.\r\n",
);
const answer = mail(
  {
    From: "Bob via list <list@x.org>",
    Subject: "Re: Dark again",
    Date: "Wed, 05 May 2021 11:00:00 +0000",
    "Message-ID": "<4@x>",
  },
  `As before: https://lists.ettus.com/archives/list/list@x.org/thread/${"A".repeat(32)}/\r\n`,
);
const stray = mail(
  {
    From: "Di <di@x.org>",
    Subject: "Re: Elsewhere",
    Date: "Wed, 05 May 2021 12:00:00 +0000",
    "Message-ID": "<5@x>",
    "In-Reply-To": "<0@x>",
  },
  "Yes.",
);
const broken = [
  "",
  "\u0000\u0001",
  mail({ Subject: "No date", "Message-ID": "<6@x>" }, "x"),
  mail({ Date: "never", "Message-ID": "<7@x>" }, "x"),
];

async function archiveOf(messages: readonly string[]): Promise<GitTree> {
  const own = new OwnRepository({ m: messages[0] ?? "" });
  for (const message of messages.slice(1)) own.commitFiles({ m: message });
  const tree = await GitTree.open(own.folder, "HEAD");
  if (tree === undefined) throw new Error("The archive has no commit.");
  return tree;
}

describe("a mailing list's archive", () => {
  it("is read as threads, without quotes and without what the list adds", async () => {
    const threads = await readMailThreads(await archiveOf([first, reply, later, answer, stray]));
    expect(threads.map(({ title, posts }) => [title, posts.map(({ author, text }) => [author, text])])).toEqual([
      [
        "Dark",
        [
          ["ann", "Dark\u2028dark."],
          ["bob", "See https://files.ettus.com/manual/page_lamp.html#lamp_oil."],
        ],
      ],
      [
        "Dark again",
        [
          ["cy", "Still dark."],
          ["bob", `As before: https://lists.ettus.com/archives/list/list@x.org/thread/${"A".repeat(32)}/`],
        ],
      ],
    ]);
  });

  it("passes over what is no message", async () => {
    const threads = await readMailThreads(await archiveOf([first, ...broken, reply]));
    expect(threads.map(({ posts }) => posts.length)).toEqual([2]);
  });
});

describe("the set usrp", () => {
  const manual = { "host/docs/lamp.dox": "/*! \\page page_lamp Lamp\n\\section lamp_oil Oil\nPour.\n*/\n" };

  it("takes from list and manual what helpers linked", async () => {
    const { documents, labels } = await usrp.extract([
      await archiveOf([first, reply, later, answer]),
      await treeOf(manual),
    ]);
    const [, , thread] = documents.map(({ id }) => id);
    expect(documents.map(({ id }) => id)).toEqual([
      "docs:page_lamp",
      "docs:page_lamp#lamp_oil",
      expect.stringMatching(/^thread:[0-9a-f]{12}$/u),
    ]);
    expect(labels.map(({ document, grade }) => [document, grade])).toEqual([
      ["docs:page_lamp#lamp_oil", 2],
      [thread, 2],
    ]);
  });

  it("names the folder that is missing", async () => {
    await expect(usrp.extract([await archiveOf([first]), await treeOf({ a: "" })])).rejects.toThrow(
      /no files under "host\/docs"/u,
    );
  });
});
