import { TickBox } from '@/components/form/tick-box'
import { partyWord, type NamedParty } from '@/components/remedies/remedy-words'
import { Note } from '@/components/ui/note'
import { isOpenRequest } from '@/lib/domain/answers/request'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

type Asked = {
  readonly id: string
  readonly casePartyId: string
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly withdrawnAt: Date | null
  readonly answeredAt: Date | null
}

/** Which parties have not answered yet, and the tick of somebody who asks one of them again. */
export function OpenQuestions({
  t,
  parties,
  requests,
  at,
}: {
  t: Translator
  parties: readonly NamedParty[]
  requests: readonly Asked[]
  at: Date
}) {
  const open = requests.filter((request) => isOpenRequest(request, at))
  if (open.length === 0) return null
  return (
    <Note tone="care">
      <p>{t('answers.open_lead')}</p>
      <ul>
        {open.map(({ id, casePartyId, createdAt }) => (
          <li key={id}>
            {t('answers.open_line', {
              party: partyWord(t, parties, casePartyId) ?? t('cases.unsaid'),
              day: formatDayOf(createdAt, t.locale),
            })}
          </li>
        ))}
      </ul>
      <TickBox name="isAnother" text={t('answers.open_another')} help={t('answers.open_another_help')} />
    </Note>
  )
}
