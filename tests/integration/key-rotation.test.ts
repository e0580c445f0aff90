import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { keysOfDatabase } from '@/lib/commands/database/encryption-key-check'
import { rotateKeys, RotationRefused } from '@/lib/commands/database/rotate-keys'
import { keyRingOf } from '@/lib/sealing/key-ring'
import { unwrapKey, wrapKey, WRAPPED_KINDS } from '@/lib/sealing/key-wrap'
import { newToken } from '@/lib/platform/token'
import { aReport, aStaffMember, reporterGrant, staffGrant, STORY } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { aToldLedger } from '../support/told-ledger'
import { withKeys } from '../support/with-keys'

const newKey = () => randomBytes(32).toString('base64')
const FIRST = inject('databaseServer').encryptionKey
const SECOND = newKey()
const THIRD = newKey()
const IMPORTS = 40

type World = {
  readonly officeId: string
  readonly caseId: string
  readonly officer: Awaited<ReturnType<typeof aStaffMember>>
}
let world: World

const select = async <T extends object>(sql: string, values: unknown[] = []) =>
  (await ownerPool().query<T>(sql, values)).rows

/** What a process must be able to do, whatever the master key: the same answers before and after. */
async function whatComesOut(token: string, code: string) {
  const [{ within }, { findCaseSeal }, sessions, grants, { officeSeal, hashForImport, submissionIdOf }] =
    await Promise.all([
      import('@/lib/data/within'),
      import('@/lib/data/case-keys'),
      import('@/lib/data/worker-sessions'),
      import('@/lib/access/grant'),
      import('@/lib/sealing/import-seal'),
    ])
  const { installationId } = await import('@/lib/sealing/master-key')
  const { unsealForToken } = await import('@/lib/sealing/token-seal')
  const { roundingLot } = await import('@/lib/sealing/rounding-lot')
  const { wordHashes } = await import('@/lib/sealing/word-hashes')
  const { hashPartyName } = await import('@/lib/sealing/blind-index')
  const { outboxKey } = await import('@/lib/sealing/outbox-box')
  const [mapping] = await select<{ id: string; sealed: Buffer }>(
    'SELECT id, sealed_mapping AS sealed FROM import_mapping',
  )
  const [draft] = await select<{ sealed: Buffer }>('SELECT sealed_payload AS sealed FROM draft')
  const story = await within(staffGrant(world.officer, 'case.read'), async (on) => {
    const seal = await findCaseSeal(on, world.caseId)
    const { id, sealedText } = await on.db.statement.findFirstOrThrow({ where: { caseId: world.caseId } })
    return seal?.unseal('statement.sealed_text', id, sealedText)
  })
  const door = grants.grantOpen({ kind: 'door' }, 'door.look_up')
  const ofCode = await within(door, (on) => sessions.findCaseByCode(on, code))
  return {
    same: {
      story,
      ofCode,
      mapping: officeSeal(world.officeId).unseal(
        'import_mapping.sealed_mapping',
        mapping?.id ?? '',
        mapping?.sealed ?? Buffer.of(),
      ),
      draft: unsealForToken(token, 'draft.sealed_payload', 'one', draft?.sealed ?? Buffer.of()),
      corner: installationId(),
      lot: roundingLot('7 of 9'),
      words: wordHashes(world.officeId, ['giữ', 'hộ']),
      name: Buffer.from(hashPartyName({ origin: 'VN', role: 'broker', folded: 'chu ba' })).toString('hex'),
      file: Buffer.from(hashForImport('file', 'a,b')).toString('hex'),
      row: submissionIdOf(world.officeId, '1'),
    },
    outbox: outboxKey().id,
  }
}

const token = newToken()
let code = ''
let before: Awaited<ReturnType<typeof whatComesOut>>

beforeAll(async () => {
  await keysOfDatabase(ownerUrl, { ENCRYPTION_KEY: FIRST })
  const { officeId, caseId } = await aToldLedger()
  world = { officeId, caseId, officer: await aStaffMember(officeId, 'supervisor') }
  const { submitReport } = await import('@/lib/usecases/submit-report')
  const sent = await submitReport(reporterGrant(), { answers: aReport(), locale: 'vi', channel: 'web', token: null })
  if (!sent.ok) throw new Error('not sent')
  code = sent.value.code.replaceAll(/\D/g, '')
  const { officeSeal } = await import('@/lib/sealing/import-seal')
  const { sealForToken } = await import('@/lib/sealing/token-seal')
  const mappingId = randomUUID()
  await ownerPool().query(
    `INSERT INTO import_mapping (id, office_id, headings_key, sealed_mapping, used_at) VALUES ($1, $2, '\\x01', $3, now())`,
    [
      mappingId,
      officeId,
      Buffer.from(officeSeal(officeId).seal('import_mapping.sealed_mapping', mappingId, '{"a":1}')),
    ],
  )
  await ownerPool().query(
    `INSERT INTO draft (id, kind, token_hash, locale, sealed_payload, expires_at) VALUES (gen_random_uuid(), 'report', '\\x02', 'vi', $1, now() + interval '1 day')`,
    [Buffer.from(sealForToken(token, 'draft.sealed_payload', 'one', 'half a story'))],
  )
  for (let index = 0; index < IMPORTS; index += 1) await anImport(randomUUID())
  before = await whatComesOut(token, code)
})

