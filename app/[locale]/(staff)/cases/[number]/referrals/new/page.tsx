import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { codeWord } from '@/components/case/words'
import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { recipientSections } from '@/components/referral/recipient-sections'
import { Note } from '@/components/ui/note'
import { findCaseSeal } from '@/lib/data/case-keys'
import { loadMoveFacts } from '@/lib/data/case-state'
import { listSharedFiles, listOpenFileIds } from '@/lib/data/evidence'
import { listOfficesByCountry } from '@/lib/data/offices'
import { movesFrom } from '@/lib/domain/case-workflow'
import { DATA_ITEMS, fileItem } from '@/lib/domain/referral/data-items'
import { REFERRAL_PURPOSES } from '@/lib/domain/referral/purposes'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { openAct } from '../../case-acts'
import { heldValues } from '../../held-form'
import { REFERRAL_REFUSALS } from '../referral-refusals'
import { prepareReferralAction } from './actions'

type Props = PageProps<'/[locale]/cases/[number]/referrals/new'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('referrals.new_heading') }
}

/** To whom, what for, what: prepared, not sent. */
export default async function NewReferralPage({ params }: Props) {
  const { locale: language, number } = await params
  const locale = toLocale(language)
  const at = now()
  const { grant, head, last, more } = await openAct(
    'case.change_state',
    { locale, number, act: 'referrals/new' },
    async (on, found) => {
      const seal = await findCaseSeal(on, found.id)
      return {
        facts: (await loadMoveFacts(on, found.id, at)).facts,
        offices: (await listOfficesByCountry(on)).filter(({ id }) => id !== on.grant.actor.officeId),
        files: seal ? await listSharedFiles(on, seal, await listOpenFileIds(on, found.id)) : [],
      }
    },
  )
  const t = translatorFor(locale)
  const held = await heldValues({ name: 'referral', number })
  const role = grant.actor.role === 'supervisor' ? 'supervisor' : 'caseworker'
  const move = movesFrom(more.facts, role, at, grant.actor.id).find(({ to }) => to === 'referral_pending_consent')
  return (
    <ActFrame t={t} head={head} last={last} heading={t('referrals.new_heading')}>
      <p>{t('referrals.new_lead')}</p>
      {move === undefined ? (
        <Note tone="care">{t('referrals.not_now', { state: codeWord(t, 'state', head.state) })}</Note>
      ) : move.guard === null ? null : (
        <Note tone="care">{codeWord(t, 'move_error', move.guard)}</Note>
      )}
      <ActionForm
        locale={locale}
        action={prepareReferralAction.bind(null, locale, number)}
        {...(held ? { values: held } : {})}
        refusals={REFERRAL_REFUSALS}
        className="stack narrow"
      >
        <input type="hidden" name="version" value={head.version} />
        <input type="hidden" name="requestId" value={newId()} />
        <ChoiceGroup
          name="purpose"
          kind="radio"
          legend={t('referrals.field_purpose')}
          slim
          sections={[{ choices: REFERRAL_PURPOSES.map((value) => ({ value, text: t(`referrals.purpose_${value}`) })) }]}
        />
        <ChoiceGroup
          name="recipient"
          kind="radio"
          legend={t('referrals.field_recipient')}
          slim
          sections={recipientSections(t, head.origin, more.offices)}
        />
        <ChoiceGroup
          name="dataItems"
          kind="checkbox"
          legend={t('referrals.field_items')}
          hint={t('referrals.field_items_hint')}
          slim
          sections={[
            {
              choices: [
                ...DATA_ITEMS.map((value) => ({ value: value as string, text: t(`referrals.item_${value}`) })),
                ...more.files.map(({ id, name }) => ({
                  value: fileItem(id),
                  text: t('referrals.file_item', { name }),
                })),
              ],
            },
          ]}
        />
        <div className="acts">
          <SubmitButton>{t('referrals.prepare')}</SubmitButton>
        </div>
      </ActionForm>
    </ActFrame>
  )
}
