import { createHash, randomUUID } from 'node:crypto'

/** What a reporter finds who comes back with the code, read with the modules as they are loaded now; null when no case has it. */
export async function workersView(code: string) {
  const [{ grantOpen }, { doorGrantForAuth }, { within }, sessions, { now }, { openOwnCase }, { readOwnFile }, files] =
    await Promise.all([
      import('@/lib/access/grant'),
      import('@/lib/auth/door-grant'),
      import('@/lib/data/within'),
      import('@/lib/data/worker-sessions'),
      import('@/lib/platform/clock'),
      import('@/lib/usecases/open-own-case'),
      import('@/lib/usecases/read-own-file'),
      import('@/lib/usecases/files/open-file'),
    ])
  const door = doorGrantForAuth()
  const opened = await openOwnCase(door, { code, network: randomUUID(), formerToken: undefined })
  if (!opened.ok) return null
  const caseId = await within(door, (on) => sessions.useWorkerSession(on, opened.value, now()))
  if (caseId === null) return null
  const grant = grantOpen({ kind: 'worker', caseId }, 'own_case.read')
  const own = await readOwnFile(grant)
  if (!own) return null
  const kept = []
  for (const { id } of own.files) {
    const file = await files.openOwnFile(grant, id)
    kept.push(file.ok ? createHash('sha256').update(file.value.bytes).digest('hex') : file.error.code)
  }
  return { caseId, words: own.statements.map(({ text }) => text), files: kept }
}
