import assert from "node:assert/strict";
import type { LocalGitHub } from "local-github-server";

/** What has the form of a secret, whosever it is: tokens of GitHub, JSON web tokens, keys, signatures, cookies of ours. */
const secretForms =
  /\b(?:gh[pousr]_[A-Za-z0-9]{16,}|github_pat_\w{16,}|eyJ[\w-]{8,}\.eyJ[\w-]{8,})|-----BEGIN|sha256=[0-9a-f]{64}|[Bb]earer [\w.-]{8,}|__Host-frontdesk(?:-sign-in)?=\S/u;

/**
 * Fails where a log holds a secret, or words that a person wrote on this GitHub. The end of every desk that a test opens,
 * so that each scenario is a part of one long run with all its failures. Names of repositories, numbers, paths of docs and
 * their anchors may be told (docs/operating/one-machine.md).
 */
export function mustBeQuiet(log: readonly string[], github: LocalGitHub, more: readonly string[] = []): void {
  const told = log.map(unescaped);
  const { privateKey, webhookSecret, clientSecret } = github.app;
  const secrets = [...privateKey.split("\n").filter((it) => it.length > 40), webhookSecret, clientSecret, ...more];
  for (const line of told) {
    assert.ok(!secretForms.test(line), `the log holds what looks like a secret: ${line.slice(0, 500)}`);
    for (const secret of secrets) {
      assert.ok(!line.includes(secret), `the log holds a secret of the app: ${line.slice(0, 500)}`);
    }
  }
  const all = told.join("\n");
  for (const words of wordsOf(github)) {
    if (!all.includes(words)) continue;
    const line = told.find((it) => it.includes(words)) ?? "";
    assert.fail(`the log holds words of a person, "${words}": ${line.slice(0, 500)}`);
  }
}

/** A line as a reader has it, whose JSON is undone. */
function unescaped(line: string): string {
  return line.replaceAll(/\\(["\\/])/gu, "$1").replaceAll("\\n", "\n");
}

/** Pieces of what people wrote that are nobody else's: lines of three words and more. */
function wordsOf({ world }: LocalGitHub): ReadonlySet<string> {
  const people = [
    ...world.all("Discussion").flatMap(({ author, title, body }) => ofPerson(author, title, body)),
    ...world.all("DiscussionComment").flatMap(({ author, body }) => ofPerson(author, body)),
    ...world.all("Issue").flatMap(({ author, title, body }) => ofPerson(author, title, body)),
    ...world.all("IssueComment").flatMap(({ author, body }) => ofPerson(author, body)),
  ];
  const lines = people.flatMap((text) => text.slice(0, 20_000).split(/[\r\n]+/u)).map((it) => it.trim());
  return new Set(lines.filter((it) => it.length > 14 && it.split(" ").length >= 3).slice(0, 2_000));
}

function ofPerson(author: { readonly __typename: string } | null, ...texts: readonly string[]): readonly string[] {
  return author?.__typename === "Bot" ? [] : texts;
}
