import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { TickBox } from '@/components/form/tick-box'
import { Brand } from '@/components/ui/logo'
import { Note } from '@/components/ui/note'
import { officesWithProvider, vouchedHere } from '@/lib/auth/office/set-out'
import { safeNext } from '@/lib/http/safe-next'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { signInAction } from './actions'
import { stepPath } from './first-page'

type Props = PageProps<'/[locale]/sign-in'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('cases.sign_in_title') }
}

export default async function SignInPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const { next, held, out } = await searchParams
  const t = translatorFor(locale)
  const isVouched = await vouchedHere()
  const hasOffices = (await officesWithProvider()).length > 0
  return (
    <div className="gate app">
      <header>
        <Brand href={`/${locale}`} name="Fair Passage" />
        <Drawing />
      </header>
      <main id="main">
        <div className="tight">
          <h1>{t('cases.sign_in_title')}</h1>
          <p className="mute">
            {t('cases.sign_in_lead')} <a href={`/${locale}`}>{t('cases.sign_in_worker')}</a>
          </p>
        </div>
        {held === undefined ? null : <Note announced>{t('cases.sign_in_held')}</Note>}
        {out === undefined ? null : (
          <Note announced tone="ok">
            {t('cases.signed_out')}
          </Note>
        )}
        {isVouched ? <Note announced>{t('account.office_link')}</Note> : null}
        <ActionForm locale={locale} action={signInAction.bind(null, locale)}>
          <input type="hidden" name="next" value={safeNext(next) ?? ''} />
          <TextField name="email" type="email" label={t('cases.sign_in_email')} autoComplete="username" />
          <TextField
            name="password"
            type="password"
            label={t('cases.sign_in_password')}
            autoComplete="current-password"
          />
          <TickBox name="shared" text={t('account.shared')} help={t('account.shared_help')} />
          <SubmitButton>{t('common.continue')}</SubmitButton>
        </ActionForm>
        {hasOffices && !isVouched ? (
          <p>
            <a href={stepPath(locale, 'office', next)}>{t('account.office_enter')}</a>
          </p>
        ) : null}
        <p className="mute">{t('cases.sign_in_forgot')}</p>
      </main>
    </div>
  )
}

/** The line: many ways lead to one station. Only where there is room for it. */
function Drawing() {
  return (
    <svg className="draw" viewBox="0 0 600 420" aria-hidden="true">
      <path d="M40 330C170 330 150 250 270 250S380 160 460 160" />
      <path d="M110 400C200 400 200 250 270 250M200 60C320 60 300 250 270 250" />
      <path className="run" d="M40 330C170 330 150 250 270 250S380 160 460 160" />
      <circle className="a" cx="40" cy="330" r="9" />
      <circle className="a" cx="110" cy="400" r="9" />
      <circle className="a" cx="200" cy="60" r="9" />
      <circle className="a" cx="270" cy="250" r="13" />
      <circle className="b" cx="474" cy="158" r="20" />
    </svg>
  )
}
