import { randomBytes, randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { grantOpen } from '@/lib/access/grant'
import { hashPassword } from '@/lib/auth/password'
import { authenticate } from '@/lib/auth/authenticate'
import { within } from '@/lib/data/within'
import { eraseDueCases } from '@/lib/data/sweep'
import { findCaseByCode } from '@/lib/data/worker-sessions'
import { parseSecretCode, SECRET_CODE_BYTES, secretCodeFrom } from '@/lib/domain/secret-code'
import { noAnswers } from '@/lib/domain/report/answers'
import { newId } from '@/lib/platform/ids'
import { submitReport } from '@/lib/usecases/submit-report'
import { openOwnCase } from '@/lib/usecases/open-own-case'
import { rankTest, type RankTest } from './rank-test'

/** How well the time of an answer tells two things apart; see docs/benchmarks.md. */
export type AnswerTimes = RankTest & { readonly name: string }

const CASES = 200
const LOOK_UPS = 2_000
const TRIES = 400
const SIGN_INS = 200
const WARM_UPS = 40

/** Compares the times of answers that must say nothing: tries are mixed at random, so that the machine's moods fall on both alike. */
export async function benchAnswerTimes(owner: Pool): Promise<readonly AnswerTimes[]> {
  const { known, erased } = await someCases(owner)
  const door = grantOpen({ kind: 'door' }, 'door.look_up')
  const newCode = () => secretCodeFrom(randomBytes(SECRET_CODE_BYTES))
  const lookUp = async (code: string) => void (await within(door, (on) => findCaseByCode(on, code)))
  // Each from a network of its own, so that no wrong try slows the next.
  const open = async (code: string) =>
    void (await openOwnCase(door, { code, network: randomUUID(), formerToken: undefined }))
  const signIn = async (email: string) =>
    void (await authenticate({
      email,
      password: 'not the password of anybody',
      network: randomUUID(),
      isShared: false,
      kind: { browser: 'other', system: 'other' },
    }))
  let turn = 0
  const accounts = await someAccounts(owner, SIGN_INS + WARM_UPS)
  const account = () => accounts[turn++] ?? ''
  return [
    await compare('look-up: code of a case, code of none', LOOK_UPS, lookUp, () => known, newCode),
    await compare('answer: code of an erased case, code of none', TRIES, open, () => erased, newCode),
    await compare('answer: all digits but two of a code, code of none', TRIES, open, () => near(known), newCode),
    await compare(
      'sign-in: account that there is, none',
      SIGN_INS,
      signIn,
      account,
      () => `${randomUUID()}@example.org`,
    ),
  ]
}

/** Two cases with their codes, one of them erased, among a few hundred others. */
async function someCases(owner: Pool): Promise<{ readonly known: string; readonly erased: string }> {
  await owner.query(
    `INSERT INTO office (id, code, name, kind, country, is_default_intake, languages) VALUES (gen_random_uuid(), 'timed', 'Bench', 'ngo', 'JP', true, '{en}')`,
  )
  const codes: string[] = []
  for (let index = 0; index < CASES; index += 1) {
    const answers = {
      ...noAnswers(),
      story: 'Ba tháng nay tôi không được trả lương.',
      consents: ['keep_complaint' as const],
    }
    const grant = grantOpen({ kind: 'reporter', caseId: newId() }, 'report.submit')
    const sent = await submitReport(grant, { answers, locale: 'vi', channel: 'web', token: null })
    if (!sent.ok) throw new Error(sent.error.code)
    codes.push(sent.value.code)
    if (index === 0) {
      await owner.query('UPDATE cases SET erase_due_at = now()')
      await within(grantOpen({ kind: 'system' }, 'system.sweep'), (on) => eraseDueCases(on, new Date()))
    }
  }
  await owner.query('VACUUM ANALYZE cases')
  const [erased = '', known = ''] = codes
  return { known, erased }
}

/** Accounts with a password, by their addresses. */
async function someAccounts(owner: Pool, count: number): Promise<readonly string[]> {
  const hash = await hashPassword('the password of somebody')
  const { rows } = await owner.query<{ email: string }>(
    `WITH made AS (INSERT INTO staff (id, office_id, email, display_name, role)
       SELECT gen_random_uuid(), (SELECT id FROM office LIMIT 1), gen_random_uuid() || '@example.org', 'Bench', 'caseworker'
         FROM generate_series(1, $1::int) RETURNING id, email),
     kept AS (INSERT INTO staff_credential (staff_id, password_hash) SELECT id, $2 FROM made)
     SELECT email FROM made`,
    [count, hash],
  )
  return rows.map(({ email }) => email)
}

/** Another code that begins as this one and fits its check digit. */
function near(code: string): string {
  for (let digit = 0; digit < 10; digit += 1)
    for (let check = 0; check < 10; check += 1) {
      const other = `${code.slice(0, -2)}${digit}${check}`
      if (other !== code && parseSecretCode(other).ok) return other
    }
  return code
}

/** `one` and `other` make what is tried, before its time is taken. */
async function compare(
  name: string,
  count: number,
  ask: (text: string) => Promise<void>,
  one: () => string,
  other: () => string,
): Promise<AnswerTimes> {
  for (let index = 0; index < WARM_UPS / 2; index += 1) {
    await ask(one())
    await ask(other())
  }
  const times: { readonly one: number[]; readonly other: number[] } = { one: [], other: [] }
  while (times.one.length < count || times.other.length < count) {
    const isOne = times.other.length >= count || (times.one.length < count && Math.random() < 0.5)
    const text = isOne ? one() : other()
    const started = performance.now()
    await ask(text)
    times[isOne ? 'one' : 'other'].push(performance.now() - started)
  }
  return { name, ...rankTest(times.one, times.other) }
}
