import 'server-only'
import { newId } from '@/lib/platform/ids'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { Scoped } from './within'

const BYTES = 'referral_pack.sealed_bytes'

/** One file of a pack, as it goes out. `language` is `all` for the JSON. */
export type PackFile = {
  readonly format: 'json' | 'pdf'
  readonly language: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** A stored file of a pack, unopened. */
export type StoredPack = {
  readonly id: string
  readonly format: string
  readonly language: string
  readonly sha256: string
  readonly sizeBytes: number
  readonly madeAt: Date
}

type On = Scoped<'case.change_state'>

/** Keeps the files of a pack in place of those that were made before and never went out. */
export async function replacePack(
  on: On,
  caseSeal: CaseSeal,
  referralId: string,
  files: readonly PackFile[],
  madeAt: Date,
): Promise<void> {
  await destroyPack(on, referralId)
  await on.db.referralPack.createMany({
    data: files.map(({ format, language, bytes, sha256 }) => {
      const id = newId()
      return {
        id,
        caseId: caseSeal.caseId,
        referralId,
        format,
        language,
        sealedBytes: caseSeal.seal(BYTES, id, Buffer.from(bytes).toString('base64')),
        sha256,
        sizeBytes: bytes.length,
        madeById: on.grant.actor.id,
        madeAt,
      }
    }),
  })
}

/** Takes away a pack that has not gone out; one that has stays. */
export async function destroyPack(on: On, referralId: string): Promise<void> {
  await on.db.referralPack.deleteMany({ where: { referralId } })
}

/** The files of a pack, the JSON first. */
export function listPackFiles(on: On, referralId: string): Promise<StoredPack[]> {
  return on.db.referralPack.findMany({
    where: { referralId },
    select: { id: true, format: true, language: true, sha256: true, sizeBytes: true, madeAt: true },
    orderBy: [{ format: 'asc' }, { language: 'asc' }],
  })
}

/** Whether the files may be taken along now: the yes holds, or two people decided (migration referrals_sending). */
export async function isPackOpen(on: On, referralId: string): Promise<boolean> {
  const rows = await on.db.$queryRaw<{ holds: boolean }[]>`SELECT app.pack_holds(${referralId}::uuid) AS holds`
  return rows[0]?.holds === true
}

/** One file of a pack as it went out, or would go. Null when there is none, or nothing allows that it leaves now. */
export async function openPackFile(
  on: On,
  caseSeal: CaseSeal,
  place: { readonly referralId: string; readonly id: string },
): Promise<(StoredPack & { readonly bytes: Uint8Array }) | null> {
  const row = (await listPackFiles(on, place.referralId)).find(({ id }) => id === place.id)
  if (!row) return null
  const opened = await on.db.$queryRaw<{ sealed: Uint8Array | null }[]>`SELECT app.open_pack(${row.id}::uuid) AS sealed`
  const sealed = opened[0]?.sealed
  return sealed ? { ...row, bytes: Buffer.from(caseSeal.unseal(BYTES, row.id, sealed), 'base64') } : null
}
