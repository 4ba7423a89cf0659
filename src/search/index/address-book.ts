import type { KnowledgeItem } from "../../core/knowledge.ts";

/** Which documents stand under which address, so that a link in an answer leads to what it points at. */
export class AddressBook {
  readonly #slots = new Map<string, Set<number>>();

  add(slot: number, item: KnowledgeItem): void {
    for (const address of addressesOf(item)) {
      const slots = this.#slots.get(address);
      if (slots) slots.add(slot);
      else this.#slots.set(address, new Set([slot]));
    }
  }

  remove(slot: number, item: KnowledgeItem): void {
    for (const address of addressesOf(item)) {
      const slots = this.#slots.get(address);
      slots?.delete(slot);
      if (slots?.size === 0) this.#slots.delete(address);
    }
  }

  /**
   * The documents a link may mean: the one section where its fragment is known, else all sections of its page;
   * none where it points elsewhere.
   */
  find(link: string): ReadonlySet<number> {
    const { page, fragment } = readAddress(link);
    const exact = fragment === "" ? undefined : this.#slots.get(`${page}#${fragment}`);
    return exact ?? this.#slots.get(page) ?? nowhere;
  }
}

const nowhere: ReadonlySet<number> = new Set();

/** An item is found under its own address and, with others, under its page's. */
function addressesOf(item: KnowledgeItem): string[] {
  const { page, fragment } = readAddress(item.url);
  return fragment === "" ? [page] : [page, `${page}#${fragment}`];
}

/**
 * An address without what differs between links to the same page: scheme, `www.`, query, the branch or commit of a
 * GitHub file, file ending, last slash, letter case.
 */
function readAddress(url: string): { page: string; fragment: string } {
  const [, path = "", fragment = ""] = /^([^#?]*)(?:\?[^#]*)?#?(.*)$/su.exec(url) ?? [];
  const page = path
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/u, "")
    .replace(/^(github\.com\/[^/]+\/[^/]+)\/(?:blob|tree)\/[^/]+\//u, "$1/")
    .replace(/(?:\/index)?(?:\.(?:html?|mdx?|markdown))?\/*$/u, "");
  return { page, fragment: fragment.toLowerCase() };
}
