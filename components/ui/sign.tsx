import { SIGN_SHAPES, type SignName } from './sign-shapes'

/** As Pictogram, of the few shapes that a page may also draw in the browser. Always beside words. */
export function Sign({ name, size = 'normal' }: { name: SignName; size?: 'normal' | 'text' }) {
  return (
    <svg className={size === 'text' ? 'i s' : 'i'} viewBox="0 0 24 24" aria-hidden="true">
      {SIGN_SHAPES[name]}
    </svg>
  )
}
