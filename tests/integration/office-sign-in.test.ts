import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { GET } from '@/app/api/auth/office/[office]/route'
import type { StaffActor } from '@/lib/access/grant'
import { doorGrantForAuth } from '@/lib/auth/door-grant'
import { currentHalfOpen } from '@/lib/auth/half-open'
import { comeBack } from '@/lib/auth/office/come-back'
import { tryProvider } from '@/lib/auth/office/discovery'
import { officesWithProvider, setOut, vouchedHere, wayToProvider } from '@/lib/auth/office/set-out'
import { readSessionId, writeSession } from '@/lib/auth/session'
import { completeSignIn } from '@/lib/auth/sign-in'
import { findOpenProvider } from '@/lib/data/identity-providers'
import { saveAppSecret } from '@/lib/data/second-factors'
import { findHalfOpen, type HalfOpen } from '@/lib/data/half-open-sessions'
import { findProof } from '@/lib/data/session-proofs'
import { within } from '@/lib/data/within'
import { unlinkOwnIdentity } from '@/lib/usecases/account/change-own-factors'
import { readProvider, setProvider, tryOwnProvider } from '@/lib/usecases/account/identity-provider'
import { disableStaff } from '@/lib/usecases/disable-staff'
import { resetColleagueFactor } from '@/lib/usecases/reset-second-factor'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { ownerPool } from '../support/database'
import { startIdentityProvider, type Bent, type IdentityProvider, type Signing } from '../support/identity-provider'
import { jar } from '../support/matrix/doors/jar'
import { beginSession, manage, openSession, whoIs, withPassword } from '../support/staff-accounts'

// The real protocol, with a provider of our own that bends what it says.
vi.mock('next/headers', async () => (await import('../support/matrix/doors/browser')).headersOfBrowser)

const KIND = { browser: 'firefox', system: 'android' } as const
const door = doorGrantForAuth()

let there: IdentityProvider
let officeId = ''
let administrator: StaffActor
let officer: StaffActor
let providerId = ''

beforeAll(async () => {
  there = await startIdentityProvider()
})
afterAll(() => there.stop())

beforeEach(async () => {
  jar.clear()
  there.straighten()
  officeId = await anOffice(randomUUID())
  administrator = await aStaffMember(officeId, 'administrator')
  officer = await withApp(await aStaffMember(officeId, 'caseworker'))
  providerId = await provided(administrator)
  vouchFor(officer)
})

/** Switches sign-in through an office on; returns the id of its provider. */
async function provided(by: StaffActor, change: object = {}): Promise<string> {
  const { issuer, clientId, clientSecret: secret } = there
  const set = await setProvider(manage(by), {
    issuer,
    clientId,
    secret,
    domains: ['example.org'],
    acrValues: ['gold'],
    isOn: 'yes',
    ...change,
  })
  expect(set).toMatchObject({ ok: true })
  const { rows } = await ownerPool().query<{ id: string }>('SELECT id FROM identity_provider WHERE office_id = $1', [
    by.officeId,
  ])
  return rows[0]?.id ?? ''
}

async function withApp(actor: StaffActor): Promise<StaffActor> {
  await within(door, (on) => saveAppSecret(on, actor.id, new Uint8Array(20).fill(7), null, new Date()))
  return actor
}

const emailOf = (actor: StaffActor) => `${actor.id}@example.org`
/** The provider says from now on that this person signs in. */
function vouchFor(actor: StaffActor, claims: Bent['claims'] = {}): void {
  there.bent.claims = { sub: `subject of ${actor.id}`, email: emailOf(actor), ...claims }
}

/** Sets out, signs in at the provider, and returns the address that leads back. */
async function goThere(): Promise<URL> {
  expect(await setOut({ providerId, locale: 'vi', next: '/vi/cases', isShared: false })).toMatchObject({ ok: true })
  const way = await wayToProvider()
  const answer = await fetch(way?.to ?? '', { redirect: 'manual' })
  expect(answer.status).toBe(302)
  return new URL(answer.headers.get('location') ?? '')
}
const arrive = async (back?: URL) => comeBack(officeId, (back ?? (await goThere())).searchParams, KIND)

