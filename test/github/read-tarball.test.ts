import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { describe, expect, it } from "vitest";
import { unpack } from "../../src/github/read-tarball.ts";

/** A file as git's tree tells of it. */
function aFile(path: string, content: string) {
  const sha = createHash("sha1")
    .update(`blob ${Buffer.byteLength(content)}\0${content}`)
    .digest("hex");
  return { path, sha, size: Buffer.byteLength(content) };
}

type Entry = { readonly name: string; readonly content?: string; readonly type?: "symlink" | "link" | "directory" };

/** A .tar.gz with these entries, in this order. */
async function anArchive(entries: readonly Entry[]): Promise<Buffer> {
  const tar = pack();
  for (const { name, content = "", type = "file" } of entries) {
    tar.entry({ name, type, ...(type !== "file" && { linkname: "../../etc/passwd" }) }, content);
  }
  tar.finalize();
  return gzipSync(await buffer(Readable.from(tar)));
}

async function unpacked(archive: Buffer, files: Parameters<typeof unpack>[1], mostBytes?: number) {
  const found: Record<string, string> = {};
  // In small pieces, as a network gives them.
  const pieces = Array.from({ length: Math.ceil(archive.length / 64) }, (_, at) =>
    archive.subarray(at * 64, at * 64 + 64),
  );
  for await (const { path, bytes } of unpack(Readable.from(pieces), files, mostBytes)) {
    found[path] = Buffer.from(bytes).toString();
  }
  return found;
}

describe("unpack", () => {
  it("gives the files that were asked for, without the archive's own folder", async () => {
    const long = `docs/${"very-".repeat(60)}long.md`;
    const archive = await anArchive([
      { name: "acme-widgets-abc/", type: "directory" },
      { name: "acme-widgets-abc/docs/a.md", content: "# A\n" },
      { name: `acme-widgets-abc/${long}`, content: "# Long\n" },
      { name: "acme-widgets-abc/logo.svg", content: "<svg/>" },
    ]);
    const files = [aFile("docs/a.md", "# A\n"), aFile(long, "# Long\n")];
    expect(await unpacked(archive, files)).toEqual({ "docs/a.md": "# A\n", [long]: "# Long\n" });
  });

  it("takes no link, no path out of the archive, and nothing but the content that was asked for", async () => {
    const archive = await anArchive([
      { name: "x/docs/link.md", type: "symlink" },
      { name: "x/docs/hard.md", type: "link" },
      { name: "x/../../docs/out.md", content: "out" },
      { name: "/docs/root.md", content: "root" },
      { name: "x/docs/other.md", content: "OTHER" },
      { name: "x/docs/longer.md", content: "longer than said" },
      { name: "x/docs/good.md", content: "good" },
    ]);
    const paths = ["link", "hard", "out", "good"].map((name) => aFile(`docs/${name}.md`, name));
    const files = [...paths, aFile("docs/other.md", "other"), aFile("docs/longer.md", "longer"), aFile("root.md", "")];
    expect(await unpacked(archive, files)).toEqual({ "docs/good.md": "good" });
  });

  it("stops at an archive that unpacks to too much", async () => {
    const archive = await anArchive([{ name: "x/bomb", content: "0".repeat(5_000_000) }]);
    expect(archive.length).toBeLessThan(50_000);
    await expect(unpacked(archive, [], 1_000_000)).rejects.toThrow("more than 1000000 bytes");
  });

  it.each([
    ["is cut short", "unexpected end of file", (archive: Buffer) => archive.subarray(0, archive.length - 40)],
    ["is no archive", "incorrect header check", () => Buffer.from("<html>Not found</html>")],
  ])("rejects what %s", async (_case, message, damage) => {
    const archive = await anArchive([
      { name: "x/a.md", content: Array.from({ length: 500 }, (_, n) => n * n).join(" ") },
    ]);
    await expect(unpacked(damage(archive), [])).rejects.toThrow(message);
  });
});
