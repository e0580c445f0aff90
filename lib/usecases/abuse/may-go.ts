import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { countTurn } from '@/lib/data/flow'
import { within } from '@/lib/data/within'
import type { FlowName } from '@/lib/domain/flow-limits'
import { now } from '@/lib/platform/clock'

/** Whether somebody may do something once more that can wait a quarter of an hour: there is nothing to do about it but to come again. */
export async function mayGo(
  door: Grant<'door.look_up'>,
  name: Exclude<FlowName, 'draft' | 'report' | 'code'>,
  network: string,
): Promise<boolean> {
  return (await within(door, (on) => countTurn(on, { name, network, at: now() }))).went
}
