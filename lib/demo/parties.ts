import 'server-only'
import { findCaseSeal } from '@/lib/data/case-keys'
import { listCaseParties } from '@/lib/data/case-party-links'
import { countParties } from '@/lib/data/parties'
import { within } from '@/lib/data/within'
import type { PartyRole } from '@/lib/domain/fees/payees'
import { LICENCE_REGIMES, type LicenceRegime } from '@/lib/domain/parties/register'
import { newId } from '@/lib/platform/ids'
import { linkParty } from '@/lib/usecases/parties/link-case-party'
import { createParty } from '@/lib/usecases/parties/save-party'
import { ACCEPTING_COMPANIES, SUPERVISING_ORGANIZATIONS } from './japanese-parties'
import type { DemoCase } from './life/demo-case'
import type { DemoDesk } from './offices'
import { expectOk, permitted } from './permitted'
import { WORDS_OF } from './words/words-of'

type Entry = {
  readonly name: string
  readonly country: string
  readonly role: PartyRole
  readonly regime: LicenceRegime | null
}

/** The invented organisations of the demonstration with invented licences, where the register is still empty. By name as workers give it. */
export async function makeDemoParties(desks: readonly DemoDesk[]): Promise<ReadonlyMap<string, string>> {
  const [desk] = desks
  if (!desk || (await within(permitted(desk.supervisor, 'party.read'), countParties)) > 0) return new Map()
  const grant = permitted(desk.supervisor, 'party.write')
  const made = new Map<string, string>()
  let number = 100
  for (const { name, country, role, regime } of entries()) {
    number += 1
    // "Mihon Foods Co., Ltd. (みほん食品株式会社)" is two names.
    const [, latin = name, native] = /^(.*?)\s*\((.*)\)$/u.exec(name) ?? []
    const done = await createParty(grant, {
      country,
      roles: [role],
      names: [
        { name: native ?? latin, kind: 'registered' },
        ...(native === undefined ? [] : [{ name: latin, kind: 'romanised' as const }]),
      ],
      licences: regime === null ? [] : [{ regime, number: `DEMO-${number}`, fromOn: '2022-04-01', toOn: null }],
      programmes: number % 4 === 0 ? [{ programme: 'vj_feri', fromOn: '2025-04-01', toOn: null }] : [],
      requestId: newId(),
      isSureNew: true,
      source: 'Invented for the demonstration',
    })
    expectOk(done, 'write down a party')
    if (done.ok) made.set(name, done.value)
  }
  return made
}

/** Links what the workers of some cases named to the register, as an officer would. */
export async function linkDemoParties(demoCase: DemoCase, parties: ReadonlyMap<string, string>): Promise<void> {
  if (parties.size === 0) return
  const grant = permitted(demoCase.officer, 'case.link_party')
  const named = await within(grant, async (on) => {
    const caseSeal = await findCaseSeal(on, demoCase.id)
    return caseSeal ? listCaseParties(on, caseSeal) : []
  })
  for (const { id, given, partyId } of named) {
    const found = given === null || partyId !== null ? undefined : parties.get(given)
    if (found === undefined) continue
    expectOk(
      await linkParty(grant, { number: demoCase.number, casePartyId: id, partyId: found, seen: null }),
      'link a party',
    )
  }
}

function entries(): readonly Entry[] {
  const sending = Object.entries(WORDS_OF).flatMap(([country, words]) =>
    words.sendingOrganizations.map((name): Entry => {
      const regime = LICENCE_REGIMES.find((one) => one.country === country)?.code ?? 'other'
      return { name, country, role: 'sending_organization', regime }
    }),
  )
  return [
    ...sending,
    ...SUPERVISING_ORGANIZATIONS.map((name): Entry => ({
      name,
      country: 'JP',
      role: 'supervising_organization',
      regime: 'jp_supervising',
    })),
    ...ACCEPTING_COMPANIES.map((name): Entry => ({ name, country: 'JP', role: 'accepting_company', regime: null })),
  ].filter(({ name }, place, all) => all.findIndex((other) => other.name === name) === place)
}
