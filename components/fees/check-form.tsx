import { labelOf } from '@/components/report/labels'
import { Sign } from '@/components/ui/sign'
import { DESTINATION_CODES, homeCurrencyOf, ORIGIN_CODES } from '@/lib/domain/countries'
import { CHECK_PAYMENTS_MAXIMUM } from '@/lib/domain/fees/check/check-query'
import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import { SCHEME_CODES } from '@/lib/domain/schemes'
import { monthNames } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { amountFieldNames, CONDITION_FIELDS } from '@/lib/schemas/fees/check-fields'
import type { CheckReading } from '@/lib/schemas/fees/check-query'
import { LikelyBoxes, NumberBox, SelectBox } from './check-fields'
import { CheckMore } from './check-more'
import { CheckRow } from './check-rows'
import { spokenProblems } from './check-words'

const MORE_FIELDS = [
  'months',
  ...Object.values(amountFieldNames('pay')),
  ...Object.values(amountFieldNames('plan')),
  ...Object.values(CONDITION_FIELDS),
]

/** The question as a form whose answer is an address; complete without scripts. Who comes back to say more sees what rules ask for besides. */
export function CheckForm({ t, reading, rules }: { t: Translator; reading: CheckReading; rules: readonly FeeRule[] }) {
  const { query, typed, rows, isChange } = reading
  const problems = spokenProblems(t, reading)
  const errors = problems?.errors ?? {}
  const value = (name: string) => typed[name] ?? ''
  const check = t('common.check_sign')
  const empty = { value: '', text: t('fees.field_empty') }
  const codes = (list: string, all: readonly string[]) =>
    all.map((code) => ({ value: code, text: labelOf(t, list, code) }))
  const hasMore = isChange || query.scheme === 'esd' || MORE_FIELDS.some((name) => value(name) !== '')
  return (
    <>
      {problems === null ? null : (
        <div className="sum" role="alert" aria-labelledby="errors-heading">
          <h2 id="errors-heading">{problems.heading}</h2>
          <ul>
            {Object.entries(errors).map(([field, { text }]) => (
              <li key={field}>
                <a href={`#${field}`}>{text}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="tight">
        <h1>{t('fees.form_heading')}</h1>
        <p className="lead">{t('fees.form_lead')}</p>
      </div>
      <form className="stack" method="get" action={`/${t.locale}/fees`}>
        <SelectBox
          name="from"
          label={t('fees.field_from')}
          value={value('from')}
          check={check}
          options={[empty, ...codes('origin', ORIGIN_CODES)]}
        />
        {DESTINATION_CODES.length > 1 ? (
          <SelectBox
            name="to"
            label={t('fees.field_to')}
            value={query.destination}
            check={check}
            options={codes('destination', DESTINATION_CODES)}
          />
        ) : (
          <p className="hint">
            {t('fees.only_destination', { destination: labelOf(t, 'destination', query.destination) })}
          </p>
        )}
        <SelectBox
          name="scheme"
          label={t('fees.field_scheme')}
          value={value('scheme')}
          check={check}
          options={[empty, ...codes('scheme', SCHEME_CODES)]}
        />
        <MonthBoxes t={t} reading={reading} />
        <section className="stack rule">
          <h2>{t('fees.asked_heading')}</h2>
          {Array.from({ length: rows }, (_, index) => (
            <CheckRow
              key={index}
              t={t}
              number={index + 1}
              isOnly={rows === 1}
              typed={typed}
              errors={errors}
              scheme={query.scheme}
              home={query.origin === null ? null : homeCurrencyOf(query.origin)}
            />
          ))}
        </section>
        {hasMore ? <CheckMore t={t} query={query} rules={rules} typed={typed} errors={errors} /> : null}
        <div className="acts">
          <button className="btn">
            {t('fees.show_answer')} <Sign name="next" size="text" />
          </button>
          {rows < CHECK_PAYMENTS_MAXIMUM ? (
            <button className="btn bare" name="add" value="1">
              {t('fees.add_payment')}
            </button>
          ) : null}
        </div>
      </form>
    </>
  )
}

/** Month and year of the payment, this month at first; empty when they are forgotten. */
function MonthBoxes({ t, reading }: { t: Translator; reading: CheckReading }) {
  const { query, typed } = reading
  const errors = spokenProblems(t, reading)?.errors ?? {}
  const check = t('common.check_sign')
  const isTyped = query.paidOn === null || Boolean(typed['month'] ?? '') || Boolean(typed['year'] ?? '')
  const [year = '', month] = query.paidOn?.split('-') ?? []
  const months = monthNames(t.locale).map((name, index) => ({
    value: String(index + 1),
    text: t('common.month_choice', { number: index + 1, name }),
  }))
  return (
    <fieldset className="tight">
      <legend>{t('fees.field_when')}</legend>
      <p className="hint">{t('fees.field_when_hint')}</p>
      <div className="pair when">
        <SelectBox
          name="month"
          label={t('common.month')}
          value={isTyped ? (typed['month'] ?? '') : String(Number(month))}
          error={errors['month']}
          check={check}
          options={[{ value: '', text: t('common.forget') }, ...months]}
        />
        <NumberBox
          name="year"
          label={t('common.year')}
          value={isTyped ? (typed['year'] ?? '') : year}
          error={errors['year']}
          check={check}
        />
      </div>
      <LikelyBoxes name="month_is" chosen={typed['month_is'] ?? ''} error={errors['year']} />
    </fieldset>
  )
}
