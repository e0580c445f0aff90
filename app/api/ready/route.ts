import { NextResponse } from 'next/server'
import { findReadiness } from '@/lib/data/readiness'
import { logFailure } from '@/lib/platform/logger'
import { isStoreReady } from '@/lib/usecases/files/store-readiness'

export const dynamic = 'force-dynamic'

const HEADERS = { 'cache-control': 'no-store' }

/**
 * GET /api/ready: people can be served. 200, or 503 with the code of what is missing: `database_unreachable`,
 * `migrations_missing`, `role_too_powerful`. `files` says whether files can be kept as well.
 */
export async function GET(): Promise<NextResponse> {
  try {
    const readiness = await findReadiness()
    if (readiness === 'ready') {
      // Without room for files a report can still be made: that is no reason to send people away.
      const files = (await isStoreReady()) ? 'ready' : 'unavailable'
      return NextResponse.json({ status: 'ready', files }, { headers: HEADERS })
    }
    return NextResponse.json({ status: 'not_ready', code: readiness }, { status: 503, headers: HEADERS })
  } catch (error) {
    logFailure(error, { route: '/api/ready' })
    return NextResponse.json({ status: 'not_ready', code: 'database_unreachable' }, { status: 503, headers: HEADERS })
  }
}
