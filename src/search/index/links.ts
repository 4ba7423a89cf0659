import { percentDecode } from "../../text/percent-decode.ts";
import { mustHaveParts, type Parts } from "../snapshot/parts.ts";
import { NumberLists } from "./number-lists.ts";
import { TextIds } from "./text-ids.ts";

/**
 * Which documents stand under which address, and where each document's links lead. Addresses are parsed once, when a
 * document is added; following its links afterwards reads arrays.
 */
export class Links {
  /** Numbers the addresses of pages (`example.com/a`) and of places on them (`example.com/a#b`). */
  #addressIds = new TextIds();
  /** By address: slots of the documents there; all of a page's stand under the page. */
  #documents = new NumberLists();
  /** By slot: the document's page and place. */
  #own = new NumberLists();
  /** By slot: page and place of each link. */
  #links = new NumberLists();

  add(slot: number, url: string, links: readonly string[]): void {
    const own = this.#numbersOf(url);
    this.#own.set(slot, own);
    this.#links.set(
      slot,
      links.flatMap((link) => this.#numbersOf(link)),
    );
    for (const address of new Set(own)) this.#documents.insert(address, slot);
  }

  remove(slot: number): void {
    for (const address of new Set(this.#own.of(slot))) this.#documents.remove(address, slot, slot + 1);
    this.#own.set(slot, []);
    this.#links.set(slot, []);
  }

  /**
   * The documents a link may mean, ascending: the one section where its fragment is known, else all sections of its
   * page; none where it points elsewhere. Valid until the next change.
   */
  find(link: string): Uint32Array {
    const { page, place } = addressesOf(link);
    const pageId = this.#addressIds.find(page);
    return pageId === undefined ? nowhere : this.#at(pageId, this.#addressIds.find(place) ?? pageId);
  }

  hasLinks(slot: number): boolean {
    return this.#links.of(slot).length > 0;
  }

  /** For each link of a document the documents it may mean, as `find` tells them. */
  targetsOf(slot: number): Uint32Array[] {
    const links = this.#links.of(slot);
    return Array.from({ length: links.length / 2 }, (_, i) => this.#at(links[2 * i] ?? 0, links[2 * i + 1] ?? 0));
  }

  toParts(): Parts {
    return {
      addressIds: this.#addressIds.toParts(),
      documents: this.#documents.toParts(),
      own: this.#own.toParts(),
      links: this.#links.toParts(),
    };
  }

  static fromParts(parts: Parts): Links {
    const links = new Links();
    links.#addressIds = TextIds.fromParts(mustHaveParts(parts, "addressIds"));
    links.#documents = NumberLists.fromParts(mustHaveParts(parts, "documents"));
    links.#own = NumberLists.fromParts(mustHaveParts(parts, "own"));
    links.#links = NumberLists.fromParts(mustHaveParts(parts, "links"));
    return links;
  }

  #at(page: number, place: number): Uint32Array {
    const exact = this.#documents.of(place);
    return exact.length > 0 ? exact : this.#documents.of(page);
  }

  #numbersOf(url: string): number[] {
    const { page, place } = addressesOf(url);
    return [this.#addressIds.idOf(page), this.#addressIds.idOf(place)];
  }
}

const nowhere = new Uint32Array(0);

/** A page and a place on it; the same twice where the address has no fragment. */
function addressesOf(url: string): { readonly page: string; readonly place: string } {
  const { page, fragment } = readAddress(url);
  return { page, place: fragment === "" ? page : `${page}#${fragment}` };
}

/**
 * An address without what differs between links to the same page: scheme, `www.`, query, the branch or commit of a file
 * on GitHub, file ending, last slash, letter case, percent signs.
 */
export function readAddress(url: string): { page: string; fragment: string } {
  const [, path = "", fragment = ""] = /^([^#?]*)(?:\?[^#]*)?(?:#(.*))?$/su.exec(url) ?? [];
  const page = percentDecode(path)
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/u, "")
    .replace(/^([^/]+\/[^/]+\/[^/]+)\/(?:blob|tree)\/[^/]+\//u, "$1/")
    .replace(/(?:\/index)?(?:\.(?:html?|mdx?|markdown))?(?<!\/)\/*$/u, "");
  return { page, fragment: percentDecode(fragment).toLowerCase() };
}
