import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { within } from '@/lib/data/within'
import { insertAgreedRemedy } from '@/lib/data/remedies'
import { openQuestions } from '@/lib/domain/open-questions'
import { now } from '@/lib/platform/clock'
import { addOwnPay } from '@/lib/usecases/add-own-pay'
import { changeOwnContact } from '@/lib/usecases/change-own-contact'
import { confirmArrival } from '@/lib/usecases/confirm-arrival'
import { deleteOwnCase } from '@/lib/usecases/delete-own-case'
import { rateOwnCase } from '@/lib/usecases/rate-own-case'
import { readCase } from '@/lib/usecases/read-case'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { readOwnFacts } from '@/lib/usecases/read-own-facts'
import { stopOwnCase } from '@/lib/usecases/stop-own-case'
import { writeMessage } from '@/lib/usecases/write-message'
import { writeOwnMessage } from '@/lib/usecases/write-own-message'
import { anOffice, aStaffMember, staffGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { aCase, actionsOf, caseRow, erase, GONE, numberOf, one, type OwnCase } from '../support/own-case'
import { sealOf } from '../support/seal'

let officer: StaffActor
let supervisor: StaffActor
beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  const office = await anOffice('helpdesk', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  supervisor = await aStaffMember(office, 'supervisor')
})

describe('questions of the office', () => {
  const ask = async (own: OwnCase, text: string) =>
    writeMessage(staffGrant(officer, 'case.write_message'), {
      number: await numberOf(own),
      requestId: randomUUID(),
      text,
      isQuestion: true,
    })
  const open = async (own: OwnCase) => openQuestions((await readOwnCase(own.read))?.messages ?? [])

  test('are answered one by one; other words leave them open', async () => {
    const own = await aCase()
    await ask(own, 'Who took the passport?')
    await ask(own, 'When?')
    const [first, second] = await open(own)
    expect([first?.text, second?.text]).toEqual(['Who took the passport?', 'When?'])
    await writeOwnMessage(own.write, { requestId: randomUUID(), text: 'Thank you.', language: 'vi' })
    expect(await open(own)).toHaveLength(2)
    const answer = {
      requestId: randomUUID(),
      text: 'I do not remember.',
      language: 'vi',
      answerCode: 'forgot' as const,
    }
    await writeOwnMessage(own.write, { ...answer, answersId: first?.id ?? '' })
    expect((await open(own)).map(({ text }) => text)).toEqual(['When?'])
    const file = await readCase(staffGrant(officer, 'case.read'), await numberOf(own))
    expect(file?.file.messages.at(-1)).toMatchObject({ answersId: first?.id, answerCode: 'forgot' })
  })

  test('of another case are not answered by this one; the words arrive all the same', async () => {
    const [own, other] = [await aCase(), await aCase()]
    await ask(other, 'Who?')
    const [question] = await open(other)
    const message = { requestId: randomUUID(), text: 'me', language: 'vi', answersId: question?.id ?? '' }
    expect((await writeOwnMessage(own.write, message)).ok).toBe(true)
    expect(await open(other)).toHaveLength(1)
    expect((await readOwnCase(own.read))?.messages).toMatchObject([{ text: 'me', answersId: null }])
  })
})

describe('how to be reached', () => {
  test('is changed by the worker at once; the old number is gone', async () => {
    const own = await aCase()
    const contact = { channel: 'phone' as const, detail: '090 1234', safeTimes: 'sau 21 giờ', mayLeaveMessage: false }
    await changeOwnContact(own.write, contact)
    expect((await readOwnFacts(own.read))?.contact).toEqual(contact)
    await changeOwnContact(own.write, { channel: 'here_only' })
    expect((await readOwnFacts(own.read))?.contact).toEqual({ channel: 'here_only' })
    expect(
      await one<boolean>(`SELECT sealed_contact IS NULL AS value FROM case_person WHERE case_id = $1`, own.id),
    ).toBe(true)
    await erase(own)
    expect(await changeOwnContact(own.write, contact)).toEqual(GONE)
  })
})

describe('telling the pay later', () => {
  const pay = { contractMonths: 36, contractWageMinor: '170000', contractWageText: '170000', currency: 'JPY' as const }

  test('fills in what was not known, once, and never overwrites', async () => {
    const own = await aCase()
    await Promise.all([addOwnPay(own.write, pay), addOwnPay(own.write, pay)])
    await addOwnPay(own.write, { ...pay, contractMonths: 12, contractWageMinor: '1' })
    const facts = await readOwnFacts(own.read)
    expect(facts?.contractMonths).toBe(36)
    expect(facts?.wages).toMatchObject([{ kind: 'contract_basic_wage', amount: { amountMinor: 170_000n } }])
    expect((await actionsOf(own.id)).filter((action) => action === 'wages.changed')).toHaveLength(1)
  })
})

