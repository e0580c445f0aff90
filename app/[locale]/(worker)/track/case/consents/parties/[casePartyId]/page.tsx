import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { OwnFields } from '@/components/track/own-fields'
import { ownPartyName } from '@/components/track/party-tellings'
import { BackLink } from '@/components/ui/back-link'
import { requireWorkerGrant } from '@/lib/access/door'
import { SHARED_ITEMS } from '@/lib/domain/answers/request'
import { CONSENT_DEFAULT_DAYS } from '@/lib/domain/consents'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { readOwnParties } from '@/lib/usecases/answers/own-parties'
import { decidePartyAction } from './actions'

type Props = PageProps<'/[locale]/track/case/consents/parties/[casePartyId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** Whether one of them may be asked, and what may be told beside the matter itself. */
export default async function PartyPage({ params }: Props) {
  const { locale, casePartyId } = await params
  const t = pageWordsFor(toLocale(locale))
  const reading = await readOwnParties(await requireWorkerGrant('own_case.read', t.locale))
  const list = `/${t.locale}/track/case/consents/parties`
  const party = reading?.parties.find(({ id }) => id === casePartyId)
  if (!reading || !party) redirect(list)
  return (
    <div className="page">
      <main id="main">
        <div className="tight">
          <h1>{t('track.told_question', { name: ownPartyName(t, party) })}</h1>
          <p className="lead">{t('track.told_what')}</p>
        </div>
        <p>{t('track.told_never')}</p>
        <p>{t('track.ask_until', { count: CONSENT_DEFAULT_DAYS })}</p>
        <p>
          <b>{t('track.ask_free')}</b>
        </p>
        <ActionForm
          locale={t.locale}
          action={decidePartyAction.bind(null, t.locale, casePartyId)}
          values={{ items: [...(party.allowed ?? [])] }}
          refusals={{ case_gone: 'errors.not_found', party_unknown: 'errors.not_found' }}
        >
          <OwnFields requestId={newId()} caseId={reading.own.id} />
          <ChoiceGroup
            name="items"
            kind="checkbox"
            legend={t('track.told_items')}
            slim
            sections={[{ choices: SHARED_ITEMS.map((value) => ({ value, text: t(`track.told_item_${value}`) })) }]}
          />
          <div className="acts">
            <SubmitButton name="answer" value="yes">
              {t('track.told_yes')}
            </SubmitButton>
            <SubmitButton look="alt" name="answer" value="no">
              {t('track.told_no')}
            </SubmitButton>
          </div>
        </ActionForm>
        <BackLink href={list}>{t('track.told_back')}</BackLink>
      </main>
    </div>
  )
}