/** Signs in here with password and second factor, in the same browser. */
async function proveHere(actor: StaffActor): Promise<void> {
  await writeSession(await beginSession(actor.id))
  const half = await halfOpen()
  expect(await completeSignIn(half, 'app')).not.toBeNull()
}
async function halfOpen(): Promise<HalfOpen> {
  const sessionId = await readSessionId()
  const half = await within(door, (on) => findHalfOpen(on, sessionId ?? '', new Date()))
  if (!half) throw new Error('nobody waits for the second step')
  return half
}
async function linked(actor: StaffActor, claims: Bent['claims'] = {}): Promise<void> {
  vouchFor(actor, claims)
  expect(await arrive()).toMatchObject({ is: 'link' })
  await proveHere(actor)
  jar.clear()
}
const toldOfAccount = async ({ id }: StaffActor) =>
  (await ownerPool().query(`SELECT 1 FROM notice WHERE staff_id = $1 AND kind = 'account_changed'`, [id])).rowCount
const identities = async () =>
  (
    await ownerPool().query<{ staff_id: string; subject: string }>(
      'SELECT staff_id, subject FROM staff_identity WHERE provider_id = $1',
      [providerId],
    )
  ).rows

describe('the way in', () => {
  test('the first time the person proves once who it is here; from then on the account of the office is enough', async () => {
    expect(await arrive()).toEqual({ is: 'link', locale: 'vi', next: '/vi/cases' })
    expect(await vouchedHere()).toBe(true)
    expect(await readSessionId()).toBeNull()
    expect(await identities()).toEqual([])
    await proveHere(officer)
    expect(await vouchedHere()).toBe(false)
    expect(await identities()).toEqual([{ staff_id: officer.id, subject: `subject of ${officer.id}` }])
    const { rows } = await ownerPool().query(
      `SELECT action FROM audit_event WHERE office_id = $1 AND actor_id = $2 ORDER BY seq`,
      [officeId, officer.id],
    )
    expect(rows).toEqual([{ action: 'staff.link_identity' }, { action: 'staff.sign_in' }])
    expect(await toldOfAccount(officer)).toBe(1)

    jar.clear()
    expect(await arrive()).toMatchObject({ is: 'half', step: 'second' })
    const half = await halfOpen()
    expect(half.actor.id).toBe(officer.id)
    expect(await whoIs(half.sessionId)).toBeNull()
  })

  test.each([
    ['amr', { amr: ['pwd', 'otp'] }],
    ['acr of the office', { acr: 'gold' }],
  ])('with a second factor there (%s) the session opens at once', async (_, claims) => {
    await linked(officer)
    vouchFor(officer, claims)
    expect(await arrive()).toMatchObject({ is: 'open', role: 'caseworker', next: '/vi/cases' })
    const sessionId = (await readSessionId()) ?? ''
    expect(await whoIs(sessionId)).toMatchObject({ id: officer.id })
    // When it was proved nobody said: what asks again asks.
    expect(await within(door, (on) => findProof(on, sessionId, officer.id))).toBeNull()
  })

  test('what the provider says of the time of the proof counts here', async () => {
    await linked(officer)
    const at = Math.floor(Date.now() / 1000) - 120
    vouchFor(officer, { amr: ['mfa'], auth_time: at })
    expect(await arrive()).toMatchObject({ is: 'open' })
    const sessionId = (await readSessionId()) ?? ''
    expect(await within(door, (on) => findProof(on, sessionId, officer.id))).toEqual(new Date(at * 1000))
  })

  test('who has no second factor here sets one up, whatever the provider asked for', async () => {
    await linked(officer)
    await ownerPool().query('DELETE FROM staff_totp WHERE staff_id = $1', [officer.id])
    vouchFor(officer, { amr: ['mfa'] })
    expect(await arrive()).toMatchObject({ is: 'half', step: 'set-up' })
  })

  test.each<Signing>(['RS256', 'PS256', 'ES256', 'EdDSA'])('a token signed with %s is believed', async (signing) => {
    there.bent.signing = signing
    expect(await arrive()).toMatchObject({ is: 'link' })
  })

  test('the route leads on within our own address and keeps nothing', async () => {
    const params = Promise.resolve({ office: officeId })
    const there = await goThere()
    expect(there.pathname).toBe(`/api/auth/office/${officeId}`)
    const answer = await GET(new Request(there), { params })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/vi/sign-in?next=%2Fvi%2Fcases')
    expect(answer.headers.get('cache-control')).toContain('no-store')
    const without = await GET(new Request(`${there.origin}${there.pathname}?code=a&state=b`), { params })
    expect(without.headers.get('location')).toBe('/sign-in/office?failed=1')
  })
})

