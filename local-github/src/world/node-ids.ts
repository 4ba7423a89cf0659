import type { Typename } from "./objects.ts";

/** The prefixes of GitHub's node ids, by type. */
const prefixes: Readonly<Record<Typename, string>> = {
  User: "U",
  Bot: "BOT",
  Organization: "O",
  Team: "T",
  Repository: "R",
  DiscussionCategory: "DIC",
  Discussion: "D",
  DiscussionComment: "DC",
  Issue: "I",
  IssueComment: "IC",
  IssueType: "IT",
  PullRequest: "PR",
  Label: "LA",
  Milestone: "MI",
  Reaction: "REA",
  ProjectV2: "PVT",
  ProjectV2Field: "PVTF",
  ProjectV2SingleSelectField: "PVTSSF",
  ProjectV2IterationField: "PVTIF",
  ProjectV2Item: "PVTI",
  DraftIssue: "DI",
  App: "A",
  Installation: "IN",
  CheckRun: "CR",
};

/**
 * A node id in the form GitHub gives out since 2021: a prefix and the base64url of a MessagePack array of
 * a version, the repository's id where there is one, and the object's own. Callers must treat it as opaque:
 * https://docs.github.com/en/graphql/guides/migrating-graphql-global-node-ids
 */
export function nodeId(typename: Typename, databaseId: number, repositoryId?: number): string {
  const numbers = repositoryId === undefined ? [databaseId] : [repositoryId, databaseId];
  const bytes = Buffer.alloc(2 + 5 * numbers.length);
  bytes[0] = 0x90 + numbers.length + 1;
  for (const [index, number] of numbers.entries()) {
    bytes[2 + 5 * index] = 0xce;
    bytes.writeUInt32BE(number, 3 + 5 * index);
  }
  return `${prefixes[typename]}_${bytes.toString("base64url")}`;
}
