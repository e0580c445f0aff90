import { expect, test } from 'vitest'
import { isUnreadable } from '@/lib/platform/unreadable-requests'

/** An error as it comes out of a production build. */
function thrownAt(...frames: readonly string[]): Error {
  const error = new Error('words of a form')
  error.stack = `Error: words of a form\n${frames.map((frame) => `    ${frame}`).join('\n')}`
  return error
}

const RUNTIME = 'at tI (/srv/node_modules/next/dist/compiled/next-server/app-page-turbo.runtime.prod.js:15:70523)'
const ACTION = 'at o (/srv/.next/server/chunks/ssr/app_actions._.js:1:2)'

test('a form that Node or Next cannot read is told apart from a failure of ours', async () => {
  const cut = await new Response('--x', { headers: { 'content-type': 'multipart/form-data; boundary=x' } })
    .formData()
    .catch((error: unknown) => error)
  expect(isUnreadable(cut)).toBe(true)
  expect(isUnreadable(thrownAt(RUNTIME, 'at async o (/srv/.next/server/chunks/page.js:1:2)'))).toBe(true)
  expect(isUnreadable(thrownAt(ACTION, RUNTIME))).toBe(false)
  expect(isUnreadable(thrownAt(RUNTIME, ACTION))).toBe(false)
  expect(isUnreadable(thrownAt('at Client.query (/srv/node_modules/pg/lib/client.js:1:2)'))).toBe(false)
  expect(isUnreadable(new Error('none'))).toBe(false)
  expect(isUnreadable('words')).toBe(false)
})
