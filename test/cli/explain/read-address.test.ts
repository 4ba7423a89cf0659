import { describe, expect, it } from "vitest";
import { readAddress } from "../../../src/cli/explain/read-address.ts";

const twelve = { repository: "acme/widgets", number: 12 };

describe("the address of a discussion", () => {
  it.each([
    ["https://github.com/acme/widgets/discussions/12", { ...twelve, host: "github.com" }],
    ["https://github.com/acme/widgets/discussions/12/", { ...twelve, host: "github.com" }],
    ["https://github.com/acme/widgets/discussions/12#discussioncomment-345", { ...twelve, host: "github.com" }],
    ["https://github.com/acme/widgets/discussions/12?sort=new#discussion-9", { ...twelve, host: "github.com" }],
    ["https://github.com/acme/widgets/discussions/12/comments/3", { ...twelve, host: "github.com" }],
    ["http://git.corp.example:8443/acme/widgets/discussions/12", { ...twelve, host: "git.corp.example:8443" }],
    ["github.com/acme/widgets/discussions/12", { ...twelve, host: "github.com" }],
    [" acme/widgets#12 \n", twelve],
  ])("%j", (text, address) => {
    expect(readAddress(text)).toEqual(address);
  });

  it.each([
    ["", "is no address of a discussion"],
    ["acme/widgets", "is no address of a discussion"],
    ["#12", "is no address of a discussion"],
    ["acme/widgets#x", "is no address of a discussion"],
    ["acme/widgets#1234567890123", "is no address of a discussion"],
    ["https://github.com/acme/widgets/discussions", "is no address of a discussion"],
    ["https://github.com/acme/widgets/discussions/categories/q-a", "is no address of a discussion"],
    ["https://github.com/acme/widgets/discussions/12abc", "is no address of a discussion"],
    ["https://exa mple/acme/widgets/discussions/1", "is no address of a discussion"],
    ["https://github.com/acme/widgets/issues/12", "An issue is no discussion"],
    ["https://github.com/acme/widgets/pull/12", "A pull request is no discussion"],
    ["https://github.com/orgs/acme/discussions/12", "Name it: frontdesk explain owner/repo#12"],
    ["x".repeat(5000), "is no address of a discussion"],
  ])("%j is none", (text, problem) => {
    expect(readAddress(text)).toEqual({ problem: expect.stringContaining(problem) });
  });
});
