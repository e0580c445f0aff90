import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { writeMessageAction } from '@/app/[locale]/(worker)/track/case/actions'
import { lockAction } from '@/app/[locale]/(worker)/report/pin/actions'
import { doorGrantForAuth } from '@/lib/auth/door-grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { insertWorkerSession } from '@/lib/data/worker-sessions'
import { within } from '@/lib/data/within'
import { FLOW_LIMITS, flowWindow } from '@/lib/domain/flow-limits'
import { IDLE } from '@/lib/http/form-state'
import { newToken } from '@/lib/platform/token'
import { anOffice } from '../support/builders'
import { aCase } from '../support/cases'
import { ownerPool, ownerUrl } from '../support/database'
import { jar } from '../support/matrix/doors/jar'

// What is kept for somebody without a session is a draft: there are not without end of them (ADR 051).
vi.mock('next/headers', async () => (await import('../support/matrix/doors/browser')).headersOfBrowser)

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  await anOffice('helpdesk', { isDefaultIntake: true })
})

beforeEach(async () => {
  jar.clear()
  await ownerPool().query('DELETE FROM flow')
})

async function flood(): Promise<void> {
  const now = new Date()
  // The window may end while the test runs.
  for (const at of [now, new Date(now.getTime() + 900_000)])
    await ownerPool().query(
      'INSERT INTO flow (name, window_start, passed) VALUES ($1, $2, $3) ON CONFLICT (name, window_start) DO UPDATE SET passed = $3',
      ['draft', flowWindow('draft', at).start, FLOW_LIMITS.draft.whole],
    )
}

const drafts = async () => (await ownerPool().query<{ n: number }>('SELECT count(*)::int AS n FROM draft')).rows[0]?.n

function aMessage(caseId: string, text = 'xin hãy gọi cho tôi'): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries({ caseId, requestId: randomUUID(), text })) data.set(name, value)
  return data
}
const send = (data: FormData) =>
  writeMessageAction('vi', IDLE, data).then(
    () => 'answered',
    (error: { digest?: string }) => error.digest?.split(';')[2],
  )

describe('words of somebody whose session is over', () => {
  test('are kept while there are not too many of them, and then no more', async () => {
    const before = Number(await drafts())
    expect(await send(aMessage(randomUUID()))).toBe('/vi/track?ended=1')
    expect(await drafts()).toBe(before + 1)
    jar.clear()
    expect(await send(aMessage(randomUUID(), 'x'.repeat(300_000)))).toBe('/vi/track?ended=1')
    await flood()
    expect(await send(aMessage(randomUUID()))).toBe('/vi/track?ended=1')
    expect(await drafts()).toBe(before + 1)
  })

  test('are always kept of who had come back with a code in this browser', async () => {
    await flood()
    const { id } = await aCase()
    const token = newToken()
    await within(doorGrantForAuth(), (on) => insertWorkerSession(on, token, id, new Date(Date.now() - 3 * 3_600_000)))
    jar.set('track', token)
    const before = Number(await drafts())
    expect(await send(aMessage(id))).toBe('/vi/track?ended=1')
    expect(await drafts()).toBe(before + 1)
  })
})

test('digits for a report that has not begun begin no more reports than there may be', async () => {
  await flood()
  const before = await drafts()
  const data = new FormData()
  data.set('pin', '4711')
  expect(await lockAction('vi', IDLE, data)).toMatchObject({ status: 'refused', code: 'too_busy' })
  expect(await drafts()).toBe(before)
})
