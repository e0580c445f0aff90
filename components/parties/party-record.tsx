import { codeWord, money } from '@/components/case/words'
import { FactList } from '@/components/ui/facts'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { PartyCasesFound, PartyMoney, PartyResponses, PartySum } from '@/lib/domain/parties/party-sums'
import { formatCount, formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** The cases of the reader's office that name the party. */
export function PartyCases({ t, found }: { t: Translator; found: PartyCasesFound }) {
  return (
    <section className="block" id="cases">
      <h2>{t('parties.cases_heading')}</h2>
      <p className="mute">{found.all === 0 ? t('parties.cases_none') : t('parties.cases_about')}</p>
      {found.all === 0 ? null : (
        <>
          <p>{t('parties.verdict_share', { above: found.above, all: found.all })}</p>
          <ScrollRegion label={t('parties.cases_heading')}>
            <table className="grid">
              <caption>{t('parties.cases_more', { shown: found.cases.length, all: found.all })}</caption>
              <thead>
                <tr>
                  {(['column_case', 'column_roles', 'column_state', 'column_received', 'column_verdict'] as const).map(
                    (name) => (
                      <th scope="col" key={name}>
                        {t(`parties.${name}`)}
                      </th>
                    ),
                  )}
                </tr>
              </thead>
              <tbody>
                {found.cases.map((one) => (
                  <tr key={one.number}>
                    <th scope="row">
                      <a className="code" href={`/${t.locale}/cases/${one.number}`}>
                        {one.number}
                      </a>
                    </th>
                    <td>{codeWord(t, 'party_role', one.role)}</td>
                    <td>{codeWord(t, 'state', one.state)}</td>
                    <td>{formatDayOf(one.receivedAt, t.locale)}</td>
                    <td>{one.feeVerdict === null ? '' : codeWord(t, 'verdict', one.feeVerdict)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </>
      )}
    </section>
  )
}

/** Paid, claimed, agreed and repaid, each currency for itself and in yen. */
export function PartySums({ t, sums }: { t: Translator; sums: PartyMoney }) {
  const rows = [
    ['money_fees', sums.fees],
    ['money_claimed', sums.claimed],
    ['money_agreed', sums.agreed],
    ['money_repaid', sums.repaid],
  ] as const
  return (
    <section className="block" id="money">
      <h2>{t('parties.money_heading')}</h2>
      <p className="mute">{t('parties.money_about')}</p>
      <dl className="list">
        {rows.flatMap(([name, list]) => [
          <dt key={`${name} name`}>{t(`parties.${name}`)}</dt>,
          <dd key={name}>
            {list.length === 0 ? (
              <span className="mute">{t('parties.money_none')}</span>
            ) : (
              <ul className="plain">
                {list.map((sum) => (
                  <li key={sum.currency}>{sumWords(t, sum, name === 'money_fees')}</li>
                ))}
              </ul>
            )}
          </dd>,
        ])}
      </dl>
    </section>
  )
}

/** How it answered what the office asked it. */
export function PartyAnswers({ t, found }: { t: Translator; found: PartyResponses }) {
  const rows = [
    ['responses_in_time', found.inTime],
    ['responses_late', found.late],
    ['responses_unanswered', found.unanswered],
    ['responses_waiting', found.waiting],
  ] as const
  return (
    <section className="block" id="responses">
      <h2>{t('parties.responses_heading')}</h2>
      <p className="mute">{t('parties.responses_about', { count: found.asked })}</p>
      {found.asked === 0 ? null : (
        <FactList
          facts={rows.map(([name, count]) => ({ name: t(`parties.${name}`), value: formatCount(count, t.locale) }))}
        />
      )}
    </section>
  )
}

function sumWords(t: Translator, sum: PartySum, isCounted: boolean): string {
  const own = money(t, sum.minor, sum.currency) ?? sum.currency
  const yen = sum.currency === 'JPY' || sum.jpy === null ? null : money(t, sum.jpy, 'JPY')
  return [
    yen === null ? own : `${own} (${yen})`,
    ...(isCounted ? [t('parties.money_payments', { count: sum.count })] : []),
  ].join(' · ')
}
