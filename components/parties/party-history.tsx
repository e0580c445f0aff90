import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { wordOf } from '@/components/case/words'
import type { PartyMergeLine, PartyVersionLine } from '@/lib/domain/parties/shown-party'
import type { FormAction } from '@/lib/http/form-state'
import { formatDayOf, formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** What was put together, with the way back. */
export function PartyMerges({
  t,
  merges,
  undo,
}: {
  t: Translator
  merges: readonly PartyMergeLine[]
  undo: ((mergeId: string) => FormAction) | null
}) {
  if (merges.length === 0) return null
  return (
    <section className="block" id="merges">
      <h2>{t('parties.merges_heading')}</h2>
      <ul className="history">
        {merges.map((merge) => (
          <li key={merge.id}>
            {t('parties.merge_line', {
              from: merge.from.name,
              into: merge.into.name,
              day: formatDayOf(merge.mergedAt, t.locale),
              name: merge.mergedByName,
              reason: merge.reason,
            })}
            {merge.undoneAt === null ? null : (
              <small> ({t('parties.merge_undone', { day: formatDayOf(merge.undoneAt, t.locale) })})</small>
            )}
            {merge.undoneAt !== null || undo === null ? null : (
              <ActionForm
                locale={t.locale}
                action={undo(merge.id)}
                refusals={{ later_merge: 'parties.later_merge' }}
                className="noprint"
              >
                <SubmitButton look="alt">{t('parties.merge_undo')}</SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

type Snapshot = {
  readonly names?: readonly { readonly name: string }[]
  readonly licences?: readonly { readonly regime: string; readonly number: string; readonly status: string }[]
}

/** Every version with who made it and how names and licences stood then. */
export function PartyVersions({ t, versions }: { t: Translator; versions: readonly PartyVersionLine[] }) {
  return (
    <section className="block" id="versions">
      <h2>{t('parties.history_heading')}</h2>
      <ol className="history">
        {versions.map((version) => {
          const { names = [], licences = [] } = version.snapshot as Snapshot
          return (
            <li key={version.id}>
              <details>
                <summary>
                  {t('parties.history_line', {
                    what: wordOf(t, `parties.history_${version.kind}`, version.kind),
                    version: version.version,
                    day: formatInstant(version.changedAt, t.locale),
                    name: version.changedByName,
                  })}
                </summary>
                <p>{t('parties.history_names', { names: names.map(({ name }) => name).join('; ') })}</p>
                {licences.length === 0 ? null : (
                  <p>
                    {t('parties.history_licences', {
                      licences: licences
                        .map((one) => `${one.number} (${wordOf(t, `parties.status_${one.status}`, one.status)})`)
                        .join('; '),
                    })}
                  </p>
                )}
              </details>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
