import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { lockCase } from '@/lib/data/case-state'
import {
  findOriginal,
  insertTranslation,
  isTranslationStored,
  lastTranslationVersion,
  type TranslatedKind,
} from '@/lib/data/translations'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** A translation by the person who sends it. `version` is the one that was shown, 0 for none. */
export type WrittenTranslation = {
  readonly number: string
  readonly kind: TranslatedKind
  readonly id: string
  readonly version: number
  readonly requestId: string
  readonly language: string
  readonly text: string
}

/** `changed_meanwhile`: a colleague translated it since the page was shown; `case_gone`: the key was destroyed. */
export type TranslateError = { readonly code: 'not_found' | 'case_gone' | 'changed_meanwhile' }

/** Puts a translation beside somebody's own words, in the name of who made it. What stood there before stays as an earlier version. */
export function translateWords(
  grant: Grant<'case.translate'>,
  written: WrittenTranslation,
): Promise<Result<void, TranslateError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, written.number)
    if (!head) return err({ code: 'not_found' })
    const caseSeal = await findCaseSeal(on, head.id)
    if (!caseSeal) return err({ code: 'case_gone' })
    const { kind, id, requestId, language, text } = written
    if (!(await findOriginal(on, caseSeal, kind, id))) return err({ code: 'not_found' })
    if (await isTranslationStored(on, requestId)) return ok(undefined)
    if ((await lastTranslationVersion(on, id)) !== written.version) return err({ code: 'changed_meanwhile' })
    const version = written.version + 1
    await insertTranslation(on, caseSeal, {
      kind,
      subjectId: id,
      version,
      language,
      text,
      requestId,
      translatedAt: now(),
    })
    await appendAudit(on, grant.actor.officeId, version === 1 ? 'translation.added' : 'translation.changed', {
      caseId: head.id,
      detail: { kind, subjectId: id, language, version },
    })
    return ok(undefined)
  })
}
