import 'server-only'
import type { QuietHours } from '@/lib/domain/notices'
import type { Scoped } from './within'

/** What somebody put aside, and when no mail goes to them. `version` 0: never changed. */
export type NoticeSettings = {
  readonly appOff: readonly string[]
  readonly mailOff: readonly string[]
  readonly quiet: QuietHours | null
  readonly timeZone: string
  readonly version: number
}

/** The own settings; where nothing was ever changed, everything is told and no hour is quiet. */
export async function findNoticeSettings(on: Scoped<'notice.own'>): Promise<NoticeSettings> {
  const row = await on.db.noticeSettings.findUnique({ where: { staffId: on.grant.actor.id } })
  if (!row) return { appOff: [], mailOff: [], quiet: null, timeZone: 'Asia/Tokyo', version: 0 }
  const { appOff, mailOff, quietFrom: from, quietTo: to, timeZone, version } = row
  return { appOff, mailOff, quiet: from === null || to === null ? null : { from, to }, timeZone, version }
}

/** Stores the own settings if they are still of `settings.version`. False when another window changed them meanwhile. */
export async function storeNoticeSettings(
  on: Scoped<'notice.own'>,
  settings: NoticeSettings,
  at: Date,
): Promise<boolean> {
  const { version, quiet, appOff, mailOff, timeZone } = settings
  const staffId = on.grant.actor.id
  const data = {
    appOff: [...appOff],
    mailOff: [...mailOff],
    quietFrom: quiet?.from ?? null,
    quietTo: quiet?.to ?? null,
    timeZone,
    version: version + 1,
    updatedAt: at,
  }
  if (version === 0)
    return (await on.db.noticeSettings.createMany({ data: [{ staffId, ...data }], skipDuplicates: true })).count === 1
  return (await on.db.noticeSettings.updateMany({ where: { staffId, version }, data })).count === 1
}