describe('whether what was agreed arrived', () => {
  const agreed = async (own: OwnCase) => {
    await within(staffGrant(officer, 'case.change_state'), async (on) =>
      insertAgreedRemedy(on, await sealOf(on, own.id), {
        type: 'fee_repayment',
        terms: '100.000 yen',
        termsLanguage: 'vi',
        agreedAt: now(),
      }),
    )
    const reading = await readOwnCase(own.read)
    return reading?.remedies[0]?.id ?? ''
  }
  const arrival = (remedyId: string, change: object = {}) => ({
    requestId: randomUUID(),
    remedyId,
    repaymentId: null,
    arrived: 'part' as const,
    amount: { amountMinor: 50_000n, currency: 'JPY' as const },
    notice: 'Mới được một nửa.',
    language: 'vi',
    ...change,
  })

  test('is told by the worker; only all of it confirms it', async () => {
    const own = await aCase()
    const remedyId = await agreed(own)
    const same = arrival(remedyId)
    await Promise.all([confirmArrival(own.write, same), confirmArrival(own.write, same)])
    let reading = await readOwnCase(own.read)
    expect(reading?.arrivals).toMatchObject([{ arrived: 'part', amountMinor: 50_000n, currency: 'JPY' }])
    expect(reading?.remedies[0]?.confirmedAt).toBeNull()
    await confirmArrival(own.write, arrival(remedyId, { arrived: 'yes', amount: null, notice: 'Đủ rồi.' }))
    reading = await readOwnCase(own.read)
    expect(reading?.remedies[0]?.confirmedAt).toBeInstanceOf(Date)
    const file = await readCase(staffGrant(officer, 'case.read'), await numberOf(own))
    expect(file?.facts.hasWorkerConfirmedDelivery).toBe(false) // the case never came to where remedies are agreed
    expect(file?.file.remedies[0]?.workerConfirmedAt).toBeInstanceOf(Date)
  })

  test('of another case cannot be told', async () => {
    const [own, other] = [await aCase(), await aCase()]
    const remedyId = await agreed(other)
    expect(await confirmArrival(own.write, arrival(remedyId))).toEqual({ ok: false, error: { code: 'remedy_unknown' } })
    await erase(own)
    expect(await confirmArrival(own.write, arrival(remedyId))).toEqual(GONE)
  })
})

describe('saying how it was', () => {
  const rating = { score: 2, wouldReturn: false, paidToComplain: true }

  test('is possible when it has ended, once for each ending, and read by supervisors only', async () => {
    const own = await aCase()
    expect(await rateOwnCase(own.write, rating)).toEqual({ ok: false, error: { code: 'not_ended' } })
    await stopOwnCase(own.write, { wasPressed: false })
    await Promise.all([rateOwnCase(own.write, rating), rateOwnCase(own.write, { ...rating, score: 5 })])
    expect((await readOwnCase(own.read))?.surveys).toHaveLength(1)
    const number = await numberOf(own)
    expect((await readCase(staffGrant(officer, 'case.read'), number))?.followUp.surveys).toEqual([])
    expect((await readCase(staffGrant(supervisor, 'case.read'), number))?.followUp.surveys).toMatchObject([
      { paidToComplain: true },
    ])
    expect(
      await one<string>(
        `SELECT detail::text AS value FROM audit_event WHERE case_id = $1 AND action = 'case.rated'`,
        own.id,
      ),
    ).toBe('{}')
  })
})

describe('wanting everything deleted', () => {
  const day = 86_400_000
  const eraseDays = async (own: OwnCase) =>
    Math.round(((await caseRow(own.id)).erase_due_at.getTime() - now().getTime()) / day)
  const refer = (own: OwnCase, daysAgo: number) =>
    ownerPool().query(
      `INSERT INTO referral (id, case_id, body_code, purpose, state, created_at, sent_at) VALUES ($1, $2, 'JP_otit', 'handle_complaint', 'sent', now(), now() - $3 * interval '1 day')`,
      [randomUUID(), own.id, daysAgo],
    )

  test('takes every yes back, ends it and sets its day; twice is once', async () => {
    const own = await aCase()
    await deleteOwnCase(own.write, { wasPressed: false })
    await deleteOwnCase(own.write, { wasPressed: null })
    expect(await eraseDays(own)).toBe(30)
    expect(await caseRow(own.id)).toMatchObject({
      state: 'closed',
      in_statistics: false,
      closing_code: 'withdrawn_free',
    })
    expect(
      await one<number>(
        `SELECT count(*)::int AS value FROM consent WHERE case_id = $1 AND withdrawn_at IS NULL`,
        own.id,
      ),
    ).toBe(0)
    expect((await actionsOf(own.id)).filter((action) => action === 'case.deletion_asked')).toHaveLength(1)
  })

  test('waits while another office has it, at the latest a year, and thirty days from their answer', async () => {
    const own = await aCase()
    await refer(own, 10)
    await deleteOwnCase(own.write, { wasPressed: false })
    expect(await eraseDays(own)).toBe(355)
    await ownerPool().query(`UPDATE referral SET state = 'answered', answered_at = now() WHERE case_id = $1`, [own.id])
    expect(await eraseDays(own)).toBe(30)
  })

  test('of a worker who is made to do it keeps a watch instead', async () => {
    const own = await aCase()
    await deleteOwnCase(own.write, { wasPressed: true })
    expect(await caseRow(own.id)).toMatchObject({ erase_due_at: null, closing_code: 'withdrawn_suspected_pressure' })
  })
})
