import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { listChains, readChain } from '@/lib/commands/audit/read-chain'
import { verifyChain } from '@/lib/commands/audit/verify-chain'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { doorGrantForAuth } from '@/lib/auth/door-grant'
import { useWorkerSession } from '@/lib/data/worker-sessions'
import { within } from '@/lib/data/within'
import { FREE_TRIES } from '@/lib/domain/slowing'
import { SECRET_CODE_BYTES, secretCodeFrom } from '@/lib/domain/secret-code'
import { WORK } from '@/lib/jobs/work'
import { withClock } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { remindOfDeadlines } from '@/lib/usecases/jobs/remind-of-deadlines'
import { openOwnCase } from '@/lib/usecases/open-own-case'
import { submitReport } from '@/lib/usecases/submit-report'
import { Client } from 'pg'
import { aReport, aStaffMember, anOffice, reporterGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { aDraftHolder, aStore, sendFile } from '../support/draft-files'
import { aPhoto } from '../support/files'
import { one } from '../support/own-case'
import { openSession, whoIs } from '../support/staff-accounts'

// The machine's clock goes back an hour or forward a day, as a wrong time server or a wrong hand does it.

const HOUR = 3_600_000
const store = aStore()
let officeId = ''

/** What happens with a clock that is so far from the right one. */
const clockOff = <T>(byMs: number, work: () => Promise<T>) => withClock(() => new Date(Date.now() + byMs), work)

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officeId = await anOffice('helpdesk', { isDefaultIntake: true })
})
afterEach(() => vi.useRealTimers())

function send(token: string | null) {
  const answers = aReport()
  return submitReport(reporterGrant(token), { answers, locale: 'vi', channel: 'web', token })
}

const tryCode = (code: string, network: string = randomUUID()) =>
  openOwnCase(doorGrantForAuth(), { code, network, formerToken: undefined })

describe('when the clock goes back an hour', () => {
  test('a draft of before is sent with its file, once, and its receipt opens the case', async () => {
    const holder = await aDraftHolder()
    await sendFile(holder, await aPhoto())
    const sent = await clockOff(-HOUR, () => send(holder.token))
    expect(await send(holder.token)).toEqual(sent)
    if (!sent.ok) throw new Error(sent.error.code)
    expect((await tryCode(sent.value.code)).ok).toBe(true)
    expect(
      await one<number>(
        'SELECT count(*)::int AS value FROM evidence e JOIN cases c ON c.id = e.case_id WHERE c.number = $1',
        sent.value.number,
      ),
    ).toBe(1)
  })

  test('ids stay different, and the audit trail counts on and fits', async () => {
    const ids = [newId(), ...(await clockOff(-HOUR, async () => [newId(), newId()])), newId()]
    expect(new Set(ids).size).toBe(4)
    for (const off of [0, -HOUR, 0]) expect((await clockOff(off, () => send(null))).ok).toBe(true)
    const client = new Client({ connectionString: ownerUrl })
    await client.connect()
    for (const { office } of await listChains(client)) {
      const { head, events } = await readChain(client, office)
      expect(verifyChain(office, events, head)).toEqual([])
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
    }
    await client.end()
  })

  test('nobody is thrown out, and a session does not live longer than by that hour', async () => {
    const officer = await aStaffMember(officeId, 'caseworker')
    const session = await openSession(officer.id)
    const sent = await send(null)
    if (!sent.ok) throw new Error(sent.error.code)
    const opened = await tryCode(sent.value.code)
    if (!opened.ok) throw new Error(opened.error.code)
    const caseOf = (at: number) =>
      within(doorGrantForAuth(), (on) => useWorkerSession(on, opened.value, new Date(Date.now() + at)))
    expect(await caseOf(-HOUR)).not.toBeNull()
    expect(await caseOf(3 * HOUR)).toBeNull()
    expect((await whoIs(session))?.id).toBe(officer.id)
  })
})

describe('when the clock goes forward a day', () => {
  test('what was received stays, and is found again when it is set right', async () => {
    const sent = await send(null)
    if (!sent.ok) throw new Error(sent.error.code)
    expect((await clockOff(24 * HOUR, () => tryCode(sent.value.code))).ok).toBe(true)
    expect((await tryCode(sent.value.code)).ok).toBe(true)
  })

  test('an unfinished report is out of reach, not gone: nothing is deleted by a clock that was moved', async () => {
    const holder = await aDraftHolder()
    await sendFile(holder, await aPhoto())
    const objects = await store.objects()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 25 * HOUR })
    expect(await send(holder.token)).toEqual({ ok: false, error: { code: 'draft_missing' } })
    for (const job of ['sweep', 'files', 'retention', 'notices'] as const)
      await expect(async () => WORK[job]()).rejects.toMatchObject({ name: 'clock_moved' })
    vi.useRealTimers()
    expect(await store.objects()).toEqual(objects)
    expect((await send(holder.token)).ok).toBe(true)
    // With a clock that nobody moved it deletes as ever.
    expect(await WORK.sweep()).toBeGreaterThanOrEqual(0)
  })

  test('a reminder is told once, though its time comes twice', async () => {
    await aStaffMember(officeId, 'supervisor')
    await send(null)
    const told = () => one<number>('SELECT count(*)::int AS value FROM notice')
    await clockOff(40 * 24 * HOUR, remindOfDeadlines)
    const once = await told()
    expect(once).toBeGreaterThan(0)
    await remindOfDeadlines()
    await clockOff(40 * 24 * HOUR, remindOfDeadlines)
    expect(await told()).toBe(once)
  })

  test('wrong tries lock nobody out, whichever way it goes', async () => {
    const network = randomUUID()
    const sent = await send(null)
    if (!sent.ok) throw new Error(sent.error.code)
    for (let tries = 0; tries < FREE_TRIES - 1; tries += 1)
      await clockOff(24 * HOUR, () => tryCode(secretCodeFrom(Buffer.alloc(SECRET_CODE_BYTES, tries)), network))
    expect((await tryCode(sent.value.code, network)).ok).toBe(true)
    const { rows } = await ownerPool().query<{ n: number }>('SELECT count(*)::int AS n FROM throttle')
    expect(rows[0]?.n).toBeGreaterThan(0)
  })
})
