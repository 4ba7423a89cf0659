import { describe, expect, it } from "vitest";
import { decodePage } from "../../src/text/decode-page.ts";

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((it) => (typeof it === "string" ? Buffer.from(it) : Buffer.from(it))));

describe("bytes of a page", () => {
  it.each([
    ["UTF-8", bytes("# Čeština 🚀"), "# Čeština 🚀"],
    ["UTF-8 with its mark", bytes([0xef, 0xbb, 0xbf], "# A"), "# A"],
    ["UTF-16, little end first", bytes([0xff, 0xfe], [0x23, 0, 0x20, 0, 0x41, 0]), "# A"],
    ["UTF-16, big end first", bytes([0xfe, 0xff], [0, 0x23, 0, 0x20, 0, 0x41]), "# A"],
    ["Windows-1252", bytes("caf", [0xe9], " ", [0x93], "x", [0x94]), "café “x”"],
    ["a NUL amid text", bytes("# A\n", "text ".repeat(40), [0]), `# A\n${"text ".repeat(40)}\0`],
    ["nothing", bytes(), ""],
  ])("%s", (_, input, text) => {
    expect(decodePage(input)).toEqual({ text });
  });

  it.each([
    ["a picture", bytes([0x89], "PNG\r\n", [0x1a, 0x0a, 0, 0, 0, 0x0d], "IHDR", [0, 0, 1, 0, 0, 0, 1, 0]), "binary"],
    ["zeros", bytes([0, 0, 0, 0]), "binary"],
    [
      "a pointer of Git LFS",
      bytes("version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 12\n"),
      "lfs-pointer",
    ],
  ])("%s is no text", (_, input, notText) => {
    expect(decodePage(input)).toEqual({ notText });
  });

  it("takes a page about LFS for a page", () => {
    expect(decodePage(bytes("# LFS\n\nversion https://git-lfs.github.com/spec/v1\noid sha256:abc\n"))).toHaveProperty(
      "text",
    );
  });
});
