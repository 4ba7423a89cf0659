import { describe, expect, it } from "vitest";
import { selectQuestions, type Selection } from "../../../src/evaluation/replay/select-questions.ts";
import { defaultConfig } from "../../../src/config/schema.ts";
import { asked, day } from "../past.ts";

const ideas = { slug: "ideas", name: "Ideas", isAnswerable: false };
const threads = [
  asked(3),
  asked(1),
  asked(2, { category: ideas }),
  asked(4, { author: { login: "announcer", isBot: true } }),
  asked(5, { locked: true, closed: "resolved" }),
];

describe("the questions that are replayed", () => {
  it.each<[string, readonly string[] | undefined, Selection, readonly number[]]>([
    ["those of people in Q&A categories, oldest first", undefined, {}, [1, 3, 5]],
    ["those in the categories that are watched", ["ideas"], {}, [2]],
    ["those since a day", undefined, { since: day(3) }, [3, 5]],
    ["those until a day", undefined, { until: day(3) }, [1]],
    ["the newest", undefined, { limit: 2 }, [3, 5]],
    ["none in a category that is not there", ["nope"], {}, []],
  ])("are %s", (_, categories, selection, expected) => {
    const config = { ...defaultConfig["related-answers"], ...(categories && { categories: [...categories] }) };
    expect([...selectQuestions(threads, config, selection)].map(({ number }) => number)).toEqual(expected);
  });
});
