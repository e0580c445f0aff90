import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { readChain } from '@/lib/commands/audit/read-chain'
import { verifyChain } from '@/lib/commands/audit/verify-chain'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { retainAudit } from '@/lib/data/retention'
import { within } from '@/lib/data/within'
import { RETAINED_KINDS, RETENTION, RETENTION_PERIODS } from '@/lib/domain/retention/periods'
import { withClock } from '@/lib/platform/clock'
import { deleteOwnCase } from '@/lib/usecases/delete-own-case'
import { readCase } from '@/lib/usecases/read-case'
import { holdCase, liftCaseHold } from '@/lib/usecases/retention/hold-case'
import { confirmRetention, readRetention, stopRetention } from '@/lib/usecases/retention/plan-retention'
import { runRetention } from '@/lib/usecases/retention/run-retention'
import { sweep } from '@/lib/usecases/sweep'
import { aStaffMember, anOffice, staffGrant, STORY } from '../support/builders'
import { aCase, type StoredCase } from '../support/cases'
import { appUrl, emptyDatabase, ownerPool, ownerUrl } from '../support/database'

const DAY_MS = 86_400_000
const closedAt = new Date('2026-10-01T09:00:00Z')
const daysLater = (days: number) => new Date(closedAt.getTime() + days * DAY_MS)
const at = <T>(moment: Date, work: () => Promise<T>) => withClock(() => moment, work)

