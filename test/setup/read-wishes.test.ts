import { describe, expect, it } from "vitest";
import { apiUrlOf, newAppAddress, readWishes, type SentForm } from "../../src/setup/read-wishes.ts";

const good: SentForm = { name: "frontdesk-1", publicUrl: "https://desk.example", webUrl: "https://github.com" };
const problemsOf = (sent: SentForm, webUrl?: string) => {
  const read = readWishes({ ...good, ...sent }, webUrl);
  return "problems" in read ? Object.keys(read.problems) : [];
};

describe("the form of the setup page", () => {
  it("is read as it was filled in", () => {
    const sent = {
      ...good,
      name: " frontdesk-1 ",
      publicUrl: "https://desk.example/",
      organization: "@acme",
      boards: "on",
    };
    expect(readWishes({ ...sent, keep: "terminal" }, undefined)).toEqual({
      wishes: {
        name: "frontdesk-1",
        publicUrl: "https://desk.example",
        webUrl: "https://github.com",
        organization: "acme",
        hasBoards: true,
        keep: "terminal",
      },
    });
    expect(readWishes(good, "https://ghe.example/")).toMatchObject({
      wishes: { webUrl: "https://ghe.example", organization: undefined, keep: "folder" },
    });
  });

  it.each<[SentForm, string]>([
    [{ name: "" }, "name"],
    [{ name: "x".repeat(35) }, "name"],
    [{ publicUrl: "" }, "publicUrl"],
    [{ publicUrl: "desk.example" }, "publicUrl"],
    [{ publicUrl: "ftp://desk.example" }, "publicUrl"],
    [{ publicUrl: "http://desk.example" }, "publicUrl"],
    [{ publicUrl: "https://desk.example/frontdesk" }, "publicUrl"],
    [{ publicUrl: "https://user:secret@desk.example" }, "publicUrl"],
    [{ publicUrl: "http://localhost:3000" }, "publicUrl"],
    [{ webUrl: "github" }, "webUrl"],
    [{ webUrl: "javascript:alert(1)" }, "webUrl"],
    [{ organization: "acme/widgets" }, "organization"],
    [{ organization: "../settings" }, "organization"],
    [{ boards: "on" }, "boards"],
  ])("is refused with %j", (sent, field) => {
    expect(problemsOf(sent)).toEqual([field]);
  });

  it("may name this machine where GitHub is on it as well", () => {
    expect(problemsOf({ publicUrl: "http://localhost:3000" }, "http://127.0.0.1:4000")).toEqual([]);
  });
});

it.each([
  ["https://github.com", "https://api.github.com"],
  ["https://octocorp.ghe.com", "https://api.octocorp.ghe.com"],
  ["https://github.example.com:8443", "https://github.example.com:8443/api/v3"],
])("the API of %s is at %s", (webUrl, apiUrl) => {
  expect(apiUrlOf(webUrl)).toBe(apiUrl);
});

it("a manifest goes to the person's own settings, or to an organization's", () => {
  expect(newAppAddress({ webUrl: "https://github.com", organization: undefined }, "s")).toBe(
    "https://github.com/settings/apps/new?state=s",
  );
  expect(newAppAddress({ webUrl: "https://github.com", organization: "acme" }, "s")).toBe(
    "https://github.com/organizations/acme/settings/apps/new?state=s",
  );
});
