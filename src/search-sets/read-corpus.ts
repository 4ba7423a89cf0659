import type { z } from "zod";
import type { KnowledgeItem } from "../core/knowledge.ts";
import { LinkTargets } from "./link-targets.ts";
import { readRecords } from "./read-records.ts";
import { documentShape } from "./shapes.ts";
import { splitCode } from "./split-code.ts";

/**
 * The documents of a `corpus.jsonl`, one JSON object a line: `id`, `kind` (docs, faq, thread), `title`, `body`, and
 * where known `context`, `answer`, `links` (ids or addresses), `date`, `url`. The file is read twice, since a link may
 * lead to a later line, and never held as a whole. Throws `SetError` with file and line for what is not so.
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
