/** SVG that is made already. */
export class Svg {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Piece = Svg | string | number | undefined | readonly Piece[];

/** An element. Its attributes and the texts in it are escaped, so that nothing people wrote can be markup. */
export function svg(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly Piece[]
): Svg {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escape(String(value))}"`)
    .join("");
  const inner = children.map(toText).join("");
  return new Svg(inner === "" ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`);
}

/** A link around something where there is one to make: to the web, or on our own pages. Its name is read out. */
export function linked(href: string | undefined, name: string, inner: Svg): Svg {
  const isSafe = href !== undefined && /^(?:https?:\/\/|[/?#](?!\/))/iu.test(href);
  return isSafe ? svg("a", { href, "aria-label": name }, inner) : inner;
}

function toText(piece: Piece): string {
  if (piece === undefined) return "";
  if (piece instanceof Svg) return piece.text;
  return typeof piece === "object" ? piece.map(toText).join("") : escape(String(piece));
}

/** What XML has no place for goes, and so do marks that turn the direction of text: https://www.w3.org/TR/xml/#charsets */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/(?![\n\t])[\p{Cc}\p{Bidi_Control}\uFFFE\uFFFF]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
