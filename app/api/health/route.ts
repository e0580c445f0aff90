import { NextResponse } from 'next/server'

export const dynamic = 'force-dynamic'

/** GET /api/health: this process answers. Says nothing about the database, so that a restart is not asked for in vain. */
export function GET(): NextResponse {
  return NextResponse.json({ status: 'alive' }, { headers: { 'cache-control': 'no-store' } })
}
