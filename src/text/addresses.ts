import { mask } from "./mask.ts";

/**
 * Bare web addresses in plain text, in order, as GitHub makes links of them: from `http://`, `https://` or `www.` to
 * white space or `<`, without the punctuation that ends a sentence. `www.` addresses come with `http://`.
 * https://github.github.com/gfm/#autolinks-extension-
 */
export function addressesIn(text: string): string[] {
  return [...text.matchAll(/(?<![a-z0-9])(?:https?:\/\/|www\.)[a-z0-9][^\s<]*/gi)].map(([found]) => {
    const address = withoutTail(found);
    return /^www/i.test(address) ? `http://${address}` : address;
  });
}

/** A closing parenthesis belongs to the address as long as each has an opening one before. */
function withoutTail(found: string): string {
  let unopened = (found.match(/\)/g)?.length ?? 0) - (found.match(/\(/g)?.length ?? 0);
  let end = found.length;
  for (; end > 0; end -= 1) {
    const last = found.charAt(end - 1);
    if (last === ")" && unopened > 0) unopened -= 1;
    else if (!/[?!.,:;*_~'"\]]/.test(last)) break;
  }
  return found.slice(0, end);
}

/** Keep `_`, `*` and `~` amid an address from being read as marks of emphasis, as in `…/__init__.py`. */
export function maskAddresses(text: string): string {
  return text.replaceAll(/(?<![a-z0-9])(?:https?:\/\/|www\.)[^\s<>()[\]`|"']+/gi, (found) => {
    const end = withoutTail(found).length;
    return mask(found.slice(0, end), /[*_~]/g) + found.slice(end);
  });
}
