import { LinkButton } from '@/components/ui/link-button'
import { Sign } from '@/components/ui/sign'
import type { Translator } from '@/lib/i18n/translate'

/** To the phone numbers. */
export function CallLink({ t }: { t: Translator }) {
  return (
    <LinkButton href={`/${t.locale}/help`} look="alt">
      <Sign name="phone" size="text" /> {t('fees.call')}
    </LinkButton>
  )
}
