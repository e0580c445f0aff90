import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { eventLine, headLine } from '@/lib/commands/audit/chain-file'
import { readChain } from '@/lib/commands/audit/read-chain'
import { verifyChain, type Anchor } from '@/lib/commands/audit/verify-chain'
import { readAnchors } from '@/lib/storage/anchor-files'
import { ownerPool, ownerUrl } from '../support/database'
import { aToldLedger } from '../support/told-ledger'
import { withKeys } from '../support/with-keys'

const EVENTS = 12
const folder = mkdtempSync(path.join(tmpdir(), 'fair-passage-audit-'))
const anchorFolder = path.join(folder, 'anchors')
const client = new Client({ connectionString: ownerUrl })
let officeId = ''

/** Details that a careless writer of JSON would print in another way than the database does. */
const DETAILS = [
  { longer: 1, b: 'a|b', a: null },
  { 'Tiếng Việt': 'Nguyễn "x" \\ \u0007\n', empty: {}, list: [1, 2.5, -0.1] },
  { big: 123456789012, small: 0.000001, yes: true },
]

beforeAll(async () => {
  ;({ officeId } = await aToldLedger())
  await client.connect()
  for (let index = 0; index < EVENTS; index += 1)
    await client.query(
      `INSERT INTO audit_event (id, office_id, actor_kind, action, detail) VALUES (gen_random_uuid(), $1, 'system', 'test.done', $2)`,
      [officeId, JSON.stringify(DETAILS[index % DETAILS.length])],
    )
})
afterAll(async () => {
  await client.end()
  rmSync(folder, { recursive: true })
})

const anchor = () =>
  withKeys({ ENCRYPTION_KEY: inject('databaseServer').encryptionKey, AUDIT_ANCHOR_DIRECTORY: anchorFolder }, async () =>
    (await import('@/lib/usecases/audit/anchor-chains')).anchorChains(),
  )
const anchors = async (): Promise<Anchor[]> =>
  (await readAnchors(anchorFolder))
    .filter(({ office }) => office === officeId)
    .map((line) => ({ ...line, from: line.at }))
const places = async (known: readonly Anchor[] = []) => {
  const { head, events } = await readChain(client, officeId)
  return verifyChain(officeId, events, head, known).map(({ kind, seq }) => `${kind} ${seq}`)
}

/** Does what only the owner of the database can, and puts all of it back. */
async function tampered(statements: string, known: readonly Anchor[] = []): Promise<string[]> {
  await ownerPool().query(`CREATE TABLE kept_events AS TABLE audit_event; CREATE TABLE kept_heads AS TABLE audit_head`)
  try {
    await ownerPool().query(
      `ALTER TABLE audit_event DISABLE TRIGGER USER; ${statements.replaceAll('OFFICE', `'${officeId}'`)}; ALTER TABLE audit_event ENABLE TRIGGER USER`,
    )
    return await places(known)
  } finally {
    await ownerPool().query(
      `ALTER TABLE audit_event DISABLE TRIGGER USER; DELETE FROM audit_event; INSERT INTO audit_event TABLE kept_events; ALTER TABLE audit_event ENABLE TRIGGER USER;
       DELETE FROM audit_head; INSERT INTO audit_head TABLE kept_heads; DROP TABLE kept_events, kept_heads`,
    )
  }
}

