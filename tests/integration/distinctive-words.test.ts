import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { makeBackup } from '@/lib/commands/backup/make-backup'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { publicOutboxKey } from '@/lib/data/outbox'
import { endOfTaskDay } from '@/lib/domain/case-tasks'
import { newToken, sealToServer } from '@/lib/phone/offline/box'
import { hashToken } from '@/lib/platform/token'
import { toldOf } from '@/lib/schemas/report/told-report'
import { changeOwnContact } from '@/lib/usecases/change-own-contact'
import { addOwnFeeLine } from '@/lib/usecases/add-own-fee-line'
import { addTask } from '@/lib/usecases/add-task'
import { askOtherOfficer } from '@/lib/usecases/ask-other-officer'
import { makeGroup } from '@/lib/usecases/groups/change-group'
import { runImport } from '@/lib/usecases/imports/run-import'
import { judgeSign } from '@/lib/usecases/judge-sign'
import { linkCases } from '@/lib/usecases/link-cases'
import { proposeCorrection } from '@/lib/usecases/propose-correction'
import { readCase } from '@/lib/usecases/read-case'
import { receiveOutbox } from '@/lib/usecases/receive-outbox'
import { startReport } from '@/lib/usecases/start-report'
import { submitReport } from '@/lib/usecases/submit-report'
import { takeCase } from '@/lib/usecases/take-case'
import { translateWords } from '@/lib/usecases/translate-words'
import { writeMessage } from '@/lib/usecases/write-message'
import { writeNote } from '@/lib/usecases/write-note'
import { writeOwnMessage } from '@/lib/usecases/write-own-message'
import { aReport, aStaffMember, anOffice, reporterGrant, staffGrant } from '../support/builders'
import { versionOf } from '../support/cases'
import { ownerPool, ownerUrl } from '../support/database'
import { aDraftHolder, aStore, sendPieces } from '../support/draft-files'
import { aDocx } from '../support/files'
import { aCsv, HEADINGS, started } from '../support/imports'
import type { OwnCase } from '../support/own-case'
import { ANSWER, answerWith, aLink, aYes, inState } from '../support/party-answers'
import { aClaim, answer, offer } from '../support/remedies'
import { finishFile } from '@/lib/usecases/files/finish-file'

// What people say is written nowhere in words: not in any table as text or as bytes, not in the file store, not in a backup.

const store = aStore()
const backups = mkdtempSync(path.join(tmpdir(), 'fair-passage-words-'))
afterAll(() => rmSync(backups, { recursive: true, force: true }))

const used: string[] = []
/** A word that nothing else says, and who it is looked for by. */
function word(field: string): string {
  const made = `Qx${field}Zv`
  used.push(made)
  return made
}

let officer: StaffActor
let own: OwnCase
let number = ''

const must = <T extends { ok: boolean }>(result: T): T => {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result
}

/** A report with a word in every field that takes some, and a file with words in its name and in it. */
async function report(): Promise<void> {
  const holder = await aDraftHolder()
  const id = await sendPieces(holder, aDocx({ 'word/header1.xml': `<w:t>${word('FileContent')}</w:t>` }), {
    purpose: 'contract',
    name: `${word('FileName')}.docx`,
  })
  must(await finishFile(holder, id))
  const base = aReport()
  const [fee] = base.fees
  const sent = await submitReport(reporterGrant(holder.token), {
    answers: aReport({
      story: `${word('Story')} họ giữ hộ chiếu`,
      parties: [{ role: 'broker', name: word('PartyName') }],
      fees: fee ? [{ ...fee, payeeName: word('PayeeName'), amountText: `25 ${word('AmountText')}` }] : [],
      debt: { borrowed: 'yes', owedText: `80 ${word('OwedText')}`, owedMinor: '80000000', currency: 'VND' },
      pay: { contractMonths: 36, contractWageText: word('WageText'), contractWageMinor: '150000', currency: 'JPY' },
      contact: { channel: 'phone', detail: word('ContactDetail'), safeTimes: word('SafeTimes'), mayLeaveMessage: true },
    }),
    locale: 'vi',
    channel: 'web',
    token: holder.token,
  })
  if (!sent.ok) throw new Error(sent.error.code)
  number = sent.value.number
  const { rows } = await ownerPool().query<{ id: string }>('SELECT id FROM cases WHERE number = $1', [number])
  const caseId = rows[0]?.id ?? ''
  used.push(sent.value.code)
  own = {
    id: caseId,
    code: sent.value.code,
    read: grantOpen({ kind: 'worker', caseId }, 'own_case.read'),
    write: grantOpen({ kind: 'worker', caseId }, 'own_case.write'),
  }
}

