import { randomBytes, toText, joined, utf8 } from './bytes'
import type { OpenSeal } from './pin-seal'
import { pinLock, type PinLock } from './pin-lock'
import { change, read, readAll, remove, write, writeOnce } from './store'

/** A finished report on this phone. Its words are in `box`, which only the server opens; after sending the box is gone. */
export type Waiting = {
  readonly id: string
  readonly locale: string
  readonly keyId: string
  readonly box: string | null
  /** What opens its receipt, sealed under a key of this phone that no script can read out; null behind a PIN, or gone. */
  readonly token: { readonly nonce: Uint8Array; readonly body: Uint8Array } | null
  readonly finishedAt: number
  readonly state: 'waiting' | 'sent' | 'refused'
  readonly sentAt?: number
  /** Its receipt was shown: "I have kept it" is about this one. */
  readonly isOpened?: boolean
  /** Why the server did not take it: a code of POST /api/v1/outbox. */
  readonly refusal?: string
  /** The worker said that it may stay even when Leave is pressed. */
  readonly staysOnLeave: boolean
}

/** As long as the server shows the receipt of such a report. */
const KEPT_MS = 30 * 86_400_000

/** Keeps a sealed report until it is sent. Where the worker has chosen a PIN, what opens its receipt lies behind the same PIN. */
export async function addWaiting(
  sealed: { readonly locale: string; readonly keyId: string; readonly box: string; readonly token: string },
  staysOnLeave: boolean,
  pinSeal: OpenSeal | null,
): Promise<void> {
  const { locale, keyId, box } = sealed
  const id = toText(randomBytes(9))
  const token = pinSeal === null ? await sealToken(sealed.token) : null
  if (pinSeal !== null) await tokenLock(id).save(pinSeal, sealed.token)
  const waiting: Waiting = { id, locale, keyId, box, token, finishedAt: Date.now(), state: 'waiting', staysOnLeave }
  await write('w', id, waiting)
}

/** Those on this phone, the oldest first; what is past its time is deleted here. */
export async function listWaiting(): Promise<Waiting[]> {
  const all = await readAll<Waiting>('w')
  const isPast = ({ sentAt, finishedAt }: Waiting) => (sentAt ?? finishedAt) + KEPT_MS < Date.now()
  await Promise.all(all.filter(isPast).map(({ id }) => deleteWaiting(id)))
  return all.filter((waiting) => !isPast(waiting)).sort((a, b) => a.finishedAt - b.finishedAt)
}

export async function changeWaiting(id: string, news: Partial<Waiting>): Promise<void> {
  // Sent by another tab meanwhile: what was sent stays sent.
  await change<Waiting>('w', id, (known) => (known.state === 'sent' ? known : { ...known, ...news }))
}

/** Its receipt is being shown, and no other any more. */
export async function noteOpened(id: string): Promise<void> {
  const all = await listWaiting()
  await Promise.all(all.map((one) => change<Waiting>('w', one.id, (known) => ({ ...known, isOpened: one.id === id }))))
}

/** For Leave: every page of ours can use a token that is not behind a PIN, so it goes. The report itself waits on. */
export async function dropToken(id: string): Promise<void> {
  await change<Waiting>('w', id, (known) => ({ ...known, token: null }))
}

export async function deleteWaiting(id: string): Promise<void> {
  await tokenLock(id).remove()
  await remove('w', id)
}

/** The token of a report behind a PIN. */
export function tokenLock(id: string): PinLock {
  return pinLock('d', id)
}

/** The token of a report, to show its receipt; null when it lies behind a PIN. */
export async function tokenOf({ token }: Waiting): Promise<string | null> {
  if (token === null) return null
  const cipher = { name: 'AES-GCM', iv: joined(token.nonce) }
  return new TextDecoder().decode(await crypto.subtle.decrypt(cipher, await tokenKey(), joined(token.body)))
}

async function sealToken(token: string) {
  const nonce = randomBytes(12)
  const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, await tokenKey(), utf8(token))
  return { nonce, body: new Uint8Array(body) }
}

async function tokenKey(): Promise<CryptoKey> {
  const known = await read<CryptoKey>('k', 't')
  if (known !== undefined) return known
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  return writeOnce('k', 't', made as CryptoKey)
}
