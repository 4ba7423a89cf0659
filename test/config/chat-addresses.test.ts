import { describe, expect, it } from "vitest";
import { findChatAddress, readChatAddresses } from "../../src/config/chat-addresses.ts";

const [a, b, c] = ["https://a.example/x=1", "https://b.example", "https://c.example/y"];
const addressFor = (text: string, owner: string, name: string) => {
  const read = readChatAddresses(text);
  return "problem" in read ? read : findChatAddress(read, { owner, name });
};

describe("addresses of chats", () => {
  it("are one for all repositories", () => {
    expect(addressFor(` ${a}\n`, "acme", "widgets")).toBe(a);
  });

  it("are those of the repository, or else of its owner, or else of all", () => {
    const text = `*=${c} acme/*=${b} Acme/Widgets=${a}`;
    expect(addressFor(text, "acme", "widgets")).toBe(a);
    expect(addressFor(text, "acme", "gadgets")).toBe(b);
    expect(addressFor(text, "other", "widgets")).toBe(c);
  });

  it("are none for repositories that are not named", () => {
    expect(addressFor(`acme/*=${a}`, "other", "widgets")).toBeUndefined();
  });

  it.each(["http://a.example/secret", `${a} secret`, "acme/*=ftp://secret", "acme=https://secret", ""])(
    "are refused without https, and not repeated: %s",
    (text) => {
      const read = readChatAddresses(text);
      expect(read).toHaveProperty("problem");
      expect(JSON.stringify(read)).not.toContain("secret");
    },
  );
});
