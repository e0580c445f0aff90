import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import type { FileHolder } from '@/lib/data/file-owner'
import { now } from '@/lib/platform/clock'
import { hashToken } from '@/lib/platform/token'
import { finishFile } from '@/lib/usecases/files/finish-file'
import { openCaseFile, openOwnFile } from '@/lib/usecases/files/open-file'
import { listFilesOf, readFileOf } from '@/lib/usecases/files/read-files'
import { removeFile } from '@/lib/usecases/files/remove-file'
import { sweepFiles } from '@/lib/usecases/files/sweep-files'
import { readCase } from '@/lib/usecases/read-case'
import { submitAssistedReport, submitReport } from '@/lib/usecases/submit-report'
import { sweep } from '@/lib/usecases/sweep'
import { withClock } from '@/lib/platform/clock'
import { writeOwnMessage } from '@/lib/usecases/write-own-message'
import { noAnswers } from '@/lib/domain/report/answers'
import { anOffice, aReport, aStaffMember, reporterGrant, staffGrant } from '../support/builders'
import { emptyDatabase, ownerPool, ownerUrl } from '../support/database'
import { aDraftHolder, aStore, sendFile, sendPieces } from '../support/draft-files'
import { aPdf, aPhoto, aVoice, PHONE } from '../support/files'
import { aCase, actionsOf, one, type OwnCase } from '../support/own-case'

const store = aStore()
let officer: StaffActor
let stranger: StaffActor

beforeAll(async () => {
  await emptyDatabase()
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('helpdesk', { isDefaultIntake: true }), 'caseworker')
  stranger = await aStaffMember(await anOffice('union'), 'supervisor')
})

const holderOf = (own: OwnCase): FileHolder => ({ kind: 'case', grant: own.write })
const numberOf = (caseId: string) => one<string>('SELECT number AS value FROM cases WHERE id = $1', caseId)

/** A report with these files, sent. */
async function aReportWith(send: (holder: FileHolder) => Promise<unknown>, answers = aReport()) {
  const holder = await aDraftHolder()
  await send(holder)
  const { token } = holder
  const sent = await submitReport(reporterGrant(token), { answers, locale: 'vi', channel: 'web', token })
  return { holder, sent }
}

describe('a report with files', () => {
  test('takes them along: the case’s key opens them, the draft’s token does not any more', async () => {
    let id = ''
    const { holder, sent } = await aReportWith(async (draft) => {
      id = await sendFile(draft, await aPhoto(), { keepDate: true })
      await sendPieces(draft, await aPhoto())
    })
    if (!sent.ok) throw new Error(sent.error.code)
    const opened = await openCaseFile(staffGrant(officer, 'case.read'), sent.value.number, id)
    expect(opened).toMatchObject({ ok: true, value: { format: 'jpeg', kind: 'receipt' } })
    if (opened.ok) expect(opened.value.bytes.toString('latin1')).not.toContain(PHONE)
    const reading = await readCase(staffGrant(officer, 'case.read'), sent.value.number)
    expect(reading?.file.files).toMatchObject([
      { id, takenOn: '2025-03-04', name: 'IMG_20250304 của tôi.jpg', addedByKind: 'worker', removedAt: null },
    ])
    expect(reading?.file.files[0]?.removed).toContain('location')
    expect(await readFileOf(holder, id)).toBeNull()
    expect((await ownerPool().query('SELECT id FROM upload')).rows).toEqual([])
    const later = new Date(now().getTime() + 2 * 3_600_000)
    await withClock(() => later, sweepFiles)
    expect(await store.objects()).toHaveLength(1)
  })

  test('sent twice it is one case with one file', async () => {
    const { holder, sent } = await aReportWith(async (draft) => sendFile(draft, await aPhoto()))
    if (!sent.ok || holder.kind !== 'draft') throw new Error('not sent')
    const { token } = holder
    const again = await submitReport(reporterGrant(token), { answers: aReport(), locale: 'vi', channel: 'web', token })
    expect(again).toEqual(sent)
    expect(
      await one<number>(
        'SELECT count(*)::int AS value FROM evidence e JOIN cases c ON c.id = e.case_id WHERE c.number = $1',
        sent.value.number,
      ),
    ).toBe(1)
  })

  test('a voice in place of words is enough, a photo alone is not', async () => {
    const nothing = noAnswers()
    const spoken = await aReportWith(async (draft) => sendFile(draft, aVoice(), { purpose: 'voice_story' }), nothing)
    expect(spoken.sent.ok).toBe(true)
    const silent = await aReportWith(async (draft) => sendFile(draft, await aPhoto()), nothing)
    expect(silent.sent).toMatchObject({ error: { code: 'not_submittable' } })
    // Nothing of it is lost.
    expect(await listFilesOf(silent.holder)).toMatchObject([{ state: 'ready' }])
  })

  test('one that staff write down has the officer’s name on its files', async () => {
    const draft = await aDraftHolder()
    await sendFile(draft, await aPdf(), { purpose: 'contract' })
    const { token } = draft
    const grant = { ...staffGrant(officer, 'case.file_for_worker'), tokenHash: hashToken(token) }
    const submission = { answers: aReport(), locale: 'vi', channel: 'ngo' as const, token }
    const sent = await submitAssistedReport(grant, { ...submission, consentMethod: 'paper' })
    if (!sent.ok) throw new Error(sent.error.code)
    const reading = await readCase(staffGrant(officer, 'case.read'), sent.value.number)
    expect(reading?.file.files).toMatchObject([{ addedByKind: 'staff', addedBy: { displayName: officer.displayName } }])
  })
})