describe('nobody comes in', () => {
  const past = () => Math.floor(Date.now() / 1000) - 61
  test.each<[string, () => Partial<Bent>]>([
    ['with another nonce', () => ({ claims: { nonce: 'another' } })],
    ['without a nonce', () => ({ claims: { nonce: undefined } })],
    ['with a token for somebody else', () => ({ claims: { aud: 'them' } })],
    ['with a token for several without a party', () => ({ claims: { aud: [there.clientId, 'them'] } })],
    ['with a token of another party', () => ({ claims: { azp: 'them' } })],
    ['with a token that ran out', () => ({ claims: { exp: past() } })],
    ['with a token of the future', () => ({ claims: { iat: Math.floor(Date.now() / 1000) + 120 } })],
    ['with a token of another issuer', () => ({ claims: { iss: 'https://id.example.com' } })],
    ['without a signature', () => ({ signing: 'none' })],
    ['with a signature made from the public key', () => ({ signing: 'HS256' })],
    ['with a signature of a stranger', () => ({ signing: 'stranger' })],
    ['when the way back names another issuer', () => ({ back: { iss: 'https://id.example.com' } })],
    ['when the way back has another state', () => ({ back: { state: 'another' } })],
    ['when the way back has another code', () => ({ back: { code: randomUUID() } })],
    ['when the provider refuses', () => ({ back: { error: 'access_denied' } })],
    ['with an address that is not verified', () => ({ claims: { email: emailOf(officer), email_verified: false } })],
    ['without an address', () => ({ claims: { email: undefined } })],
    ['with an address of another domain', () => ({ claims: { email: 'somebody@sub.example.org' } })],
  ])('%s', async (_, bend) => {
    const { claims, ...rest } = bend()
    Object.assign(there.bent, rest)
    vouchFor(officer, claims)
    expect(await arrive()).toEqual({ is: 'failed', locale: 'vi', next: '/vi/cases' })
    expect(await readSessionId()).toBeNull()
    expect(await vouchedHere()).toBe(false)
  })

  test('a linked person neither, with a token that is not for here', async () => {
    await linked(officer)
    vouchFor(officer, { amr: ['mfa'], aud: 'them' })
    expect(await arrive()).toMatchObject({ is: 'failed' })
    expect(await readSessionId()).toBeNull()
  })

  test('a way back opens once, also where browser and provider would take it again', async () => {
    there.bent.keepsCodes = true
    await linked(officer)
    vouchFor(officer, { amr: ['mfa'] })
    const back = await goThere()
    const errand = jar.get('office') ?? ''
    expect(await arrive(back)).toMatchObject({ is: 'open' })
    jar.clear()
    expect(await arrive(back), 'without an errand').toMatchObject({ is: 'failed', locale: '' })
    jar.set('office', errand)
    expect(await arrive(back), 'again').toMatchObject({ is: 'failed' })
    const other = await goThere()
    jar.set('office', errand)
    expect(await arrive(other), 'of another errand').toMatchObject({ is: 'failed' })
    expect(await readSessionId()).toBeNull()
  })

  test('a session of staff is no errand, and an errand no session', async () => {
    await goThere()
    jar.set('session', jar.get('office') ?? '')
    expect(await readSessionId()).toBeNull()
    await writeSession(randomUUID())
    jar.set('office', jar.get('session') ?? '')
    expect(await wayToProvider()).toBeNull()
  })

  test('who was disabled looks like somebody who is not linked', async () => {
    await linked(officer)
    const able = await withPassword(officeId, 'administrator')
    expect(await disableStaff(manage(able), { staffId: officer.id, version: 1 })).toMatchObject({ ok: true })
    vouchFor(officer, { amr: ['mfa'] })
    expect(await arrive()).toMatchObject({ is: 'link' })
    expect(await currentHalfOpen()).toBeNull()
  })

  test('whom nobody has an account for is told the same, and a linked person of a domain that is allowed no more', async () => {
    vouchFor(officer, { email: 'nobody@example.org', sub: 'nobody' })
    expect(await arrive()).toEqual({ is: 'link', locale: 'vi', next: '/vi/cases' })
    await linked(officer)
    await provided(administrator, { domains: ['example.net'] })
    vouchFor(officer, { amr: ['mfa'] })
    expect(await arrive()).toMatchObject({ is: 'failed' })
  })

  test('by what one provider gave out for another one, to which it is never told', async () => {
    // The provider of another office sends on to the one of this office, which leads back here and does not say who it is.
    const other = await startIdentityProvider()
    try {
      const far = await aStaffMember(await anOffice(randomUUID()), 'administrator')
      const { issuer, clientId, clientSecret: secret } = other
      const farId = await provided(far, { issuer, clientId, secret })
      other.bent.document = { authorization_response_iss_parameter_supported: false }
      expect(await setOut({ providerId: farId, locale: 'vi', next: '', isShared: false })).toMatchObject({ ok: true })
      const way = new URL((await wayToProvider())?.to ?? '')
      const onwards = new URL(`${there.issuer}/authorize${way.search}`)
      onwards.searchParams.set('client_id', there.clientId)
      onwards.searchParams.set(
        'redirect_uri',
        `${way.searchParams.get('redirect_uri')?.replace(far.officeId, officeId)}`,
      )
      const answer = await fetch(onwards, { redirect: 'manual' })
      const back = new URL(answer.headers.get('location') ?? '')
      expect(back.pathname).toContain(officeId)
      back.searchParams.delete('iss')
      const told = vi.spyOn(globalThis, 'fetch')
      expect(await arrive(back)).toMatchObject({ is: 'failed' })
      expect(told.mock.calls.map(([to]) => new Request(to).url)).not.toContain(`${other.issuer}/token`)
      told.mockRestore()
    } finally {
      await other.stop()
    }
  })

  test('through an office that switched it off', async () => {
    const back = await goThere()
    await provided(administrator, { isOn: undefined })
    expect(await arrive(back)).toMatchObject({ is: 'failed' })
    expect(await setOut({ providerId, locale: 'en', next: '', isShared: false })).toMatchObject({ ok: false })
    expect((await officesWithProvider()).map(({ id }) => id)).not.toContain(providerId)
  })
})

