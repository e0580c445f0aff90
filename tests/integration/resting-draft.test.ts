import { beforeAll, describe, expect, test } from 'vitest'
import { grantOpen, type Grant } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { PIN_TRIES } from '@/lib/domain/report/resting'
import { newId } from '@/lib/platform/ids'
import { hashToken, newToken } from '@/lib/platform/token'
import { emptyDraft, readDraftPayload } from '@/lib/schemas/report/draft-payload'
import { lockReportDraft } from '@/lib/usecases/lock-report-draft'
import { openReportDraft } from '@/lib/usecases/open-report-draft'
import { saveReportStep } from '@/lib/usecases/save-report-step'
import { startReport } from '@/lib/usecases/start-report'
import { submitReport } from '@/lib/usecases/submit-report'
import { restReportDraft, wakeReportDraft } from '@/lib/usecases/wake-report-draft'
import { anOffice } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  await anOffice('helpdesk', { isDefaultIntake: true })
})

function grantOf(token: string): Grant<'report.draft'> {
  return grantOpen({ kind: 'reporter', caseId: null }, 'report.draft', hashToken(token))
}

async function aDraft(): Promise<string> {
  const token = await startReport(async (made) => grantOf(made), { kind: 'report', locale: 'en', draft: emptyDraft() })
  if (token === null) throw new Error('no draft')
  return token
}

const open = (token: string) => openReportDraft(grantOf(token), token, 'report')
const tell = (token: string, story: string) =>
  saveReportStep(grantOf(token), token, {
    kind: 'report',
    locale: 'en',
    change: (draft) => ({ ...draft, answers: { ...draft.answers, grievances: ['wages_unpaid'], story } }),
  })

async function leaveAlone(token: string, minutes: number): Promise<void> {
  await ownerPool().query(`UPDATE draft SET last_seen_at = now() - make_interval(mins => $2) WHERE token_hash = $1`, [
    Buffer.from(hashToken(token)),
    minutes,
  ])
}

describe('a report left alone', () => {
  test('shows nothing after ten minutes, opens again at a press, and has lost no word', async () => {
    const token = await aDraft()
    await tell(token, 'They keep my passport.')
    expect((await open(token)).state).toBe('open')
    await leaveAlone(token, 11)
    expect(await open(token)).toEqual({ state: 'resting', hasPin: false })
    expect((await wakeReportDraft(grantOf(token), token, '')).ok).toBe(true)
    const opened = await open(token)
    expect(opened.state === 'open' && readDraftPayload(opened.draft.payload).answers.story).toBe(
      'They keep my passport.',
    )
  })

  test('looking at it keeps it awake', async () => {
    const token = await aDraft()
    await leaveAlone(token, 9)
    expect((await open(token)).state).toBe('open')
    const { rows } = await ownerPool().query(
      `SELECT last_seen_at > now() - interval '1 minute' AS fresh FROM draft WHERE token_hash = $1`,
      [Buffer.from(hashToken(token))],
    )
    expect(rows).toEqual([{ fresh: true }])
  })

  test('can be put to rest at once', async () => {
    const token = await aDraft()
    await restReportDraft(grantOf(token), token)
    expect((await open(token)).state).toBe('resting')
  })

  test('with digits it opens for them alone, and what is written meanwhile is kept without opening it', async () => {
    const token = await aDraft()
    expect((await lockReportDraft(grantOf(token), token, '4827')).ok).toBe(true)
    await leaveAlone(token, 11)
    expect((await tell(token, 'Typed while it rested.')).ok).toBe(true)
    expect(await open(token)).toEqual({ state: 'resting', hasPin: true })
    expect(await wakeReportDraft(grantOf(token), token, '')).toEqual({
      ok: false,
      error: { code: 'pin_wrong', left: PIN_TRIES - 1 },
    })
    // Who cannot open it cannot choose other digits either.
    expect(await lockReportDraft(grantOf(token), token, null)).toEqual({ ok: false, error: { code: 'draft_resting' } })
    expect((await wakeReportDraft(grantOf(token), token, '៤៨២៧')).ok).toBe(true)
    const opened = await open(token)
    expect(opened.state === 'open' && readDraftPayload(opened.draft.payload).answers.story).toBe(
      'Typed while it rested.',
    )
  })

  test('five wrong tries delete it, also when they come at the same moment', async () => {
    const token = await aDraft()
    await lockReportDraft(grantOf(token), token, '4827')
    await leaveAlone(token, 11)
    const tries = await Promise.all(
      Array.from({ length: PIN_TRIES }, () => wakeReportDraft(grantOf(token), token, '9999')),
    )
    expect(tries.filter((one) => !one.ok && one.error.code === 'pin_deleted')).toHaveLength(1)
    expect(tries.every((one) => !one.ok)).toBe(true)
    expect((await open(token)).state).toBe('lost')
    expect(await wakeReportDraft(grantOf(token), token, '4827')).toEqual({ ok: false, error: { code: 'draft_gone' } })
  })

  test('wrong digits never take away the only copy of the code', async () => {
    const token = await aDraft()
    await lockReportDraft(grantOf(token), token, '4827')
    await tell(token, 'A story to send.')
    const submit = grantOpen({ kind: 'reporter', caseId: newId() }, 'report.submit', hashToken(token))
    const sent = await submitReport(submit, {
      answers: { ...emptyDraft().answers, grievances: ['wages_unpaid'], story: 'A story to send.' },
      locale: 'en',
      channel: 'web',
      token,
    })
    expect(sent.ok).toBe(true)
    await leaveAlone(token, 11)
    for (let wrong = 0; wrong <= PIN_TRIES; wrong += 1)
      expect(await wakeReportDraft(grantOf(token), token, '9999')).toMatchObject({ error: { code: 'pin_wrong' } })
    expect((await wakeReportDraft(grantOf(token), token, '4827')).ok).toBe(true)
    const opened = await open(token)
    expect(opened.state === 'open' && opened.draft.receipt?.number).toBe(sent.ok && sent.value.number)
  })

  test('nobody opens it with another token', async () => {
    const token = await aDraft()
    await leaveAlone(token, 11)
    const other = newToken()
    expect(await wakeReportDraft(grantOf(other), token, '')).toEqual({ ok: false, error: { code: 'draft_gone' } })
    expect((await open(token)).state).toBe('resting')
  })
})
