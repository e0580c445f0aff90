import type { ListApplied } from '@/lib/domain/parties/list-plan'
import type { Translator } from '@/lib/i18n/translate'

/** Where a list stands: not taken over yet, what it did, or taken back. */
export function importState(
  t: Translator,
  list: { appliedAt: Date | null; undoneAt: Date | null; counts: unknown },
): string {
  if (list.undoneAt !== null) return t('parties.import_state_undone')
  if (list.appliedAt === null) return t('parties.import_state_open')
  const { added, updated, left } = list.counts as ListApplied
  return t('parties.import_state_applied', { added, updated, left })
}
