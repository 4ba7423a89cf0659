import { tokenize } from "../words/tokenize.ts";

/** Words of category and label names that say what kind of thread it is, or what becomes of it, and not what about. */
const genericWords = `accepted announcement answer area awaiting blocked bug bugs category chat community confirmed
  contribution critical discussion docs documentation done duplicate enhancement external feature features feedback
  first fixed forum general good help high idea info information invalid issue kind level low major medium meta minor
  more needed needs off other outdated p0 p1 p2 p3 p4 pending planned poll polls popular priority problem progress
  proposal q&a qa question questions ready repro reproduction request requests resolved response rfc severity show
  solved stale status support task team tell topic triage triaged type unconfirmed unanswered unresolved untriaged
  upvoted urgent usage version waiting welcome wanted wontfix`;

const generic: ReadonlySet<string> = new Set(tokenize(genericWords));

/** Whether the name of a category or a label says anything of a thread's topic: `API: plugins` does, `Q&A` does not. */
export function saysTopic(name: string): boolean {
  const words = tokenize(name.replace(/[^\p{L}\p{N}]+/gu, " "));
  return words.some((word) => word.length > 1 && !generic.has(word));
}
