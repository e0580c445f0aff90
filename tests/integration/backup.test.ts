import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { childEnvironment } from '@/lib/commands/child-environment'
import { checkBackup, type Backup, listedObjects } from '@/lib/commands/backup/check-backup'
import { KEYED_TABLES, KEY_TABLES, LEFT_OUT } from '@/lib/commands/backup/copied-tables'
import { makeBackup } from '@/lib/commands/backup/make-backup'
import { TABLES_WITH_FILES } from '@/lib/commands/backup/needed-objects'
import { readPart, tableFile } from '@/lib/commands/backup/read-part'
import { restoreBackup } from '@/lib/commands/backup/restore-backup'
import type { Source } from '@/lib/commands/backup/source'
import { listChains, readChain } from '@/lib/commands/audit/read-chain'
import { verifyChain } from '@/lib/commands/audit/verify-chain'
import { readInstallation } from '@/lib/commands/database/installation'
import { isRestoreUnfinished } from '@/lib/commands/database/unfinished-restore'
import { wrapKey, WRAPPED_KINDS } from '@/lib/sealing/key-wrap'
import { folderStore } from '@/lib/storage/folder-store'
import { submitReport } from '@/lib/usecases/submit-report'
import { sweep } from '@/lib/usecases/sweep'
import { aReport, reporterGrant, STORY } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { aDraftHolder, aStore, sendFile } from '../support/draft-files'
import { aPhoto } from '../support/files'
import { anotherDatabase, onDatabase } from '../support/other-database'
import { aToldLedger } from '../support/told-ledger'
import { workersView } from '../support/workers-view'

// @alone: it takes the place of a process on another database.

