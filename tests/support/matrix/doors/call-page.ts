import { pathToFileURL } from 'node:url'
import path from 'node:path'
import { isValidElement, type ReactNode } from 'react'
import { addressOf, type Known } from './arguments'
import { endedBy, type Called } from './call'
import type { Door } from './find-doors'

const ROOT = path.resolve(import.meta.dirname, '../../../..')

type Page = (props: {
  readonly params: Promise<Readonly<Record<string, string>>>
  readonly searchParams: Promise<Readonly<Record<string, string>>>
}) => Promise<ReactNode>

/** Asks for a page as whoever came last: whether it is drawn. Parts that find out for themselves who asks are drawn too. */
export async function callPage(door: Door, known: Known): Promise<Called> {
  const page = (await import(/* @vite-ignore */ pathToFileURL(path.join(ROOT, door.file)).href)) as { default: Page }
  const asked = { params: Promise.resolve(addressOf(door, known)), searchParams: Promise.resolve({}) }
  try {
    await draw(await page.default(asked))
    return { is: 'passed', how: 'drawn' }
  } catch (error) {
    return endedBy(error, door)
  }
}

/** Only parts that wait for something can ask who it is; the others are left undrawn. */
async function draw(part: ReactNode | Promise<ReactNode>): Promise<void> {
  const drawn = await part
  if (Array.isArray(drawn)) {
    for (const one of drawn as ReactNode[]) await draw(one)
    return
  }
  if (!isValidElement<{ readonly children?: ReactNode }>(drawn)) return
  const { type, props } = drawn
  if (typeof type === 'function' && type.constructor.name === 'AsyncFunction')
    await draw((type as (given: object) => Promise<ReactNode>)(props))
  else await draw(props.children)
}
