import 'server-only'
import { newId } from '@/lib/platform/ids'
import { unwrapKey, wrapKey } from '@/lib/sealing/key-wrap'
import type { Scoped } from './within'

/** How the people of an office sign in with the office's own account. */
export type ProviderSettings = {
  readonly issuer: string
  readonly clientId: string
  readonly domains: readonly string[]
  readonly acrValues: readonly string[]
  readonly isOn: boolean
}

/** A provider whose people may come in, with what we prove there who we are. */
export type OpenProvider = ProviderSettings & {
  readonly id: string
  readonly officeId: string
  readonly officeName: string
  readonly clientSecret: string
}

const SETTINGS = { issuer: true, clientId: true, domains: true, acrValues: true, isOn: true } as const

/** The settings of the own office, without the secret; null when there are none. */
export function findOwnProvider(on: Scoped<'staff.manage'>): Promise<ProviderSettings | null> {
  return on.db.identityProvider.findUnique({ where: { officeId: on.grant.actor.officeId }, select: SETTINGS })
}

/** Keeps the settings of the own office; without a secret the one that is kept stays. False: there is none to stay. */
export async function saveProvider(
  on: Scoped<'staff.manage'>,
  settings: ProviderSettings,
  secret: string | null,
  now: Date,
): Promise<boolean> {
  const { officeId } = on.grant.actor
  const kept = await on.db.identityProvider.findUnique({ where: { officeId }, select: { id: true } })
  if (!kept && secret === null) return false
  const id = kept?.id ?? newId()
  const { domains, acrValues, ...rest } = settings
  const columns = { ...rest, domains: [...domains], acrValues: [...acrValues], updatedAt: now }
  const wrapped = secret === null ? null : wrapKey('provider', id, Buffer.from(secret, 'utf8'))
  if (kept) await on.db.identityProvider.updateMany({ where: { id }, data: { ...columns, ...wrapped } })
  else if (wrapped)
    await on.db.identityProvider.create({ data: { id, officeId, ...columns, ...wrapped }, select: { id: true } })
  return true
}

/** The offices whose people sign in with the office's own account. */
export async function listOpenProviders(
  on: Scoped<'door.look_up'>,
): Promise<{ readonly id: string; readonly officeName: string }[]> {
  const rows = await on.db.identityProvider.findMany({
    where: { isOn: true },
    select: { id: true, office: { select: { name: true } } },
    orderBy: { office: { name: 'asc' } },
  })
  return rows.map(({ id, office }) => ({ id, officeName: office.name }))
}

/** A provider that is on; null otherwise. Throws SealBroken. */
export async function findOpenProvider(on: Scoped<'door.look_up'>, id: string): Promise<OpenProvider | null> {
  const row = await on.db.identityProvider.findFirst({
    where: { id, isOn: true },
    select: { ...SETTINGS, id: true, officeId: true, wrappedKey: true, office: { select: { name: true } } },
  })
  if (!row) return null
  const { wrappedKey, office, ...settings } = row
  return {
    ...settings,
    officeName: office.name,
    clientSecret: unwrapKey('provider', id, wrappedKey).toString('utf8'),
  }
}