async function workerSays(): Promise<void> {
  must(await writeOwnMessage(own.write, { requestId: randomUUID(), text: word('OwnMessage'), language: 'vi' }))
  await proposeCorrection(own.write, {
    requestId: randomUUID(),
    field: 'payment',
    subjectId: null,
    before: word('CorrectionBefore'),
    after: word('CorrectionAfter'),
    notice: word('CorrectionNotice'),
    language: 'vi',
  })
  await askOtherOfficer(own.write, { requestId: randomUUID(), preference: 'woman', reason: word('OtherOfficer') })
  await addOwnFeeLine(own.write, {
    requestId: randomUUID(),
    answer: {
      category: 'rc_medical',
      payeeRole: 'broker',
      payeeName: word('OwnPayee'),
      amountText: word('OwnAmount'),
      currency: 'USD',
    },
  })
  await changeOwnContact(own.write, {
    channel: 'phone',
    detail: word('NewContact'),
    safeTimes: word('NewTimes'),
    mayLeaveMessage: false,
  })
}

async function officersSay(): Promise<void> {
  must(
    await takeCase(staffGrant(officer, 'case.take'), { number, version: await versionOf(own.id), hasConflict: false }),
  )
  must(
    await writeMessage(staffGrant(officer, 'case.write_message'), {
      number,
      requestId: randomUUID(),
      text: word('Message'),
    }),
  )
  must(await writeNote(staffGrant(officer, 'case.write_note'), { number, requestId: randomUUID(), text: word('Note') }))
  must(
    await addTask(staffGrant(officer, 'case.manage_tasks'), {
      number,
      requestId: randomUUID(),
      title: word('Task'),
      assigneeId: officer.id,
      dueAt: endOfTaskDay('2027-01-10'),
    }),
  )
  const statement = (await readCase(staffGrant(officer, 'case.read'), number))?.file.statements[0]
  must(
    await translateWords(staffGrant(officer, 'case.translate'), {
      number,
      kind: 'statement',
      id: statement?.id ?? '',
      version: 0,
      requestId: randomUUID(),
      language: 'en',
      text: word('Translation'),
    }),
  )
  must(
    await judgeSign(staffGrant(officer, 'case.judge_sign'), {
      number,
      version: 0,
      indicator: 'debt_bondage',
      judgement: 'present',
      reason: word('SignReason'),
      requestId: randomUUID(),
    }),
  )
  await inState(own, 'investigation')
  await aYes(own)
  const link = await aLink(officer, own, { allegation: word('Allegation'), witness: word('Witness') })
  must(await answerWith(link, { ...ANSWER, words: word('PartyAnswer') }))
  const remedy = await aClaim(officer, own)
  await offer(officer, own, remedy, { terms: word('Terms'), staffTerms: word('StaffTerms') })
  await answer(officer, own, remedy, true)
}

/** Of other ways in: without network, half told, by a file of an office; and what stands between cases. */
async function othersSay(): Promise<void> {
  const token = newToken()
  const told = { v: 1, token, locale: 'vi', ...toldOf(aReport({ story: word('Waiting') })) }
  const { id: keyId } = publicOutboxKey()
  must(
    await receiveOutbox(
      {
        door: grantOpen({ kind: 'door' }, 'door.look_up'),
        submitFor: (made) => grantOpen({ kind: 'reporter', caseId: randomUUID() }, 'report.submit', hashToken(made)),
      },
      { keyId, box: await sealToServer(publicOutboxKey(), told) },
      '198.51.100.7',
    ),
  )
  await startReport(async (made) => grantOpen({ kind: 'reporter', caseId: null }, 'report.draft', hashToken(made)), {
    kind: 'report',
    locale: 'vi',
    draft: { answers: aReport({ story: word('Draft') }), assisted: {} },
  })
  const row = `${word('ImportReference')},VN,wages_unpaid,"${word('ImportStory')}",25000000,rf_broker_introduction,2026`
  const file = aCsv(1, { headings: [...HEADINGS, word('ImportHeading')], first: `${row},${word('ImportCell')}` })
  await runImport(await started(staffGrant(officer, 'case.import'), file))
  const { rows } = await ownerPool().query<{ id: string; number: string }>(
    'SELECT id, number FROM cases WHERE number <> $1 LIMIT 1',
    [number],
  )
  const other = rows[0]
  const supervisor = await aStaffMember(officer.officeId, 'supervisor')
  must(
    await makeGroup(staffGrant(supervisor, 'group.manage'), {
      kind: 'party',
      title: word('GroupTitle'),
      numbers: [number, other?.number ?? ''],
      requestId: randomUUID(),
    }),
  )
  await linkCases(staffGrant(officer, 'case.change_state'), {
    number,
    version: await versionOf(own.id),
    otherNumber: other?.number ?? '',
    kind: 'related',
    reason: word('LinkReason'),
    requestId: randomUUID(),
  })
}

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('helpdesk', { isDefaultIntake: true }), 'caseworker')
  await report()
  await workerSays()
  await officersSay()
  await othersSay()
}, 120_000)

