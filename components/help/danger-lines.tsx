import { CallCard } from '@/components/ui/call-card'
import { dangerContacts, type InDanger } from '@/lib/domain/referral/danger-contacts'
import type { Translator } from '@/lib/i18n/translate'
import { bodyName, bodyWho, openText, verifiedText } from './body-words'

/** Hotlines for a danger beside police and ambulance; nothing where none answers in the reader's language. */
export function DangerLines({ t, who }: { t: Translator; who: Omit<InDanger, 'locale'> }) {
  const contacts = dangerContacts({ ...who, locale: t.locale })
  if (contacts.length === 0) return null
  return (
    <>
      <h2>{t('rights.also_call')}</h2>
      {contacts.flatMap(({ body, lines: [line] }) =>
        line === undefined
          ? []
          : [
              <CallCard
                key={body.code}
                name={bodyName(t, body)}
                body={`${bodyWho(t, body)}. ${openText(t, line.hours ?? body.hours, body.closed)}`}
                number={line.number}
                source={verifiedText(t, body)}
              />,
            ],
      )}
    </>
  )
}
