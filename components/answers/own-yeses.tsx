import { partyWord, type NamedParty } from '@/components/remedies/remedy-words'
import { Note } from '@/components/ui/note'
import type { Translator } from '@/lib/i18n/translate'

/** What the worker allowed on the own page, party by party, or where the worker can say so. */
export function OwnYeses({
  t,
  parties,
  ownYeses,
}: {
  t: Translator
  parties: readonly NamedParty[]
  ownYeses: readonly { readonly casePartyId: string; readonly items: readonly ('amounts' | 'dates' | 'workplace')[] }[]
}) {
  return (
    <Note tone="still">
      <p>{t(ownYeses.length === 0 ? 'answers.own_none' : 'answers.own_lead')}</p>
      {ownYeses.length === 0 ? null : (
        <ul>
          {ownYeses.map(({ casePartyId, items }) => (
            <li key={casePartyId}>
              {t('answers.own_line', {
                party: partyWord(t, parties, casePartyId) ?? t('cases.unsaid'),
                items:
                  items.length === 0
                    ? t('answers.own_matter')
                    : items.map((item) => t(`answers.item_${item}`)).join(', '),
              })}
            </li>
          ))}
        </ul>
      )}
    </Note>
  )
}
