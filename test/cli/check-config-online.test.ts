import { afterAll, beforeAll, expect, it } from "vitest";
import { checkOnline } from "../../src/cli/check-config/check-online.ts";
import { checkText } from "../../src/config/check-text.ts";
import { renderInFile } from "../../src/config/problem.ts";
import { startGitHubWorld } from "../contracts/github-world.ts";

let world: Awaited<ReturnType<typeof startGitHubWorld>>;
beforeAll(async () => {
  world = await startGitHubWorld();
  await world.repository("widgets", { "README.md": "# Widgets\n" });
});
afterAll(() => world[Symbol.asyncDispose]());

function check(text: string, env: Readonly<Record<string, string>>, repository?: string) {
  const { config } = checkText(text);
  if (!config) throw new Error("the config is broken");
  return checkOnline({ path: "f.yml", text, config }, { repository, apiUrl: `${world.local.url}/` }, env);
}

it("tells what GitHub has not, by a person's token", async () => {
  const env = { GH_TOKEN: world.local.tokenFor("max") };
  const text = "watch: { categories: [idea] }\nfaq: { opt-out: [nobody-at-all] }\ndocs: { include: ['new/**'] }\n";
  const { problems } = await check(text, env, "acme/widgets");
  expect(problems.map(renderInFile)).toEqual([
    expect.stringMatching(/^f\.yml:1:23 watch\.categories\.0: there is no category `idea`; .*did you mean `ideas`\?$/u),
    "f.yml:2:18 warning: faq.opt-out.0: there is no account `nobody-at-all` on GitHub",
  ]);
});

it.each([
  ["no repository", { GITHUB_TOKEN: "x" }, undefined, /--repository owner\/repo/u],
  ["no repository by its name", { GITHUB_TOKEN: "x" }, "widgets", /--repository owner\/repo/u],
  ["no token", { GITHUB_REPOSITORY: "acme/widgets" }, undefined, /GITHUB_TOKEN=\$\(gh auth token\)/u],
])("says what is missing with %s", async (_, env: Record<string, string>, repository, message) => {
  await expect(check("docs: {}\n", env, repository)).rejects.toThrow(message);
});
