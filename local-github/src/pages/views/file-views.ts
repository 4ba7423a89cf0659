import { html } from "hono/html";
import { isBinary, type GitCommit, type GitTreeEntry } from "../../world/git.ts";
import type { Repository } from "../../world/objects.ts";
import { renderMarkdown } from "../markdown/render-markdown.ts";
import { encodePath, type FileContent, type TreeLocation } from "../repository-files.ts";
import { nameWithOwner } from "../../world/repositories.ts";
import type { Visit } from "../visit.ts";
import { type Html, icon, timeAgo } from "./elements.ts";

/** Files are shown as text up to this size; beyond it there are the bytes. */
const MAX_SHOWN_BYTES = 1_000_000;

/** A repository's first page: what is in its root, and its README. */
export function repositoryView(
  visit: Visit,
  repository: Repository,
  entries: readonly GitTreeEntry[],
  readme: FileContent | undefined,
  last: GitCommit | undefined,
): Html {
  const location = { branch: repository.defaultBranchName, path: "" };
  const commit =
    last === undefined
      ? html`<p class="empty">This repository is empty.</p>`
      : html`<p class="commit-line">
          <strong>${last.author.name}</strong> ${last.message.split("\n")[0]}
          <span class="quiet"
            ><code>${last.sha.slice(0, 7)}</code> · ${timeAgo(last.committer.date, visit.world.now())}</span
          >
        </p>`;
  return html`<p class="lead">${repository.description ?? ""}</p>
    <section class="panel" aria-label="Files">${commit} ${entryList(repository, location, entries)}</section>
    <p class="quiet clone">Clone: <code>git clone ${visit.world.origin}/${nameWithOwner(repository)}.git</code></p>
    ${
      readme === undefined
        ? ""
        : html`<section class="panel" aria-label="README">
            <h2 class="panel-title">${readme.path}</h2>
            ${markdownFile(repository, { branch: location.branch, path: readme.path }, readme)}
          </section>`
    }`;
}

/** What is in a folder. */
export function folderView(repository: Repository, location: TreeLocation, entries: readonly GitTreeEntry[]): Html {
  return html`${breadcrumbs(repository, location)}
    <section class="panel" aria-label="Files">${entryList(repository, location, entries)}</section>`;
}

/** A file: Markdown rendered, other text with line numbers. */
export function fileView(
  visit: Visit,
  repository: Repository,
  location: TreeLocation,
  file: FileContent,
  asText: boolean,
): Html {
  const address = `/${nameWithOwner(repository)}`;
  const isMarkdown = /\.(?:md|mdx|markdown)$/iu.test(file.path);
  const toggle = asText ? html`<a href="?">Preview</a>` : html`<a href="?plain=1">Text</a>`;
  return html`${breadcrumbs(repository, location)}
    <section class="panel">
      <p class="panel-title">
        ${size(file.bytes.length)}
        <span class="panel-links"
          >${isMarkdown ? toggle : ""}
          <a href="${address}/raw/${encodePath(`${location.branch}/${location.path}`)}">Raw</a></span
        >
      </p>
      ${isMarkdown && !asText ? markdownFile(repository, location, file) : plainFile(file)}
    </section>`;
}

function markdownFile(repository: Repository, location: TreeLocation, file: FileContent): Html {
  const where = { repository: nameWithOwner(repository), branch: location.branch, path: location.path };
  return html`<div class="markdown markdown-file">${renderMarkdown(file.bytes.toString(), { file: where })}</div>`;
}

function plainFile({ bytes }: FileContent): Html {
  if (isBinary(bytes)) return html`<p class="empty">A binary file.</p>`;
  if (bytes.length > MAX_SHOWN_BYTES) return html`<p class="empty">Too long to show here.</p>`;
  const lines = bytes.toString().replace(/\n$/u, "").split("\n");
  return html`<pre class="code">${lines.map((line) => html`<span class="line">${line}</span>`)}</pre>`;
}

function entryList(repository: Repository, location: TreeLocation, entries: readonly GitTreeEntry[]): Html {
  const sorted = entries.toSorted((one, other) => rank(one) - rank(other) || one.path.localeCompare(other.path));
  return html`<ul class="entries">
    ${sorted.map((entry) => entryLine(repository, location, entry))}
  </ul>`;
}

function rank({ type }: GitTreeEntry): number {
  return type === "tree" ? 0 : 1;
}

function entryLine(repository: Repository, location: TreeLocation, entry: GitTreeEntry): Html {
  const isFolder = entry.type === "tree";
  const path = location.path === "" ? entry.path : `${location.path}/${entry.path}`;
  const href = `/${nameWithOwner(repository)}/${isFolder ? "tree" : "blob"}/${encodePath(`${location.branch}/${path}`)}`;
  return html`<li>
    ${icon(isFolder ? "folder" : "file")} <a href="${href}">${entry.path}</a>
    <span class="quiet">${entry.size === undefined ? "" : size(entry.size)}</span>
  </li>`;
}

function breadcrumbs(repository: Repository, { branch, path }: TreeLocation): Html {
  const parts = path.split("/").filter(Boolean);
  const root = `/${nameWithOwner(repository)}/tree/${encodePath(branch)}`;
  return html`<nav class="breadcrumbs" aria-label="Path">
    <span class="tag">${branch}</span> <a href="${root}">${repository.name}</a>${parts.map(
      (part, index) =>
        html` /
        ${
          index === parts.length - 1
            ? html`<strong aria-current="page">${part}</strong>`
            : html`<a href="${root}/${encodePath(parts.slice(0, index + 1).join("/"))}">${part}</a>`
        }`,
    )}
  </nav>`;
}

function size(bytes: number): string {
  return bytes < 1000
    ? `${bytes} B`
    : bytes < 1_000_000
      ? `${(bytes / 1000).toFixed(1)} kB`
      : `${(bytes / 1e6).toFixed(1)} MB`;
}
