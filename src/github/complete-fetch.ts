/** How long we wait for an answer. GitHub itself gives up after ten seconds. */
const patienceMs = 20_000;

/** After so many redirects of one request there is a circle. */
const maxRedirects = 5;

/**
 * `fetch` that resolves only when the whole answer is here. Octokit takes a body that was cut short for an empty one
 * (a GraphQL answer becomes `undefined`, REST data `""`); here it is a network error, which reads repeat.
 *
 * Redirects are followed with the same method and body: the platform's own `fetch` makes a GET of a POST that is moved
 * for good, while GitHub means the same request elsewhere.
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#follow-redirects
 */
export const completeFetch = completeFetchTo(() => true);

/** The same, but only to addresses that `mayFollow` allows; the answer is the redirect itself otherwise. */
export function completeFetchTo(
  mayFollow: (to: URL) => boolean,
): (url: string, init?: RequestInit) => Promise<Response> {
  return async (url, init) => {
    const signal = AbortSignal.timeout(patienceMs);
    let at = new URL(url);
    let request: RequestInit = { ...init, signal, redirect: "manual" };
    for (let redirects = 0; ; redirects++) {
      const answer = await whole(at, request);
      const to = redirectedTo(answer, at);
      if (!to || !mayFollow(to)) return answer;
      if (redirects === maxRedirects) throw new TypeError(`${url} redirects in a circle`);
      if (!isTrusted(at, to)) request = withoutAuthorization(request);
      at = to;
    }
  };
}

async function whole(url: URL, init: RequestInit): Promise<Response> {
  const answer = await fetch(url, init);
  const body = await answer.arrayBuffer();
  const { status, statusText, headers } = answer;
  const hasBody = status !== 204 && status !== 205 && status !== 304;
  const complete = new Response(hasBody ? body : null, { status, statusText, headers });
  // Octokit reads where redirects led to; a made Response has no address of its own.
  return Object.defineProperty(complete, "url", { value: url.href });
}

function redirectedTo({ status, headers }: Response, from: URL): URL | undefined {
  const location = headers.get("location");
  const isRedirect = [301, 302, 307, 308].includes(status) && location !== null;
  return isRedirect ? new URL(location, from) : undefined;
}

/** A token goes to the host it is meant for alone, and never from an encrypted connection to an open one. */
function isTrusted(from: URL, to: URL): boolean {
  return from.host === to.host && (to.protocol === "https:" || from.protocol === to.protocol);
}

function withoutAuthorization(init: RequestInit): RequestInit {
  const headers = new Headers(init.headers);
  headers.delete("authorization");
  return { ...init, headers };
}

/** `fetch` for large downloads: resolves with the headers, and leaves the body to be read as it comes. */
export async function streamingFetch(url: string, init?: RequestInit): Promise<Response> {
  const headersInTime = new AbortController();
  const timer = setTimeout(() => headersInTime.abort(), patienceMs);
  try {
    return await fetch(url, { ...init, signal: headersInTime.signal });
  } finally {
    clearTimeout(timer);
  }
}
