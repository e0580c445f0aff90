import { SubmitButton } from '@/components/form/submit-button'
import { Pictogram } from '@/components/ui/pictogram'
import { isSpoken, type FileView } from '@/lib/domain/files/upload'
import type { Translator } from '@/lib/i18n/translator'
import { VoiceRecorder } from './voice-recorder'

/** Beside the words of the story: one's own voice in place of them, and the way to photos and papers. */
export function BesideWords({ t, files }: { t: Translator; files: readonly FileView[] }) {
  return (
    <>
      <VoiceRecorder t={t} parent="draft" isKept={isSpoken(files)} />
      <div className="acts">
        <SubmitButton look="alt" name="to_files" value="1" unchecked>
          <Pictogram name="camera" size="text" /> {t('files.door')}
        </SubmitButton>
      </div>
    </>
  )
}
