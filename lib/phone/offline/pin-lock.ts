import { openSeal, openWith, sealWith, type OpenSeal, type PinSealed } from './pin-seal'
import { read, remove, write, type Part } from './store'

/** After this many wrong PINs what is kept is deleted; said before the first try. */
export const PIN_TRIES = 5
/** What is kept behind a PIN goes after this many days without a change. */
export const KEPT_DAYS = 30
const DAY_MS = 86_400_000

type Kept = {
  readonly sealed: PinSealed
  readonly until: number
  readonly wrong: number
  /** No try before this instant. */
  readonly notBefore: number
}

export type Unlocked =
  | { readonly state: 'open'; readonly text: string; readonly seal: OpenSeal }
  | { readonly state: 'wrong'; readonly left: number; readonly waitMs: number; readonly isTooSoon: boolean }
  | { readonly state: 'gone' }

/** One thing kept behind a PIN on this phone. */
export type PinLock = ReturnType<typeof pinLock>

export function pinLock(part: Part, name: string) {
  const find = async (): Promise<Kept | null> => {
    const kept = await read<Kept>(part, name)
    if (kept === undefined) return null
    if (kept.until > Date.now()) return kept
    await remove(part, name)
    return null
  }
  return {
    /** Whether something is kept; what is past its time is deleted here. */
    isKept: async () => (await find()) !== null,
    save: async (seal: OpenSeal, text: string): Promise<void> => {
      const kept: Kept = {
        sealed: await sealWith(seal, text),
        until: Date.now() + KEPT_DAYS * DAY_MS,
        wrong: 0,
        notBefore: 0,
      }
      await write(part, name, kept)
    },
    /** A wrong PIN is counted before it is tried, so that closing the page saves no try; each makes the next one slower. */
    unlock: async (pin: string): Promise<Unlocked> => {
      const kept = await find()
      if (kept === null) return { state: 'gone' }
      const now = Date.now()
      if (kept.notBefore > now)
        return { state: 'wrong', left: PIN_TRIES - kept.wrong, waitMs: kept.notBefore - now, isTooSoon: true }
      const wrong = kept.wrong + 1
      await write(part, name, { ...kept, wrong, notBefore: now + 1000 * 2 ** wrong } satisfies Kept)
      const seal = await openSeal(pin, kept.sealed.salt)
      const text = await openWith(seal, kept.sealed)
      if (text !== null) {
        await write(part, name, { ...kept, wrong: 0, notBefore: 0 } satisfies Kept)
        return { state: 'open', text, seal }
      }
      if (wrong >= PIN_TRIES) {
        await remove(part, name)
        return { state: 'gone' }
      }
      const waitMs = Math.max(0, now + 1000 * 2 ** wrong - Date.now())
      return { state: 'wrong', left: PIN_TRIES - wrong, waitMs, isTooSoon: false }
    },
    remove: () => remove(part, name),
  }
}

/** The answers kept on this phone because the worker said so. */
export const keptDraft = pinLock('d', 'd')
