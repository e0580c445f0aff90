import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { ChangeList } from '@/components/account/change-list'
import { CodesForm } from '@/components/account/codes-form'
import { codesWords } from '@/components/account/codes-words'
import { AddPasskey } from '@/components/account/passkey-forms'
import { PasskeyList } from '@/components/account/passkey-list'
import { SessionList } from '@/components/account/session-list'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { LinkButton } from '@/components/ui/link-button'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { passkeySite } from '@/lib/auth/passkeys'
import { browserKindOf } from '@/lib/domain/browser-kind'
import { formatDayOf } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { readOwnAccount } from '@/lib/usecases/account/read-own-account'
import { makeCodesAction } from '../../sign-in/codes/actions'
import {
  addPasskeyAction,
  askNewPasskeyAction,
  endOtherSessionsAction,
  endSessionAction,
  removePasskeyAction,
  unlinkOfficeAction,
} from './actions'
import { accountPath, ownAccount } from './own-account'

type Props = PageProps<'/[locale]/settings/account'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('account.title') }
}

/** One's own account: the second step, the password, and where one is signed in. */
export default async function AccountPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const { done } = await searchParams
  const mine = await ownAccount(locale)
  const { displayName, role } = mine.grant.actor
  const own = await readOwnAccount(mine)
  const t = translatorFor(locale)
  const doneKey = `account.done_${String(done)}`
  const kind = browserKindOf((await headers()).get('user-agent'))
  return (
    <>
      <PageTitle title={displayName} about={`${own.email} · ${t(`codes.staff_role.${role}`)}`} />
      {t.has(doneKey) ? (
        <Note tone="ok" announced>
          {t(doneKey)}
        </Note>
      ) : null}
      <section className="block parts" aria-labelledby="second-heading">
        <h2 id="second-heading">{t('account.second_heading')}</h2>
        <p>{t(own.factors.hasApp ? 'account.has_app' : 'account.has_no_app')}</p>
        <p className="acts">
          <LinkButton href={accountPath(locale, '/app')} look="alt">
            {t(own.factors.hasApp ? 'account.other_app' : 'account.add_app')}
          </LinkButton>
        </p>
        <h3>{t('account.passkeys')}</h3>
        <PasskeyList t={t} passkeys={own.passkeys} remove={removePasskeyAction.bind(null, locale)} />
        {(await passkeySite()) === null ? null : (
          <AddPasskey
            t={t}
            kind={kind}
            ask={askNewPasskeyAction.bind(null, locale)}
            finish={addPasskeyAction.bind(null, locale)}
          />
        )}
        <h3>{t('account.codes_title')}</h3>
        <p>{t('account.codes_left', { count: own.factors.codes })}</p>
        <CodesForm action={makeCodesAction.bind(null, locale, accountPath(locale))} words={codesWords(t)} />
      </section>
      <section className="block" aria-labelledby="password-heading">
        <h2 id="password-heading">{t('cases.sign_in_password')}</h2>
        <p className="acts">
          <LinkButton href={accountPath(locale, '/password')} look="alt">
            {t('account.password_change')}
          </LinkButton>
        </p>
      </section>
      {own.linkedAt === null ? null : (
        <section className="block" aria-labelledby="office-heading">
          <h2 id="office-heading">{t('account.office_title')}</h2>
          <p>{t('account.office_linked', { day: formatDayOf(own.linkedAt, locale) })}</p>
          <form action={unlinkOfficeAction.bind(null, locale)} className="acts">
            <button className="btn alt">{t('account.office_unlink')}</button>
          </form>
        </section>
      )}
      <section className="block" aria-labelledby="sessions-heading">
        <h2 id="sessions-heading">{t('account.sessions')}</h2>
        <SessionList
          t={t}
          sessions={own.sessions}
          currentId={mine.sessionId}
          end={endSessionAction.bind(null, locale)}
        />
        {own.sessions.length > 1 ? (
          <ActionForm locale={locale} action={endOtherSessionsAction.bind(null, locale)}>
            <p className="acts">
              <SubmitButton look="alt">{t('account.sessions_end_others')}</SubmitButton>
            </p>
          </ActionForm>
        ) : null}
      </section>
      <section className="block" aria-labelledby="changes-heading">
        <h2 id="changes-heading">{t('account.changes')}</h2>
        <p>{t('account.changes_about')}</p>
        <ChangeList t={t} changes={own.changes} />
      </section>
    </>
  )
}
