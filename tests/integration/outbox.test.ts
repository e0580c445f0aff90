import { beforeAll, describe, expect, test } from 'vitest'
import { grantOpen } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { findDraft } from '@/lib/data/drafts'
import { countTurn } from '@/lib/data/flow'
import { publicOutboxKey } from '@/lib/data/outbox'
import { within } from '@/lib/data/within'
import { FLOW_LIMITS } from '@/lib/domain/flow-limits'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import { newToken, sealToServer } from '@/lib/phone/offline/box'
import { now, withClock } from '@/lib/platform/clock'
import { hashToken } from '@/lib/platform/token'
import { toldOf } from '@/lib/schemas/report/told-report'
import { keepReceipt } from '@/lib/usecases/keep-receipt'
import { receiveOutbox } from '@/lib/usecases/receive-outbox'
import { anOffice, aReport, reporterGrant, STORY } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  await anOffice('helpdesk', { isDefaultIntake: true })
})

const draftGrant = (token: string) => grantOpen({ kind: 'reporter', caseId: null }, 'report.draft', hashToken(token))

async function aBox(token: string, answers: ReportAnswers = aReport()) {
  const { id } = publicOutboxKey()
  const report = { v: 1, token, locale: 'vi', ...toldOf(answers) }
  return { keyId: id, box: await sealToServer(publicOutboxKey(), report) }
}

let networks = 0
/** Each test comes from a network of its own, so that none is slowed by another. */
const aNetwork = () => `10.1.0.${(networks += 1)}`

function post(sealed: { keyId: string; box: string }, network = aNetwork()) {
  return receiveOutbox({ door: grantOpen({ kind: 'door' }, 'door.look_up'), submitFor: reporterGrant }, sealed, network)
}

async function count(table: string): Promise<number> {
  const { rows } = await ownerPool().query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)
  return rows[0]?.n ?? -1
}

const receiptOf = (token: string) =>
  within(draftGrant(token), async (on) => (await findDraft(on, token, { now: now() }))?.receipt ?? null)

