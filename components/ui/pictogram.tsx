import { PICTOGRAM_SHAPES, type PictogramName } from './pictogram-shapes'

/**
 * A pictogram, always beside words and therefore hidden from readers that speak. `text` size is for signs in a line.
 * Server components only: a client component that needs one gets it as a child, so that the map stays off the phone.
 */
export function Pictogram({ name, size = 'normal' }: { name: PictogramName; size?: 'normal' | 'text' }) {
  return (
    <svg className={size === 'text' ? 'i s' : 'i'} viewBox="0 0 24 24" aria-hidden="true">
      {PICTOGRAM_SHAPES[name]}
    </svg>
  )
}