describe('a link', () => {
  test('is made for nobody but the person of the address, in the office of the provider', async () => {
    const colleague = await withApp(await aStaffMember(officeId, 'caseworker'))
    expect(await arrive()).toMatchObject({ is: 'link' })
    await proveHere(colleague)
    expect(await identities()).toEqual([])

    const far = await withApp(await aStaffMember(await anOffice(randomUUID()), 'caseworker'))
    vouchFor(far)
    expect(await arrive()).toMatchObject({ is: 'link' })
    await proveHere(far)
    expect(await identities()).toEqual([])
  })

  test('is taken away by its person, whose other sessions end', async () => {
    await linked(officer)
    const [here, elsewhere] = [await openSession(officer.id), await openSession(officer.id)]
    const own = { grant: staffGrant(officer, 'session.own'), door, sessionId: here }
    await unlinkOwnIdentity(own)
    expect(await identities()).toEqual([])
    expect([await whoIs(here), await whoIs(elsewhere)]).toEqual([expect.objectContaining({ id: officer.id }), null])
    vouchFor(officer, { amr: ['mfa'] })
    expect(await arrive()).toMatchObject({ is: 'link' })
  })

  test('does not go over to somebody else, and ends with another issuer or when a colleague resets the second step', async () => {
    await linked(officer)
    const colleague = await withApp(await aStaffMember(officeId, 'caseworker'))
    // The provider gave the address of the colleague to the same subject: it is still the officer.
    vouchFor(officer, { email: emailOf(colleague) })
    expect(await arrive()).toMatchObject({ is: 'half' })
    expect((await halfOpen()).actor.id).toBe(officer.id)

    await ownerPool().query('UPDATE staff_identity SET issuer = $2 WHERE staff_id = $1', [
      officer.id,
      'https://before.example',
    ])
    jar.clear()
    vouchFor(officer)
    expect(await arrive()).toMatchObject({ is: 'link' })
    await proveHere(officer)
    jar.clear()
    expect(await resetColleagueFactor(staffGrant(administrator, 'staff.reset_factor'), officer.id)).toMatchObject({
      ok: true,
    })
    expect(await identities()).toEqual([])
  })
})

