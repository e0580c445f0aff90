import 'server-only'
import { isStaffLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { env } from '@/lib/platform/env'
import type { NeutralMail } from '@/lib/usecases/jobs/send-waiting-mail'

/** The one mail there is, in the language of who gets it: something is new in the list, and where the list is. */
export function composeMail(locale: string): NeutralMail {
  const language = isStaffLocale(locale) ? locale : 'en'
  const t = translatorFor(language)
  const list = `${env().PUBLIC_URL}/${language}/notices`
  return {
    subject: t('notices.mail_subject'),
    text: [t('notices.mail_text'), list, '', t('notices.mail_why'), `${list}/settings`, ''].join('\n'),
  }
}
