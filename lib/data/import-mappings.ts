import 'server-only'
import { newId } from '@/lib/platform/ids'
import { hashForImport, officeSeal } from '@/lib/sealing/import-seal'
import type { Scoped } from './within'

const MAPPING = 'import_mapping.sealed_mapping'

/** How the office read a file with the same headings the last time, as stored; null when there was none. */
export async function findOfficeMapping(on: Scoped<'case.import'>, headings: readonly string[]): Promise<unknown> {
  const { officeId } = on.grant.actor
  const row = await on.db.importMapping.findUnique({
    where: { officeId_headingsKey: { officeId, headingsKey: keyOf(headings) } },
  })
  return row === null ? null : JSON.parse(officeSeal(officeId).unseal(MAPPING, row.id, row.sealedMapping))
}

/** Keeps how a file was read, for the next one of the office with the same headings. */
export async function saveOfficeMapping(
  on: Scoped<'case.import'>,
  headings: readonly string[],
  mapping: object,
  at: Date,
): Promise<void> {
  const { officeId } = on.grant.actor
  const headingsKey = keyOf(headings)
  const where = { officeId_headingsKey: { officeId, headingsKey } }
  const known = await on.db.importMapping.findUnique({ where, select: { id: true } })
  const id = known?.id ?? newId()
  const sealedMapping = officeSeal(officeId).seal(MAPPING, id, JSON.stringify(mapping))
  await on.db.importMapping.upsert({
    where,
    create: { id, officeId, headingsKey, sealedMapping, usedAt: at },
    update: { sealedMapping, usedAt: at },
    select: { id: true },
  })
}

function keyOf(headings: readonly string[]) {
  return hashForImport('headings', JSON.stringify(headings.map((heading) => heading.trim().toLowerCase())))
}
