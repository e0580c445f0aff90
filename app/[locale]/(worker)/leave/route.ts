import { LEAVE_TARGET } from '@/components/ui/leave'
import { clearCookie, readCookie } from '@/lib/access/cookies'
import { doorGrant } from '@/lib/access/door'
import { logFailure } from '@/lib/platform/logger'
import { leaveOwnCase } from '@/lib/usecases/leave-own-case'

/**
 * GET /{locale}/leave: this phone forgets the draft, the receipt and the open case, the session ends in the database too, then on to a page
 * nobody wonders about. 303, so that reloading never comes back here. A link or picture on another site forgets nothing:
 * somebody else would be deciding. Clear-Site-Data leaves out "cookies", ours are ended one by one, and "cache": it can take
 * seconds in Chrome, nothing of ours is kept there, and leaving must be quick. `?kept=1`: the phone has wiped itself and let a
 * sealed report stay that the worker asked to let wait (lib/phone/wipe.ts); its storage is not cleared then.
 */
export async function GET(request: Request): Promise<Response> {
  const leave = { Location: LEAVE_TARGET, 'Cache-Control': 'no-store' }
  if (request.headers.get('sec-fetch-site') === 'cross-site') return new Response(null, { status: 303, headers: leave })
  const token = await readCookie('track')
  await Promise.all([
    clearCookie('draft'),
    clearCookie('receipt'),
    clearCookie('track'),
    clearCookie('held'),
    clearCookie('kiosk'),
  ])
  // Whatever happens to the database, the person leaves.
  if (token !== undefined)
    await leaveOwnCase(doorGrant(), token).catch((error: unknown) => logFailure(error, { route: '/leave' }))
  const isWiped = new URL(request.url).searchParams.get('kept') === '1'
  return new Response(null, {
    status: 303,
    headers: { ...leave, ...(isWiped ? {} : { 'Clear-Site-Data': '"storage"' }) },
  })
}
