import { createReadStream } from 'node:fs'
import path from 'node:path'
import { KEPT_KEYS } from '@/lib/sealing/kept-keys'
import { keyRingOf, type KeyRing } from '@/lib/sealing/key-ring'
import { proveKnown, WRAPPED_KINDS, type WrappedKeyKind } from '@/lib/sealing/key-wrap'
import { SealBroken } from '@/lib/sealing/seal'
import type { KeySettings } from '@/lib/platform/key-settings'
import { breakWords } from '../audit/chain-words'
import { verifyChain } from '../audit/verify-chain'
import { keyCheckOf, KEY_CHECK } from '../database/encryption-key-check'
import { listMigrations } from '../database/migrate'
import { chainsOf } from './chains-of-part'
import { bytesOf, linesOf } from './copied-lines'
import { measureFile } from './durable-files'
import { objectSchema, OBJECT_LIST, type ListedObject } from './manifest'
import { objectFile, rowsOf, tableFile, type Part } from './read-part'

export type Backup = { readonly cases: Part; readonly keys: Part }

/** What was looked at, and everything that is not as it has to be, in words; none: it can be restored. */
export type Checked = {
  readonly problems: readonly string[]
  /** What was lost before the backup was made, and is no reason not to restore it. */
  readonly notes: readonly string[]
  readonly keys: number
  readonly events: number
  readonly files: number
}

/** Tables with keys and how they are wrapped. */
const KINDS = Object.entries(WRAPPED_KINDS) as [WrappedKeyKind, (typeof WRAPPED_KINDS)[WrappedKeyKind]][]

/**
 * Looks whether a backup could be restored with the keys at hand, and restores nothing: every byte is the one that was written, the
 * migrations are known here, a known master key opens every key, the audit chains fit, every file is there.
 */
export async function checkBackup(backup: Backup, settings: KeySettings): Promise<Checked> {
  const problems: string[] = []
  // A case without a key is taken for one that was erased.
  if (backup.keys.manifest.stamp < backup.cases.manifest.stamp) problems.push(OLDER_KEYS)
  const changed = [...(await changedTables(backup.cases)), ...(await changedTables(backup.keys))]
  problems.push(...changed, ...(await unknownMigrations(backup)))
  // What was changed may not even be rows any more.
  if (changed.length > 0) return { problems, notes: [], keys: 0, events: 0, files: 0 }
  const ring = await ringOfBackup(backup, settings)
  const keys = ring === null ? { opened: 0, problems: [NO_KEY] } : await openKeys(backup, ring)
  const chains = await checkChains(backup.cases)
  const files = await checkObjects(backup.cases)
  problems.push(...keys.problems, ...chains.problems, ...files.problems)
  return { problems, notes: files.notes, keys: keys.opened, events: chains.events, files: files.found }
}

const OLDER_KEYS =
  'The keys are older than the cases: cases of between would be taken for erased. Bring the part of the keys that was made last.'
const NO_KEY =
  'ENCRYPTION_KEY is not the key that this backup was made under, nor is it among FORMER_ENCRYPTION_KEYS: no case of it could be read.'

/** The keys of the settings together with those that the backup keeps, sealed; null when they are not those of the backup. */
export async function ringOfBackup({ keys }: Backup, settings: KeySettings): Promise<KeyRing | null> {
  const kept = new Map<string, string>()
  for await (const { key, value } of rowsOf(keys, 'installation')) kept.set(key ?? '', value ?? '')
  const text = kept.get(KEPT_KEYS)
  try {
    const ring = keyRingOf(text === undefined ? settings : { ...settings, KEPT_KEYS: text })
    const check = kept.get(KEY_CHECK)
    return check === undefined || ring.known.some((master) => keyCheckOf(master) === check) ? ring : null
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}

async function changedTables(part: Part): Promise<string[]> {
  const changed: string[] = []
  for (const { name, bytes, sha256 } of part.manifest.tables) {
    const measured = await measureFile(tableFile(part, name))
    if (measured === null) changed.push(`${tableFile(part, name)} is not there.`)
    else if (measured.sha256 !== sha256 || measured.bytes !== bytes)
      changed.push(`${tableFile(part, name)} is not what was written.`)
  }
  return changed
}

async function unknownMigrations({ cases, keys }: Backup): Promise<string[]> {
  const known = new Set((await listMigrations()).map(({ name }) => name))
  const names = new Set([...cases.manifest.migrations, ...keys.manifest.migrations].map(({ name }) => name))
  const unknown = [...names].filter((name) => !known.has(name))
  return unknown.length === 0 ? [] : [`It is of a later version of Fair Passage, which has ${unknown.join(', ')}.`]
}

async function openKeys({ cases, keys }: Backup, ring: KeyRing) {
  const problems: string[] = []
  let opened = 0
  for (const [kind, { table, id }] of KINDS) {
    let closed = 0
    const part = keys.manifest.tables.some(({ name }) => name === table) ? keys : cases
    for await (const row of rowsOf(part, table)) {
      const wrapped = bytesOf(row['wrapped_key'])
      if (wrapped.length === 0) continue
      try {
        proveKnown(kind, row[id] ?? '', wrapped, ring)
        opened += 1
      } catch (error) {
        if (!(error instanceof SealBroken)) throw error
        closed += 1
      }
    }
    if (closed > 0) problems.push(`${closed} keys of ${table} are opened by no master key of the settings.`)
  }
  return { opened, problems }
}

async function checkChains(cases: Part) {
  const problems: string[] = []
  let events = 0
  for await (const { office, head, cut, events: chain } of chainsOf(cases)) {
    events += chain.length
    problems.push(
      ...verifyChain(office, chain, head, [], cut).map((found) => `Audit trail of ${office}: ${breakWords(found)}.`),
    )
  }
  return { events, problems }
}

/** The files of a backup as its list names them. */
export async function* listedObjects({ folder }: Part): AsyncGenerator<ListedObject> {
  for await (const line of linesOf(createReadStream(path.join(folder, OBJECT_LIST)) as AsyncIterable<Buffer>))
    yield objectSchema.parse(JSON.parse(line))
}

async function checkObjects(cases: Part) {
  const list = await measureFile(path.join(cases.folder, OBJECT_LIST))
  if (list?.sha256 !== cases.manifest.objects?.list.sha256)
    return { found: 0, problems: ['The list of files is not what was written.'], notes: [] }
  const problems: string[] = []
  const notes: string[] = []
  let found = 0
  for await (const listed of listedObjects(cases)) {
    if ('state' in listed) {
      if (listed.state === 'missing') notes.push(`${listed.key} was missing in the store when the backup was made.`)
      continue
    }
    const measured = await measureFile(objectFile(cases, listed.key))
    if (measured?.sha256 === listed.sha256) found += 1
    else problems.push(`${objectFile(cases, listed.key)} is ${measured ? 'not what was written' : 'not there'}.`)
  }
  return { found, problems, notes }
}
