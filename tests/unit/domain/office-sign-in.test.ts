import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CLOCK_SKEW_SECONDS, isOfDomain, issuerProblem, judgeClaims, type Asked } from '@/lib/domain/office-sign-in'

const NOW = new Date('2026-11-21T09:00:00Z')
const SECONDS = NOW.getTime() / 1000
const ASKED: Asked = { issuer: 'https://id.example.org', clientId: 'us', nonce: 'once', acrValues: ['gold'] }
const CLAIMS = {
  iss: ASKED.issuer,
  aud: 'us',
  sub: 'subject-1',
  exp: SECONDS + 300,
  iat: SECONDS,
  nonce: 'once',
  email: 'Hanh@Example.org',
  email_verified: true,
}
const judge = (change: object) => judgeClaims({ ...CLAIMS, ...change }, ASKED, NOW)
const code = (change: object) => {
  const judged = judge(change)
  return judged.ok ? 'ok' : judged.error.code
}

describe('claims of an id token', () => {
  test('that are as they must be say who it is', () => {
    expect(judge({})).toEqual({
      ok: true,
      value: { subject: 'subject-1', email: 'hanh@example.org', isStrong: false, provedAt: null },
    })
  })

  test.each([
    ['issuer', { iss: 'https://id.example.org/' }],
    ['issuer', { iss: undefined }],
    ['audience', { aud: 'them' }],
    ['audience', { aud: [] }],
    ['audience', { aud: undefined }],
    ['party', { aud: ['us', 'them'] }],
    ['party', { aud: ['us', 'them'], azp: 'them' }],
    ['party', { azp: 'them' }],
    ['nonce', { nonce: 'twice' }],
    ['nonce', { nonce: undefined }],
    ['expired', { exp: SECONDS - CLOCK_SKEW_SECONDS }],
    ['expired', { exp: Number.NaN }],
    ['expired', { exp: String(SECONDS + 300) }],
    ['issued', { iat: SECONDS + CLOCK_SKEW_SECONDS + 1 }],
    ['issued', { iat: undefined }],
    ['subject', { sub: '' }],
    ['subject', { sub: 7 }],
    ['subject', { sub: 'x'.repeat(256) }],
    ['ok', { aud: ['us'] }],
    ['ok', { aud: ['them', 'us'], azp: 'us' }],
    ['ok', { exp: SECONDS - CLOCK_SKEW_SECONDS + 1 }],
    ['ok', { iat: SECONDS + CLOCK_SKEW_SECONDS }],
  ])('%s: %o', (expected, change) => {
    expect(code(change)).toBe(expected)
  })

  test('are never believed with any one of them replaced by something else', () => {
    const needed = fc.constantFrom('iss', 'aud', 'nonce', 'sub', 'exp', 'iat')
    const values = fc.oneof(
      fc.jsonValue(),
      fc.double(),
      fc.constantFrom(ASKED.issuer, 'us', ['us'], ['us', 'us'], 'once', SECONDS),
    )
    fc.assert(
      fc.property(needed, values, (name, value) => {
        const judged = judge({ [name]: value })
        const isRight: Readonly<Record<typeof name, boolean>> = {
          iss: value === ASKED.issuer,
          aud: value === 'us' || JSON.stringify(value) === '["us"]',
          nonce: value === 'once',
          sub: typeof value === 'string' && value !== '' && value.length < 256,
          exp: typeof value === 'number' && value > SECONDS - CLOCK_SKEW_SECONDS,
          iat: typeof value === 'number' && value <= SECONDS + CLOCK_SKEW_SECONDS,
        }
        expect(judged.ok).toBe(isRight[name])
      }),
      { numRuns: 500 },
    )
  })

  test('tell an address only where the provider verified it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (email, verified) => {
        const judged = judge({ email, email_verified: verified })
        if (!judged.ok) return false
        if (judged.value.email === null) return true
        return verified === true && typeof email === 'string' && judged.value.email === email.toLowerCase()
      }),
    )
    expect(judge({ email_verified: 'true' })).toMatchObject({ value: { email: null } })
    expect(judge({ email: 'a@b@example.org' })).toMatchObject({ value: { email: null } })
  })

  test.each([
    [true, { amr: ['pwd', 'mfa'] }],
    [true, { amr: ['pwd', 'otp'] }],
    [true, { amr: ['fpt', 'hwk'] }],
    [true, { amr: ['pin', 'sc'] }],
    [true, { acr: 'gold' }],
    [false, { amr: ['pwd'] }],
    // One thing alone, whatever it is: a code by mail, a key that lies there.
    [false, { amr: ['otp'] }],
    [false, { amr: ['hwk'] }],
    [false, { amr: ['swk', 'hwk', 'otp'] }],
    [false, { amr: ['pwd', 'pin', 'kba'] }],
    [false, { amr: ['pwd', 'sms'] }],
    [false, { amr: 'mfa' }],
    [false, { acr: 'silver' }],
    [false, { acr: '' }],
    [false, { acr: ['gold'] }],
  ])('second factor %s: %o', (isStrong, change) => {
    expect(judge(change)).toMatchObject({ value: { isStrong } })
  })

  test('say when the person proved who it is, never in the future', () => {
    expect(judge({ auth_time: SECONDS - 3600 })).toMatchObject({
      value: { provedAt: new Date(NOW.getTime() - 3_600_000) },
    })
    expect(judge({ auth_time: SECONDS + 30 })).toMatchObject({ value: { provedAt: NOW } })
    for (const auth_time of [SECONDS + 61, 0, -1, 'now', Number.NaN])
      expect(judge({ auth_time })).toMatchObject({ value: { provedAt: null } })
  })
})

test('an address is of a domain by what stands after its last sign, and of no other', () => {
  expect(isOfDomain('a@example.org', ['example.org'])).toBe(true)
  expect(isOfDomain('a@EXAMPLE.org', ['example.org'])).toBe(true)
  for (const email of [
    'a@sub.example.org',
    'a@notexample.org',
    'a@example.org.them',
    '@example.org',
    'example.org',
    'a@example.org@them',
  ])
    expect(isOfDomain(email, ['example.org']), email).toBe(false)
  expect(isOfDomain('a@example.org', [])).toBe(false)
})

test('an issuer is an https address and nothing more', () => {
  expect(issuerProblem('https://id.example.org/realms/a', false)).toBeNull()
  expect(issuerProblem('http://127.0.0.1:8080', true)).toBeNull()
  expect(issuerProblem('http://127.0.0.1:8080', false)).toBe('not_https')
  expect(issuerProblem('http://id.example.org', true)).toBe('not_https')
  expect(issuerProblem('file:///etc/passwd', true)).toBe('unreadable')
  expect(issuerProblem('id.example.org', false)).toBe('unreadable')
  for (const more of [
    'https://id.example.org/?a=1',
    'https://id.example.org/?',
    'https://id.example.org/#',
    'https://u:p@id.example.org',
  ])
    expect(issuerProblem(more, false), more).toBe('too_much')
})
