import { Pictogram } from '@/components/ui/pictogram'
import type { Translator } from '@/lib/i18n/translator'
import { recorderWords } from './upload-words'

/**
 * The place where a voice note is recorded, heard, recorded again, deleted and kept (lib/phone/recorder.ts builds the buttons).
 * Without scripts or a microphone it says that a recording of the phone can be added as a file.
 * `requestId` is that of the message it is spoken for.
 */
export function VoiceRecorder({
  t,
  parent,
  isKept = false,
  requestId,
}: {
  t: Translator
  parent: 'draft' | 'case'
  isKept?: boolean
  requestId?: string
}) {
  return (
    <section className="tight rule">
      <h2>{t('files.voice_heading')}</h2>
      <p className="hint">{t('files.voice_lead')}</p>
      {isKept ? (
        <p className="row">
          <Pictogram name="mic" size="text" /> {t('files.voice_kept')}
        </p>
      ) : null}
      <div
        className="stack"
        data-phone="recorder"
        data-for={parent}
        data-purpose={parent === 'case' ? 'voice_message' : 'voice_story'}
        data-request={requestId}
        {...recorderWords(t)}
      >
        <p className="hint">{t('files.voice_without')}</p>
      </div>
    </section>
  )
}