/** A key of an import, wrapped by whatever key `ring` has. */
async function anImport(id: string, ring = keyRingOf({ ENCRYPTION_KEY: FIRST })) {
  const { wrappedKey, masterKeyId } = wrapKey('import', id, randomBytes(32), ring)
  await ownerPool().query(
    `INSERT INTO report_import (id, office_id, created_by_id, fingerprint, format, encoding, wrapped_key, master_key_id, row_count, created_at, erase_at)
     VALUES ($1, $2, $3, '\\x00', 'csv', 'utf-8', $4, $5, 0, now(), now() + interval '9 days')`,
    [id, world.officeId, world.officer.id, Buffer.from(wrappedKey), masterKeyId],
  )
}

const wrappedBy = async (table: string) =>
  new Map(
    (
      await select<{ id: string; n: number }>(`SELECT master_key_id AS id, count(*)::int AS n FROM ${table} GROUP BY 1`)
    ).map(({ id, n }) => [id, n]),
  )
const idOf = (key: string) => keyRingOf({ ENCRYPTION_KEY: key }).current.id

describe('keys in the database', () => {
  test('are all of a kind that a rotation knows', async () => {
    const found = await select<{ table: string }>(
      `SELECT c.table_name AS "table" FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND (c.column_name ~ 'wrapped' OR c.column_name = 'master_key_id')
        GROUP BY 1 ORDER BY 1`,
    )
    expect(found.map(({ table }) => table)).toEqual(
      Object.values(WRAPPED_KINDS)
        .map(({ table }) => table)
        .toSorted(),
    )
  })
})

describe('another master key', () => {
  test('is not taken where the one in use is not known', async () => {
    await expect(rotateKeys(ownerUrl, { ENCRYPTION_KEY: SECOND })).rejects.toThrow(RotationRefused)
    await expect(rotateKeys(ownerUrl, { ENCRYPTION_KEY: SECOND, FORMER_ENCRYPTION_KEYS: THIRD })).rejects.toThrow(
      RotationRefused,
    )
  })

  test('takes over batch by batch: killed at any moment it goes on, with writers of either key beside it', async () => {
    const keys = { ENCRYPTION_KEY: SECOND, FORMER_ENCRYPTION_KEYS: FIRST }
    for (const killedAt of ['case_key 2', 'report_import 9']) {
      const child = spawn(
        process.execPath,
        ['--conditions=react-server', '--import', 'tsx', 'tests/support/rotation-child.ts'],
        { env: { ...process.env, ROTATION: JSON.stringify({ ownerUrl, keys }) }, stdio: ['ignore', 'pipe', 'inherit'] },
      )
      await new Promise<void>((resolve) => {
        child.once('exit', () => resolve())
        child.stdout.on('data', (text: Buffer) => {
          if (text.toString().includes(killedAt)) child.kill('SIGKILL')
        })
      })
      // What a process writes meanwhile that has the old key only, and one that has the new one.
      await anImport(randomUUID())
      await anImport(randomUUID(), keyRingOf(keys))
      for (const ring of [{ ENCRYPTION_KEY: FIRST, NEXT_ENCRYPTION_KEY: SECOND }, keys])
        expect(await withKeys(ring, async () => (await whatComesOut(token, code)).same)).toEqual(before.same)
    }
    const half = await wrappedBy('report_import')
    expect(half.get(idOf(FIRST))).toBeGreaterThan(0)
    expect(half.get(idOf(SECOND))).toBeGreaterThanOrEqual(9)

    const done = await rotateKeys(ownerUrl, keys, { batch: 7 })
    expect(done.rewrapped).toBeGreaterThan(0)
    expect(done.proved).toBe(IMPORTS + 4 + 2)
    expect([...(await wrappedBy('report_import')).keys()]).toEqual([idOf(SECOND)])
    expect([...(await wrappedBy('case_key')).keys()]).toEqual([idOf(SECOND)])
    expect(await rotateKeys(ownerUrl, keys)).toEqual({ ...done, rewrapped: 0 })
  })

  test('is all that is needed from then on: everything comes out as before', async () => {
    const alone = await withKeys({ ENCRYPTION_KEY: SECOND }, () => whatComesOut(token, code))
    expect(alone.same).toEqual(before.same)
    expect(before.same).toMatchObject({ story: STORY, mapping: '{"a":1}', draft: 'half a story' })
    expect(before.same.ofCode).not.toBeNull()
    expect(alone.outbox).not.toBe(before.outbox)
    // A key that never was opens none of it.
    const stolen = await select<{ id: string; wrapped: Buffer }>(
      'SELECT case_id AS id, wrapped_key AS wrapped FROM case_key',
    )
    for (const { id, wrapped } of stolen) expect(() => unwrapKey('case', id, wrapped)).toThrow('does not open')
  })

  test('is not turned back with the settings of before, and a third one follows', async () => {
    await expect(rotateKeys(ownerUrl, { ENCRYPTION_KEY: FIRST, NEXT_ENCRYPTION_KEY: SECOND })).rejects.toThrow(
      'rotated away',
    )
    const { rewrapped, proved } = await rotateKeys(ownerUrl, { ENCRYPTION_KEY: THIRD, FORMER_ENCRYPTION_KEYS: SECOND })
    expect(rewrapped).toBe(proved + 1)
    expect(await withKeys({ ENCRYPTION_KEY: THIRD }, async () => (await whatComesOut(token, code)).same)).toEqual(
      before.same,
    )
    // Processes that were not restarted yet go on.
    const behind = { ENCRYPTION_KEY: SECOND, NEXT_ENCRYPTION_KEY: THIRD }
    expect(await withKeys(behind, async () => (await whatComesOut(token, code)).same)).toEqual(before.same)
  })
})
