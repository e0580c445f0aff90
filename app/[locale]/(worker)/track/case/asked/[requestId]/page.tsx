import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { OwnFields } from '@/components/track/own-fields'
import { bodyName } from '@/components/track/who-knows'
import { BackLink } from '@/components/ui/back-link'
import { requireWorkerGrant } from '@/lib/access/door'
import { fileOfItem, type DataItem } from '@/lib/domain/referral/data-items'
import { officeOfRecipient } from '@/lib/domain/referral/recipient'
import type { ReferralPurpose } from '@/lib/domain/referral/purposes'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { readOwnQuestion } from '@/lib/usecases/referrals/read-own-question'
import { answerConsentAction } from './actions'

type Props = PageProps<'/[locale]/track/case/asked/[requestId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** Who wants what and why, each thing by itself; yes, some of it, or no. */
export default async function AskedPage({ params }: Props) {
  const { locale, requestId } = await params
  const t = pageWordsFor(toLocale(locale))
  const found = await readOwnQuestion(await requireWorkerGrant('own_case.read', t.locale), requestId)
  // Answered in another tab, or taken back: the case says how it stands.
  if (found === null) redirect(`/${t.locale}/track/case`)
  const { asked, officeName, files, caseId } = found
  const isOffice = officeOfRecipient(asked.recipientBody) !== null
  const itemText = (item: string) => {
    const file = files.find(({ id }) => id === fileOfItem(item))
    const kind = t(`codes.data_item.${fileOfItem(item) === null ? (item as DataItem) : 'file'}`)
    return file === undefined ? kind : t('track.ask_file', { kind, name: file.name })
  }
  return (
    <div className="page">
      <main id="main">
        <div className="tight">
          <h1>{t('track.ask_heading', { name: bodyName(t, asked.recipientBody, officeName) })}</h1>
          <p className="lead">{t(`codes.referral_purpose.${asked.purpose as ReferralPurpose}`)}</p>
        </div>
        <p>{t(isOffice ? 'track.ask_office' : 'track.ask_body')}</p>
        <p>{t('track.ask_until', { count: asked.validDays })}</p>
        <p>
          <b>{t('track.ask_free')}</b>
        </p>
        <ActionForm
          locale={t.locale}
          action={answerConsentAction.bind(null, t.locale)}
          values={{ items: [...asked.dataItems] }}
          refusals={{ case_gone: 'errors.not_found', question_gone: 'errors.not_found' }}
        >
          <OwnFields requestId={newId()} caseId={caseId} />
          <input type="hidden" name="askedId" value={asked.id} />
          <ChoiceGroup
            name="items"
            kind="checkbox"
            legend={t('track.ask_items')}
            slim
            sections={[{ choices: asked.dataItems.map((value) => ({ value, text: itemText(value) })) }]}
          />
          <div className="acts">
            <SubmitButton name="answer" value="yes">
              {t('track.ask_yes')}
            </SubmitButton>
            <SubmitButton look="alt" name="answer" value="no">
              {t('track.ask_no')}
            </SubmitButton>
          </div>
        </ActionForm>
        <BackLink href={`/${t.locale}/track/case`}>{t('track.back_to_case')}</BackLink>
      </main>
    </div>
  )
}
