import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Resident memory of a process in MB; null where the system does not tell. */
export function residentMegabytes(pid: number): number | null {
  try {
    const line = /^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return line === undefined ? null : Math.round(Number(line) / 1024)
  } catch {
    const shown = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
    return shown.status === 0 ? Math.round(Number(shown.stdout.trim()) / 1024) : null
  }
}
