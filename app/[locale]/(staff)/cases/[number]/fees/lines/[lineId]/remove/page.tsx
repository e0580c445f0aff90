import type { Metadata } from 'next'
import { LedgerForm } from '@/components/ledger/ledger-form'
import { LedgerFrame } from '@/components/ledger/ledger-frame'
import { sayLine } from '@/components/ledger/line-words'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { heldValues } from '../../../../held-form'
import { openLine } from '../../../open-ledger'
import { heldName } from '../../../ledger-action'
import { LEDGER_REFUSALS } from '../../../refusals'
import { removeLineAction } from '../../actions'

type Props = PageProps<'/[locale]/cases/[number]/fees/lines/[lineId]/remove'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('ledger.page_title', { number }) }
}

export default async function RemoveLinePage({ params }: Props) {
  const { locale: language, number, lineId } = await params
  const t = translatorFor(toLocale(language))
  const path = `/lines/${lineId}/remove`
  const { ledger, line } = await openLine(t.locale, number, lineId, '/remove')
  return (
    <LedgerFrame t={t} head={ledger.head} heading={t('ledger.remove_line_heading')} about={sayLine(t, line)}>
      <p className="narrow">{t('ledger.remove_line_lead')}</p>
      <LedgerForm
        t={t}
        action={removeLineAction.bind(null, t.locale, number, lineId)}
        requestId={newId()}
        version={line.version}
        held={await heldValues({ name: heldName(path), number })}
        refusals={LEDGER_REFUSALS}
        button={t('ledger.remove_button')}
      />
    </LedgerFrame>
  )
}