const KEYS = { ENCRYPTION_KEY: inject('databaseServer').encryptionKey }
const store = aStore()
const folder = mkdtempSync(path.join(tmpdir(), 'fair-passage-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const source: Source = { ownerUrl, keys: KEYS, storeOf: () => store }
const places = (name: string) => ({ cases: path.join(folder, name, 'cases'), keys: path.join(folder, name, 'keys') })
const main = places('main')

/** A report with a photo, as the worker has it afterwards. */
async function aSentReport(words: string, withFile = false): Promise<{ number: string; code: string }> {
  const holder = await aDraftHolder()
  if (withFile) await sendFile(holder, await aPhoto())
  const { token } = holder
  const answers = aReport({ story: words })
  const sent = await submitReport(reporterGrant(token), { answers, locale: 'vi', channel: 'web', token })
  if (!sent.ok) throw new Error(sent.error.code)
  return sent.value
}

async function at(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

/** What stands in a database beside its rows. */
const SHAPE = `SELECT 'reference' AS what, conrelid::regclass::text AS "on", conname::text AS name, pg_get_constraintdef(oid) AS how FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT 'trigger', tgrelid::regclass::text, tgname::text, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
  ORDER BY 1, 2, 3`

/** An imported file of an office, with a key of its own. */
async function anImport(officeId: string): Promise<string> {
  const id = randomUUID()
  const { wrappedKey, masterKeyId } = wrapKey('import', id, randomBytes(32))
  await ownerPool().query(
    `INSERT INTO report_import (id, office_id, created_by_id, fingerprint, format, encoding, wrapped_key, master_key_id, sealed_file, row_count, created_at, erase_at)
     VALUES ($1, $2, gen_random_uuid(), gen_random_uuid()::text::bytea, 'csv', 'utf-8', $3, $4, 'sealed', 1, now(), now())`,
    [id, officeId, Buffer.from(wrappedKey), masterKeyId],
  )
  return id
}

const imports = { kept: '', ended: '' }
const sentBefore: { code: string; words: string; view: Awaited<ReturnType<typeof workersView>> }[] = []
let erased = ''
let first: Backup
let newest: Backup
let meanwhile = 0
let erasedSince = 0

beforeAll(async () => {
  const { caseId, officeId } = await aToldLedger()
  imports.kept = await anImport(officeId)
  imports.ended = await anImport(officeId)
  for (const words of ['Một câu chuyện.', '\\N và "tab\t" và\nhai dòng \\ và ក្រដាស', STORY]) {
    const { code } = await aSentReport(words, true)
    sentBefore.push({ code, words, view: await workersView(code) })
  }
  const gone = await aSentReport('Chuyện đã xóa', true)
  const nobodys = await aSentReport('Chuyện của ai đó')
  await ownerPool().query(
    `WITH found AS (UPDATE cases SET anonymised_at = now() WHERE number = $1 RETURNING id) DELETE FROM case_key k USING found WHERE k.case_id = found.id`,
    [nobodys.number],
  )
  erased = gone.code
  // What is sent while the backup is made is in it or not, and does not break it.
  let isOver = false
  const sending = (async () => {
    while (!isOver) {
      await aSentReport(`trong lúc ${meanwhile}`, meanwhile % 5 === 0)
      meanwhile += 1
    }
  })()
  await makeBackup(source, main)
  isOver = true
  await sending
  first = { cases: await readPart(main.cases, 'cases'), keys: await readPart(main.keys, 'keys') }
  await ownerPool().query(`UPDATE cases SET erase_due_at = now() - interval '1 day' WHERE id = $1 OR number = $2`, [
    caseId,
    gone.number,
  ])
  erasedSince = (await sweep()).erasedCases
  await ownerPool().query('UPDATE report_import SET wrapped_key = NULL, sealed_file = NULL WHERE id = $1', [
    imports.ended,
  ])
  await makeBackup(source, main)
  newest = { cases: await readPart(main.cases, 'cases'), keys: await readPart(main.keys, 'keys') }
}, 240_000)

describe('a backup', () => {
  test('was made while reports came in', () => {
    expect(meanwhile).toBeGreaterThan(0)
  })

  test('is kept in two parts, of which the keys are the last ones only', async () => {
    expect(readdirSync(main.cases)).toHaveLength(2)
    expect(readdirSync(main.keys)).toEqual([newest.cases.manifest.stamp])
    const names = first.cases.manifest.tables.map(({ name }) => name)
    expect(names).toContain('statement')
    for (const name of [...Object.keys(KEY_TABLES), ...LEFT_OUT]) expect(names).not.toContain(name)
    expect(JSON.parse((await readInstallation(ownerUrl, 'last_backup')) ?? '{}')).toMatchObject({
      stamp: newest.cases.manifest.stamp,
      result: 'whole',
    })
  })

  test('leaves no table out that it does not name, and knows every column that names files or holds keys of words', async () => {
    const tables = await at(ownerUrl, `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`)
    const copied = [...newest.cases.manifest.tables, ...newest.keys.manifest.tables].map(({ name }) => name)
    expect(tables.map(({ name }) => name)).toEqual([...new Set([...copied, ...LEFT_OUT])].toSorted())
    const columns = async (like: string) =>
      (
        await at(
          ownerUrl,
          `SELECT DISTINCT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name LIKE '${like}' ORDER BY 1`,
        )
      ).map(({ name }) => String(name))
    expect([...new Set([...(await columns('storage_key')), ...(await columns('chunks_key'))])].toSorted()).toEqual(
      TABLES_WITH_FILES.toSorted(),
    )
    // Files of statistics are aggregates or records that name nobody, and what people sign in with is no word: their keys stay in their rows.
    const ofWords = Object.values(WRAPPED_KINDS).flatMap(({ table, purpose }) =>
      ['export', 'second-factor', 'identity-provider'].includes(purpose) ? [] : [table],
    )
    expect([...Object.keys(KEY_TABLES).filter((name) => name !== 'installation'), ...KEYED_TABLES].toSorted()).toEqual(
      ofWords.toSorted(),
    )
  })

  test('that is whole is found whole', async () => {
    const checked = await checkBackup(newest, KEYS)
    expect(checked).toMatchObject({ problems: [], notes: [] })
    expect(checked.files).toBeGreaterThanOrEqual(3)
    expect(checked.keys).toBeGreaterThanOrEqual(3)
    expect(checked.events).toBeGreaterThan(5)
  })

  test('is not opened with another key, nor with keys of before', async () => {
    const strange = await checkBackup(newest, { ENCRYPTION_KEY: randomBytes(32).toString('base64') })
    expect(strange.problems.join()).toContain('ENCRYPTION_KEY')
    const older = {
      cases: newest.cases,
      keys: { ...newest.keys, manifest: { ...newest.keys.manifest, stamp: first.cases.manifest.stamp } },
    }
    expect((await checkBackup(older, KEYS)).problems.join()).toContain('older')
  })

  test('of a store that lost a file says which, and is there all the same', async () => {
    const lost = places('lost')
    // Not any file of the store: one that a row names.
    let object: string | undefined
    for await (const one of listedObjects(newest.cases)) if (!('state' in one)) object = one.key
    const bytes = await store.get(object ?? '')
    await store.delete([object ?? ''])
    const made = await makeBackup(source, lost)
    await store.put(object ?? '', bytes ?? Buffer.of())
    expect(made).toMatchObject({ result: 'files_missing', missingFiles: 1 })
    const backup = { cases: await readPart(lost.cases, 'cases'), keys: await readPart(lost.keys, 'keys') }
    expect(await checkBackup(backup, KEYS)).toMatchObject({
      problems: [],
      notes: [expect.stringContaining(object ?? '')],
    })
  })

  test('that was cut off or changed is refused', async () => {
    const cut = places('cut')
    await makeBackup(source, cut)
    const part = await readPart(cut.cases, 'cases')
    appendFileSync(tableFile(part, 'statement'), 'x')
    const backup = { cases: part, keys: await readPart(cut.keys, 'keys') }
    expect((await checkBackup(backup, KEYS)).problems).toEqual([expect.stringContaining('statement')])
    rmSync(path.join(part.folder, 'complete'))
    await expect(readPart(cut.cases, 'cases')).rejects.toThrow('cut off')
    rmSync(path.join(part.folder), { recursive: true })
    await expect(readPart(cut.cases, 'cases')).rejects.toThrow('no finished backup')
  })

  test('that cannot be written leaves nothing behind and is told', async () => {
    writeFileSync(path.join(folder, 'a file'), '')
    const nowhere = { cases: path.join(folder, 'a file'), keys: path.join(folder, 'nowhere') }
    await expect(makeBackup(source, nowhere)).rejects.toThrow('ENOTDIR')
    expect(JSON.parse((await readInstallation(ownerUrl, 'last_backup_failure')) ?? '{}')).toMatchObject({
      at: expect.stringMatching(/^20/),
      code: 'ENOTDIR',
    })
    expect(existsSync(nowhere.keys)).toBe(false)
  })
})

describe('a restored backup', () => {
  let restoredUrl = ''
  let erasedAgain = 0
  const restored = folderStore(path.join(folder, 'restored'))

  beforeAll(async () => {
    restoredUrl = await anotherDatabase()
    // The older cases with the keys there are now: what was erased since is erased in it.
    const backup = { cases: first.cases, keys: newest.keys }
    const done = await restoreBackup({ ownerUrl: restoredUrl, keys: KEYS, storeOf: () => restored }, backup)
    erasedAgain = done.erasedAgain
  }, 120_000)

  test('has every case that was received before it was begun, complete and with its files', async () => {
    for (const { code, words, view } of sentBefore) {
      const seen = await onDatabase(restoredUrl, restored, () => workersView(code))
      expect(seen).toEqual(view)
      expect(seen?.words).toContain(words)
      expect(seen?.files).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)])
    }
  })

  test('keeps shut what was erased after it was made', async () => {
    expect([erasedSince, erasedAgain]).toEqual([2, 2])
    expect(await onDatabase(restoredUrl, restored, () => workersView(erased))).toBeNull()
    const rows = await at(
      restoredUrl,
      `SELECT erased_at IS NOT NULL AS "isErased", (SELECT count(*)::int FROM case_key k WHERE k.case_id = c.id) AS keys FROM cases c WHERE erase_due_at IS NOT NULL`,
    )
    expect(rows).toEqual([
      { isErased: true, keys: 0 },
      { isErased: true, keys: 0 },
    ])
  })

  test('leaves as it was what had been made anonymous before', async () => {
    const rows = await at(restoredUrl, `SELECT erased_at, in_statistics FROM cases WHERE anonymised_at IS NOT NULL`)
    expect(rows).toEqual([{ erased_at: null, in_statistics: true }])
  })

  test('has the key of an import that goes on, and neither key nor words of one that was ended since', async () => {
    const rows = await at(
      restoredUrl,
      `SELECT id, wrapped_key IS NOT NULL AS "hasKey", sealed_file IS NOT NULL AS "hasWords" FROM report_import`,
    )
    const expected = [
      { id: imports.kept, hasKey: true, hasWords: true },
      { id: imports.ended, hasKey: false, hasWords: false },
    ]
    expect(rows).toHaveLength(2)
    expect(rows).toEqual(expect.arrayContaining(expected))
  })

  test('is shaped as the database it came from, goes on counting and has whole trails', async () => {
    expect(await at(restoredUrl, SHAPE)).toEqual(await at(ownerUrl, SHAPE))
    const client = new Client({ connectionString: restoredUrl })
    await client.connect()
    for (const { office } of await listChains(client)) {
      const { head, events } = await readChain(client, office)
      expect(events.length).toBeGreaterThan(0)
      expect(verifyChain(office, events, head)).toEqual([])
    }
    await client.end()
    const sent = await onDatabase(restoredUrl, restored, async () => {
      const { submitReport: submitThere } = await import('@/lib/usecases/submit-report')
      const { grantOpen } = await import('@/lib/access/grant')
      const answers = aReport()
      return submitThere(grantOpen({ kind: 'reporter', caseId: randomUUID() }, 'report.submit'), {
        answers,
        locale: 'vi',
        channel: 'web',
        token: null,
        submissionId: randomUUID(),
      })
    })
    expect(sent.ok).toBe(true)
  })

  test('finds words again once they are made anew', async () => {
    const due = () => at(restoredUrl, 'SELECT count(*)::int AS n FROM case_words_due')
    expect((await due())[0]?.['n']).toBeGreaterThan(0)
    const made = await onDatabase(restoredUrl, restored, async () =>
      (await import('@/lib/usecases/make-missing-words')).findMissingWords(),
    )
    expect(made).toBeGreaterThanOrEqual(sentBefore.length)
    expect((await due())[0]?.['n']).toBe(0)
  })

  test('is put into an empty database only', async () => {
    await expect(restoreBackup({ ownerUrl: restoredUrl, keys: KEYS, storeOf: () => restored }, newest)).rejects.toThrow(
      'not empty',
    )
  })
})