let office: string
let officer: StaffActor
let administrator: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
})
beforeEach(async () => {
  await emptyDatabase()
  await loadReferenceData(ownerUrl)
  office = await anOffice('helpdesk', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  administrator = await aStaffMember(office, 'administrator')
})

const select = async <R>(sql: string, values: readonly unknown[] = []) =>
  (await ownerPool().query(sql, [...values])).rows as R[]
const manage = () => staffGrant(administrator, 'retention.manage')
const confirmed = async (moment: Date) => {
  const { lines } = await at(moment, () => readRetention(manage()))
  const items = lines.reduce((sum, { now }) => sum + now, 0)
  return at(moment, () => confirmRetention(manage(), { requestId: randomUUID(), items }))
}
async function aClosedCase(change: Parameters<typeof aCase>[0] = {}): Promise<StoredCase> {
  const found = await aCase(change, new Date(closedAt.getTime() - 60 * DAY_MS))
  await ownerPool().query(
    `UPDATE cases SET state = 'closed', closing_code = 'remedied_full', closed_at = $2, state_changed_at = $2 WHERE id = $1`,
    [found.id, closedAt],
  )
  await ownerPool().query(
    `INSERT INTO evidence (id, case_id, kind, format, content_type, size_bytes, sealed_sha256, sealed_file_key, storage_key, removed_codes, added_by_kind, added_at)
     VALUES (gen_random_uuid(), $1, 'receipt', 'jpeg', 'image/jpeg', 5, '\\x01', '\\x02', gen_random_uuid()::text, '{}', 'worker', $2)`,
    [found.id, closedAt],
  )
  return found
}
const facts = (id: string) =>
  select<{ facts: string }>(`SELECT app.report_facts(ARRAY[$1::uuid], ARRAY[1::bigint]) AS facts`, [id])
const gone = () =>
  select<{ kind: string; items: number }>(
    `SELECT detail ->> 'kind' AS kind, sum((detail ->> 'items')::int)::int AS items FROM audit_event WHERE action = 'retention.gone' GROUP BY 1 ORDER BY 1`,
  )
const hold = (number: string, moment: Date, endsOn: string) =>
  at(moment, () =>
    holdCase(staffGrant(officer, 'case.hold'), {
      number,
      requestId: randomUUID(),
      reason: 'court',
      words: 'Az. 12',
      endsOn,
    }),
  )

test('the database has the periods of the list, under the same name', async () => {
  for (const kind of RETAINED_KINDS) {
    const { kept } = RETENTION[kind]
    if (typeof kept === 'string') throw new Error(`${kind} has no period`)
    const { count, unit } = kept
    expect(
      await select(`SELECT app.retention_period($1) = $2::interval AS same`, [kind, `${count} ${unit}`]),
      kind,
    ).toEqual([{ same: true }])
  }
  expect(await select('SELECT app.retention_periods() AS name')).toEqual([{ name: RETENTION_PERIODS }])
})

describe('before an administrator has confirmed what would go', () => {
  test('nothing goes, whoever asks', async () => {
    await aClosedCase()
    expect(await at(daysLater(4000), runRetention)).toBe(0)
    const system = grantOpen({ kind: 'system' }, 'system.retain')
    await expect(within(system, (on) => retainAudit(on, daysLater(4000), 10))).rejects.toThrow('no administrator')
    expect(await select('SELECT 1 FROM evidence WHERE removed_at IS NULL')).toHaveLength(1)
  })

  test('what was confirmed is no more than what was shown, and can be stopped', async () => {
    await aClosedCase()
    const form = { requestId: randomUUID(), items: 0 }
    expect(await at(daysLater(400), () => confirmRetention(manage(), form))).toEqual({
      ok: false,
      error: { code: 'changed_meanwhile' },
    })
    expect(await confirmed(daysLater(400))).toMatchObject({ ok: true })
    await stopRetention(manage())
    expect(await at(daysLater(400), runRetention)).toBe(0)
    expect((await at(daysLater(400), () => readRetention(manage()))).isConfirmed).toBe(false)
  })
})

describe('what is past its time', () => {
  test('goes as the dry run counted it, and then nothing is left to go', async () => {
    await aClosedCase()
    await aClosedCase({ consents: ['keep_complaint'] })
    const moment = daysLater(3 * 366)
    const planned = (await at(moment, () => readRetention(manage()))).lines
    await confirmed(moment)
    await at(moment, runRetention)
    expect(await gone()).toEqual(
      planned
        .filter(({ now }) => now > 0)
        .map(({ kind, now }) => ({ kind, items: now }))
        .toSorted((a, b) => (a.kind < b.kind ? -1 : 1)),
    )
    expect((await gone()).map(({ kind }) => kind)).toEqual(['case_anonymised', 'case_erased', 'case_file'])
    expect((await at(moment, () => readRetention(manage()))).lines.filter(({ now }) => now > 0)).toEqual([])
  })

  test('goes on its day and not before: files after one year, cases after three', async () => {
    const { id } = await aClosedCase()
    await confirmed(daysLater(0))
    const stands = async () =>
      (
        await select<{ files: number; keys: number }>(
          `SELECT (SELECT count(*)::int FROM evidence WHERE case_id = $1 AND removed_at IS NULL) AS files, (SELECT count(*)::int FROM case_key WHERE case_id = $1) AS keys`,
          [id],
        )
      )[0]
    await at(daysLater(364), runRetention)
    expect(await stands()).toEqual({ files: 1, keys: 1 })
    await at(daysLater(365), runRetention)
    expect(await stands()).toEqual({ files: 0, keys: 1 })
    await at(daysLater(3 * 365), runRetention)
    expect(await stands()).toEqual({ files: 0, keys: 1 })
    await at(daysLater(3 * 365 + 1), runRetention)
    expect(await stands()).toEqual({ files: 0, keys: 0 })
  })

  test('a counted case leaves its numbers, and nothing that is of somebody', async () => {
    const { id, number } = await aClosedCase()
    const before = await facts(id)
    await confirmed(daysLater(0))
    await at(daysLater(2000), runRetention)
    expect(await facts(id)).toEqual(before)
    expect(await readCase(staffGrant(officer, 'case.read'), number)).toBeNull()
    const columns = await select<{ of_table: string; name: string }>(
      `SELECT table_name AS of_table, column_name AS name FROM information_schema.columns c WHERE table_schema = 'public' AND column_name LIKE 'sealed\\_%'
         AND EXISTS (SELECT 1 FROM information_schema.columns k WHERE k.table_name = c.table_name AND k.column_name = 'case_id')`,
    )
    expect(columns.length).toBeGreaterThan(20)
    for (const { of_table, name } of columns)
      expect(
        await select(`SELECT 1 FROM "${of_table}" WHERE case_id = $1 AND length("${name}") > 0`, [id]),
        `${of_table}.${name}`,
      ).toEqual([])
    const [row] = await select<{ text: string }>('SELECT to_jsonb(c)::text AS text FROM cases c WHERE id = $1', [id])
    expect(row?.text).not.toContain(number)
    expect(await select('SELECT 1 FROM case_words WHERE case_id = $1', [id])).toEqual([])
    expect(await select('SELECT 1 FROM statement WHERE case_id = $1', [id])).toEqual([])
    expect(STORY.length).toBeGreaterThan(0)
  })

  test('is whole after a run that was killed in the middle, and the next run takes the rest once', async () => {
    const { id } = await aClosedCase()
    await ownerPool().query(
      `UPDATE cases SET closed_at = now() - interval '4 years', state_changed_at = now() - interval '4 years' WHERE id = $1`,
      [id],
    )
    await confirmed(new Date())
    // The trail of the office is held: the run waits there, with what it took away not yet through.
    const holder = new Client({ connectionString: ownerUrl })
    await holder.connect()
    await holder.query('BEGIN')
    await holder.query('SELECT 1 FROM audit_head WHERE office_id = $1 FOR UPDATE', [office])
    const keys = inject('databaseServer')
    const child = spawn(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', 'tests/support/retention-child.ts'],
      {
        env: {
          ...process.env,
          APP_DATABASE_URL: appUrl,
          AUTH_SECRET: keys.authSecret,
          ENCRYPTION_KEY: keys.encryptionKey,
          LOG_LEVEL: 'error',
        },
        stdio: 'ignore',
      },
    )
    const end = Date.now() + 40_000
    const until = async (sql: string, isThere: boolean) => {
      while ((await select(sql)).length > 0 !== isThere) {
        if (Date.now() > end) throw new Error('it did not happen')
        await pause(50)
      }
    }
    const held = `SELECT 1 FROM pg_locks WHERE relation = 'evidence'::regclass AND mode = 'RowExclusiveLock' AND pid <> pg_backend_pid()`
    await until(`${held} AND pid IN (SELECT w.pid FROM pg_locks w WHERE NOT w.granted)`, true)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await holder.query('ROLLBACK')
    await holder.end()
    await until(held, false)
    expect(await gone()).toEqual([])
    expect(await select('SELECT 1 FROM evidence WHERE case_id = $1 AND removed_at IS NULL', [id])).toHaveLength(1)
    await runRetention()
    expect(await gone()).toEqual([
      { kind: 'case_anonymised', items: 1 },
      { kind: 'case_file', items: 1 },
    ])
    expect(await select('SELECT app.first_broken_audit($1) AS seq', [office])).toEqual([{ seq: null }])
  }, 60_000)

  test('nothing of a held case goes, neither by age nor because its worker wants it, until the hold ends', async () => {
    const { id, number } = await aClosedCase()
    for (const day of ['2027-07-01', '2028-07-28'])
      expect(await hold(number, daysLater(300), day)).toEqual({ ok: false, error: { code: 'bad_day' } })
    const later = daysLater(360)
    expect(await hold(number, later, '2028-09-20')).toEqual({ ok: true, value: undefined })
    await confirmed(later)
    await at(new Date('2028-09-20T14:59:00Z'), runRetention)
    expect(await select('SELECT 1 FROM evidence WHERE case_id = $1 AND removed_at IS NULL', [id])).toHaveLength(1)
    const worker = grantOpen({ kind: 'worker', caseId: id }, 'own_case.write')
    await at(later, () => deleteOwnCase(worker, { wasPressed: null }))
    expect(await select('SELECT erase_due_at FROM cases WHERE id = $1', [id])).toEqual([
      { erase_due_at: new Date('2028-09-20T15:00:00Z') },
    ])
    await ownerPool().query('UPDATE cases SET erase_due_at = $2 WHERE id = $1', [id, later])
    expect((await at(new Date('2028-09-20T14:59:00Z'), sweep)).erasedCases).toBe(0)
    const [held] = await select<{ id: string }>('SELECT id FROM case_hold')
    await at(later, () => liftCaseHold(staffGrant(officer, 'case.hold'), { number, id: held?.id ?? '' }))
    expect((await at(daysLater(361), sweep)).erasedCases).toBe(1)
  })
})

describe('what is not of a case', () => {
  const count = async (table: string) =>
    (await select<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${table}`))[0]?.rows
  const signInTables = [
    'staff_credential',
    'staff_totp',
    'staff_recovery_code',
    'staff_passkey',
    'staff_factor_reset',
    'staff_identity',
  ]
  const signInOf = (id: string) =>
    ownerPool().query(
      `WITH provider AS (INSERT INTO identity_provider (id, office_id, issuer, client_id, wrapped_key, master_key_id, domains, acr_values, updated_at)
           VALUES (gen_random_uuid(), '${office}', 'https://id.example.org', 'client', '\\x01', 'key', '{example.org}', '{}', now())
           ON CONFLICT (office_id) DO UPDATE SET updated_at = now() RETURNING id),
         a AS (INSERT INTO staff_identity (staff_id, provider_id, issuer, subject, linked_at) SELECT '${id}', p.id, 'https://id.example.org', '${id}', now() FROM provider p),
         b AS (INSERT INTO staff_credential (staff_id, password_hash) VALUES ('${id}', 'x')),
         c AS (INSERT INTO staff_totp (staff_id, wrapped_key, master_key_id, confirmed_at) VALUES ('${id}', '\\x01', 'key', now())),
         d AS (INSERT INTO staff_recovery_code (id, staff_id, salt, code_hash) VALUES (gen_random_uuid(), '${id}', '\\x01', '\\x02')),
         e AS (INSERT INTO staff_factor_reset (staff_id, reset_by_id, reset_at) VALUES ('${id}', '${id}', now()))
       INSERT INTO staff_passkey (id, staff_id, credential_id, public_key, transports, name, created_at) VALUES (gen_random_uuid(), '${id}', uuid_send(gen_random_uuid()), '\\x02', '{}', 'key', now())`,
    )

  test('what somebody signed in with goes 30 days after the account was disabled, and of nobody else', async () => {
    const supervisor = await aStaffMember(office, 'supervisor')
    for (const { id } of [officer, supervisor]) await signInOf(id)
    await ownerPool().query('UPDATE staff SET is_active = false, disabled_at = $2 WHERE id = $1', [
      officer.id,
      daysLater(0),
    ])
    await confirmed(daysLater(0))
    await at(daysLater(29), runRetention)
    for (const table of signInTables) expect(await count(table), table).toBe(2)
    await at(daysLater(30), runRetention)
    for (const table of signInTables)
      expect(await select(`SELECT staff_id FROM ${table}`), table).toEqual([{ staff_id: supervisor.id }])
    expect(await gone()).toEqual([
      { kind: 'staff_identity', items: 1 },
      { kind: 'staff_secret', items: 1 },
    ])
  })

  test('a closed incident goes after five years with its key and its duties; an open one stays', async () => {
    for (const [state, closed] of [
      ['closed', closedAt],
      ['reported', null],
    ] as const)
      await ownerPool().query(
        `WITH b AS (INSERT INTO breach (id, office_id, state, known_at, data, origins, wrapped_key, master_key_id, sealed_what, reported_by_id, reported_by_name, reported_at, closed_at)
           VALUES (gen_random_uuid(), $1, $2, $3, '{contact}', '{VN}', '\\x01', 'key', '\\x02', $4, 'Somebody', $3, $5) RETURNING id)
         INSERT INTO breach_duty (id, breach_id, duty, due_at) SELECT gen_random_uuid(), b.id, 'people', $3 FROM b`,
        [office, state, daysLater(-30), administrator.id, closed],
      )
    await confirmed(daysLater(0))
    await at(daysLater(5 * 365), runRetention)
    expect(await count('breach')).toBe(2)
    await at(daysLater(5 * 365 + 2), runRetention)
    expect(await select('SELECT state FROM breach')).toEqual([{ state: 'reported' }])
    expect(await count('breach_duty')).toBe(1)
  })

  test('an emergency opening goes after five years, a hold three years after its end, and neither while the case is held', async () => {
    const { id, number } = await aCase({}, daysLater(-60))
    const supervisor = await aStaffMember(await anOffice('far'), 'supervisor')
    await ownerPool().query(
      `INSERT INTO break_glass (id, case_id, staff_id, by_office_id, reason_code, sealed_reason, opened_at, ends_at)
       VALUES (gen_random_uuid(), $1, $2, $3, 'missing', '\\x01', $4::timestamptz, $4::timestamptz + interval '1 hour')`,
      [id, supervisor.id, supervisor.officeId, daysLater(0)],
    )
    await hold(number, daysLater(0), '2026-12-01')
    await confirmed(daysLater(0))
    await at(daysLater(3 * 365), runRetention)
    expect([await count('case_hold'), await count('break_glass')]).toEqual([1, 1])
    await at(daysLater(4 * 365), runRetention)
    expect([await count('case_hold'), await count('break_glass')]).toEqual([0, 1])
    await hold(number, daysLater(5 * 365), '2031-12-01')
    await at(daysLater(5 * 365 + 10), runRetention)
    expect(await count('break_glass')).toBe(1)
    await at(new Date('2031-12-02T00:00:00Z'), runRetention)
    expect(await count('break_glass')).toBe(0)
  })

  test('a confirmation goes five years after it was taken back, and the one that stands never', async () => {
    await confirmed(daysLater(0))
    await at(daysLater(1), () => stopRetention(manage()))
    await confirmed(daysLater(2))
    await at(daysLater(5 * 365 + 1), runRetention)
    expect(await count('retention_confirmation')).toBe(2)
    await at(daysLater(5 * 365 + 3), runRetention)
    expect(await select('SELECT stopped_at FROM retention_confirmation')).toEqual([{ stopped_at: null }])
    await at(daysLater(20 * 365), runRetention)
    expect(await count('retention_confirmation')).toBe(1)
  })
})

describe('the audit trail', () => {
  const future = () => new Date(Date.now() + 6 * 366 * DAY_MS)
  const check = async () => {
    const client = new Client({ connectionString: ownerUrl })
    await client.connect()
    try {
      const { head, cut, events } = await readChain(client, office)
      const [broken] = await select<{ seq: string | null }>('SELECT app.first_broken_audit($1) AS seq', [office])
      return { breaks: verifyChain(office, events, head, [], cut), cut, events, head, broken: broken?.seq ?? null }
    } finally {
      await client.end()
    }
  }
  const many = () =>
    ownerPool().query(
      `INSERT INTO audit_event (id, office_id, actor_kind, action) SELECT gen_random_uuid(), $1, 'system', 'test.done' FROM generate_series(1, 30)`,
      [office],
    )

  test('is cut after five years, still fits at every step, and says itself where it begins', async () => {
    await many()
    await confirmed(future())
    const system = grantOpen({ kind: 'system' }, 'system.retain')
    expect(await within(system, (on) => retainAudit(on, future(), 7))).toBe(7)
    const half = await check()
    expect({ breaks: half.breaks, broken: half.broken }).toEqual({ breaks: [], broken: null })
    expect(half.cut?.seq).toBeGreaterThan(20)
    await at(future(), runRetention)
    const whole = await check()
    expect({ breaks: whole.breaks, broken: whole.broken }).toEqual({ breaks: [], broken: null })
    expect(whole.events[0]?.seq).toBe((whole.cut?.seq ?? 0) + 1)
  })

  test('shows a cut that nobody made, one that is too young, and what was changed behind it', async () => {
    await many()
    await confirmed(future())
    await at(future(), runRetention)
    const { cut, events, head } = await check()
    if (cut === null) throw new Error('it was not cut')
    const kinds = (breaks: readonly { kind: string }[]) => breaks.map(({ kind }) => kind)
    const [first, ...rest] = events
    if (first === undefined) throw new Error('nothing is left')
    expect(kinds(verifyChain(office, events, head, [], { ...cut, hash: '00'.repeat(32) }))).toContain('cut_unproven')
    expect(kinds(verifyChain(office, rest, head, [], { seq: first.seq, hash: first.hash }))).toContain('cut_unproven')
    const anchor = { seq: cut.seq - 1, hash: 'aa', from: new Date().toISOString() }
    expect(kinds(verifyChain(office, events, head, [anchor], cut))).toEqual(['cut_too_young'])
    const old = { ...anchor, from: new Date(Date.now() - 6 * 366 * DAY_MS).toISOString() }
    expect(kinds(verifyChain(office, events, head, [old], cut))).toEqual([])
    expect(kinds(verifyChain(office, [{ ...first, action: 'else' }, ...rest], head, [], cut))).toEqual(['changed'])
  })

  test('is cut by nobody else', async () => {
    await many()
    await expect(ownerPool().query('DELETE FROM audit_event WHERE office_id = $1', [office])).rejects.toThrow(
      'never changed',
    )
    await expect(
      within(staffGrant(administrator, 'retention.manage'), (on) => on.db.$executeRaw`DELETE FROM audit_event`),
    ).rejects.toThrow('permission denied')
  })
})
