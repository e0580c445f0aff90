import 'server-only'
import { createHash } from 'node:crypto'
import type { CaseSeal } from '@/lib/data/case-keys'
import { findOffice } from '@/lib/data/offices'
import { findPackSource } from '@/lib/data/referral-pack-source'
import type { PackFile } from '@/lib/data/referral-packs'
import type { Scoped } from '@/lib/data/within'
import { buildPack } from '@/lib/domain/referral/pack/build-pack'
import { PACK_LANGUAGES, type Pack } from '@/lib/domain/referral/pack/pack'
import { printPack } from '@/lib/domain/referral/pack/print-pack'
import { drawPack } from '@/lib/files/referral-pack/draw-pack'
import { hasScanner } from '../files/scan-file'
import type { PackWords } from './referral-of-move'

/** What a pack is made of: the agreed items, the ground they go on, and its words. */
export type PackOrder = {
  readonly referralId: string
  readonly purpose: string
  readonly agreed: readonly string[]
  readonly basis: Pack['basis']
  readonly consentUntil: Date | null
  readonly words: PackWords
  readonly at: Date
}

/** Reads exactly the agreed items and makes the pack: as JSON, and drawn in each language, which carry the JSON inside. */
export async function makePackFiles(
  on: Scoped<'case.change_state'>,
  caseSeal: CaseSeal,
  order: PackOrder,
): Promise<{ pack: Pack; files: readonly PackFile[] }> {
  const { referralId, purpose, agreed, basis, consentUntil, words, at } = order
  const office = await findOffice(on, on.grant.actor.officeId)
  const pack = buildPack(
    {
      reference: referralId,
      madeAt: at.toISOString(),
      purpose,
      from: office?.name ?? '',
      to: words.recipient,
      basis,
      consentUntil: consentUntil?.toISOString() ?? null,
    },
    await findPackSource(on, caseSeal, agreed, hasScanner()),
    agreed,
    words.labels,
  )
  const json = new TextEncoder().encode(`${JSON.stringify(pack, null, 2)}\n`)
  const files: PackFile[] = [{ format: 'json', language: 'all', bytes: json, sha256: sha256(json) }]
  for (const language of PACK_LANGUAGES) {
    const bytes = await drawPack(printPack(pack, words.print(language)), json, at)
    files.push({ format: 'pdf', language, bytes, sha256: sha256(bytes) })
  }
  return { pack, files }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