/** Restores the newest backup into an empty database in a process that is killed as soon as it says this. Returns the database. */
async function killedAt(said: string): Promise<string> {
  const url = await anotherDatabase()
  const wish = { ownerUrl: url, keys: KEYS, cases: main.cases, keysAt: main.keys, store: path.join(folder, 'killed') }
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'tests/support/restore-child.ts'],
    {
      env: { ...process.env, RESTORE: JSON.stringify(wish) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.stdout.on('data', (text: Buffer) => {
      if (text.toString().split('\n').includes(said)) child.kill('SIGKILL')
    })
  })
  expect(child.signalCode).toBe('SIGKILL')
  return url
}

/** `npm run migrate` with production's settings for a database; what it says and how it ends. */
async function migrateAt(url: string): Promise<{ said: string; code: number | null }> {
  const env = childEnvironment({
    DATABASE_URL: url,
    AUTH_SECRET: randomBytes(32).toString('base64'),
    PUBLIC_URL: 'http://localhost:3999',
    ...KEYS,
  })
  const child = spawn(process.execPath, ['lib/commands/bootstrap.mjs', 'production-migrate'], { env })
  let said = ''
  child.stdout.on('data', (text: Buffer) => (said += text.toString()))
  child.stderr.on('data', (text: Buffer) => (said += text.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { said, code }
}

describe('a restore that was killed', () => {
  test.each(['files', 'rows'])(
    'at "%s" leaves a database that nothing starts on, and says what to do',
    async (said) => {
      const url = await killedAt(said)
      expect(await migrateAt(url)).toEqual({
        said: expect.stringContaining('A restore into this database was not finished'),
        code: 1,
      })
      await expect(makeBackup({ ...source, ownerUrl: url }, places('of half'))).rejects.toThrow('was not finished')
      expect(existsSync(places('of half').keys)).toBe(false)
      const again = restoreBackup({ ownerUrl: url, keys: KEYS, storeOf: () => store }, newest)
      // Before the first table is made it may begin again there.
      if (said === 'rows') await expect(again).rejects.toThrow('was not finished')
      else await expect(again).resolves.toMatchObject({ problems: [] })
    },
  )

  test('and one that came to its end leaves no mark', async () => {
    const url = await anotherDatabase()
    await restoreBackup({ ownerUrl: url, keys: KEYS, storeOf: () => store }, newest)
    expect(await isRestoreUnfinished(url)).toBe(false)
    expect(await migrateAt(url)).toMatchObject({ code: 0 })
  })
})
