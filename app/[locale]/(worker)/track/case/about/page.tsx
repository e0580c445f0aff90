import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { askWorker, PersonFields } from '@/components/report/person-fields'
import { OwnFields } from '@/components/track/own-fields'
import { OwnPage } from '@/components/track/page-frame'
import { requireWorkerGrant } from '@/lib/access/door'
import { isAnythingTold } from '@/lib/domain/report/person-facts'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { personFieldsOf } from '@/lib/schemas/report/person-form'
import { readOwnFacts } from '@/lib/usecases/read-own-facts'
import { tellPersonAction } from './actions'

type Props = PageProps<'/[locale]/track/case/about'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** Who the worker is, for the statistics only; there while the yes to statistics stands. */
export default async function AboutPage({ params }: Props) {
  const t = pageWordsFor(toLocale((await params).locale))
  const known = await readOwnFacts(await requireWorkerGrant('own_case.read', t.locale))
  if (known === null) redirect(`/${t.locale}/track`)
  const { own, person } = known
  // Taken back in another tab, or an old address: the list says how it stands.
  if (person === null) redirect(`/${t.locale}/track/case/consents`)
  return (
    <OwnPage t={t} heading={t('report.about_heading')} lead={t('report.about_lead')}>
      <p>{t('report.about_note')}</p>
      <ActionForm
        locale={t.locale}
        action={tellPersonAction.bind(null, t.locale)}
        values={personFieldsOf(person.facts)}
        refusals={{ case_gone: 'errors.not_found', not_counted: 'track.about_no_yes' }}
      >
        <OwnFields requestId={newId()} caseId={own.id} />
        <input type="hidden" name="version" value={person.version} />
        <PersonFields t={t} ask={askWorker(t)} />
        <div className="acts">
          <SubmitButton>{t('common.save')}</SubmitButton>
          {isAnythingTold(person.facts) ? (
            <SubmitButton look="bare" name="remove" value="1">
              {t('track.about_remove')}
            </SubmitButton>
          ) : null}
        </div>
      </ActionForm>
    </OwnPage>
  )
}
