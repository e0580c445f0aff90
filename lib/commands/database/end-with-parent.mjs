// Runs beside the embedded PostgreSQL and watches the process that started it, through a pipe that the
// system closes whatever way that process ends. A launcher that was killed leaves no server behind.
// Arguments: <pid of the server> [directory to remove afterwards]
import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

const pid = Number(process.argv[2])
const directory = process.argv[3]

const isAlive = () => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function endServer() {
  for (const [signal, seconds] of [
    ['SIGINT', 20],
    ['SIGQUIT', 10],
  ]) {
    if (!isAlive()) break
    try {
      process.kill(pid, signal)
    } catch {
      break
    }
    for (let waited = 0; waited < seconds * 10 && isAlive(); waited += 1) await pause(100)
  }
  if (directory) rmSync(directory, { recursive: true, force: true })
  process.exit(0)
}

process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
process.stdin.resume()
process.stdin.on('end', () => void endServer())
process.stdin.on('error', () => void endServer())
