/** Text that is HTML already. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Piece = Html | string | number | readonly Piece[];

/** Builds HTML; every value is escaped unless it is HTML itself, so that nothing people wrote can be markup. */
export function html(parts: TemplateStringsArray, ...values: readonly Piece[]): Html {
  return new Html(parts.map((part, i) => part + (i < values.length ? toText(values[i] ?? "") : "")).join(""));
}

function toText(value: Piece): string {
  if (value instanceof Html) return value.text;
  return typeof value === "object" ? value.map(toText).join("") : escape(String(value));
}

/** Control characters and marks that turn the direction of text go: they may make a line read as something else. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** A link, where the address is one of the web; its text alone otherwise. */
export function link(url: string, text: string): Html {
  if (!/^https?:\/\/[^\s]+$/iu.test(url)) return html`${text}`;
  return html`<a href="${url}" rel="noreferrer noopener">${text}</a>`;
}
