const TITLES = {
  400: 'The request could not be read',
  401: 'Sign in first',
  403: 'Not from here',
  404: 'Not found',
  409: 'Not as things are now',
  413: 'Too large',
  422: 'The request cannot be done',
  429: 'Too many at once',
  500: 'Something did not work',
  503: 'Not available now',
  507: 'No space now',
} as const

/** What every answer of the API carries. */
export const API_HEADERS = { 'Cache-Control': 'no-store' } as const

/** A refusal of the API as a problem document (RFC 9457). `code` is for programs; nothing in it comes from an error's message. */
export function problem(
  status: keyof typeof TITLES,
  code: string,
  more: Readonly<Record<string, string | readonly string[] | readonly number[]>> = {},
): Response {
  return Response.json(
    { type: 'about:blank', title: TITLES[status], status, code, ...more },
    {
      status,
      headers: {
        ...API_HEADERS,
        'Content-Type': 'application/problem+json',
        ...(status === 401 ? { 'WWW-Authenticate': 'Cookie' } : {}),
        ...(status === 503 || status === 507 ? { 'Retry-After': '60' } : {}),
        ...(status === 429 ? { 'Retry-After': '900' } : {}),
      },
    },
  )
}
