import 'server-only'
import type { JobKind } from '@/lib/domain/jobs'
import { log } from '@/lib/platform/logger'
import { refuseMovedClock } from '@/lib/platform/steady-clock'
import { anchorChains } from '@/lib/usecases/audit/anchor-chains'
import { sweepFiles } from '@/lib/usecases/files/sweep-files'
import { recountLimitations } from '@/lib/usecases/forums/recount-limitations'
import { rollPassedLimitations } from '@/lib/usecases/forums/roll-limitations'
import { forgetNotices } from '@/lib/usecases/jobs/forget-notices'
import { remindOfDeadlines } from '@/lib/usecases/jobs/remind-of-deadlines'
import { sendWaitingMail } from '@/lib/usecases/jobs/send-waiting-mail'
import { findMissingWords } from '@/lib/usecases/make-missing-words'
import { countDesk } from '@/lib/usecases/learning/count-desk'
import { tendImports } from '@/lib/usecases/imports/tend-imports'
import { makeMicrodata } from '@/lib/usecases/statistics/microdata/make-files'
import { makeToldColumns } from '@/lib/usecases/statistics/make-told-columns'
import { runRetention } from '@/lib/usecases/retention/run-retention'
import { reassessFees } from '@/lib/usecases/reassess-fees'
import { watchSystem } from '@/lib/usecases/system/watch-system'
import { sweep } from '@/lib/usecases/sweep'
import { runSchedules } from '@/lib/usecases/statistics/schedules/run-schedules'
import { composeMail } from './compose-mail'
import { statisticWords } from './statistic-words'

/** What each job does; the answer is how many things it did. What it throws counts as a failure of the job. */
export const WORK: Readonly<Record<JobKind, () => Promise<number>>> = {
  reminders: remindOfDeadlines,
  mail: async () => {
    const { sent, failed } = await sendWaitingMail(composeMail)
    if (failed > 0) throw new Undelivered()
    return sent
  },
  // What deletes when a time has come asks first whether it came by itself.
  sweep: async () => {
    refuseMovedClock()
    const { expired, erasedCases } = await sweep()
    if (erasedCases > 0) log('info', { event: 'erased_cases', count: erasedCases })
    return expired + erasedCases
  },
  files: () => {
    refuseMovedClock()
    return sweepFiles()
  },
  fees: async () => {
    const { changed, failed } = await reassessFees()
    if (failed > 0) log('error', { event: 'cases_not_reassessed', count: failed })
    return changed
  },
  limitations: async () => (await recountLimitations()) + (await rollPassedLimitations()),
  words: findMissingWords,
  totals: makeToldColumns,
  desk: countDesk,
  exports: () => runSchedules(statisticWords),
  imports: tendImports,
  microdata: makeMicrodata,
  anchors: anchorChains,
  watch: watchSystem,
  retention: () => {
    refuseMovedClock()
    return runRetention()
  },
  notices: () => {
    refuseMovedClock()
    return forgetNotices()
  },
}

/** Some mail did not go: the page of the jobs says how much and which answer the mail server gave. */
class Undelivered extends Error {
  override readonly name = 'mail_not_delivered'
}
