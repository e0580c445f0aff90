import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { PayQuestion } from '@/components/report/money-questions'
import { ownFacts } from '@/components/track/own-facts'
import { OwnFields } from '@/components/track/own-fields'
import { OwnPage } from '@/components/track/page-frame'
import { Facts } from '@/components/ui/facts'
import { requireWorkerGrant } from '@/lib/access/door'
import { noAnswers } from '@/lib/domain/report/answers'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { readOwnFacts } from '@/lib/usecases/read-own-facts'
import { addPayAction } from './actions'

type Props = PageProps<'/[locale]/track/case/pay'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** Contract and pay, told later with the question of the report; what is known already is shown, and corrected elsewhere. */
export default async function PayPage({ params }: Props) {
  const t = pageWordsFor(toLocale((await params).locale))
  const known = await readOwnFacts(await requireWorkerGrant('own_case.read', t.locale))
  if (known === null) redirect(`/${t.locale}/track`)
  const facts = ownFacts(t, known).filter(({ field }) => field === 'pay')
  return (
    <OwnPage t={t}>
      <ActionForm
        locale={t.locale}
        action={addPayAction.bind(null, t.locale)}
        values={{ currency: 'JPY' }}
        refusals={{ case_gone: 'errors.not_found' }}
      >
        <OwnFields requestId={newId()} caseId={known.own.id} />
        <PayQuestion t={t} answers={noAnswers()} />
        <div className="acts">
          <SubmitButton>{t('common.save')}</SubmitButton>
        </div>
      </ActionForm>
      {facts.length === 0 ? null : (
        <section className="stack rule">
          <h2>{t('track.pay_heading_known')}</h2>
          <Facts facts={facts.map(({ name, said }) => ({ name, value: said }))} />
          <p>
            <a href={`/${t.locale}/track/case/facts`}>{t('track.facts_wrong')}</a>
          </p>
        </section>
      )}
    </OwnPage>
  )
}
