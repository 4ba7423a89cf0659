import { html, type Html } from "./html.ts";

/** A file that needs nothing from elsewhere and runs no scripts. */
export function htmlPage({
  title,
  style,
  body,
}: {
  readonly title: string;
  readonly style: Html;
  readonly body: Html;
}): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        />
        <title>${title}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html> `.text;
}
