import { codeWord, money, partialDate } from '@/components/case/words'
import { FactList } from '@/components/ui/facts'
import type { Ledger } from '@/lib/domain/fees/ledger/ledger'
import { RULE_CONDITIONS } from '@/lib/domain/fees/rules/fee-rule'
import { formatCount } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** What is known of the pay and of the job the payments led to, side by side. */
export function JobSection({ t, ledger, fees }: { t: Translator; ledger: Ledger; fees: string }) {
  return (
    <div className="cols">
      <section className="block" id="pay">
        <div className="bar">
          <h2>{t('ledger.pay_heading')}</h2>
          <a className="noprint" href={`${fees}/pay`}>
            {t(ledger.wages.length === 0 ? 'ledger.write_down' : 'common.change')}
            <span className="vh">: {t('ledger.pay_heading')}</span>
          </a>
        </div>
        {ledger.wages.length === 0 ? (
          <Empty said={t('ledger.pay_empty')} next={t('ledger.pay_next')} />
        ) : (
          <FactList
            facts={ledger.wages.map((wage) => ({
              name: codeWord(t, 'wage_fact', wage.kind),
              value: (
                <>
                  <span className="num">{money(t, wage.amount.amountMinor, wage.amount.currency)}</span>
                  <span className="mute">
                    {wage.amountAsTyped === null ? '' : ` “${wage.amountAsTyped}”`}
                    {wage.forMonth === null ? '' : `, ${partialDate(t, wage.forMonth) ?? ''}`}
                    {wage.hours === null
                      ? ''
                      : `, ${t('ledger.hours', { count: wage.hours, number: formatCount(wage.hours, t.locale) })}`}
                  </span>
                </>
              ),
            }))}
          />
        )}
      </section>
      <section className="block" id="job">
        <div className="bar">
          <h2>{t('ledger.placement_heading')}</h2>
          <a className="noprint" href={`${fees}/placement`}>
            {t(ledger.placement === null ? 'ledger.write_down' : 'common.change')}
            <span className="vh">: {t('ledger.placement_heading')}</span>
          </a>
        </div>
        <Placement t={t} placement={ledger.placement} />
      </section>
    </div>
  )
}

function Empty({ said, next }: { said: string; next: string }) {
  return (
    <div className="tight">
      <p className="mute">{said}</p>
      <p className="noprint">{next}</p>
    </div>
  )
}

function Placement({ t, placement }: { t: Translator; placement: Ledger['placement'] }) {
  if (placement === null) return <Empty said={t('ledger.placement_empty')} next={t('ledger.placement_next')} />
  const { contractMonths, isFirstJobAbroad, toldTotal, programmes, conditionsMet, conditionsNotMet } = placement
  const facts = [
    {
      name: t('ledger.field_contract_months'),
      value: contractMonths === null ? null : t('ledger.months', { count: contractMonths }),
    },
    { name: t('ledger.field_signed'), value: partialDate(t, placement.contractSignedOn) },
    { name: t('ledger.field_started'), value: partialDate(t, placement.workStartedOn) },
    { name: t('ledger.field_ended'), value: partialDate(t, placement.workEndedOn) },
    {
      name: t('ledger.field_first_job'),
      value: isFirstJobAbroad === null ? null : t(isFirstJobAbroad ? 'common.yes' : 'common.no'),
    },
    { name: t('ledger.field_told_total'), value: toldTotal && money(t, toldTotal.amountMinor, toldTotal.currency) },
    {
      name: t('ledger.field_programmes'),
      value: programmes.length === 0 ? null : programmes.map((code) => codeWord(t, 'programme', code)).join(', '),
    },
    ...RULE_CONDITIONS.map((code) => ({
      name: codeWord(t, 'rule_condition', code),
      value: conditionsMet.includes(code) ? t('common.yes') : conditionsNotMet.includes(code) ? t('common.no') : null,
    })),
  ]
  return <FactList facts={facts.map(({ name, value }) => ({ name, value: value ?? t('cases.unsaid') }))} />
}
