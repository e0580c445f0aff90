import { Pictogram } from '@/components/ui/pictogram'
import type { Translator } from '@/lib/i18n/translate'

/** "Listen": comes out where the phone has a voice for the language (lib/phone/read-aloud.ts). */
export function ListenButton({ t }: { t: Translator }) {
  return (
    <p hidden data-phone="read-aloud" data-stop={t('common.listen_stop')}>
      <button type="button" className="btn bare">
        <Pictogram name="listen" size="text" /> <span>{t('common.listen')}</span>
      </button>
    </p>
  )
}
