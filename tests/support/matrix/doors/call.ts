import { pathToFileURL } from 'node:url'
import path from 'node:path'
import { SealBroken } from '@/lib/sealing/seal'
import { addressOf, argumentsOf, type Known } from './arguments'
import type { Caller } from './callers'
import { caseId, type World } from '../people'
import type { Door } from './find-doors'
import { jar } from './jar'

const ROOT = path.resolve(import.meta.dirname, '../../../..')
const ORIGIN = 'http://localhost:3000'

/** How a call ended: `turned` away, `passed` the door, or it `failed`; `how` in words that tell two endings apart. */
export type Called = { readonly is: 'turned' | 'passed' | 'failed'; readonly how: string }

/** Answers of actions that say the same as being sent away. */
const TURNED = new Set(['session_over', 'not_found', 'not_here', 'not_signed_in', 'ended', 'no_draft', 'expired'])
/** Who leaves is sent to the way in, too. */
const LEAVING = new Set(['signOutAction', 'closeCaseAction'])
const AWAY = /\/sign-in|\/not-here|\/track\?|\/track$|\/404/u

/** Comes with a new session. */
export async function enter(caller: Caller): Promise<void> {
  jar.clear()
  await caller.enter()
}

/** What every form of the own case carries: whose page it was on. The rest is filled in (filled-forms.ts). */
function postedBy(own: World): FormData {
  const data = new FormData()
  data.set('caseId', caseId(own))
  return data
}

/** Calls a door as whoever came last, who stands on a page of the case of `own`. */
export async function call(door: Door, known: Known, own: World = 1): Promise<Called> {
  const handlers = (await import(/* @vite-ignore */ pathToFileURL(path.join(ROOT, door.file)).href)) as Record<
    string,
    (...posted: readonly unknown[]) => Promise<unknown>
  >
  const handler = handlers[door.name]
  if (!handler) throw new Error(`${door.key} is not there`)
  try {
    if (door.kind === 'action') return answered(await handler(...argumentsOf(door, known, postedBy(own))))
    return await ofRoute(await handler(...requestOf(door, known)))
  } catch (error) {
    return endedBy(error, door)
  }
}

/** What ended a call: Next leads elsewhere by throwing. */
export function endedBy(error: unknown, door: Door): Called {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
  const [kind, , to = ''] = digest.split(';')
  if (kind === 'NEXT_REDIRECT') {
    const isAway = AWAY.test(to) && !LEAVING.has(door.name)
    return { is: isAway ? 'turned' : 'passed', how: `to ${to.split('?')[0]}` }
  }
  if (digest.startsWith('NEXT_HTTP_ERROR')) return { is: 'turned', how: digest }
  // Let in, and stopped by words that the rows of the matrix do not have: they were never sealed.
  if (error instanceof SealBroken) return { is: 'passed', how: 'opened' }
  return { is: 'failed', how: String(error).slice(0, 200) }
}

function requestOf(door: Door, known: Known): readonly unknown[] {
  const params = addressOf(door, known)
  const address = `/${door.file.replaceAll(/^app\/|\/route\.ts$|\([a-z]+\)\//gu, '').replaceAll(/\[(?:\.\.\.)?(\w+)\]/gu, (_, name: string) => params[name] ?? '')}`
  const request = new Request(`${ORIGIN}${address}`, {
    method: door.name,
    headers: { host: 'localhost:3000', origin: ORIGIN, 'sec-fetch-site': 'same-origin' },
    ...(['GET', 'HEAD', 'OPTIONS'].includes(door.name) ? {} : { body: new FormData() }),
  })
  return [request, { params: Promise.resolve(params) }]
}

function answered(state: unknown): Called {
  if (typeof state !== 'object' || state === null || !('status' in state)) return { is: 'passed', how: 'nothing' }
  const code = 'code' in state ? String(state.code) : ''
  if (state.status === 'refused' && TURNED.has(code)) return { is: 'turned', how: code }
  const fields = 'errors' in state && state.status === 'invalid' ? Object.keys(state.errors as object).join(' ') : ''
  return { is: 'passed', how: `${String(state.status)} ${code}${fields}`.trim() }
}

async function ofRoute(answer: unknown): Promise<Called> {
  if (!(answer instanceof Response)) return { is: 'failed', how: 'no answer' }
  const to = answer.headers.get('location') ?? ''
  const isAway = [401, 403, 404].includes(answer.status) || (answer.status >= 300 && AWAY.test(to))
  const said = answer.status === 500 ? (await answer.text()).slice(0, 120) : ''
  if (answer.status >= 500) return { is: 'failed', how: `${answer.status} ${said}` }
  return { is: isAway ? 'turned' : 'passed', how: `${answer.status} ${to.split('?')[0]}`.trim() }
}
