import type { KnowledgeItem } from "../../core/knowledge.ts";
import { threadGroup } from "../../core/knowledge-items.ts";
import { fullName } from "../../core/repository-name.ts";
import { readAddress } from "../../search/index/links.ts";
import type { References } from "../../text/find-references.ts";
import type { History } from "./history.ts";
import { toDocsItems } from "../../docs-site/docs-items.ts";

/** What a link leads to: a page or a thread, and the one section of it where the link names one. */
export interface Target {
  readonly group: string;
  /** The item that is meant exactly: a section, or a thread. Missing for a link to a page as a whole. */
  readonly id?: string;
  /** Where a person reads it. */
  readonly url: string;
}

interface Page {
  readonly group: string;
  readonly url: string;
  /** By fragment. */
  readonly sections: Map<string, Target>;
}

/**
 * What the links and references people wrote lead to, by the rules by which the index follows links. Knows all pages
 * and threads of a history, whenever they came. A page is found at its address on GitHub and on the docs site.
 */
export class Targets {
  readonly #pages = new Map<string, Page>();
  readonly #threads = new Map<string, number>();
  /** Addresses of all threads. */
  readonly #urls: ReadonlyMap<number, string>;
  readonly #repository: string;

  constructor({ home, threads, pages }: History) {
    this.#repository = fullName(home).toLowerCase();
    this.#urls = new Map(threads.map(({ number, url }) => [number, url]));
    for (const { number, url } of threads) this.#threads.set(readAddress(url).page, number);
    const homes = home.site === undefined ? [home] : [home, { ...home, site: undefined }];
    for (const { sections } of pages) for (const each of homes) this.#addPage(toDocsItems(each, sections));
  }

  #addPage(items: readonly KnowledgeItem[]): void {
    for (const { id, group, url } of items) {
      const { page, fragment } = readAddress(url);
      const known = this.#pages.get(page) ?? { group, url: url.replace(/#.*/su, ""), sections: new Map() };
      if (fragment !== "" && !known.sections.has(fragment)) known.sections.set(fragment, { id, group, url });
      this.#pages.set(page, known);
    }
  }

  /** What a text's links and references lead to, in the order they are written; what leads elsewhere is left out. */
  of({ links, threads }: References): Target[] {
    const mentioned = threads.flatMap(({ repository, number }) => {
      const isHere = repository === undefined || repository.toLowerCase() === this.#repository;
      return isHere ? this.#thread(number) : [];
    });
    return [...links.flatMap((link) => this.#at(link)), ...mentioned];
  }

  #at(link: string): Target[] {
    const { page, fragment } = readAddress(link);
    const found = this.#pages.get(page);
    if (found === undefined) return this.#thread(this.#threads.get(sameThread(page)));
    return [found.sections.get(fragment) ?? { group: found.group, url: found.url }];
  }

  #thread(number: number | undefined): Target[] {
    const url = number === undefined ? undefined : this.#urls.get(number);
    if (number === undefined || url === undefined) return [];
    return [{ group: threadGroup(number), id: threadGroup(number), url }];
  }
}

/** GitHub leads from an issue's address to the discussion it was converted to. */
function sameThread(page: string): string {
  return page.replace(/\/issues\/(\d+)$/u, "/discussions/$1");
}
