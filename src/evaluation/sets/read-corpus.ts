import type { z } from "zod";
import type { KnowledgeItem } from "../../core/knowledge.ts";
import { readRecords } from "./read-records.ts";
import { documentShape } from "./shapes.ts";

/**
 * The documents of a `corpus.jsonl`, one JSON object a line: `id`, `kind` (docs, faq, thread), `title`, `body`, and
 * where known `context`, `answer`, `links` (ids or addresses), `date`, `url`. The file is read twice, since a link may
 * lead to a later line, and never held as a whole. Throws `EvaluationSetError` with file and line for what is not so.
 */
export async function* readCorpus(file: string): AsyncGenerator<KnowledgeItem> {
  const linked: { readonly id: string; readonly url: string }[] = [];
  for await (const { value } of readRecords(file, documentShape)) linked.push({ id: value.id, url: value.url });
  const targets = new LinkTargets(linked);
  for await (const { value } of readRecords(file, documentShape)) yield toItem(value, targets);
}

function toItem(document: z.infer<typeof documentShape>, targets: LinkTargets): KnowledgeItem {
  const { id, kind, title, context, answer, links, date } = document;
  // People's posts stay Markdown, as they are in the app; docs come there with their code apart.
  const { body, code } = kind === "thread" ? { body: document.body, code: "" } : splitCode(document.body);
  return {
    id,
    group: id.replace(/#.*/su, ""),
    kind,
    title,
    context: context === "" ? [] : context.split(" > "),
    aliases: [],
    body,
    code,
    answer,
    links: links.flatMap((link) => targets.follow(link)),
    ...(date !== undefined && { date }),
    url: targets.addressOf(id),
  };
}

/** Fenced code apart from the prose, as cutting a docs page leaves them. A fence left open runs to the end. */
function splitCode(markdown: string): { readonly body: string; readonly code: string } {
  const body: string[] = [];
  const code: string[] = [];
  let open: string | undefined;
  for (const line of markdown.split("\n")) {
    const [, mark = "", info = ""] = /^ {0,3}(`{3,}|~{3,})(.*)/su.exec(line) ?? [];
    if (open === undefined) {
      // "```x```" on one line is code within the prose.
      if (mark === "" || info.includes("`")) body.push(line);
      else open = mark;
    } else if (mark.startsWith(open) && info.trim() === "") open = undefined;
    else code.push(line);
  }
  return { body: body.join("\n"), code: code.join("\n") };
}

/** What is known of a document before its links can be followed. */
interface Linked {
  readonly id: string;
  readonly url: string;
}

/**
 * Under which address each document of a corpus stands, and where its links point. An index follows links by address;
 * a corpus links by address or by id.
 */
class LinkTargets {
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
