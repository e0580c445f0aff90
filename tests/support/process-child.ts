import { randomUUID } from 'node:crypto'
import { doorGrantForAuth } from '@/lib/auth/door-grant'
import { listExchangeRates } from '@/lib/data/exchange-rates'
import { listRuleVersions } from '@/lib/data/fee-rules'
import { insertStaffSession, openStaffSession } from '@/lib/data/half-open-sessions'
import { revokeStaffSession, useStaffSession } from '@/lib/data/staff-sessions'
import { countWrongTries, tryCountOf } from '@/lib/data/throttle'
import { within } from '@/lib/data/within'
import { useWorkerSession } from '@/lib/data/worker-sessions'
import { now } from '@/lib/platform/clock'
import { leaveOwnCase } from '@/lib/usecases/leave-own-case'
import { openOwnCase } from '@/lib/usecases/open-own-case'
import { readIndex } from '@/lib/usecases/statistics/column-index'

// A process of the application with its own memory, for tests of two beside each other: does what it is asked by name.

const door = doorGrantForAuth()

const DO: Readonly<Record<string, (...words: string[]) => Promise<unknown>>> = {
  signIn: (staffId = '') =>
    within(door, async (on) => {
      const kind = { browser: 'firefox', system: 'android' } as const
      const half = await insertStaffSession(on, { staffId, isShared: false, ...kind }, now())
      return openStaffSession(on, half, { wrongBefore: 0, provedAt: now() }, now())
    }),
  whoIs: async (session = '') => (await within(door, (on) => useStaffSession(on, session, now())))?.id ?? null,
  signOut: (session = '') => within(door, (on) => revokeStaffSession(on, session, now())),
  comeBack: async (code = '', network: string = randomUUID()) => {
    const opened = await openOwnCase(door, { code, network, formerToken: undefined })
    return opened.ok ? opened.value : opened.error.code
  },
  whoseCase: (token = '') => within(door, (on) => useWorkerSession(on, token, now())),
  leave: (token = '') => leaveOwnCase(door, token),
  wrongTries: (network = '') => within(door, (on) => countWrongTries(on, tryCountOf('secret-code', network, now()))),
  rate: async (currency = '', period = '') => {
    const rates = await within(door, (on) => listExchangeRates(on))
    return rates.find((rate) => rate.currency === currency && rate.period === period)?.unitsPerUsd ?? null
  },
  ruleVersions: async (id = '') => {
    const versions = await within(door, (on) => listRuleVersions(on))
    return versions.filter((rule) => rule.id === id).length
  },
  counted: () => readIndex(async (store) => store.reports),
}

process.on('disconnect', () => process.exit(0))
process.on('message', ({ id, what, words }: { id: number; what: string; words: string[] }) => {
  const done = DO[what]
  if (!done) throw new Error(`${what} is nothing to do`)
  done(...words).then(
    (value) => process.send?.({ id, value: value ?? null }),
    (error: unknown) => process.send?.({ id, failure: String(error) }),
  )
})
process.send?.({ id: 0, value: null })
