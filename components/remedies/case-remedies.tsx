import { codeWord, money, partialDate } from '@/components/case/words'
import { Pictogram } from '@/components/ui/pictogram'
import type { CaseRemedy } from '@/lib/domain/case-file'
import type { Translator } from '@/lib/i18n/translate'
import { stateWord } from './remedy-words'

/** What was asked, offered and agreed to put things right, what came of it, and the way to all of it. */
export function CaseRemedies({
  t,
  remedies,
  address,
}: {
  t: Translator
  remedies: readonly CaseRemedy[]
  /** Of the case. */
  address: string
}) {
  const shown = remedies.filter(({ droppedAt, replacedAt }) => droppedAt === null && replacedAt === null)
  return (
    <section className="block" id="remedies">
      <h2>{t('cases.remedies_heading')}</h2>
      {shown.length === 0 ? <p className="mute">{t('remedies.empty')}</p> : null}
      <ul className="todo">
        {shown.map((remedy) => {
          const sum = money(t, remedy.agreedMinor ?? remedy.claimedMinor, remedy.currency)
          const type = codeWord(t, 'remedy_type', remedy.type)
          return (
            <li key={remedy.id}>
              <Pictogram name="scale" size="text" />
              <span>
                {sum === null ? type : t('remedies.name_with_sum', { type, sum })}
                <small>{stateWord(t, remedy)}</small>
                {remedy.terms === null ? null : (
                  <small className="said" lang={remedy.termsLanguage ?? undefined}>
                    {remedy.terms}
                  </small>
                )}
                {remedy.repayments.map((part) => (
                  <small key={part.id}>
                    {t('remedies.case_part', {
                      sum: money(t, part.amountMinor, part.currency) ?? '',
                      day: partialDate(t, part.dueOn) ?? t('cases.unsaid'),
                      arrived: part.arrivedMinor === null ? '–' : (money(t, part.arrivedMinor, part.currency) ?? ''),
                    })}
                  </small>
                ))}
              </span>
            </li>
          )
        })}
      </ul>
      <p className="row noprint">
        <a href={`${address}/remedies`}>{t('remedies.case_link')}</a>
        <a href={`${address}/remedies/new`}>{t('remedies.new_link')}</a>
      </p>
    </section>
  )
}
