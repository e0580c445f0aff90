import type { Metadata } from 'next'
import { TextAreaField } from '@/components/form/text-area-field'
import { LedgerForm } from '@/components/ledger/ledger-form'
import { RemedyFrame } from '@/components/remedies/remedy-frame'
import { remedyName } from '@/components/remedies/remedy-words'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { heldValues } from '../../../held-form'
import { dropAction } from '../../actions'
import { openRemedy } from '../../open-remedies'
import { REMEDY_REFUSALS, remedyForm } from '../../remedy-action'

type Props = PageProps<'/[locale]/cases/[number]/remedies/[remedyId]/drop'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('remedies.page_title', { number }) }
}

/** A claim or an offer is taken back. */
export default async function DropPage({ params }: Props) {
  const { locale: language, number, remedyId } = await params
  const t = translatorFor(toLocale(language))
  const { head, remedy } = await openRemedy(t.locale, number, remedyId, 'drop')
  return (
    <RemedyFrame t={t} head={head} heading={t('remedies.drop_heading')} about={remedyName(t, remedy)}>
      <LedgerForm
        t={t}
        action={dropAction.bind(null, t.locale, number, remedyId)}
        requestId={newId()}
        version={remedy.version}
        held={await heldValues({ name: remedyForm(`/${remedyId}/drop`), number })}
        refusals={REMEDY_REFUSALS}
        reason="never"
        button={t('remedies.drop_link')}
      >
        <TextAreaField name="reason" label={t('remedies.drop_reason')} hint={t('cases.reason_hint')} rows={3} />
      </LedgerForm>
    </RemedyFrame>
  )
}
