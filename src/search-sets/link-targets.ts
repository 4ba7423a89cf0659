/** What is known of a document before its links can be followed. */
interface Linked {
  readonly id: string;
  readonly url: string;
}

/**
 * Under which address each document of a corpus stands, and where its links point. An index follows links by address;
 * a corpus links by address or by id.
 */
export class LinkTargets {
  readonly #addresses = new Map<string, string>();
  readonly #sharers: ReadonlyMap<string, readonly Linked[]>;

  constructor(documents: readonly Linked[]) {
    const byUrl = Map.groupBy(documents, ({ url }) => url);
    for (const { id, url } of documents) {
      // An address that several documents share leads to none of them in particular.
      const isOwn = url !== "" && byUrl.get(url)?.length === 1;
      this.#addresses.set(id, isOwn ? url : id);
    }
    this.#sharers = new Map([...byUrl].filter(([url, sharers]) => url !== "" && sharers.length > 1));
  }

  /** The address a document is indexed under: its own, or its id where it has none or shares it. */
  addressOf(id: string): string {
    return this.#addresses.get(id) ?? id;
  }

  /** The addresses a link leads to: one, or those of all documents that share it. */
  follow(link: string): readonly string[] {
    const address = this.#addresses.get(link);
    if (address !== undefined) return [address];
    return this.#sharers.get(link)?.map(({ id }) => this.addressOf(id)) ?? [link];
  }
}
