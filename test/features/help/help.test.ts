import { english } from "../../../src/core/language.ts";
import type { Table } from "mdast";
import { expect, it } from "vitest";
import { commandTable } from "../../../src/features/help/messages/command-table.ts";
import { commands } from "../../../src/features/index.ts";
import { parseMarkdown } from "../../../src/text/parse-markdown.ts";
import { plainText } from "../../../src/text/plain-text.ts";

it("shows each command in a row of three cells, whatever its usage is written with", () => {
  const [table] = parseMarkdown(commandTable(commands)(english)).children.filter(
    (it): it is Table => it.type === "table",
  );
  const [, ...rows] = table?.children ?? [];
  const shown = rows.map(({ children }) => [children.length, plainText(children[0]!)]);
  expect(shown).toEqual(commands.map(({ usage }) => [3, usage]));
});
