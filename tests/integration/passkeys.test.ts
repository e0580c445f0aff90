import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { addPasskey, askToAdd, askToUse, passkeyFits, type PasskeyHolder } from '@/lib/auth/passkeys'
import { factorsOf } from '@/lib/auth/second-factor'
import { anOffice } from '../support/builders'
import { aSecurityKey, type Bent } from '../support/software-authenticator'
import { beginSession, openSession, withPassword } from '../support/staff-accounts'

vi.mock('next/headers', async () => (await import('../support/matrix/doors/browser')).headersOfBrowser)

let officer: StaffActor
let holder: PasskeyHolder
let key: ReturnType<typeof aSecurityKey>

beforeEach(async () => {
  officer = await withPassword(await anOffice(randomUUID()), 'caseworker')
  holder = { sessionId: await beginSession(officer.id), staffId: officer.id }
  key = aSecurityKey()
})

const challengeOf = (asked: { readonly challenge: string } | null) => {
  if (!asked) throw new Error('passkeys do not work here')
  return asked.challenge
}
const added = async (bent: Bent = {}) => {
  const asked = await askToAdd(holder, { email: `${officer.id}@example.org`, displayName: officer.displayName })
  return addPasskey(holder, key.make(challengeOf(asked), bent), 'Key')
}
const used = async (bent: Bent = {}, how: 'beside_password' | 'alone' = 'beside_password', by = holder) =>
  passkeyFits(by, key.use(challengeOf(await askToUse(by, how)), bent), how)

describe('a passkey', () => {
  test('is kept when a browser made it for this site, and for no other', async () => {
    for (const bent of [
      { origin: 'http://localhost:3001' },
      { origin: 'https://localhost:3000' },
      { rpId: 'example.org' },
      { type: 'webauthn.get' },
      { isPresent: false },
    ])
      expect(await added(bent), JSON.stringify(bent)).toBe(false)
    expect(await factorsOf(officer.id)).toMatchObject({ passkeys: 0 })
    expect(await added()).toBe(true)
    expect(await factorsOf(officer.id)).toMatchObject({ passkeys: 1 })
  })

  test('opens with an answer to what was asked, once, from this site', async () => {
    await added()
    for (const bent of [
      { origin: 'https://localhost.example.org' },
      { rpId: 'example.org' },
      { type: 'webauthn.create' },
      { isPresent: false },
    ])
      expect(await used(bent), JSON.stringify(bent)).toBe(false)
    const challenge = challengeOf(await askToUse(holder, 'beside_password'))
    const answer = key.use(challenge)
    expect(await Promise.all([1, 2, 3].map(() => passkeyFits(holder, answer, 'beside_password')))).toEqual(
      expect.arrayContaining([true, false, false]),
    )
    expect(await passkeyFits(holder, answer, 'beside_password')).toBe(false)
    expect(await passkeyFits(holder, key.use(challenge), 'beside_password'), 'asked before').toBe(false)
  })

  test('that counts back was copied, and opens nothing', async () => {
    await added()
    expect(await used({ counter: 40 })).toBe(true)
    expect(await used({ counter: 40 })).toBe(false)
    expect(await used({ counter: 12 })).toBe(false)
    expect(await used({ counter: 41 })).toBe(true)
  })

  test('of somebody else opens nothing, nor what another session was asked', async () => {
    await added()
    const colleague = await withPassword(officer.officeId, 'caseworker')
    const theirs = { sessionId: await beginSession(colleague.id), staffId: colleague.id }
    expect(await askToUse(theirs, 'beside_password')).toBeNull()
    expect(await passkeyFits(theirs, key.use(challengeOf(await askToUse(holder, 'alone'))), 'alone')).toBe(false)
    const elsewhere = { sessionId: await beginSession(officer.id), staffId: officer.id }
    expect(await passkeyFits(elsewhere, key.use(challengeOf(await askToUse(holder, 'alone'))), 'alone')).toBe(false)
  })

  test('that lies in the machine and is touched by anybody is a second factor beside a password, and no proof alone', async () => {
    await added()
    const open = { sessionId: await openSession(officer.id), staffId: officer.id }
    expect(await askToUse(open, 'alone')).toMatchObject({ userVerification: 'required' })
    expect(await used({ isVerified: false })).toBe(true)
    expect(await used({ isVerified: false }, 'alone', open)).toBe(false)
    expect(await used({}, 'alone', open)).toBe(true)
  })
})