describe('the chain in the database', () => {
  test('fits by another reading than the database’s own', async () => {
    expect(await places()).toEqual([])
  })

  test.each([
    [
      'a detail changed',
      `UPDATE audit_event SET detail = detail || '{"more": 1}' WHERE office_id = OFFICE AND seq = 5`,
      ['changed 5'],
    ],
    [
      'a moment changed',
      `UPDATE audit_event SET at = at + interval '1 microsecond' WHERE office_id = OFFICE AND seq = 6`,
      ['changed 6'],
    ],
    [
      'an actor named',
      `UPDATE audit_event SET actor_id = gen_random_uuid() WHERE office_id = OFFICE AND seq = 7`,
      ['changed 7'],
    ],
    ['an event deleted', `DELETE FROM audit_event WHERE office_id = OFFICE AND seq IN (4, 5)`, ['missing 4']],
    ['the last ones deleted', `DELETE FROM audit_event WHERE office_id = OFFICE AND seq >= 9`, ['truncated 9']],
    [
      'two changing places',
      `UPDATE audit_event SET seq = CASE seq WHEN 5 THEN -8 ELSE -5 END WHERE office_id = OFFICE AND seq IN (5, 8);
       UPDATE audit_event SET seq = -seq WHERE office_id = OFFICE AND seq < 0`,
      ['reordered 5'],
    ],
    [
      'one put in and the rest moved on',
      `UPDATE audit_event SET seq = -seq - 1 WHERE office_id = OFFICE AND seq >= 10; UPDATE audit_event SET seq = -seq WHERE office_id = OFFICE AND seq < 0;
       INSERT INTO audit_event (id, office_id, seq, actor_kind, action) VALUES (gen_random_uuid(), OFFICE, 10, 'system', 'never.was')`,
      ['inserted 10'],
    ],
  ])('says where: %s', async (_, statements, expected) => {
    expect((await tampered(statements)).slice(0, 1)).toEqual(expected)
  })
})

describe('ends written down outside', () => {
  test('are added by the job when a chain went on, and nothing else ever changes there', async () => {
    expect(await anchor()).toBeGreaterThan(0)
    const [name = ''] = readdirSync(anchorFolder)
    const first = readFileSync(path.join(anchorFolder, name), 'utf8')
    expect(await anchor()).toBe(0)
    // Half a line, as a power cut leaves it.
    appendFileSync(path.join(anchorFolder, name), '{"office":"')
    await client.query(
      `INSERT INTO audit_event (id, office_id, actor_kind, action) VALUES (gen_random_uuid(), $1, 'system', 'test.done')`,
      [officeId],
    )
    expect(await anchor()).toBe(1)
    expect(readFileSync(path.join(anchorFolder, name), 'utf8').startsWith(first)).toBe(true)
    expect(await anchors()).toHaveLength(2)
    expect(await places(await anchors())).toEqual([])
  })

  test('know of a cut that the database was made to forget, and of a chain made anew', async () => {
    const known = await anchors()
    const last = known.at(-1)?.seq ?? 0
    const cut = `DELETE FROM audit_event WHERE office_id = OFFICE AND seq >= 9;
      UPDATE audit_head SET seq = 8, hash = (SELECT hash FROM audit_event WHERE office_id = OFFICE AND seq = 8) WHERE office_id = OFFICE`
    expect(await tampered(cut)).toEqual([])
    expect(await tampered(cut, known)).toEqual(['truncated 9'])
    const anew = `DO $do$ DECLARE e audit_event; before bytea := '\\x'; BEGIN
        FOR e IN SELECT * FROM audit_event WHERE office_id = OFFICE ORDER BY seq LOOP
          e.action := replace(e.action, 'done', 'undone'); e.prev_hash := before; before := app.audit_hash(e, before);
          UPDATE audit_event SET action = e.action, prev_hash = e.prev_hash, hash = before WHERE id = e.id; END LOOP;
        UPDATE audit_head SET hash = before WHERE office_id = OFFICE; END $do$`
    expect(await tampered(anew)).toEqual([])
    expect((await tampered(anew, known)).at(-1)).toBe(`rewritten ${last}`)
  })
})

describe('the command', () => {
  const file = path.join(folder, 'chain.ndjson')
  const verify = (...args: string[]) =>
    spawnSync(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', 'lib/commands/audit-verify.ts', ...args],
      {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'test' },
      },
    )
  beforeEach(async () => {
    const { head, events } = await readChain(client, officeId)
    writeFileSync(file, [headLine(officeId, head), ...events.map(eventLine)].join(''))
  })

  test('checks a file without a database or settings, and ends with 1 where it does not fit', () => {
    const whole = verify(file, '--anchors', anchorFolder)
    expect(whole.stdout).toContain('events fit, compared with 2 anchors')
    expect(whole.status).toBe(0)
    const lines = readFileSync(file, 'utf8').split('\n')
    writeFileSync(file, lines.toSpliced(4, 1).join('\n'))
    const cut = verify(file)
    expect(cut.stdout).toContain('events are missing from 4 on')
    expect(cut.status).toBe(1)
  })
})
