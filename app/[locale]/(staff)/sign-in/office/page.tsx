import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { TickBox } from '@/components/form/tick-box'
import { Note } from '@/components/ui/note'
import { officesWithProvider } from '@/lib/auth/office/set-out'
import { safeNext } from '@/lib/http/safe-next'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { Gate } from '../../gate'
import { stepPath } from '../first-page'
import { setOutAction } from './actions'

type Props = PageProps<'/[locale]/sign-in/office'>

const REFUSALS = { office_away: 'account.office_away' } as const

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('account.office_enter_title') }
}

/** Which office somebody signs in through. */
export default async function OfficeSignInPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const { next: wanted, failed } = await searchParams
  const next = safeNext(wanted) ?? ''
  const offices = await officesWithProvider()
  const t = translatorFor(locale)
  const [only] = offices
  return (
    <Gate locale={locale} title={t('account.office_enter_title')}>
      {failed === undefined ? null : (
        <Note tone="care" announced>
          {t('account.office_failed')}
        </Note>
      )}
      {only === undefined ? (
        <p>{t('account.office_none')}</p>
      ) : (
        <ActionForm
          locale={locale}
          action={setOutAction.bind(null, locale)}
          values={offices.length === 1 ? { provider: only.id } : {}}
          refusals={REFUSALS}
        >
          <input type="hidden" name="next" value={next} />
          <ChoiceGroup
            name="provider"
            kind="radio"
            slim
            legend={t('account.office_which')}
            sections={[{ choices: offices.map(({ id, officeName }) => ({ value: id, text: officeName })) }]}
          />
          <TickBox name="shared" text={t('account.shared')} help={t('account.shared_help')} />
          <SubmitButton>{t('common.continue')}</SubmitButton>
        </ActionForm>
      )}
      <p>
        <a href={stepPath(locale, '', next)}>{t('account.office_with_password')}</a>
      </p>
    </Gate>
  )
}
