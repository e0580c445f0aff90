import type { Metadata } from 'next'
import { BulkFields } from '@/components/case/bulk-fields'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { BackLink } from '@/components/ui/back-link'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import type { StaffPermission } from '@/lib/access/policy'
import { listLabels } from '@/lib/data/case-labels'
import { listCaseworkers } from '@/lib/data/staff'
import { within } from '@/lib/data/within'
import type { BulkKind } from '@/lib/domain/bulk-act'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { bulkKind, readChosen } from '@/lib/schemas/case/bulk'
import { heldValues } from '../[number]/held-form'
import { bulkAction } from './actions'

type Props = PageProps<'/[locale]/cases/bulk'>

const PERMISSION = {
  assign: 'case.assign',
  hand_over: 'case.hand_over',
  label: 'case.label',
  unlabel: 'case.label',
  close: 'case.change_state',
} as const satisfies Record<BulkKind, StaffPermission>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('cases.bulk_bar') }
}

/** What is to be done with the cases that were ticked: the colleague, or the label, for all of them. */
export default async function BulkPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const asked = await searchParams
  const kind = bulkKind.catch('hand_over').parse(asked['act'])
  const grant = await requireGrant(PERMISSION[kind], { locale, returnTo: `/${locale}/cases` })
  const chosen = readChosen(asked['case'])
  const { officers, labels } = await within(grant, async (on) => ({
    officers: await listCaseworkers(on),
    labels: await listLabels(on),
  }))
  const offered = labels.filter(({ retiredAt }) => retiredAt === null || kind === 'unlabel')
  const held = await heldValues({ name: 'bulk', number: kind })
  const hasNothingToTakeOff = kind === 'unlabel' && offered.length === 0
  const t = translatorFor(locale)
  return (
    <>
      <PageTitle title={t(`cases.bulk_${kind}_heading`)} about={t('cases.bulk_count', { count: chosen.length })} />
      {held ? <Note announced>{t('cases.held_back')}</Note> : null}
      {chosen.length === 0 ? <Note tone="care">{t('cases.bulk_none')}</Note> : null}
      {hasNothingToTakeOff ? <Note tone="care">{t('cases.bulk_no_labels')}</Note> : null}
      {chosen.length === 0 || hasNothingToTakeOff ? null : (
        <ActionForm
          locale={locale}
          action={bulkAction.bind(null, locale, kind)}
          values={held ?? {}}
          className="stack narrow"
        >
          <input type="hidden" name="requestId" value={newId()} />
          {chosen.map(({ number, version }) => (
            <input key={number} type="hidden" name="case" value={`${number}.${version}`} />
          ))}
          <p className="codes">{chosen.map(({ number }) => number).join(', ')}</p>
          {kind === 'close' ? <p>{t('cases.bulk_close_lead')}</p> : null}
          <BulkFields t={t} kind={kind} officers={officers} labels={offered} />
          <div className="acts">
            <SubmitButton>{t(`cases.bulk_${kind}`)}</SubmitButton>
          </div>
        </ActionForm>
      )}
      <BackLink href={`/${locale}/cases`}>{t('cases.back_to_cases')}</BackLink>
    </>
  )
}
