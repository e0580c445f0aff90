/** How long an answer may take before the line counts as lost. A step that arrives late is saved; sending it again changes nothing. */
const PATIENCE_MS = 45_000

export type PostAnswer =
  | { readonly kind: 'page'; readonly html: string; readonly address: string; readonly isMoved: boolean }
  /** Led to something that is no page: the browser goes there by itself. */
  | { readonly kind: 'moved'; readonly address: string }
  /** The line was cut before, while or after it went: nobody knows whether it arrived. */
  | { readonly kind: 'lost' }
  /** The server says that it could not. */
  | { readonly kind: 'failed' }
  /** Nothing here knows what it is, or the page was renewed meanwhile (409): the browser shows it by itself. */
  | { readonly kind: 'unknown' }

/** Posts as the browser would, and follows to where the answer leads. */
export async function postForm(address: string, data: FormData): Promise<PostAnswer> {
  const patience = 'AbortController' in window ? new AbortController() : null
  const timer = setTimeout(() => patience?.abort(), PATIENCE_MS)
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body: data,
      credentials: 'same-origin',
      headers: { Accept: 'text/html' },
      ...(patience ? { signal: patience.signal } : {}),
    })
    const isPage = (answer.headers.get('content-type') ?? '').startsWith('text/html')
    const { url, redirected: isMoved } = answer
    if (new URL(url).origin !== location.origin) return { kind: 'moved', address: url }
    if (answer.status === 409) return { kind: 'unknown' }
    if (!answer.ok) return isMoved ? { kind: 'moved', address: url } : { kind: 'failed' }
    if (!isPage) return isMoved ? { kind: 'moved', address: url } : { kind: 'unknown' }
    return { kind: 'page', html: await answer.text(), address: url, isMoved }
  } catch {
    return { kind: 'lost' }
  } finally {
    clearTimeout(timer)
  }
}
