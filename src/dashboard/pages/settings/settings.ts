import { html } from "hono/html";
import { renderProblem } from "../../../config/problem.ts";
import { configPath } from "../../../config/schema.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { GoneError, RateLimitError, RefusedError } from "../../../core/errors.ts";
import type { ConfigText, GitHubReads } from "../../../core/github-reads.ts";
import type { RecordReads } from "../../../core/record-reads.ts";
import type { ListedSetting } from "../../../config/list-settings.ts";
import type { Html } from "../../html.ts";
import type { RepositoryPage } from "../../page.ts";
import { tableBox } from "../parts/table.ts";
import { settingsInForce, type SettingsInForce } from "./settings-in-force.ts";

interface ReadsSettings {
  readonly github: Pick<GitHubReads, "configTexts">;
  readonly records: Pick<RecordReads, "findConfig">;
}

/** Every setting of a repository: its value, and where that comes from. */
export const settings: RepositoryPage<ReadsSettings> = {
  path: "/settings",
  audience: "helper",
  nav: "Settings",
  summary: "The settings in force: each with its value and where it comes from, and what is wrong with the config.",
  async render({ repository, reads }) {
    const texts = await findTexts(repository, reads.github);
    const inForce = settingsInForce(texts, await reads.records.findConfig(repository));
    const body = html`${texts ? "" : html`<p class="note">GitHub does not give out the config for now. This is the last good one.</p>`}
      ${problems(inForce)}
      <p>${explanation(inForce)}</p>
      ${inForce.settings.length > 0 ? table(inForce) : ""}`;
    return { title: "Settings in force", body };
  },
};

/** Undefined where GitHub refuses for now. */
async function findTexts(
  repository: RepositoryRef,
  github: ReadsSettings["github"],
): Promise<readonly ConfigText[] | undefined> {
  try {
    return await github.configTexts(repository, configPath);
  } catch (error) {
    const isExpected = [RateLimitError, RefusedError, GoneError].some((it) => error instanceof it);
    if (!isExpected) throw error;
    return undefined;
  }
}

function problems({ broken, hidden }: SettingsInForce): Html {
  if (hidden !== undefined) {
    return html`<p class="note">
      Fewer people may read <code>${hidden}</code> than this repository, so I do not use it. Give the repository a
      config of its own, or make <code>.github</code> as open as the repository.
    </p>`;
  }
  if (!broken) return html``;
  const items = broken.problems.map((it) => html`<li><code>${renderProblem(it)}</code></li>`);
  return html`<div class="note">
    <p><strong>The config is broken:</strong> <code>${broken.source}</code>, by line and column.</p>
    <ul>
      ${items}
    </ul>
  </div>`;
}

function explanation({ by, source }: SettingsInForce): Html {
  const meanings = {
    file: html`What is set comes from <code>${source}</code>; a change there counts at once.`,
    defaults: html`There is no config, so everything is as it is by default. It would be in <code>${configPath}</code>,
      here or in the owner's <code>.github</code> repository.`,
    shadow: html`There is no config, and nobody has merged the pull request that proposes one. Until there is one in
      <code>${configPath}</code>, here or in the owner's <code>.github</code> repository, nothing is said by itself.`,
    "last-good": html`The last good config stays in force. It came from <code>${source}</code>.`,
    silent: html`There is no config to go by, so I stay silent in this repository.`,
  };
  return meanings[by];
}

function table({ settings, source, by }: SettingsInForce): Html {
  const where =
    by === "shadow" ? "without a config" : by === "last-good" ? "last good config" : (source?.split(":")[0] ?? "");
  const rows = settings.map(
    (it) =>
      html`<tr>
        <th scope="row"><code>${it.name}</code></th>
        <td><code>${shownValue(it)}</code></td>
        <td>
          ${it.isSet ? `${where}${it.line === undefined ? "" : `, line ${it.line}`}` : html`<span class="soft">default</span>`}
        </td>
      </tr>`,
  );
  const heads = ["Setting", "Value", "Comes from"].map((it) => html`<th scope="col">${it}</th>`);
  return tableBox("Settings", { heads, rows });
}

function shownValue({ value }: ListedSetting): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
