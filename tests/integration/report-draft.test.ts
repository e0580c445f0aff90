import { beforeAll, describe, expect, test } from 'vitest'
import { grantOpen, type Grant } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { findDraft } from '@/lib/data/drafts'
import { within } from '@/lib/data/within'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import { now } from '@/lib/platform/clock'
import { emptyDraft, readDraftPayload, type ReportDraft } from '@/lib/schemas/report/draft-payload'
import { withFeeLine } from '@/lib/schemas/report/fee-forms'
import { hashToken, newToken } from '@/lib/platform/token'
import { deleteReportDraft } from '@/lib/usecases/delete-report-draft'
import { keepReceipt } from '@/lib/usecases/keep-receipt'
import { saveReportStep } from '@/lib/usecases/save-report-step'
import { startReport } from '@/lib/usecases/start-report'
import { submitReport } from '@/lib/usecases/submit-report'
import { anOffice, aReport, reporterGrant, STORY } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  await anOffice('helpdesk', { isDefaultIntake: true })
})

function draftGrant(token: string): Grant<'report.draft'> {
  return grantOpen({ kind: 'reporter', caseId: null }, 'report.draft', hashToken(token))
}

async function aDraft(answers: Partial<ReportAnswers> = {}): Promise<string> {
  const draft = emptyDraft()
  const token = await startReport(async (made) => draftGrant(made), {
    kind: 'report',
    locale: 'en',
    draft: { ...draft, answers: { ...draft.answers, ...answers } },
  })
  if (token === null) throw new Error('no draft')
  return token
}

const save = (token: string, change: (draft: ReportDraft) => ReportDraft, locale = 'en') =>
  saveReportStep(draftGrant(token), token, { kind: 'report', locale, change })

const withAnswers =
  (change: Partial<ReportAnswers>) =>
  (draft: ReportDraft): ReportDraft => ({
    ...draft,
    answers: { ...draft.answers, ...change },
  })

async function read(token: string) {
  const found = await within(draftGrant(token), (on) => findDraft(on, token, { now: now() }))
  return found && { ...found, answers: readDraftPayload(found.payload).answers }
}

describe('the draft of a report', () => {
  test('keeps each step beside the others, also when two arrive at once', async () => {
    const token = await aDraft({ grievances: ['wages_unpaid'] })
    await Promise.all([
      save(token, withAnswers({ origin: 'VN' })),
      save(token, withAnswers({ story: STORY })),
      save(token, withAnswers({ scheme: 'ssw' })),
    ])
    expect((await read(token))?.answers).toMatchObject({
      grievances: ['wages_unpaid'],
      origin: 'VN',
      story: STORY,
      scheme: 'ssw',
    })
  })

  test('takes the same payment twice for one', async () => {
    const token = await aDraft({ paid: 'yes' })
    const post = () =>
      save(token, (draft) => ({
        ...draft,
        answers: withFeeLine(draft.answers, 1, (line) => ({ ...line, category: 'rc_medical' })),
      }))
    await Promise.all([post(), post()])
    expect((await read(token))?.answers.fees).toEqual([{ category: 'rc_medical' }])
  })

  test('drops what the path no longer reaches and follows the language', async () => {
    const token = await aDraft({ paid: 'yes', fees: [{ category: 'rc_medical' }] })
    await save(token, withAnswers({ paid: 'no' }), 'vi')
    expect(await read(token)).toMatchObject({ locale: 'vi', answers: { paid: 'no', fees: [] } })
  })

  test('reads as nothing in the database', async () => {
    const token = await aDraft({ story: STORY })
    const { rows } = await ownerPool().query<{ sealed: Buffer }>(
      'SELECT sealed_payload AS sealed FROM draft WHERE token_hash = $1',
      [hashToken(token)],
    )
    expect(rows[0]?.sealed.includes(STORY)).toBe(false)
  })

  test('is nobody else’s: another token, or a changed one, finds nothing', async () => {
    const token = await aDraft({ story: STORY })
    const other = newToken()
    expect(await save(other, withAnswers({ story: 'mine' }))).toEqual({ ok: false, error: { code: 'draft_gone' } })
    expect(
      await saveReportStep(draftGrant(other), token, { kind: 'report', locale: 'en', change: (draft) => draft }),
    ).toEqual({ ok: false, error: { code: 'draft_gone' } })
    expect(
      await saveReportStep(draftGrant('tampered'), 'tampered', {
        kind: 'report',
        locale: 'en',
        change: (draft) => draft,
      }),
    ).toEqual({ ok: false, error: { code: 'draft_gone' } })
    expect((await read(token))?.answers.story).toBe(STORY)
  })

  test('of staff is not taken for one of a worker', async () => {
    const token = await aDraft()
    expect(
      await saveReportStep(draftGrant(token), token, {
        kind: 'assisted_report',
        locale: 'en',
        change: (draft) => draft,
      }),
    ).toEqual({ ok: false, error: { code: 'draft_gone' } })
  })

  test('is deleted when the worker says so, and a second time without harm', async () => {
    const token = await aDraft({ story: STORY })
    for (let time = 0; time < 2; time += 1) expect((await deleteReportDraft(draftGrant(token), token)).ok).toBe(true)
    expect(await read(token)).toBeNull()
  })
})

describe('after sending', () => {
  const send = (token: string) =>
    submitReport(reporterGrant(token), { answers: aReport(), locale: 'en', channel: 'web', token })

  test('a step posted late changes nothing, and the ticket cannot be deleted as a draft', async () => {
    const token = await aDraft()
    await send(token)
    expect(await save(token, withAnswers({ story: 'late' }))).toEqual({ ok: false, error: { code: 'already_sent' } })
    expect(await deleteReportDraft(draftGrant(token), token)).toEqual({ ok: false, error: { code: 'already_sent' } })
    expect((await read(token))?.receipt).toMatchObject({ severity: expect.any(String), isKept: true })
  })

  test('the ticket is there until it is kept, and never after', async () => {
    const token = await aDraft()
    const sent = await send(token)
    if (!sent.ok) throw new Error(sent.error.code)
    expect((await read(token))?.receipt).toMatchObject(sent.value)
    expect(await keepReceipt(draftGrant(token), token)).toBe(sent.value.number)
    expect(await read(token)).toBeNull()
    expect(await keepReceipt(draftGrant(token), token)).toBeNull()
  })

  test('an unsent draft is not lost by a stray "I have kept it"', async () => {
    const token = await aDraft({ story: STORY })
    expect(await keepReceipt(draftGrant(token), token)).toBeNull()
    expect((await read(token))?.answers.story).toBe(STORY)
  })

  test('fifty people at the same moment all get a ticket of their own', async () => {
    const tokens = await Promise.all(Array.from({ length: 50 }, () => aDraft()))
    const sent = await Promise.all(tokens.map(send))
    expect(new Set(sent.map((one) => (one.ok ? one.value.code : one.error.code))).size).toBe(50)
  })
})
