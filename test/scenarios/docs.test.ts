import { afterEach, describe, expect, it } from "vitest";
import { renameRepository } from "local-github-server/world";
import { openDesk, type Desk } from "../helpers/open-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

async function answerTo(title: string): Promise<string | undefined> {
  const question = desk.ask(title);
  await desk.settle();
  return desk.botComments(question)[0]?.body;
}

const volcano = "# Volcano mode\n\n## Cool the volcano down\n\nTurn the basalt valve until the volcano is quiet.\n";

describe("the wiki", () => {
  it("follows a push at once, and a page that is deleted", async () => {
    desk = await openDesk();
    expect(await answerTo("How do I cool the volcano down?")).toBeUndefined();
    await desk.push({ "docs/volcano.md": volcano });
    await desk.settle();
    expect(await answerTo("How do I cool the volcano down?")).toContain("docs/volcano.md#cool-the-volcano-down");
    await desk.push({ "docs/volcano.md": null });
    await desk.settle();
    expect(await answerTo("How do I cool the volcano down?")).toBeUndefined();
  });

  it("follows a forced push", async () => {
    desk = await openDesk();
    await desk.push({ "docs/volcano.md": volcano }, true);
    await desk.settle();
    expect(await answerTo("How do I cool the volcano down?")).toContain("docs/volcano.md#cool-the-volcano-down");
    expect(await answerTo("How can I change the log level to debug?")).toBeUndefined();
  });

  it("of a repository without docs is empty, and nobody is bothered", async () => {
    desk = await openDesk({
      files: { "README.md": null, "docs/logging.md": null, "docs/install.md": null, "main.c": "int main() {}\n" },
    });
    expect(await answerTo("How can I change the log level to debug?")).toBeUndefined();
    expect(await desk.givenUp()).toBe(0);
  });

  it("takes no harm from files that are no text", async () => {
    desk = await openDesk({
      files: {
        "docs/volcano.md": volcano.replaceAll("\n", "\r\n"),
        "docs/binary.md": new Uint8Array([0, 1, 2, 255, 0]),
        "docs/lfs.md":
          "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n",
        "docs/latin-1.md": new Uint8Array([35, 32, 67, 97, 102, 233, 10]),
        "docs/broken.md": "# Half a [link](\n\n```js\nnever closed <div> {{ }} |a|b\n|-\n",
      },
    });
    expect(await answerTo("How do I cool the volcano down?")).toContain("docs/volcano.md#cool-the-volcano-down");
    expect(await desk.givenUp()).toBe(0);
  });

  it.each<[string, Uint8Array]>([
    ["in UTF-16, as Windows writes it", Buffer.from(`\uFEFF${volcano}`, "utf16le")],
    ["in UTF-16, the big end first", Buffer.from(`\uFEFF${volcano}`, "utf16le").swap16()],
    ["with a NUL amid its text", Buffer.from(`${volcano}\0${"More of it. ".repeat(20)}`)],
  ])("reads a page %s", async (_, bytes) => {
    desk = await openDesk({ files: { "docs/volcano.md": bytes } });
    expect(await answerTo("How do I cool the volcano down?")).toContain("docs/volcano.md#cool-the-volcano-down");
  });

  it("links to the repository by its new name when it is renamed", async () => {
    desk = await openDesk();
    renameRepository(desk.github.world, desk.person("mia"), desk.repository, "gadgets");
    await desk.settle();
    expect(await answerTo("How can I change the log level to debug?")).toContain(
      "/acme/gadgets/blob/HEAD/docs/logging.md",
    );
  });

  it("links to the published docs when the config says where they are", async () => {
    desk = await openDesk({ files: { ".github/frontdesk.yml": "docs:\n  site: https://widgets.example/manual\n" } });
    expect(await answerTo("How can I change the log level to debug?")).toContain(
      "https://widgets.example/manual/logging#change-the-log-level",
    );
  });

  it("links to a docs site at the address and the anchor that its generator makes", async () => {
    desk = await openDesk({
      files: {
        ".github/frontdesk.yml": "docs:\n  site: https://widgets.example/manual\n",
        "mkdocs.yml": "site_name: Widgets\n",
        "docs/logging.md":
          "# Logging\n\n## Change: the log level {#set-level}\n\nSet `LOG_LEVEL=debug` to change the log level.\n",
        "docs/volcano.md":
          "# Volcano mode\n\n## What's cooling: the volcano\n\nTurn the basalt valve until the volcano is quiet.\n",
      },
    });
    const level = await answerTo("How can I change the log level to debug?");
    expect(level).toContain("[Logging › Change: the log level](<https://widgets.example/manual/logging/#set-level>)");
    expect(level).toContain("> Set `LOG_LEVEL=debug` to change the log level.");
    const volcano = await answerTo("How do I turn the basalt valve of the volcano?");
    expect(volcano).toContain("(<https://widgets.example/manual/volcano/#whats-cooling-the-volcano>)");

    // Another generator is another address of every page.
    await desk.push({ "mkdocs.yml": null, "docs/.vitepress/config.ts": "export default { cleanUrls: true }\n" });
    await desk.settle();
    const other = await answerTo("Where do I turn the basalt valve of the volcano?");
    expect(other).toContain("(<https://widgets.example/manual/volcano#what-s-cooling-the-volcano>)");
  });

  it("leaves out what the config excludes, from the push that says so", async () => {
    desk = await openDesk();
    await desk.push({ ".github/frontdesk.yml": "docs:\n  exclude: [docs/logging.md]\n" });
    await desk.settle();
    expect(await answerTo("How can I change the log level to debug?")).toBeUndefined();
  });
});
