import { phoneFiles } from '@/lib/platform/phone-files'
import { PICTOGRAM_SHAPES, type PictogramName } from './pictogram-shapes'

/**
 * A pictogram, always beside words and therefore hidden from readers that speak. `text` size is for signs in a line.
 * Its lines stand in one file for all pages (lib/commands/signs.ts); where no web server says which, in the page itself.
 * Server components only: a client component that needs one gets it as a child, so that the map stays off the phone.
 */
export function Pictogram({ name, size = 'normal' }: { name: PictogramName; size?: 'normal' | 'text' }) {
  const file = phoneFiles()['signs']
  return (
    <svg className={size === 'text' ? 'i s' : 'i'} viewBox="0 0 24 24" aria-hidden="true">
      {file === undefined ? PICTOGRAM_SHAPES[name] : <use href={`${file.src}#${name}`} />}
    </svg>
  )
}
