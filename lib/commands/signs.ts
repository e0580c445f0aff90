import { Fragment, isValidElement, type ReactNode } from 'react'
import { PICTOGRAM_SHAPES } from '@/components/ui/pictogram-shapes'

/** All pictograms as one file of symbols: a phone fetches it once, and a page names what it shows (components/ui/pictogram.tsx). */
export function signsFile(): string {
  const symbols = Object.entries(PICTOGRAM_SHAPES).map(
    ([name, shapes]) => `<symbol id="${name}" viewBox="0 0 24 24">${drawn(shapes)}</symbol>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`
}

/** The shapes are plain elements with texts and numbers; React's own writer is not there where commands run. */
function drawn(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(drawn).join('')
  if (!isValidElement<{ children?: ReactNode }>(node)) return ''
  const { children, ...attributes } = node.props
  if (node.type === Fragment) return drawn(children)
  const texts = Object.entries(attributes).map(([name, value]) => ` ${attributeOf(name)}="${String(value)}"`)
  return `<${String(node.type)}${texts.join('')}/>`
}

const attributeOf = (name: string) => name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)
