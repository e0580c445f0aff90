import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import type { Grant } from '@/lib/access/grant'
import type { StoredBreach } from '@/lib/domain/privacy/breach-file'
import type { Translator } from '@/lib/i18n/translate'
import { readTouchedCases } from '@/lib/usecases/privacy/touched-cases'
import { heldValues } from '../../../cases/[number]/held-form'
import { addCasesAction, tellWorkersAction } from '../actions'
import { INCIDENT_REFUSALS } from './refusals'

/** Which cases an incident touches, and telling their workers: for supervisors, because administrators see no cases. */
export async function TouchedCases({
  t,
  found,
  telling,
}: {
  t: Translator
  found: StoredBreach
  telling: Grant<'breach.tell'> | null
}) {
  return (
    <>
      <h2>{t('privacy.touched')}</h2>
      <p>{t('privacy.touched_about', { count: found.cases, told: found.casesTold })}</p>
      {telling === null ? (
        <p className="mute">{t('privacy.touched_supervisor')}</p>
      ) : (
        <>
          <p>{(await readTouchedCases(telling, found.id)).map(({ number }) => number).join(' · ')}</p>
          {found.cases > found.casesTold && found.state !== 'closed' ? (
            <form action={tellWorkersAction.bind(null, t.locale, found.id)} className="acts">
              <button className="btn">{t('privacy.tell')}</button>
            </form>
          ) : null}
          {found.state === 'closed' ? null : (
            <ActionForm
              locale={t.locale}
              action={addCasesAction.bind(null, t.locale, found.id)}
              values={(await heldValues({ name: 'incident-cases', number: found.id })) ?? {}}
              refusals={INCIDENT_REFUSALS}
              className="stack narrow noprint"
            >
              <TextAreaField name="numbers" rows={3} label={t('privacy.numbers')} hint={t('privacy.numbers_hint')} />
              <div className="acts">
                <SubmitButton look="alt">{t('privacy.numbers_add')}</SubmitButton>
              </div>
            </ActionForm>
          )}
        </>
      )}
    </>
  )
}
