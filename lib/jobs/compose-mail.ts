import 'server-only'
import { formatDayOf } from '@/lib/i18n/format'
import { isStaffLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { env } from '@/lib/platform/env'
import type { Composer } from '@/lib/usecases/jobs/send-waiting-mail'

/**
 * The two mails there are, in the language of who gets them: something is new in the list, and where the list is; or something of the
 * own account was changed, on which day, where to look, and whom to tell. What it was is said to who is signed in alone.
 */
export const composeMail: Composer = ({ locale, changedAt }) => {
  const language = isStaffLocale(locale) ? locale : 'en'
  const t = translatorFor(language)
  if (changedAt !== null) {
    const what = t('account.mail_changed', { day: formatDayOf(changedAt, language) })
    const lines = [what, '', t('account.mail_look'), `${env().PUBLIC_URL}/${language}/sign-in`, '']
    return { subject: t('account.mail_subject'), text: [...lines, t('account.mail_tell'), ''].join('\n') }
  }
  const list = `${env().PUBLIC_URL}/${language}/notices`
  return {
    subject: t('notices.mail_subject'),
    text: [t('notices.mail_text'), list, '', t('notices.mail_why'), `${list}/settings`, ''].join('\n'),
  }
}
