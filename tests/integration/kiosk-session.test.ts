import { expect, test } from 'vitest'
import { grantOpen } from '@/lib/access/grant'
import { lockStaffSession, useKioskSession } from '@/lib/data/kiosk-sessions'
import { KIOSK_IDLE_MINUTES } from '@/lib/data/session-life'
import { useStaffSession } from '@/lib/data/staff-sessions'
import { within } from '@/lib/data/within'
import { aStaffMember, anOffice } from '../support/builders'
import { openSession } from '../support/staff-accounts'

const NOW = new Date('2026-11-21T00:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

test('a browser that was lent and then forgotten is no kiosk any more; one that is used is', async () => {
  const officer = await aStaffMember(await anOffice('desk'), 'caseworker')
  const door = grantOpen({ kind: 'door' }, 'door.look_up')
  const id = await openSession(officer.id, NOW)
  await within(door, (on) => lockStaffSession(on, id, later(20)))
  const kioskAt = (minutes: number) => within(door, (on) => useKioskSession(on, id, later(minutes)))
  expect(await within(door, (on) => useStaffSession(on, id, later(21)))).toBeNull()
  // A worker who takes long over each page keeps it.
  for (const minutes of [20 + KIOSK_IDLE_MINUTES, 75 + KIOSK_IDLE_MINUTES])
    expect(await kioskAt(minutes)).toMatchObject({ id: officer.id })
  expect(await kioskAt(76 + 2 * KIOSK_IDLE_MINUTES)).toBeNull()
})
