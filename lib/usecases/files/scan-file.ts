import 'server-only'
import { askClamd } from '@/lib/files/scan/clamd'
import { askProgram } from '@/lib/files/scan/program'
import type { ScanResult } from '@/lib/files/scan/scan-result'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/logger'

/** Whether this installation has a scanner at all. */
export function hasScanner(): boolean {
  const { CLAMD_ADDRESS, SCAN_COMMAND } = env()
  return CLAMD_ADDRESS !== undefined || SCAN_COMMAND !== undefined
}

/** Whether the scanner answers, asked about a few bytes of nothing. */
export async function scannerState(): Promise<'off' | 'on' | 'away'> {
  if (!hasScanner()) return 'off'
  return (await scanFile(new TextEncoder().encode('nothing'))) === 'clean' ? 'on' : 'away'
}

/** What the scanner of this installation says of a file; `absent` where there is none. */
export async function scanFile(bytes: Uint8Array): Promise<ScanResult | 'absent'> {
  const { CLAMD_ADDRESS, SCAN_COMMAND } = env()
  if (CLAMD_ADDRESS === undefined && SCAN_COMMAND === undefined) return 'absent'
  const result =
    CLAMD_ADDRESS === undefined ? await askProgram(SCAN_COMMAND ?? '', bytes) : await askClamd(CLAMD_ADDRESS, bytes)
  if (result !== 'clean') log('warn', { event: `scanner_${result}` })
  return result
}