describe('a file added to the own case', () => {
  test('is kept under the key of the case, counted as unread, and written down', async () => {
    const own = await aCase()
    const id = await sendFile(holderOf(own), await aPhoto())
    expect(await finishFile(holderOf(own), id)).toMatchObject({ ok: true, value: { state: 'ready', format: 'jpeg' } })
    expect(await one<number>('SELECT unread_from_worker AS value FROM cases WHERE id = $1', own.id)).toBe(1)
    expect(await actionsOf(own.id)).toContain('evidence.added')
    expect(await openOwnFile(own.read, id)).toMatchObject({ ok: true, value: { id } })
    expect((await actionsOf(own.id)).at(-1)).toBe('evidence.opened')
  })

  test('is for the office of the case, and for no other office and no other worker', async () => {
    const [own, other] = [await aCase(), await aCase()]
    const id = await sendFile(holderOf(own), await aPhoto())
    const number = await numberOf(own.id)
    expect((await openCaseFile(staffGrant(officer, 'case.read'), number, id)).ok).toBe(true)
    const notHere = { ok: false, error: { code: 'not_here' } }
    expect(await openCaseFile(staffGrant(stranger, 'case.read'), number, id)).toEqual(notHere)
    expect(await openCaseFile(staffGrant(officer, 'case.read'), await numberOf(other.id), id)).toEqual(notHere)
    expect(await openOwnFile(other.read, id)).toEqual(notHere)
    expect(await readFileOf(holderOf(other), id)).toBeNull()
    await removeFile(holderOf(other), id)
    expect((await openOwnFile(own.read, id)).ok).toBe(true)
  })

  test('belongs to the message it was recorded with, whichever of the two comes first', async () => {
    const own = await aCase()
    const send = async (requestId: string) =>
      writeOwnMessage(own.write, { requestId, text: 'Tôi nói ở đây.', language: 'vi' })
    const voice = (messageRequestId: string) =>
      sendFile(holderOf(own), aVoice(), { purpose: 'voice_message', messageRequestId })
    const [first, second] = [randomUUID(), randomUUID()]
    await voice(first)
    await send(first)
    await send(second)
    await voice(second)
    const { rows } = await ownerPool().query(
      'SELECT m.request_id FROM evidence e JOIN message m ON m.id = e.message_id WHERE e.case_id = $1 ORDER BY e.added_at',
      [own.id],
    )
    expect(rows.map((row) => row.request_id)).toEqual([first, second])
  })

  test('can be taken back, unless the law holds it', async () => {
    const own = await aCase()
    const before = (await store.objects()).length
    const [id, held] = [await sendFile(holderOf(own), await aPhoto()), await sendFile(holderOf(own), await aPhoto())]
    await ownerPool().query('UPDATE evidence SET legal_hold = true WHERE id = $1', [held])
    expect(await removeFile(holderOf(own), held)).toMatchObject({ error: { code: 'kept' } })
    expect((await removeFile(holderOf(own), id)).ok).toBe(true)
    expect((await removeFile(holderOf(own), id)).ok).toBe(true)
    expect(await openOwnFile(own.read, id)).toMatchObject({ error: { code: 'not_here' } })
    expect(await listFilesOf(holderOf(own))).toMatchObject([{ id: held }])
    expect(await store.objects()).toHaveLength(before + 1)
    expect(await actionsOf(own.id)).toContain('evidence.removed')
    const reading = await readCase(staffGrant(officer, 'case.read'), await numberOf(own.id))
    expect(reading?.file.files.find((file) => file.id === id)?.removedAt).not.toBeNull()
  })

  test('that was changed or swapped in the store does not open', async () => {
    const own = await aCase()
    const [id, other] = [await sendFile(holderOf(own), await aPhoto()), await sendFile(holderOf(own), await aPdf())]
    const keyOf = (file: string) => one<string>('SELECT storage_key AS value FROM evidence WHERE id = $1', file)
    await store.put(`${await keyOf(id)}/file`, (await store.get(`${await keyOf(other)}/file`)) ?? new Uint8Array())
    expect(await openOwnFile(own.read, id)).toMatchObject({ error: { code: 'damaged' } })
    await store.delete([`${await keyOf(other)}/file`])
    expect(await openOwnFile(own.read, other)).toMatchObject({ error: { code: 'damaged' } })
  })

  test('without the key of its case is noise, and goes from the store', async () => {
    const own = await aCase()
    const id = await sendFile(holderOf(own), await aPhoto())
    const storageKey = await one<string>('SELECT storage_key AS value FROM evidence WHERE id = $1', id)
    await ownerPool().query(`UPDATE cases SET erase_due_at = now() - interval '1 day' WHERE id = $1`, [own.id])
    await sweep()
    expect(await one<number>('SELECT count(*)::int AS value FROM case_key WHERE case_id = $1', own.id)).toBe(0)
    expect(await openOwnFile(own.read, id)).toMatchObject({ error: { code: 'not_here' } })
    const later = new Date(now().getTime() + 2 * 3_600_000)
    await withClock(() => later, sweepFiles)
    expect(await store.get(`${storageKey}/file`)).toBeNull()
  })

  test('that never came to its end goes after a day', async () => {
    const own = await aCase()
    await sendPieces(holderOf(own), await aPhoto())
    await ownerPool().query(`UPDATE upload SET expires_at = now() - interval '1 minute' WHERE case_id = $1`, [own.id])
    const before = (await store.objects()).length
    await sweep()
    expect(await listFilesOf(holderOf(own))).toEqual([])
    expect(await store.objects()).toHaveLength(before - 1)
  })
})

test('a pass without a case or a draft sees no file', async () => {
  const nobody: FileHolder = {
    kind: 'draft',
    grant: grantOpen({ kind: 'reporter', caseId: null }, 'report.draft', hashToken('x'.repeat(43))),
    token: 'x'.repeat(43),
  }
  expect(await listFilesOf(nobody)).toBeNull()
})
