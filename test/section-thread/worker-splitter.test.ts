import { afterEach, describe, expect, it } from "vitest";
import { createWorkerSplitter, type WorkerSplitter } from "../../src/section-thread/worker-splitter.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const open: WorkerSplitter[] = [];

function splitter(...options: Parameters<typeof createWorkerSplitter>): WorkerSplitter {
  const made = createWorkerSplitter(...options);
  open.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((it) => it.close()));
});

describe("splitting on a thread", () => {
  it("gives a page's sections", async () => {
    const sections = await splitter().split("docs/a.md", bytes("# A\n\n[b](b.md)\n\n## B"));
    expect(sections).toMatchObject([
      { path: "docs/a.md", anchor: "a", links: ["docs/b.md"] },
      { anchor: "b", line: 5 },
    ]);
  });

  it("gives each of many pages its own", async () => {
    const its = splitter();
    const pages = Array.from({ length: 50 }, (_, index) => its.split(`${index}.md`, bytes(`# Page ${index}`)));
    expect((await Promise.all(pages)).map(([first]) => first?.title)).toEqual(
      Array.from({ length: 50 }, (_, index) => `Page ${index}`),
    );
  });

  it("leaves the event loop free", async () => {
    const page = bytes("## Heading\n\nSome *text* with [a link](b.md).\n\n".repeat(4000));
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 1);
    const sections = await splitter().split("a.md", page);
    clearInterval(turning);
    expect(sections).toHaveLength(4000);
    expect(turns).toBeGreaterThan(10);
  });

  it("has no sections for what is no text", async () => {
    const its = splitter();
    expect(await its.split("a.md", new Uint8Array([0, 1, 2, 3, 0, 0]))).toEqual([]);
    expect(
      await its.split("a.md", bytes("version https://git-lfs.github.com/spec/v1\noid sha256:a\nsize 1\n")),
    ).toEqual([]);
    expect(await its.split("a.md", new Uint8Array())).toEqual([]);
  });
});

describe("a page that takes too long", () => {
  it("is split by its lines, and the next one as ever", async () => {
    const its = splitter({ pageTimeoutMs: 1 });
    const slow = bytes(`# A\n\ntext\n\n\`\`\`\n# no\n\`\`\`\n\n## B\n\n${"*a* [b](c) ".repeat(20_000)}`);
    expect(await its.split("a.md", slow)).toMatchObject([
      { anchor: "a", text: "text", code: "# no", line: 1 },
      { anchor: "b", headings: ["A", "B"], line: 9 },
    ]);
    expect(await its.split("b.md", bytes("# C"))).toMatchObject([{ anchor: "c" }]);
  });

  it("is split by its lines at once when it is too large", async () => {
    expect(await splitter({ maxPageBytes: 10 }).split("a.md", bytes("# A\n\n# B\n\n*c*"))).toMatchObject([
      { anchor: "a" },
      { anchor: "b", text: "*c*" },
    ]);
  });
});

describe("closing", () => {
  it("refuses what comes after, and what waits", async () => {
    const its = splitter();
    const waiting = Promise.allSettled([
      its.split("a.md", bytes("# A\n\ntext\n".repeat(5000))),
      its.split("b.md", bytes("# B")),
    ]);
    await its.close();
    expect((await waiting).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await expect(its.split("c.md", bytes("# C"))).rejects.toThrow("closed");
  });

  it("may happen twice, and without a page before", async () => {
    const its = splitter();
    await its.close();
    await expect(its.close()).resolves.toBeUndefined();
  });
});
