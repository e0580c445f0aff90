import 'server-only'
import { env } from '@/lib/platform/env'
import { isLoopback } from '@/lib/platform/served-addresses'

/** A provider that takes longer is as good as none. */
const PATIENCE_MS = 5_000
/** Discovery documents, keys and tokens are a few kilobytes. */
const MAX_BYTES = 64 * 1024

/** Why a provider gave no answer that can be read. */
export class ProviderSilent extends Error {
  override readonly name = 'ProviderSilent'
  readonly code: 'not_https' | 'unreachable' | 'too_slow' | 'redirected' | 'too_long'
  constructor(code: ProviderSilent['code']) {
    super(code)
    this.code = code
  }
}

/** Whether this is an installation on a machine of one's own, whose provider may be there too, without https. */
export function isTrial(): boolean {
  return isLoopback(new URL(env().PUBLIC_URL).hostname)
}

/** Asks a provider: https only, follows nowhere, waits not long, reads not much. Throws ProviderSilent. */
export async function providerFetch(
  address: string,
  init: { readonly method?: string; readonly headers?: HeadersInit; readonly body?: BodyInit | null | undefined },
): Promise<Response> {
  const { protocol, hostname } = new URL(address)
  if (protocol !== 'https:' && !(isTrial() && isLoopback(hostname))) throw new ProviderSilent('not_https')
  try {
    const answer = await fetch(address, {
      method: init.method ?? 'GET',
      ...(init.headers === undefined ? {} : { headers: init.headers }),
      body: init.body ?? null,
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (answer.status >= 300 && answer.status < 400) {
      await answer.body?.cancel()
      throw new ProviderSilent('redirected')
    }
    return new Response(await readShort(answer), { status: answer.status, headers: answer.headers })
  } catch (error) {
    if (error instanceof ProviderSilent) throw error
    throw new ProviderSilent(error instanceof Error && error.name === 'TimeoutError' ? 'too_slow' : 'unreachable')
  }
}

async function readShort(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of answer.body ?? []) {
    length += part.length
    if (length > MAX_BYTES) throw new ProviderSilent('too_long')
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
