import { expect, test } from "vitest";
import { vkMarkdown } from "../../../evaluation/sets/vk-markdown.ts";

const page = "docs/ru/vm/start/start.md";

function markdown(text: string, files: Readonly<Record<string, string>> = {}, path = page): string {
  return vkMarkdown(path, text, new Map(Object.entries(files)))
    .replace(/[ \t]*\n\s*/gu, "\n")
    .trim();
}

test.each([
  ["a heading keeps its id", "# {heading(Запуск ВМ)[id=vm-start]}", "# Запуск ВМ {#vm-start}"],
  [
    "a link leads to the page's file",
    "{linkto(../../net/ip#net-ip)[text=адрес]}",
    "[адрес](../../net/ip/ip.md#net-ip)",
  ],
  ["a link may lead to the same page", "{linkto(#vm-stop)[text=ниже]}", "[ниже](#vm-stop)"],
  ["the cloud has a name", "В {var(cloud)} есть {var(other)}всё", "В VK Cloud есть всё"],
  [
    "notes and tabs leave their words",
    "{note:info}\n\nВажно.\n\n{/note}\n\n{tab(Linux)}\n\nСделайте.\n\n{/tab}",
    "Важно.\nLinux\nСделайте.",
  ],
  ["the public edition counts", "{ifdef(public)}да{/ifdef}{ifdef(private,pdf)}нет{/ifdef}", "да"],
  ["so does what is not for others", "{ifndef(private)}да{/ifndef}{ifndef(public)}нет{/ifndef}", "да"],
  ["conditions stand within each other", "{ifdef(public)}а{ifdef(private)}б{/ifdef}в{/ifdef}", "ав"],
])("%s", (_, text, expected) => {
  expect(markdown(text)).toBe(expected);
});

test("parts are put in, whole or by their tag, and parts of these too", () => {
  const files = {
    "docs/ru/_parts/open.md": "Откройте {include(/ru/_parts/name.md)}.",
    "docs/ru/_parts/name.md": "кабинет",
    "docs/ru/vm/_parts/all.md": "{includetag(one)}первое{/includetag}{includetag(two)}второе{/includetag}",
  };
  expect(markdown("{include(/ru/_parts/open.md)}", files)).toBe("Откройте кабинет.");
  expect(markdown("{include(../_parts/all.md)[tags=two]}", files)).toBe("второе");
  expect(markdown("до {include(../_parts/gone.md)}после", files)).toBe("до после");
});

test("a part that includes itself comes to an end", () => {
  const files = { "docs/ru/_parts/self.md": "и {include(/ru/_parts/self.md)}" };
  expect(markdown("{include(/ru/_parts/self.md)}", files)).toBe("и и и");
});

test("what is folded away is a question on a FAQ page only", () => {
  const folded = "{cut(Сколько это стоит?)}\n\nНисколько.\n\n{/cut}";
  expect(markdown(folded, {}, "docs/ru/vm/faq/faq.md")).toBe("##### Сколько это стоит?\nНисколько.");
  expect(markdown(folded)).toBe("Сколько это стоит?\nНисколько.");
});
