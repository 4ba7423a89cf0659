import { describe, expect, it } from "vitest";
import { cleanTitle } from "../../src/faq-file/question-title.ts";

describe("a thread's title as a question", () => {
  it.each([
    ["How do I mend it?", "How do I mend it?"],
    ["how do i mend it", "How do i mend it?"],
    ["[Question] How do I mend it", "How do I mend it?"],
    ["[v2][Question]: Lamp flickers", "Lamp flickers"],
    ["Question: how to mend it??", "How to mend it?"],
    ["Q: Is it free", "Is it free?"],
    ["🔥 Lamp broken!!!", "Lamp broken"],
    ["Lamp broken, please help!", "Lamp broken"],
    ["HOW DO I CONFIGURE THE HTTP PROXY???", "How do i configure the HTTP PROXY?"],
    ["useLamp is undefined", "useLamp is undefined"],
    ["lamp.on() throws", "lamp.on() throws"],
    ["HTTP API", "HTTP API"],
    ["  many \n spaces  ", "Many spaces"],
    ["[Question]", "[Question]"],
    ["Wie geht das?", "Wie geht das?"],
    ["如何安装？", "如何安装？"],
    ["", ""],
  ])("%j becomes %j", (title, question) => {
    expect(cleanTitle(title)).toBe(question);
  });
});
