import 'server-only'
import { createHash } from 'node:crypto'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import {
  findImport,
  findLicences,
  findPartiesByKeys,
  insertImport,
  markApplied,
  saveMapping,
  saveNear,
  undoImportRows,
  waitForOtherLists,
  writeImport,
} from '@/lib/data/party-imports'
import { listPartyLines } from '@/lib/data/parties'
import { within, type Scoped } from '@/lib/data/within'
import { nameKeyOf } from '@/lib/domain/parties/matching/keys'
import { licenceKey } from '@/lib/domain/parties/matching/match-parties'
import { readList, type ListRow } from '@/lib/domain/parties/licence-list'
import { err, ok, type Result } from '@/lib/domain/result'
import { readTable } from '@/lib/files/tables/read-table'
import { now } from '@/lib/platform/clock'
import type { ListApplied, ListPlan, ListSettings, PlannedRow } from '@/lib/domain/parties/list-plan'
import { planWrites } from './import-writes'
import { findSimilarParties } from './search-parties'

export const LIST_FILE_MAXIMUM = 5 * 1024 * 1024
/** More new rows are compared by their keys only (other marks, order, legal forms): typing errors are looked for in shorter lists. */
export const FUZZY_ROWS = 1_000

/** Reads a file and keeps its table until it is applied. What it is, its bytes say. */
export async function uploadList(grant: Grant<'party.import'>, file: { name: string; bytes: Buffer }) {
  if (file.bytes.length > LIST_FILE_MAXIMUM) return err({ code: 'too_large' as const })
  const table = await readTable(file.bytes)
  if (!table.ok) return err(table.error)
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  return ok(
    await within(grant, (on) => insertImport(on, table.value, { name: file.name.slice(0, 200), sha256 }, now())),
  )
}

export async function readListImport(grant: Grant<'party.import'>, id: string) {
  const begun = await within(grant, (on) => findImport(on, id))
  const { settings: asked, near } = begun ? mappingOf(begun.mapping) : NOTHING_SET
  // Once for a list and its columns, and not in the transaction of the page: a thousand rows take a minute.
  if (begun?.table && asked && !near) await keepNear(grant, id, begun.table.rows, asked)
  return within(grant, async (on) => {
    const list = await findImport(on, id)
    if (!list) return null
    const { settings, near: found } = mappingOf(list.mapping)
    const plan = list.table && settings ? await planOf(on, list.table.rows, settings, found ?? {}) : null
    return { list, settings, plan }
  })
}

export function setListColumns(grant: Grant<'party.import'>, id: string, settings: ListSettings): Promise<void> {
  return within(grant, (on) => saveMapping(on, id, { ...settings, columns: { ...settings.columns } }))
}

/** By line: an id of a party it is the same as, or `new`. A similar row that nobody decided is left out. */
export type Decisions = Readonly<Record<string, string>>

/** Takes a list over in one transaction; refused with `changed_meanwhile` when it would do something else than what was shown. */
export function applyList(
  grant: Grant<'party.import'>,
  order: { readonly id: string; readonly seen: string; readonly decisions: Decisions },
): Promise<Result<ListApplied, { code: 'not_found' | 'changed_meanwhile' }>> {
  return within(grant, async (on) => {
    // One list at a time: two lists of one regime would both add the same licence.
    await waitForOtherLists(on)
    const list = await findImport(on, order.id, true)
    if (!list) return err({ code: 'not_found' })
    if (list.appliedAt !== null) return ok(list.counts as unknown as ListApplied)
    const { settings, near } = mappingOf(list.mapping)
    if (!list.table || !settings) return err({ code: 'not_found' })
    const plan = await planOf(on, list.table.rows, settings, near ?? {})
    if (plan.seen !== order.seen) return err({ code: 'changed_meanwhile' })
    const at = now()
    const writes = planWrites(plan.rows, settings, order.decisions, { importId: order.id, at, actor: grant.actor })
    const counts = {
      added: writes.parties.length,
      updated: writes.rows.length - writes.parties.length,
      left: plan.rows.length - writes.rows.length - plan.rows.filter(({ outcome }) => outcome === 'unchanged').length,
    }
    await writeImport(on, order.id, writes, at)
    if (!(await markApplied(on, order.id, counts, at)))
      throw new Error('a list that was locked was applied by somebody else')
    await appendAudit(on, grant.actor.officeId, 'party.import', {
      detail: { import: order.id, sha256: list.sha256, ...counts },
    })
    return ok(counts)
  })
}

