import { noAnswers, type ReportAnswers } from '@/lib/domain/report/answers'
import { prune } from '@/lib/domain/report/reached-answers'
import type { Locale } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translate'
import type { OfflineData } from '../data'
import type { OpenSeal } from '../pin-seal'

/** A language as the offline report speaks it. */
export type Tongue = { readonly locale: Locale; readonly t: Translator; readonly data: OfflineData }

/** What a screen of the offline report is drawn from, and what it can do. */
export type ReportHere = {
  readonly tongue: Tongue
  readonly answers: ReportAnswers
  /** The address of the first screen; places below it exist in this app only and never in the address bar. */
  readonly base: string
  /** Open while the worker keeps the answers on this phone. */
  readonly seal: OpenSeal | null
  readonly search: Readonly<Record<string, string>>
  readonly go: (address: string) => void
  readonly change: (answers: ReportAnswers) => void
  /** From now on answers are kept (`seal`) or not (null). */
  readonly keep: (seal: OpenSeal | null, answers?: ReportAnswers) => void
  /** Nothing was ever answered. */
  readonly forget: () => void
  /** Says once that it is sealed and waits; the answers are forgotten. */
  readonly finish: () => void
}

/** A place in the report: its path below the base, and what comes along. */
export type Place = { readonly path: string; readonly search: Readonly<Record<string, string>> }

export const FIRST: Place = { path: '', search: {} }

/** The place of an address of the report; null for any other address. */
export function placeIn(base: string, address: string): Place | null {
  const { pathname, searchParams } = new URL(address, location.href)
  if (pathname !== base && !pathname.startsWith(`${base}/`)) return null
  return { path: pathname.slice(base.length + 1), search: Object.fromEntries(searchParams) }
}

/** Answers as they are kept on the phone, and back; what is no draft of ours is no answers. */
export function draftText(answers: ReportAnswers): string {
  return JSON.stringify({ v: 1, answers })
}

export function answersIn(text: string): ReportAnswers {
  try {
    const draft = JSON.parse(text) as { answers?: Partial<ReportAnswers> }
    return prune({ ...noAnswers(), ...draft.answers })
  } catch {
    return noAnswers()
  }
}
