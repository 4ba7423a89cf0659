import { html } from "hono/html";
import type { Repository } from "../../world/objects.ts";
import { nameWithOwner } from "../../world/repositories.ts";
import type { Html } from "./elements.ts";

/** The pages of a repository, in the order of the tabs. */
export type Tab = "Code" | "Discussions" | "Issues" | "Pull requests" | "Milestones" | "Board";

/** Name of the repository and the way to its pages. */
export function repositoryHeader(repository: Repository, current: Tab | undefined): Html {
  const { owner, name, isPrivate, isArchived } = repository;
  return html`<div class="repository-header">
    <p class="repository-name">
      <a href="/">${owner.login}</a> <span aria-hidden="true">/</span>
      <a href="/${nameWithOwner(repository)}"><strong>${name}</strong></a>
      <span class="tag">${isPrivate ? "private" : "public"}</span
      >${isArchived ? html`<span class="tag">archived</span>` : ""}
    </p>
    <nav class="tabs" aria-label="Repository">${tabs(repository).map((tab) => toLink(tab, current))}</nav>
  </div>`;
}

interface TabLink {
  readonly tab: Tab;
  readonly href: string;
  readonly count?: number;
}

function tabs(repository: Repository): readonly TabLink[] {
  const root = `/${nameWithOwner(repository)}`;
  const project = repository.owner.__typename === "Organization" ? repository.owner.projectsV2[0] : undefined;
  const links: TabLink[] = [
    { tab: "Code", href: root },
    { tab: "Discussions", href: `${root}/discussions`, count: open(repository.discussions) },
    { tab: "Issues", href: `${root}/issues`, count: open(repository.issues) },
    { tab: "Pull requests", href: `${root}/pulls`, count: open(repository.pullRequests) },
    { tab: "Milestones", href: `${root}/milestones` },
  ];
  if (project !== undefined) {
    links.push({ tab: "Board", href: `/orgs/${project.owner.login}/projects/${project.number}` });
  }
  return links;
}

function open(threads: readonly { readonly closed: boolean }[]): number {
  return threads.filter(({ closed }) => !closed).length;
}

function toLink({ tab, href, count }: TabLink, current: Tab | undefined): Html {
  const shown = count === undefined ? "" : html` <span class="count">${count}</span>`;
  return html`<a href="${href}" ${tab === current ? html`aria-current="page"` : ""}>${tab}${shown}</a>`;
}
