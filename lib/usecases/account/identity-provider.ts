import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { tryProvider, type DiscoveryRefusal } from '@/lib/auth/office/discovery'
import { isTrial } from '@/lib/auth/office/provider-fetch'
import { appendAudit } from '@/lib/data/audit'
import { findOwnProvider, saveProvider, type ProviderSettings } from '@/lib/data/identity-providers'
import { within } from '@/lib/data/within'
import { issuerProblem } from '@/lib/domain/office-sign-in'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import type { IdentityProviderInput } from '@/lib/schemas/settings/identity-provider'

/** The identity provider of the own office, without its secret; null when none is set. */
export function readProvider(grant: Grant<'staff.manage'>): Promise<ProviderSettings | null> {
  return within(grant, (on) => findOwnProvider(on))
}

/** Sets it. Another issuer knows nobody who is linked. Refuses with `issuer` or `secret`: which field is not as it must be. */
export async function setProvider(
  grant: Grant<'staff.manage'>,
  { secret = '', isOn, acrValues = [], ...settings }: IdentityProviderInput,
): Promise<Result<null, { code: 'issuer' | 'secret' }>> {
  if (issuerProblem(settings.issuer, isTrial()) !== null) return err({ code: 'issuer' })
  const chosen = { ...settings, acrValues, isOn: isOn !== undefined }
  return within(grant, async (on): Promise<Result<null, { code: 'secret' }>> => {
    if (!(await saveProvider(on, chosen, secret === '' ? null : secret, now()))) return err({ code: 'secret' })
    const detail = { issuer: chosen.issuer, domains: chosen.domains, isOn: chosen.isOn, isNewSecret: secret !== '' }
    await appendAudit(on, grant.actor.officeId, 'identity_provider.set', { detail })
    return ok(null)
  })
}

/** Asks the provider that is set what it says of itself: `found`, or what is wrong; null when none is set. */
export async function tryOwnProvider(grant: Grant<'staff.manage'>): Promise<'found' | DiscoveryRefusal['code'] | null> {
  const kept = await readProvider(grant)
  if (kept === null) return null
  const tried = await tryProvider(kept.issuer)
  return tried.ok ? 'found' : tried.error.code
}
