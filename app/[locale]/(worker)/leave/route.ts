import { LEAVE_TARGET } from '@/components/ui/leave'
import { clearCookie } from '@/lib/access/cookies'

/**
 * GET /{locale}/leave: this phone forgets the draft and the open case, then goes to a page nobody wonders about.
 * 303, so that reloading never comes back here. "cache" is left out of Clear-Site-Data: it can take seconds in
 * Chrome, nothing of ours is kept there, and leaving must be quick.
 */
export async function GET(): Promise<Response> {
  await Promise.all([clearCookie('draft'), clearCookie('track'), clearCookie('held')])
  return new Response(null, {
    status: 303,
    headers: {
      Location: LEAVE_TARGET,
      'Cache-Control': 'no-store',
      'Clear-Site-Data': '"cookies", "storage"',
    },
  })
}
