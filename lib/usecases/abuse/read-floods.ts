import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { listFlowHours, type FlowHour } from '@/lib/data/flow'
import { listAlikeReports, type AlikeReports } from '@/lib/data/report-marks'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'

const SHOWN_MS = 24 * 3_600_000

/** The last day of what anybody may do, by hour, and reports of the office that came in a flood of the same words; administrators see none of these. */
export function readFloods(
  grant: Grant<'flow.read'>,
): Promise<{ readonly hours: readonly FlowHour[]; readonly alike: readonly AlikeReports[]; readonly at: Date }> {
  const at = now()
  return within(grant, async (on) => ({
    hours: await listFlowHours(on, new Date(at.getTime() - SHOWN_MS)),
    alike: await listAlikeReports(on, at),
    at,
  }))
}
