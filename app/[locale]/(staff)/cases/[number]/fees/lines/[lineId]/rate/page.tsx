import type { Metadata } from 'next'
import { TextField } from '@/components/form/text-field'
import { TickBox } from '@/components/form/tick-box'
import { LedgerForm } from '@/components/ledger/ledger-form'
import { LedgerFrame } from '@/components/ledger/ledger-frame'
import { sayFarRate, sayLine, sayRate } from '@/components/ledger/line-words'
import { OfficialRate } from '@/components/ledger/official-rate'
import { Note } from '@/components/ui/note'
import { chooseRate } from '@/lib/domain/money/exchange-rates'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { heldValues } from '../../../../held-form'
import { openLine, ratesFor } from '../../../open-ledger'
import { heldName } from '../../../ledger-action'
import { LEDGER_REFUSALS } from '../../../refusals'
import { overrideRateAction } from '../../actions'

type Props = PageProps<'/[locale]/cases/[number]/fees/lines/[lineId]/rate'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('ledger.page_title', { number }) }
}

export default async function RatePage({ params }: Props) {
  const { locale: language, number, lineId } = await params
  const t = translatorFor(toLocale(language))
  const path = `/lines/${lineId}/rate`
  const { ledger, line, grant } = await openLine(t.locale, number, lineId, '/rate')
  const official = line.currency === null ? null : chooseRate(await ratesFor(grant), line.currency, line.paidOn)
  const far = sayFarRate(t, line, official)
  const isNeedless = line.amountMinor === null || line.currency === 'USD'
  return (
    <LedgerFrame t={t} head={ledger.head} heading={t('ledger.rate_heading')} about={sayLine(t, line)}>
      {isNeedless ? (
        <Note tone="still">{t('ledger.refused_rate_not_needed')}</Note>
      ) : (
        <>
          <p className="narrow">{t('ledger.rate_lead')}</p>
          <OfficialRate t={t} official={official} />
          <LedgerForm
            t={t}
            action={overrideRateAction.bind(null, t.locale, number, lineId)}
            requestId={newId()}
            version={line.version}
            values={{ unitsPerUsd: line.rateOverride ?? '' }}
            held={await heldValues({ name: heldName(path), number })}
            refusals={LEDGER_REFUSALS}
            button={t('ledger.rate_button')}
          >
            <TextField
              name="unitsPerUsd"
              label={t('ledger.field_rate', { currency: line.currency ?? '' })}
              hint={t('ledger.field_rate_hint')}
              inputMode="decimal"
              width="m"
            />
            {official === null ? null : (
              <TickBox name="isSure" text={t('ledger.rate_sure')} help={t('ledger.rate_sure_help')} />
            )}
          </LedgerForm>
        </>
      )}
      {line.rateOverride === null ? null : (
        <section className="block">
          <h2>{t('ledger.rate_back_heading')}</h2>
          <p className="narrow">{[sayRate(t, line), line.rateReason].filter((part) => part !== null).join(': ')}</p>
          {far === null ? null : <Note tone="care">{far}</Note>}
          <p>
            <a href={`/${t.locale}/cases/${number}/fees/lines/${lineId}/rate/official`}>{t('ledger.rate_back')}</a>
          </p>
        </section>
      )}
    </LedgerFrame>
  )
}