describe('the settings of an office', () => {
  test('keep the secret under the key ring, tell it nobody, and leave it where none is given', async () => {
    await provided(administrator, { secret: '', clientId: 'other' })
    expect(await readProvider(manage(administrator))).toEqual({
      issuer: there.issuer,
      clientId: 'other',
      domains: ['example.org'],
      acrValues: ['gold'],
      isOn: true,
    })
    expect(await within(door, (on) => findOpenProvider(on, providerId))).toMatchObject({
      clientSecret: there.clientSecret,
    })
    const { rows } = await ownerPool().query<{ all: string }>(
      `SELECT p::text || (SELECT string_agg(e::text, '') FROM audit_event e WHERE e.office_id = p.office_id) AS all FROM identity_provider p WHERE id = $1`,
      [providerId],
    )
    expect(rows[0]?.all).toContain('identity_provider.set')
    expect(rows[0]?.all).not.toContain(there.clientSecret)
    expect(rows[0]?.all).not.toContain(Buffer.from(there.clientSecret).toString('hex'))
  })

  test('are of the own office, need a secret at first, and an issuer that can be one', async () => {
    const far = await aStaffMember(await anOffice(randomUUID()), 'administrator')
    expect(await readProvider(manage(far))).toBeNull()
    expect(await tryOwnProvider(manage(far))).toBeNull()
    const { issuer, clientId } = there
    const given = { issuer, clientId, domains: ['example.org'] }
    expect(await setProvider(manage(far), { ...given, secret: '' })).toEqual({ ok: false, error: { code: 'secret' } })
    expect(await setProvider(manage(far), { ...given, secret: 'x', issuer: 'http://id.example.org' })).toEqual({
      ok: false,
      error: { code: 'issuer' },
    })
    expect(await tryOwnProvider(manage(administrator))).toBe('found')
  })

  test.each<[string, () => Partial<Bent>]>([
    ['other_issuer', () => ({ document: { issuer: `${there.issuer}/` } })],
    ['incomplete', () => ({ document: { jwks_uri: undefined } })],
    ['not_https', () => ({ document: { token_endpoint: 'http://id.example.org/token' } })],
    ['no_pkce', () => ({ document: { code_challenge_methods_supported: ['plain'] } })],
    ['weak', () => ({ document: { id_token_signing_alg_values_supported: ['HS256', 'none'] } })],
    ['redirected', () => ({ answer: { status: 302, body: '', location: 'https://id.example.org' } })],
    ['no_document', () => ({ answer: { status: 404, body: '{}' } })],
    ['no_document', () => ({ answer: { status: 200, body: '<html>' } })],
    ['too_long', () => ({ answer: { status: 200, body: `"${'x'.repeat(65 * 1024)}"` } })],
  ])('%s is what a try says', async (code, bend) => {
    Object.assign(there.bent, bend())
    expect(await tryProvider(there.issuer)).toEqual({ ok: false, error: { code } })
  })

  test('a try says when nobody answers', async () => {
    const gone = await startIdentityProvider()
    await gone.stop()
    expect(await tryProvider(gone.issuer)).toEqual({ ok: false, error: { code: 'unreachable' } })
  })
})
