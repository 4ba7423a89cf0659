import type { Text } from "../../../core/language.ts";
import type { Promotion } from "../promotion/promotion.ts";
import { inlineText, viaRedirect } from "../../../text/neutralise.ts";
import { md, sentences } from "../../../words/compose-text.ts";
import { say } from "./words.ts";

interface PromotionNews {
  readonly promotion: Promotion;
  /** Of the pull request. */
  readonly pull: { readonly number: number; readonly url: string } | undefined;
  /** Where the entry is read, once it is in the file. */
  readonly entry: string | undefined;
  /** Why the pull request cannot be kept up to date. */
  readonly trouble?: Text | undefined;
}

/**
 * The section of our one comment in a thread that says where its answer is on its way into the FAQ; edited as that
 * changes.
 */
export function promotionNews(news: PromotionNews): Text {
  const { promotion, trouble } = news;
  const { state, edited } = promotion;
  return sentences([
    stateInWords(news),
    ...(edited?.isIn === false && (state === "published" || state === "proposed") ? [say(`news.edited-${state}`)] : []),
    ...(trouble ? [say("news.stuck", { why: (locale) => inlineText(trouble(locale), 300) })] : []),
  ]);
}

function stateInWords({ promotion, pull: its, entry }: PromotionNews): Text {
  const { file, state, change, edited } = promotion;
  const question = inlineText(promotion.question, 120);
  const pull = its ? md`[${say("pull", { number: its.number })}](<${viaRedirect(its.url)}>)` : say("a-pull");
  switch (state) {
    case "proposed":
      return say(`news.${change}`, { question, pull });
    case "published":
      return say("news.published", { entry: `[${question}](<${entry ?? ""}>)` });
    case "withdrawn":
      return say("news.withdrawn", { question, file });
    default:
      return edited?.isIn === false
        ? say("news.declined-edited", { question })
        : say("news.declined", { pull, question });
  }
}

/** The section in a thread whose answer many others link to, where the config wants it offered there. */
export const worthAnEntry = say("worth-an-entry");
