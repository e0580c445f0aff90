import 'server-only'
import { foreignJson } from '@/lib/domain/writing/foreign-json'
import { openOutboxBox, outboxKey } from '@/lib/sealing/outbox-box'
import { SealBroken } from '@/lib/sealing/seal'

/** What phones seal finished reports to: base64url point of P-256, and its short name. Public. */
export type PublicOutboxKey = { readonly id: string; readonly publicKey: string }

export function publicOutboxKey(): PublicOutboxKey {
  const { id, publicKey } = outboxKey()
  return { id, publicKey: Buffer.from(publicKey).toString('base64url') }
}

/** The JSON value in a sealed box (base64url); `key_unknown`: sealed to a key we no longer have; `unreadable`: no box of ours. */
export function readOutboxBox(keyId: string, box: string): { value: unknown } | 'key_unknown' | 'unreadable' {
  try {
    const opened = openOutboxBox(keyId, Buffer.from(box, 'base64url'))
    return opened === null ? 'key_unknown' : { value: foreignJson(opened.toString('utf8')) }
  } catch (error) {
    if (error instanceof SealBroken) return 'unreadable'
    throw error
  }
}
