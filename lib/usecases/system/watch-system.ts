import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { tellAdministrators } from '@/lib/data/notices'
import { within } from '@/lib/data/within'
import { codesToAct } from '@/lib/domain/system/lines'
import { readSystem } from './read-system'

/** Looks how the installation stands, and tells every administrator once a day what of it needs somebody now. Returns how many notices these are. */
export async function watchSystem(): Promise<number> {
  const grant = grantOpen({ kind: 'system' }, 'system.observe')
  const { facts } = await readSystem(grant)
  const codes = codesToAct(facts)
  return codes.length === 0 ? 0 : within(grant, (on) => tellAdministrators(on, codes, facts.at))
}
