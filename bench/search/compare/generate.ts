import type { KnowledgeItem } from "../../../src/core/knowledge.ts";
import { seededChance } from "../../seeded-chance.ts";
import type { EvaluationQuery } from "../../../src/evaluation/sets/read-queries.ts";
import { MadeUpLanguage } from "./made-up-language.ts";
import { pickFrom } from "../random.ts";
import type { Asked } from "./workload.ts";

const topics = 500;
const topicWords = 150;
const titleWords = 8;
const bodyWords = 150;
/** Share of a text's words that are of its topic. */
const topicShare = 0.35;
const questionWords = 60;
/** Share of a question's words that are taken from the document it is about. */
const targetShare = 1 / 3;

/** Documents with a title of 8 words and a text of 150, on 500 topics, and long questions about some of them. */
export class Generated {
  readonly #language = new MadeUpLanguage();
  readonly #topics = Array.from({ length: topics }, (_, i) => this.#language.topic(i, topicWords));

  /** The same for the same number, however many there are. */
  document(number: number): KnowledgeItem {
    const random = seededChance(number);
    const topic = pickFrom(this.#topics, random);
    const words = this.#text(bodyWords, topic, random);
    const title = Array.from({ length: titleWords }, (_, i) => pickFrom(i % 2 === 0 ? topic : words, random));
    const id = `docs:${number}`;
    const texts = { title: title.join(" "), body: sentences(words), code: "", answer: "" };
    return { id, group: id, kind: "docs", context: [], aliases: [], links: [], url: id, ...texts };
  }

  /** A post whose words are those of one document by a third, and else as common or as much of a topic as any. */
  question(number: number, documents: number): Asked {
    const random = seededChance(number + 2_000_003);
    const target = this.document(Math.floor(random() * documents));
    const topic = pickFrom(this.#topics, random);
    const mixed = (count: number, from: string) => {
      const own = from.split(/\W+/u).filter((word) => word !== "");
      const others = this.#text(count, topic, random);
      return others.map((word) => (random() < targetShare ? pickFrom(own, random) : word));
    };
    const title = mixed(titleWords, target.title).join(" ");
    const query: EvaluationQuery = {
      id: `q:${number}`,
      question: { title, body: sentences(mixed(questionWords, target.body)) },
      own: new Set(),
      split: "test",
    };
    return { query, right: new Set([target.id]) };
  }

  #text(count: number, topic: readonly string[], random: () => number): string[] {
    return Array.from({ length: count }, () =>
      random() < topicShare ? pickFrom(topic, random) : this.#language.word(random),
    );
  }
}

function sentences(words: readonly string[]): string {
  return words.map((word, i) => (i % 12 === 11 ? `${word}.\n` : `${word} `)).join("");
}
