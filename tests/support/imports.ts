import type { Grant } from '@/lib/access/grant'
import { dayInJapan } from '@/lib/domain/calendar/day'
import type { ImportMapping } from '@/lib/domain/imports/import-mapping'
import { beginImport } from '@/lib/usecases/imports/begin-import'
import { checkImport } from '@/lib/usecases/imports/check-import'
import { readImport } from '@/lib/usecases/imports/read-import'
import { startImport } from '@/lib/usecases/imports/steps'

/** Headings that are the fields' own names. */
export const HEADINGS = ['reference', 'origin', 'grievances', 'story', 'fee1_amount', 'fee1_category', 'fee1_date']

/** A file with so many reports; `reference` names each row. */
export function aCsv(
  count: number,
  change: { readonly headings?: readonly string[]; readonly first?: string } = {},
): Buffer {
  const rows = Array.from({ length: count }, (_, index) =>
    index === 0 && change.first !== undefined
      ? change.first
      : `R-${index + 1},VN,wages_unpaid; fees_debt,"Họ giữ, ""hộ chiếu"" ${index + 1}",25000000,rf_broker_introduction,${dayInJapan(new Date()).slice(0, 4)}`,
  )
  return Buffer.from([(change.headings ?? HEADINGS).join(','), ...rows, ''].join('\r\n'), 'utf8')
}

/** Takes a file in and looks through its rows with the proposed mapping. */
export async function checked(
  grant: Grant<'case.import'>,
  bytes: Buffer,
  change: Partial<ImportMapping> = {},
): Promise<{ id: string; version: number; wrong: number }> {
  const begun = await beginImport(grant, { name: 'reports.csv', bytes }, { aliases: {}, language: 'vi' })
  if (!begun.ok) throw new Error(begun.error.code)
  const id = begun.value
  const seen = await readImport(grant, id, { wrongAfter: 0, casesAfter: 0 })
  if (!seen?.words) throw new Error('the import is not there')
  const mapping = { ...seen.words.mapping, ...change }
  const done = await checkImport(grant, id, { version: seen.one.version, mapping, known: {} })
  if (!done.ok) throw new Error(done.error.code)
  return { id, version: await versionOf(grant, id), wrong: done.value.wrong }
}

/** The same, and lets it run; `runImport` makes the cases. */
export async function started(grant: Grant<'case.import'>, bytes: Buffer, change: Partial<ImportMapping> = {}) {
  const { id, version } = await checked(grant, bytes, change)
  const begun = await startImport(grant, id, { version, leaveOut: true })
  if (!begun.ok) throw new Error(begun.error.code)
  return id
}

export async function versionOf(grant: Grant<'case.import'>, id: string): Promise<number> {
  return (await readImport(grant, id, { wrongAfter: 0, casesAfter: 0 }))?.one.version ?? 0
}
