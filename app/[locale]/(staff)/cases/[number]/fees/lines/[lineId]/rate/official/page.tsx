import type { Metadata } from 'next'
import { LedgerForm } from '@/components/ledger/ledger-form'
import { LedgerFrame } from '@/components/ledger/ledger-frame'
import { sayLine } from '@/components/ledger/line-words'
import { OfficialRate } from '@/components/ledger/official-rate'
import { chooseRate } from '@/lib/domain/money/exchange-rates'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { heldValues } from '../../../../../held-form'
import { openLine, ratesFor } from '../../../../open-ledger'
import { heldName } from '../../../../ledger-action'
import { LEDGER_REFUSALS } from '../../../../refusals'
import { officialRateAction } from '../../../actions'

type Props = PageProps<'/[locale]/cases/[number]/fees/lines/[lineId]/rate/official'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('ledger.page_title', { number }) }
}

export default async function OfficialRatePage({ params }: Props) {
  const { locale: language, number, lineId } = await params
  const t = translatorFor(toLocale(language))
  const path = `/lines/${lineId}/rate/official`
  const { ledger, line, grant } = await openLine(t.locale, number, lineId, '/rate/official')
  const official = line.currency === null ? null : chooseRate(await ratesFor(grant), line.currency, line.paidOn)
  return (
    <LedgerFrame t={t} head={ledger.head} heading={t('ledger.rate_back_heading')} about={sayLine(t, line)}>
      <OfficialRate t={t} official={official} />
      <LedgerForm
        t={t}
        action={officialRateAction.bind(null, t.locale, number, lineId)}
        requestId={newId()}
        version={line.version}
        held={await heldValues({ name: heldName(path), number })}
        refusals={LEDGER_REFUSALS}
        button={t('ledger.rate_back')}
      />
    </LedgerFrame>
  )
}