describe('a report that waited on a phone', () => {
  test('becomes the case that the forms would have made of it', async () => {
    const token = newToken()
    expect(await post(await aBox(token))).toEqual({ ok: true, value: null })
    const receipt = await receiptOf(token)
    const { rows } = await ownerPool().query(`SELECT * FROM cases WHERE number = $1`, [receipt?.number])
    expect(rows[0]).toMatchObject({
      state: 'received',
      corridor: 'VN-JP',
      scheme: 'titp',
      language: 'vi',
      channel: 'web',
      has_paid_broker: true,
      fee_line_count: 1,
    })
    expect(await count(`consent WHERE case_id = '${rows[0].id}'`)).toBe(2)
  })

  test('sent ten times at once is one case, and its receipt is there for thirty days', async () => {
    const before = await count('cases')
    const token = newToken()
    const sealed = await aBox(token)
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(sealed)))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await count('cases')).toBe(before + 1)
    const later = new Date(Date.now() + 29 * 86_400_000)
    expect(
      await withClock(
        () => later,
        () => receiptOf(token),
      ),
    ).not.toBeNull()
    const tooLate = new Date(Date.now() + 31 * 86_400_000)
    expect(
      await withClock(
        () => tooLate,
        () => receiptOf(token),
      ),
    ).toBeNull()
  })

  test('sent again after its receipt was kept makes no second case and shows the code to nobody', async () => {
    const before = await count('cases')
    const token = newToken()
    const sealed = await aBox(token)
    await post(sealed)
    expect(await keepReceipt(draftGrant(token), token)).not.toBeNull()
    const again = await Promise.all([post(sealed), post(sealed)])
    expect(again.every(({ ok }) => ok)).toBe(true)
    expect(await count('cases')).toBe(before + 1)
    expect(await receiptOf(token)).toBeNull()
    expect(await count(`draft WHERE token_hash = '\\x${Buffer.from(hashToken(token)).toString('hex')}'`)).toBe(0)
  })

  test('with nothing to send in it is refused, and nothing is kept of it', async () => {
    const before = [await count('cases'), await count('draft')]
    const empty = await aBox(newToken(), aReport({ story: undefined, fees: [] }))
    expect(await post(empty)).toEqual({ ok: false, error: { code: 'not_submittable' } })
    expect([await count('cases'), await count('draft')]).toEqual(before)
  })

  test('in a box that is none, or of another server, is refused', async () => {
    const { keyId, box } = await aBox(newToken())
    const notOurs = await sealToServer(publicOutboxKey(), { v: 1, token: 'short' })
    expect(await post({ keyId, box: `${box.slice(0, -4)}AAAA` })).toEqual({ ok: false, error: { code: 'unreadable' } })
    expect(await post({ keyId, box: notOurs })).toEqual({ ok: false, error: { code: 'unreadable' } })
    expect(await post({ keyId: '0'.repeat(16), box })).toEqual({ ok: false, error: { code: 'key_unknown' } })
  })

  test('is slowed only where boxes came that do not open', async () => {
    const { keyId, box } = await aBox(newToken())
    const network = aNetwork()
    for (let bad = 0; bad < 6; bad += 1) await post({ keyId, box: 'AAAA' }, network)
    const timed = async (from: string) => {
      const start = performance.now()
      expect((await post({ keyId, box }, from)).ok).toBe(true)
      return performance.now() - start
    }
    expect(await timed(network)).toBeGreaterThan(450)
    expect(await timed(aNetwork())).toBeLessThan(450)
    const { rows } = await ownerPool().query(`SELECT encode(bucket_hash, 'escape') AS text FROM throttle`)
    expect(JSON.stringify(rows)).not.toContain('10.1.0')
  })

  test('waits beside what one network sends as junk, however much that is', async () => {
    const { keyId, box } = await aBox(newToken())
    const [loud, other] = [aNetwork(), aNetwork()]
    for (const network of [loud, other])
      for (let bad = 0; bad < 5; bad += 1) await post({ keyId, box: 'AAAA' }, network)
    const junk = Promise.all(Array.from({ length: 120 }, () => post({ keyId, box: 'AAAA' }, loud)))
    expect(await post({ keyId, box }, other)).toEqual({ ok: true, value: null })
    const codes = (await junk).map((one) => !one.ok && one.error.code)
    // They come in a few at a time, as the database takes them: more than one turn's worth, and never most of them.
    expect(codes.filter((code) => code === 'unreadable').length).toBeLessThan(60)
    expect(codes).toContain('slow_down')
  })

  test('beyond the limit of its network waits for another time; of a life in danger a moment, and a flood of these is held too', async () => {
    const network = aNetwork()
    const most = FLOW_LIMITS.outbox.network
    await within(grantOpen({ kind: 'door' }, 'door.look_up'), async (on) => {
      for (let sent = 0; sent < most; sent += 1) await countTurn(on, { name: 'outbox', network, at: now() })
    })
    expect(await post(await aBox(newToken()), network)).toEqual({ ok: false, error: { code: 'slow_down' } })
    const inDanger = aReport({ grievances: ['forced_return'], dangers: ['in_danger_now'] })
    const boxes = await Promise.all(Array.from({ length: 60 }, () => aBox(newToken(), inDanger)))
    const before = await count('cases')
    const answers = await Promise.all(boxes.map((box) => post(box, network)))
    const went = answers.filter(({ ok }) => ok).length
    expect(went).toBeGreaterThanOrEqual(40)
    expect(went).toBeLessThan(60)
    expect(await count('cases')).toBe(before + went)
    // Supervisors see that they were too many.
    const { rows } = await ownerPool().query(`SELECT held FROM flow WHERE name = 'outbox'`)
    expect(rows[0]?.held).toBe(61)
  }, 60_000)

  test('is nowhere in the database as it was written', async () => {
    await post(await aBox(newToken()))
    const { rows } = await ownerPool().query(`SELECT row_to_json(draft)::text AS text FROM draft`)
    expect(JSON.stringify(rows)).not.toContain(STORY)
  })
})
