import { encodeAttribute } from "./encode.ts";

/** Attributes that React, and so JSX, spells in another way. HTML does not care for capitals. */
const spelled: Readonly<Record<string, string>> = {
  cellpadding: "cellPadding",
  cellspacing: "cellSpacing",
  colspan: "colSpan",
  datetime: "dateTime",
  rowspan: "rowSpan",
  srcset: "srcSet",
  valign: "vAlign",
};

const attribute = /\s([a-z][\w-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/giu;

/** The attributes of a tag as JSX has them, with strings as values, or none; a blank before each. */
export function jsxAttributes(tag: string): string {
  return [...tag.matchAll(attribute)]
    .map(([, written = "", double, single, bare]) => {
      const name = spelled[written.toLowerCase()] ?? written.toLowerCase();
      const value = double ?? single ?? bare;
      return value === undefined ? ` ${name}` : ` ${name}="${encodeAttribute(value)}"`;
    })
    .join("");
}
