import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { doorGrantForAuth } from '@/lib/auth/door-grant'
import { grantOpen } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { within } from '@/lib/data/within'
import { useWorkerSession, WORKER_IDLE_MINUTES, WORKER_SESSION_HOURS } from '@/lib/data/worker-sessions'
import { now, withClock } from '@/lib/platform/clock'
import { hashToken } from '@/lib/platform/token'
import { findHeldForm, forgetHeldForm, holdOwnForm } from '@/lib/usecases/hold-own-form'
import { leaveOwnCase } from '@/lib/usecases/leave-own-case'
import { openOwnCase } from '@/lib/usecases/open-own-case'
import { anOffice } from '../support/builders'
import { ownerUrl } from '../support/database'
import { aCase, one } from '../support/own-case'

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  await anOffice('helpdesk', { isDefaultIntake: true })
})

describe('coming back with the code', () => {
  const tryCode = (code: string) =>
    openOwnCase(doorGrantForAuth(), { code, network: randomUUID(), formerToken: undefined })
  const caseOf = (token: string, at = now()) => within(doorGrantForAuth(), (on) => useWorkerSession(on, token, at))

  test('opens the case of the code and no other', async () => {
    const own = await aCase()
    await aCase()
    const opened = await tryCode(own.code)
    expect(opened.ok && (await caseOf(opened.value))).toBe(own.id)
  })

  test('leaves neither the code nor the token in the database', async () => {
    const own = await aCase()
    const opened = await tryCode(own.code)
    const stored = await one<string>(
      `SELECT string_agg(t::text, ' ') AS value FROM (SELECT row_to_json(s)::text AS t FROM worker_session s UNION ALL SELECT row_to_json(c)::text FROM cases c) all_rows`,
    )
    expect(stored).not.toContain(own.code)
    expect(stored).not.toContain(opened.ok ? opened.value : 'no token')
  })

  test('closes after ten idle minutes and after two hours in any case', async () => {
    const opened = await tryCode((await aCase()).code)
    const token = opened.ok ? opened.value : ''
    const after = (minutes: number) => new Date(now().getTime() + minutes * 60_000)
    expect(await caseOf(token, after(WORKER_IDLE_MINUTES + 1))).toBeNull()
    for (let minutes = 9; minutes < WORKER_SESSION_HOURS * 60; minutes += 9)
      expect(await caseOf(token, after(minutes))).not.toBeNull()
    expect(await caseOf(token, after(WORKER_SESSION_HOURS * 60 + 1))).toBeNull()
  })

  test('closing the page makes the token worthless', async () => {
    const opened = await tryCode((await aCase()).code)
    const token = opened.ok ? opened.value : ''
    await leaveOwnCase(doorGrantForAuth(), token)
    expect(await caseOf(token)).toBeNull()
  })

  test('a second code in the same browser ends the first session', async () => {
    const first = await tryCode((await aCase()).code)
    const token = first.ok ? first.value : ''
    await openOwnCase(doorGrantForAuth(), { code: (await aCase()).code, network: randomUUID(), formerToken: token })
    expect(await caseOf(token)).toBeNull()
  })
})

describe('words typed into a page whose session was over', () => {
  const draftGrant = (token: string) => grantOpen({ kind: 'reporter', caseId: null }, 'report.draft', hashToken(token))
  const held = { form: 'message' as const, caseId: randomUUID(), values: { text: 'chưa gửi' } }

  test('are kept sealed, found by their token alone, and gone once sent', async () => {
    const token = await holdOwnForm(draftGrant, held, 'vi')
    expect(await findHeldForm(draftGrant(token), token)).toEqual(held)
    const stranger = await holdOwnForm(draftGrant, held, 'vi')
    expect(await findHeldForm(draftGrant(stranger), token)).toBeNull()
    expect(await one<string>(`SELECT string_agg(row_to_json(d)::text, '') AS value FROM draft d`)).not.toContain(
      'chưa gửi',
    )
    await forgetHeldForm(draftGrant(token), token)
    expect(await findHeldForm(draftGrant(token), token)).toBeNull()
  })

  test('are gone after a day', async () => {
    const token = await holdOwnForm(draftGrant, held, 'vi')
    const later = new Date(now().getTime() + 25 * 3_600_000)
    expect(
      await withClock(
        () => later,
        () => findHeldForm(draftGrant(token), token),
      ),
    ).toBeNull()
  })
})
