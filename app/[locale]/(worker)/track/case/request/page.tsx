import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { OwnRights } from '@/components/privacy/own-rights'
import { OwnFields } from '@/components/track/own-fields'
import { OwnPage } from '@/components/track/page-frame'
import { requireWorkerGrant } from '@/lib/access/door'
import { RIGHTS, rightsDueAt } from '@/lib/domain/privacy/rights-request'
import { formatDayOf } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { askRightAction } from './actions'

type Props = PageProps<'/[locale]/track/case/request'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** Asks the office for something about the own data that this page cannot do by itself, and shows what was asked before. */
export default async function RequestPage({ params }: Props) {
  const t = pageWordsFor(toLocale((await params).locale))
  const reading = await readOwnCase(await requireWorkerGrant('own_case.read', t.locale))
  if (reading === null) redirect(`/${t.locale}/track`)
  const { own, rights } = reading
  const at = now()
  return (
    <OwnPage
      t={t}
      heading={t('track.request_heading')}
      lead={t('track.request_lead', { day: formatDayOf(rightsDueAt(at), t.locale) })}
    >
      <OwnRights t={t} rights={rights} at={at} />
      <ActionForm
        locale={t.locale}
        action={askRightAction.bind(null, t.locale)}
        values={{}}
        refusals={{ case_gone: 'errors.not_found', requests_full: 'track.request_full' }}
      >
        <OwnFields requestId={newId()} caseId={own.id} />
        <ChoiceGroup
          name="kind"
          kind="radio"
          slim
          legend={t('track.request_kind')}
          sections={[
            {
              choices: RIGHTS.map((value) => ({
                value,
                text: t(`codes.right.${value}`),
                help: t(`track.request_help_${value}`),
              })),
            },
          ]}
        />
        <TextAreaField name="words" rows={3} label={t('track.request_words')} />
        <div className="acts">
          <SubmitButton>{t('track.request_button')}</SubmitButton>
        </div>
      </ActionForm>
    </OwnPage>
  )
}