/** Every row of every table, of ours and of the queue: as text, and each row of bytes as the bytes that they are. */
async function everyRow(): Promise<Map<string, Buffer>> {
  const { rows: tables } = await ownerPool().query<{ name: string; bytes: string[] }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name, coalesce(array_agg(quote_ident(a.attname)) FILTER (WHERE a.atttypid = 'bytea'::regtype), '{}') AS bytes
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_toast%' AND c.relkind IN ('r', 'm') GROUP BY 1`,
  )
  const found = new Map<string, Buffer>()
  for (const { name, bytes } of tables) {
    const { rows } = await ownerPool().query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)
    const parts: Buffer[] = [Buffer.from(rows.map(({ row }) => row).join('\n'))]
    for (const column of bytes) {
      const { rows: kept } = await ownerPool().query<{ bytes: Buffer }>(
        `SELECT ${column} AS bytes FROM ${name} WHERE ${column} IS NOT NULL`,
      )
      parts.push(...kept.map(({ bytes: one }) => one))
    }
    found.set(name, Buffer.concat(parts))
  }
  return found
}

async function everyObject(): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>()
  for (const key of await store.objects()) found.set(key, Buffer.from((await store.get(key)) ?? Buffer.of()))
  return found
}

async function wholeBackup(): Promise<Map<string, Buffer>> {
  const keys = { ENCRYPTION_KEY: inject('databaseServer').encryptionKey }
  await makeBackup(
    { ownerUrl, keys, storeOf: () => store },
    { cases: path.join(backups, 'cases'), keys: path.join(backups, 'keys') },
  )
  const files = readdirSync(backups, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map((entry) => {
      const bytes = readFileSync(path.join(entry.parentPath, entry.name))
      return [entry.name, entry.name.endsWith('.gz') ? gunzipSync(bytes) : bytes]
    }),
  )
}

/** How a word could stand there: as it is or folded, as UTF-8, UTF-16, hexadecimal or base64 at any of its three beginnings. */
function waysToKeep(text: string): Buffer[] {
  const shapes = [text, text.toLowerCase(), text.toUpperCase()]
  return shapes.flatMap((shape) => [
    Buffer.from(shape),
    Buffer.from(shape, 'utf16le'),
    Buffer.from(Buffer.from(shape).toString('hex')),
    ...[0, 1, 2].map((before) =>
      Buffer.from(
        Buffer.from(`${' '.repeat(before)}${shape}`)
          .toString('base64')
          .slice(before === 0 ? 0 : 4, -4),
      ),
    ),
  ])
}

function wordsIn(places: ReadonlyMap<string, Buffer>, words: readonly string[] = used): string[] {
  return words.flatMap((text) =>
    [...places].flatMap(([place, bytes]) =>
      waysToKeep(text).some((way) => bytes.includes(way)) ? [`${text} in ${place}`] : [],
    ),
  )
}

test('words of workers, officers, parties and files are in no table, in no file and in no backup', async () => {
  expect(used.length).toBeGreaterThan(35)
  const places = [await everyRow(), await everyObject(), await wholeBackup()]
  // What is not sealed is found, so that the search itself is tried.
  for (const [index, open] of [number, null, number].entries())
    if (open !== null) expect(wordsIn(places[index] ?? new Map(), [open])).not.toEqual([])
  expect(wordsIn(new Map([['a file', Buffer.from(`xx${used[0] ?? ''}`, 'utf16le')]]))).toHaveLength(1)
  expect(places.flatMap((place) => wordsIn(place))).toEqual([])
})

test('and they are there for who may read them', async () => {
  const reading = JSON.stringify(await readCase(staffGrant(officer, 'case.read'), number), (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  )
  for (const field of ['Story', 'PartyName', 'Message', 'Note', 'OwnMessage', 'FileName', 'SignReason', 'Translation'])
    expect(reading).toContain(`Qx${field}Zv`)
})