/** Takes a whole list back, while nothing depends on what it brought. */
export function undoList(
  grant: Grant<'party.import'>,
  id: string,
): Promise<Result<void, { code: 'not_found' | 'in_use' | 'changed_since' }>> {
  return within(grant, async (on) => {
    const outcome = await undoImportRows(on, id, now())
    if (outcome === 'gone') return err({ code: 'not_found' })
    if (outcome === 'in_use' || outcome === 'changed_since') return err({ code: outcome })
    if (outcome === 'undone')
      await appendAudit(on, grant.actor.officeId, 'party.import_undone', { detail: { import: id } })
    return ok(undefined)
  })
}

/** Rows compared in one transaction; each looks through the whole register. */
const COMPARED_AT_ONCE = 20
const NOTHING_SET = { settings: null, near: null }
type Table = readonly { readonly line: number; readonly cells: readonly string[] }[]
/** By line: the party whose name is like that of the row. */
type Near = Readonly<Record<string, string>>

/** How the columns are read, and what was found for rows of another spelling; null before it was looked for. */
function mappingOf(stored: unknown): { settings: ListSettings | null; near: Near | null } {
  if (!stored) return NOTHING_SET
  const { near, ...settings } = stored as ListSettings & { near?: Near }
  return { settings, near: near ?? null }
}

async function keepNear(grant: Grant<'party.import'>, id: string, table: Table, settings: ListSettings): Promise<void> {
  const { unknown, byKey } = await within(grant, (on) => knownOf(on, table, settings))
  const rows = unknown.length > FUZZY_ROWS ? [] : unknown.filter(({ name }) => !byKey.has(nameKeyOf(name)))
  const near: Record<string, string> = {}
  for (let from = 0; from < rows.length; from += COMPARED_AT_ONCE)
    await within(grant, async (on) => {
      for (const row of rows.slice(from, from + COMPARED_AT_ONCE)) {
        const party = await nearest(on, row, settings)
        if (party !== null) near[String(row.line)] = party
      }
    })
  await within(grant, (on) => saveNear(on, id, { ...settings, columns: { ...settings.columns } }, near))
}

async function knownOf(on: Scoped<'party.import'>, table: Table, settings: ListSettings) {
  const { rows, errors } = readList(table, settings.columns, licenceKey)
  const numbers = rows.map(({ number }) => licenceKey(number))
  const stored = new Map((await findLicences(on, settings.regime, numbers)).map((one) => [one.numberKey, one]))
  const unknown = rows.filter(({ number }) => !stored.has(licenceKey(number)))
  const byKey = await findPartiesByKeys(on, unknown.map(({ name }) => nameKeyOf(name)).filter(Boolean))
  return { rows, errors, stored, unknown, byKey }
}

async function planOf(on: Scoped<'party.import'>, table: Table, settings: ListSettings, near: Near): Promise<ListPlan> {
  const { rows, errors, stored, byKey } = await knownOf(on, table, settings)
  const nearby = new Map((await listPartyLines(on, Object.values(near))).map(({ id, name }) => [id, { id, name }]))
  const planned = rows.map((row): PlannedRow => {
    const licence = stored.get(licenceKey(row.number))
    if (!licence) {
      const party = byKey.get(nameKeyOf(row.name)) ?? nearby.get(near[String(row.line)] ?? '') ?? null
      return { ...row, outcome: party ? 'similar' : 'new', party, licence: null }
    }
    const hasName = licence.party.names.some(({ name }) => nameKeyOf(name) === nameKeyOf(row.name))
    const isSame =
      hasName &&
      licence.status === row.status &&
      (row.fromOn === null || row.fromOn === licence.fromOn) &&
      (row.toOn === null || row.toOn === licence.toOn)
    return {
      ...row,
      outcome: isSame ? 'unchanged' : 'updated',
      party: licence.party,
      licence: { ...licence, version: licence.party.version, hasName },
    }
  })
  const what = planned.map(({ line, outcome, party, licence }) => [line, outcome, party?.id, licence?.version])
  return {
    rows: planned,
    errors,
    seen: createHash('sha256')
      .update(JSON.stringify([settings, what]))
      .digest('hex'),
  }
}

/** A party of another number of the same regime is another one, however like its name. */
async function nearest(on: Scoped<'party.import'>, row: ListRow, settings: ListSettings): Promise<string | null> {
  const [first] = await findSimilarParties(on, {
    names: [row.name],
    licences: [{ regime: settings.regime, number: row.number }],
  })
  return first?.id ?? null
}
